/** When the step is due: a day, and a time when it matters. */
import { createSignal, type JSX, Show, untrack } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { useStepCommands } from './step-commands.ts';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';

export function DuePage(props: {
  readonly step: StepView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const commands = useStepCommands(() => props.step);
  const due = untrack(() => props.step.due);
  const [day, setDay] = createSignal(due === null ? '' : messages.formats.inputDate(due.at));
  const [time, setTime] = createSignal(due?.hasTime === true ? messages.formats.inputTime(due.at) : '');
  const save = async (): Promise<void> => {
    const rule = { kind: 'date' as const, date: day(), ...(time() !== '' && { time: time() }) };
    if (await commands.setDue(rule)) props.onDone();
  };
  const remove = async (): Promise<void> => {
    if (await commands.setDue(null)) props.onDone();
  };
  return (
    <>
      <SheetPageHead title={messages.step.changeDue} sub={props.step.title} before={props.before} />
      <SheetBody>
        <Field label={messages.step.dueDay} type="date" value={day()} onInput={setDay} />
        <Field label={messages.step.dueTime} type="time" value={time()} onInput={setTime} />
        <p>{messages.step.dueHint}</p>
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          disabled={day() === ''}
          aria-busy={commands.busy()}
          onClick={() => void save()}
        >
          {messages.step.saveDue}
        </Button>
        <Show when={due !== null}>
          <Button onClick={() => void remove()}>{messages.step.removeDue}</Button>
        </Show>
      </SheetFoot>
    </>
  );
}
