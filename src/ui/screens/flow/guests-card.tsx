/** Who has a link to this flow alone, and the way to end it. */
import { createSignal, For, Show } from 'solid-js';
import IconUser from '~icons/lucide/user-round';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FlowView } from '../../../views/flow-view.ts';
import { useCommands } from '../../commands.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { useGuestWords } from './use-guest-words.ts';

type Guest = FlowView['guests'][number];

export function GuestsCard(props: { readonly flow: FlowView }) {
  const messages = useMessages();
  const words = useGuestWords();
  const [ending, setEnding] = createSignal<Guest>();
  const nameOf = (guest: Guest): string => guest.person?.name ?? messages.states.somebody;
  return (
    <section aria-label={words.guests}>
      <Card>
        <For each={props.flow.guests}>
          {(guest) => (
            <CardRow
              start={
                <Show when={guest.person} fallback={<IconUser />}>
                  {(person) => <Avatar face={person()} size={40} />}
                </Show>
              }
              title={nameOf(guest)}
              sub={guest.here ? words.here : words.invited}
              end={
                <Button size={40} aria-label={words.endFor(nameOf(guest))} onClick={() => setEnding(guest)}>
                  {words.end}
                </Button>
              }
            />
          )}
        </For>
      </Card>
      <Show when={ending()} keyed>
        {(guest) => (
          <EndSheet
            flow={props.flow}
            guest={guest}
            name={nameOf(guest)}
            others={props.flow.guests.filter(({ id }) => id !== guest.id).map(nameOf)}
            onClose={() => setEnding(undefined)}
          />
        )}
      </Show>
    </section>
  );
}

function EndSheet(props: {
  readonly flow: FlowView;
  readonly guest: Guest;
  readonly name: string;
  readonly others: readonly string[];
  readonly onClose: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useGuestWords();
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  const [busy, setBusy] = createSignal(false);
  const end = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const { run } = props.flow;
    const result = await household.intent({ kind: 'revokeGuest', run, guest: props.guest.id });
    setBusy(false);
    if (result.ok) toasts.show({ text: words.ended(props.name) });
    else sayFailed(result.error);
    props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.endTitle(props.name)} closeLabel={messages.frame.close} />
      <SheetBody>
        <p>{words.endHint(props.name)}</p>
        <Show when={props.others.length > 0}>
          <p>{words.endOthers(props.others)}</p>
        </Show>
      </SheetBody>
      <SheetFoot>
        <Button grow onClick={() => props.onClose()}>
          {words.keep}
        </Button>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void end()}>
          {words.end}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
