/** Somebody had done it before word of a new round reached them: their result can be taken for this one. */
import { Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import styles from './step-parts.module.css';
import { useSituationWords } from './use-situation-words.ts';

type Offered = NonNullable<StepView['offered']>;

export function OfferedCard(props: {
  readonly offered: Offered;
  readonly canTake: boolean;
  readonly busy: boolean;
  readonly onTake: () => void;
}) {
  const messages = useMessages();
  const situation = useSituationWords();
  const now = useNow();
  const title = (): string => {
    const by = props.offered.by;
    return situation.offered(by?.name ?? messages.states.somebody, by?.isMe === true);
  };
  const hint = (): string => {
    const when = situation.offeredHint(props.offered.at, now());
    const name = props.offered.outcomeName;
    return name === null ? when : `${situation.offeredAs(name)} ${when}`;
  };
  return (
    <MatterCard
      start={
        <Show when={props.offered.by} fallback={<StateGlyph shape="done" />}>
          {(by) => <Avatar face={by()} size={24} />}
        </Show>
      }
      title={title()}
      hint={hint()}
    >
      <Show when={props.offered.note}>{(note) => <p class={styles.note}>{note()}</p>}</Show>
      <Show when={props.canTake}>
        <Button size={48} aria-busy={props.busy} onClick={() => props.onTake()}>
          {situation.takeOffered}
        </Button>
      </Show>
    </MatterCard>
  );
}
