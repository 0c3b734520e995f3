/** What of a pasted list was taken for no step, until it is put back or waved away. */
import { For } from 'solid-js';
import IconX from '~icons/lucide/x';
import type { captureWords } from '../../../i18n/core/en/capture.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import styles from './left-out.module.css';

export function LeftOut(props: {
  readonly words: ReturnType<typeof captureWords>;
  readonly lines: readonly string[];
  readonly onPutBack: (line: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <section class={styles.card} aria-labelledby="capture-left-out">
      <div class={styles.head}>
        <h2 id="capture-left-out">{props.words.leftOut(props.lines.length)}</h2>
        <IconButton label={props.words.leaveOut} onClick={props.onClose}>
          <IconX />
        </IconButton>
      </div>
      <ul>
        <For each={props.lines}>
          {(line) => (
            <li class={styles.line}>
              <span>{line}</span>
              <Button
                kind="soft"
                size={48}
                aria-label={props.words.putBackNamed(line)}
                onClick={() => props.onPutBack(line)}
              >
                {props.words.putBack}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
