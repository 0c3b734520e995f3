/** Undo steps that are mine, on Now: what, of which flow, until when it is free. */
import { For } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { UndoLine } from '../../../views/undo-line.ts';
import { useNow } from '../../clock.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { runPath } from '../../routes.ts';
import { StepSub } from '../shared/step-sub.tsx';
import { UndoActions } from './undo-actions.tsx';
import { undoSub, undoTone } from './undo-tone.ts';
import styles from './undo.module.css';
import { useUndoWords } from './use-undo-words.ts';

export function UndoCards(props: { readonly lines: readonly UndoLine[] }) {
  const messages = useMessages();
  const words = useUndoWords();
  const now = useNow();
  return (
    <ul class={styles.cards} aria-label={words.count(props.lines.length)}>
      <For each={props.lines}>
        {(line) => (
          <li>
            <MatterCard
              start={<StateGlyph shape={undoTone(line)} />}
              title={line.title}
              heading={
                <a class={styles.name} href={runPath(line.run)}>
                  {line.title}
                </a>
              }
              details={
                <>
                  <p>
                    <StepSub words={undoSub(messages, words, line, now())} />
                  </p>
                  <p>{line.runTitle}</p>
                </>
              }
            >
              <UndoActions line={line} />
            </MatterCard>
          </li>
        )}
      </For>
    </ul>
  );
}
