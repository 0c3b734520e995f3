/** What cancelling a flow would ask to be undone, and until when that is free; said before anything happens. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { UndoLine } from '../../../views/undo-line.ts';
import { useNow } from '../../clock.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { joinWords } from '../shared/step-words.ts';
import styles from './undo.module.css';
import { useUndoWords } from './use-undo-words.ts';

export function UndoPreview(props: { readonly lines: readonly UndoLine[] }) {
  const messages = useMessages();
  const words = useUndoWords();
  const now = useNow();
  const sub = (line: UndoLine): string =>
    joinWords([
      line.cancelBy === null ? '' : words.until(line.cancelBy, now()),
      line.mine ? messages.states.you : (line.holder?.name ?? ''),
    ]);
  return (
    <div>
      <p>{words.cancelUndoes(props.lines.length)}</p>
      <ol class={styles.preview}>
        <For each={props.lines}>
          {(line) => (
            <li>
              <StateGlyph shape="next" />
              <span>
                <b>{line.title}</b>
                <Show when={sub(line) !== ''}>
                  <span class={styles.sub}> {sub(line)}</span>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ol>
      <p class={styles.hint}>{words.cancelStays}</p>
    </div>
  );
}
