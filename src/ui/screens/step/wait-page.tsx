/** Waits for somebody or something outside: the step is nobody's turn until they answer. */
import { createSignal, type JSX } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { useStepCommands, type WaitedFor } from './step-commands.ts';
import styles from './step-parts.module.css';
import { WaitedForFields } from './waited-for-fields.tsx';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';

export function WaitPage(props: {
  readonly step: StepView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const commands = useStepCommands(() => props.step);
  const [target, setTarget] = createSignal<WaitedFor>({ on: '', person: null });
  const named = () => target().on.trim();
  const wait = async (): Promise<void> => {
    if (named() !== '' && (await commands.waitFor(target()))) props.onDone();
  };
  return (
    <>
      <SheetPageHead title={messages.waiting.startTitle} sub={props.step.title} before={props.before} />
      <SheetBody>
        <p class={styles.none}>{messages.waiting.startHint}</p>
        <WaitedForFields people={props.step.people} value={target()} onChange={setTarget} />
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          wraps
          disabled={named() === ''}
          aria-busy={commands.busy()}
          onClick={() => void wait()}
        >
          {named() === '' ? messages.waiting.startAction : messages.waiting.startNamed(named())}
        </Button>
      </SheetFoot>
    </>
  );
}
