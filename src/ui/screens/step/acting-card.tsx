/** Says on a step whom one acts for, and lets go of it. */
import { Show } from 'solid-js';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { useAwayWords } from '../shared/use-away-words.ts';
import { useActing } from './acting.tsx';

export function ActingCard(props: { readonly step: StepView }) {
  const words = useAwayWords();
  const now = useNow();
  const acting = useActing();
  const actedFor = () => (acting.person(props.step) === null ? undefined : props.step.actFor?.person);
  return (
    <Show when={actedFor()}>
      {(person) => (
        <MatterCard
          start={<Avatar face={person()} size={24} />}
          title={words.acting(person().name)}
          hint={
            props.step.away === undefined
              ? words.actingHint(person().name)
              : words.actingAway(person().name, props.step.away.until, now())
          }
        >
          <Button size={48} onClick={() => acting.toggle(props.step)}>
            {words.asMyself}
          </Button>
        </MatterCard>
      )}
    </Show>
  );
}
