/** What a flow has to undo, as a rail that runs backwards: what, who has it, until when, and the answers. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { UndoLine } from '../../../views/undo-line.ts';
import { useNow } from '../../clock.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import { StepSub } from '../shared/step-sub.tsx';
import { UndoActions } from './undo-actions.tsx';
import { isOpenUndo, undoSub, undoTone } from './undo-tone.ts';
import styles from './undo.module.css';
import { useUndoWords } from './use-undo-words.ts';

export function UndoRail(props: { readonly lines: readonly UndoLine[] }) {
  const messages = useMessages();
  const words = useUndoWords();
  const now = useNow();
  const open = () => props.lines.filter(isOpenUndo).length;
  const title = () => (open() === 0 ? words.allSettled : words.count(open()));
  return (
    <section class={styles.card} aria-label={title()}>
      <h2 class={styles.title}>{title()}</h2>
      <Show when={open() !== 1}>
        <p class={styles.hint}>{open() === 0 ? words.allSettledHint : words.order}</p>
      </Show>
      <ol class={styles.rail}>
        <For each={props.lines}>
          {(line) => (
            <li class={styles.row} data-open={isOpenUndo(line)}>
              <span class={styles.node}>
                <StateGlyph shape={undoTone(line)} />
              </span>
              <div class={styles.text}>
                <a class={styles.name} href={stepPath(line.run, line.key)}>
                  {line.title}
                </a>
                <p class={styles.sub}>
                  <StepSub words={undoSub(messages, words, line, now())} />
                </p>
                <Show when={isOpenUndo(line) && line.instructions}>
                  {(text) => <p class={styles.sub}>{text()}</p>}
                </Show>
                <Show when={isOpenUndo(line) && line.canSettle}>
                  <UndoActions line={line} />
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
