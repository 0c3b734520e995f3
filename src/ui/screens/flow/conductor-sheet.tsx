/** Hands the whole flow to another conductor. */
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FlowView } from '../../../views/flow-view.ts';
import type { PersonView } from '../../../views/shared.ts';
import { useCommands } from '../../commands.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { HandToPage } from '../shared/hand-to-page.tsx';

export function ConductorSheet(props: { readonly flow: FlowView; readonly onClose: () => void }) {
  const messages = useMessages();
  const people = createView(() => ({ kind: 'people' as const }));
  const { send, busy } = useCommands();
  const hand = async ({ id, name }: PersonView): Promise<void> => {
    const result = await send(
      props.flow.run,
      { kind: 'changeConductor', conductor: id },
      { said: messages.flow.handedConductor(name) },
    );
    if (result.ok) props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <HandToPage
        title={messages.flow.handConductorTitle}
        sub={messages.flow.handConductorHint}
        people={(people()?.people ?? []).filter((person) => !person.outside)}
        taken={props.flow.conductor?.id}
        takenNote={messages.flow.conducts(props.flow.conductor?.isMe === true)}
        action={(to) => messages.flow.handConductorTo(to.name)}
        busy={busy()}
        onHand={(to) => void hand(to)}
      />
    </Sheet>
  );
}
