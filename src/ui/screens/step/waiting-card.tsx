/** Whom or what outside it waits for, and since when. */
import { Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';

export function WaitingCard(props: {
  readonly waiting: NonNullable<StepView['waitingOn']>;
  readonly canStop: boolean;
  readonly onStop: () => void;
}) {
  const messages = useMessages();
  const now = useNow();
  return (
    <MatterCard
      start={
        <Show when={props.waiting.person} fallback={<StateGlyph shape="waiting" />}>
          {(person) => <Avatar face={person()} size={24} />}
        </Show>
      }
      title={messages.waiting.waitsFor(props.waiting.on)}
      hint={messages.waiting.since(props.waiting.since, now())}
    >
      <Show when={props.canStop}>
        <Button size={48} onClick={() => props.onStop()}>
          {messages.waiting.stop}
        </Button>
      </Show>
    </MatterCard>
  );
}
