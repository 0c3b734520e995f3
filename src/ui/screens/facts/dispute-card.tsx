/** A fact that several people set without knowing of each other: every side, keep one. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { FactView } from '../../../views/fact-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { useFactCommands } from './fact-commands.ts';
import { useTelling } from './telling.ts';
import styles from './facts.module.css';

export function DisputeCard(props: {
  readonly run: RunId;
  readonly fact: FactView;
  readonly at?: OccurrenceKey;
  readonly onKept?: () => void;
}) {
  const messages = useMessages();
  const now = useNow();
  const commands = useFactCommands(() => props.run);
  const telling = useTelling(() => [props.fact.kind]);
  const title = () =>
    messages.facts.bothSet(
      props.fact.name,
      props.fact.sides.map((side) => side.by),
    );
  const valueOf = (side: FactView['sides'][number]): string => {
    const { value } = side;
    const person = value?.kind === 'person' ? telling().nameOf?.(value.person) : undefined;
    return messages.facts.value(value, props.fact.options, person, now());
  };
  const keep = async (side: FactView['sides'][number]): Promise<void> => {
    if (await commands.keep(props.fact, side.value, props.at)) props.onKept?.();
  };
  return (
    <MatterCard
      start={<StateGlyph shape="conflict" />}
      title={title()}
      hint={props.fact.critical ? messages.facts.criticalHint : messages.facts.disputeHint}
    >
      <div class={styles.sides}>
        <For each={props.fact.sides}>
          {(side) => (
            <button
              type="button"
              class={styles.side}
              aria-busy={commands.busy()}
              onClick={() => void keep(side)}
            >
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
              <b class={styles.sideValue} dir="auto">
                {valueOf(side)}
              </b>
              <em class={styles.sideAct}>{messages.facts.keepThis}</em>
            </button>
          )}
        </For>
      </div>
    </MatterCard>
  );
}
