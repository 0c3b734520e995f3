/** Gives the step to somebody else, with a note for them. */
import { createSignal, type JSX } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonView } from '../../../views/shared.ts';
import type { StepView } from '../../../views/step-view.ts';
import { Field } from '../../kit/field.tsx';
import { HandToPage } from '../shared/hand-to-page.tsx';
import { useStepCommands } from './step-commands.ts';

export function HandOverPage(props: {
  readonly step: StepView;
  readonly before?: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const commands = useStepCommands(() => props.step);
  const [note, setNote] = createSignal('');
  const hand = async (to: PersonView): Promise<void> => {
    if (await commands.handTo(to.id, to.isMe ? messages.states.you : to.name, note())) props.onDone();
  };
  return (
    <HandToPage
      title={messages.step.handOverTitle}
      sub={props.step.title}
      before={props.before}
      people={props.step.people}
      taken={props.step.holder?.id}
      takenNote={messages.step.hasItNow(props.step.holder?.isMe === true)}
      action={(to) => (to.isMe ? messages.step.takeBack : messages.step.passTo(to.name))}
      kind={props.step.tone === 'turn' ? 'turn' : 'ink'}
      busy={commands.busy()}
      onHand={(to) => void hand(to)}
    >
      <Field
        label={messages.step.handOverNote}
        placeholder={messages.step.handOverNoteHint}
        value={note()}
        onInput={setNote}
        multiline
      />
    </HandToPage>
  );
}
