/** Goes on without the step: skipped, as if it were done, or not needed any more. Nothing is chosen before a tap. */
import { createSignal, type JSX } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { Choices } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { useStepCommands } from './step-commands.ts';
import { type WayWithout, WaysWithout } from './ways-without.tsx';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';

export function WithoutPage(props: {
  readonly step: StepView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const commands = useStepCommands(() => props.step);
  const [way, setWay] = createSignal<WayWithout>();
  const [reason, setReason] = createSignal('');
  const act = async (): Promise<void> => {
    const chosen = way();
    if (chosen === undefined) return;
    const done = chosen === 'skip' ? commands.skip(reason()) : commands.cancel(reason());
    if (await done) props.onDone();
  };
  const action = (): string => {
    const chosen = way();
    if (chosen === undefined) return messages.step.chooseFirst;
    return chosen === 'skip' ? messages.step.skipOption : messages.step.cancelOption;
  };
  return (
    <>
      <SheetPageHead title={messages.step.doWithoutTitle} sub={props.step.title} before={props.before} />
      <SheetBody>
        <Choices legend={messages.step.whatNow}>
          <WaysWithout step={props.step} chosen={way()} onChoose={setWay} />
        </Choices>
        <Field
          label={messages.step.doWithoutReason}
          value={reason()}
          onInput={setReason}
          multiline
          maxLength={2000}
        />
      </SheetBody>
      <SheetFoot>
        <Button
          kind={way() === undefined ? 'soft' : 'ink'}
          grow
          disabled={way() === undefined}
          aria-busy={commands.busy()}
          onClick={() => void act()}
        >
          {action()}
        </Button>
      </SheetFoot>
    </>
  );
}
