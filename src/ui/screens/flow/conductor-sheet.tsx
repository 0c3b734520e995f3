/** Hands the whole flow to another conductor. */
import { createSignal } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { FlowView } from '../../../views/flow-view.ts';
import { createView } from '../../../client/household.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { PersonChoice } from '../shared/person-choice.tsx';

export function ConductorSheet(props: { readonly flow: FlowView; readonly onClose: () => void }) {
  const messages = useMessages();
  const people = createView(() => ({ kind: 'people' as const }));
  const { send, busy } = useCommands();
  const [chosen, setChosen] = createSignal<PersonId>();
  const candidates = () => (people()?.people ?? []).filter((person) => !person.outside);
  const name = () => candidates().find((person) => person.id === chosen())?.name;
  const hand = async (): Promise<void> => {
    const conductor = chosen();
    if (conductor === undefined) return;
    const result = await send(
      props.flow.run,
      { kind: 'changeConductor', conductor },
      { said: messages.flow.handedConductor(name() ?? messages.states.somebody) },
    );
    if (result.ok) props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead
        title={messages.flow.handConductorTitle}
        sub={messages.flow.handConductorHint}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <PersonChoice
          legend={messages.flow.handConductorTitle}
          people={candidates()}
          chosen={chosen()}
          onChoose={setChosen}
          taken={props.flow.conductor?.id}
          takenNote={messages.flow.conducts(props.flow.conductor?.isMe === true)}
        />
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          disabled={chosen() === undefined}
          aria-busy={busy()}
          onClick={() => void hand()}
        >
          {messages.flow.handConductorTo(name() ?? messages.states.somebody)}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
