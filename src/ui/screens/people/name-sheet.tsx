/** One name: of somebody new, or a better one for somebody known. */
import { createSignal } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonView } from '../../../views/shared.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { useToasts } from '../../kit/toast.tsx';

export function NameSheet(props: { readonly person?: PersonView; readonly onClose: () => void }) {
  const messages = useMessages();
  const household = useHousehold();
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  // The sheet opens for one person and closes before another one's opens.
  const person = () => props.person;
  const [name, setName] = createSignal(person()?.name ?? '');
  const save = async (): Promise<void> => {
    const known = person();
    const result = await household.intent(
      known === undefined
        ? { kind: 'addPerson', person: { name: name().trim() } }
        : { kind: 'renamePerson', person: known.id, name: name().trim() },
    );
    if (!result.ok) {
      sayFailed(result.error);
      return;
    }
    toasts.show({ text: known === undefined ? messages.people.added(name().trim()) : messages.people.saved });
    props.onClose();
  };
  return (
    <Sheet onClose={props.onClose} place="centre">
      <SheetHead
        title={
          props.person === undefined
            ? messages.people.addTitle
            : messages.people.renameTitle(props.person.name)
        }
        {...(props.person === undefined && { sub: messages.people.addHint })}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <Field
          label={messages.people.name}
          value={name()}
          maxLength={60}
          enterKeyHint="done"
          onInput={setName}
          onEnter={() => void save()}
          ref={(element) => queueMicrotask(() => element.focus())}
        />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow onClick={() => void save()}>
          {props.person === undefined ? messages.people.addIt : messages.people.save}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
