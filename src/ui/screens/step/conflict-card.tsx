/** Two answers that met: both sides, keep either. */
import { For } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { EventId } from '../../../model/ids.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import styles from './step-page.module.css';

export function ConflictCard(props: { readonly step: StepView; readonly onKeep: (side: EventId) => void }) {
  const messages = useMessages();
  const now = useNow();
  return (
    <section class={styles.card} aria-label={messages.step.conflictTitle}>
      <header>
        <StateGlyph shape="conflict" />
        <div>
          <h3>{messages.step.conflictTitle}</h3>
          <p>{messages.step.conflictHint}</p>
        </div>
      </header>
      <div class={styles.sides}>
        <For each={props.step.conflict}>
          {(side) => {
            const name =
              side.by === null ? messages.states.somebody : side.by.isMe ? messages.states.you : side.by.name;
            return (
              <button type="button" class={styles.side} onClick={() => props.onKeep(side.event)}>
                <small>
                  {side.by !== null && <Avatar face={side.by} size={24} />}
                  {name}, {messages.times.when(side.at, now())}
                </small>
                <b>{messages.step.verdict(side.verdict)}</b>
                <em>
                  {side.by === null ? messages.step.keepThis : messages.step.keep(side.by.name, side.by.isMe)}
                </em>
              </button>
            );
          }}
        </For>
      </div>
    </section>
  );
}
