/** Gives the step to somebody else, with a note for them. */
import { createSignal, type JSX } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { PersonChoice } from '../shared/person-choice.tsx';
import { useStepCommands } from './step-commands.ts';

export function HandOverPage(props: {
  readonly step: StepView;
  readonly before?: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const commands = useStepCommands(() => props.step);
  const [chosen, setChosen] = createSignal<PersonId>();
  const [note, setNote] = createSignal('');
  const person = () => props.step.people.find((candidate) => candidate.id === chosen());
  const hand = async (): Promise<void> => {
    const to = person();
    if (to === undefined) return;
    if (await commands.handTo(to.id, to.isMe ? messages.states.you : to.name, note())) props.onDone();
  };
  const action = (): string => {
    const to = person();
    if (to === undefined) return messages.step.handOverTitle;
    return to.isMe ? messages.step.takeBack : messages.step.passTo(to.name);
  };
  return (
    <>
      <SheetHead
        title={messages.step.handOverTitle}
        sub={props.step.title}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <PersonChoice
          legend={messages.step.handOverTitle}
          people={props.step.people}
          chosen={chosen()}
          onChoose={setChosen}
          taken={props.step.holder?.id}
          takenNote={messages.step.hasItNow(props.step.holder?.isMe === true)}
        />
        <Field
          label={messages.step.handOverNote}
          placeholder={messages.step.handOverNoteHint}
          value={note()}
          onInput={setNote}
          multiline
        />
      </SheetBody>
      <SheetFoot>
        <Button
          kind={props.step.tone === 'turn' ? 'turn' : 'ink'}
          grow
          disabled={person() === undefined}
          aria-busy={commands.busy()}
          onClick={() => void hand()}
        >
          {action()}
        </Button>
      </SheetFoot>
    </>
  );
}
