/** A due date that people set without knowing of each other: every side, keep one. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../../i18n/messages-context.tsx';
import type { RunId } from '../../../../model/ids.ts';
import type { DueSideView, RivalDueView } from '../../../../views/flow-view.ts';
import { useNow } from '../../../clock.tsx';
import { useCommands } from '../../../commands.ts';
import { Avatar } from '../../../kit/avatar.tsx';
import { MatterCard } from '../../../kit/matter-card.tsx';
import { StateGlyph } from '../../../kit/state-glyph.tsx';
import styles from '../../facts/facts.module.css';
import { usePlanWords } from './use-plan-words.ts';

export function DueDisputeCard(props: { readonly run: RunId; readonly due: RivalDueView }) {
  const messages = useMessages();
  const words = usePlanWords();
  const now = useNow();
  const { send, busy } = useCommands();
  const dateOf = ({ due, when }: DueSideView): string => {
    if (due === null) return words.notDue;
    return when === null ? words.dueUnknown : messages.times.moment(when.at, when.hasTime, now());
  };
  const keep = async ({ due }: DueSideView): Promise<void> => {
    if (busy()) return;
    const { step, title } = props.due;
    await send(
      props.run,
      { kind: 'changePlan', operations: [{ kind: 'setStep', step, set: { due } }] },
      { said: words.dueKept(title), names: { step: (id) => (id === step ? title : undefined) } },
    );
  };
  return (
    <MatterCard
      start={<StateGlyph shape="conflict" />}
      title={words.bothDue(
        props.due.title,
        props.due.sides.map(({ by }) => by),
      )}
      hint={words.bothDueHint}
    >
      <div class={styles.sides}>
        <For each={props.due.sides}>
          {(side) => (
            <button type="button" class={styles.side} aria-busy={busy()} onClick={() => void keep(side)}>
              <small class={styles.sideBy}>
                <Show when={side.by}>{(by) => <Avatar face={by()} size={24} />}</Show>
                <span>
                  {side.by === null
                    ? messages.states.somebody
                    : side.by.isMe
                      ? messages.states.you
                      : side.by.name}
                  , {messages.times.when(side.at, now())}
                </span>
              </small>
              <b class={styles.sideValue}>{dateOf(side)}</b>
              <em class={styles.sideAct}>{messages.facts.keepThis}</em>
            </button>
          )}
        </For>
      </div>
    </MatterCard>
  );
}
