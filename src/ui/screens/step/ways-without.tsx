/** The two ways to go on without a step, each with what follows: as if it were done, or not at all. */
import { Show } from 'solid-js';
import IconBan from '~icons/lucide/ban';
import IconSkip from '~icons/lucide/skip-forward';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Choice } from '../../kit/choice.tsx';
import { followsWords } from './consequence-words.ts';

export type WayWithout = 'skip' | 'cancel';

/** Choices for a group; only those that the step allows. */
export function WaysWithout(props: {
  readonly step: StepView;
  readonly chosen: string | undefined;
  readonly onChoose: (way: WayWithout) => void;
}) {
  const messages = useMessages();
  return (
    <>
      <Show when={props.step.actions.skip}>
        <Choice
          picture={<IconSkip />}
          title={messages.step.skipOption}
          sub={messages.step.skipConsequence(followsWords(messages, props.step.ifSkipped))}
          checked={props.chosen === 'skip'}
          onChoose={() => props.onChoose('skip')}
        />
      </Show>
      <Show when={props.step.actions.cancel}>
        <Choice
          picture={<IconBan />}
          title={messages.step.cancelOption}
          sub={messages.step.cancelConsequence(followsWords(messages, props.step.ifCancelled))}
          checked={props.chosen === 'cancel'}
          onChoose={() => props.onChoose('cancel')}
        />
      </Show>
    </>
  );
}
