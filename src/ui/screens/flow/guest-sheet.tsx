/** Invites a guest to this flow: somebody who is not in the household, known or new, and then their link. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import IconUserPlus from '~icons/lucide/user-plus';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { FlowView } from '../../../views/flow-view.ts';
import { useCommands } from '../../commands.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { Choice, Choices } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import type { Invited } from '../people/invite-facts.tsx';
import { InviteSheet } from '../people/invite-sheet.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import { useGuestWords } from './use-guest-words.ts';

export function GuestSheet(props: { readonly flow: FlowView; readonly onClose: () => void }) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useGuestWords();
  const { sayFailed } = useCommands();
  const people = createView(() => ({ kind: 'people' as const }));
  const [chosen, setChosen] = createSignal<PersonId | 'new'>();
  const [name, setName] = createSignal('');
  const [invited, setInvited] = createSignal<Invited>();
  const [busy, setBusy] = createSignal(false);
  // Whoever is here already needs no link, and nobody may speak under their name.
  const candidates = createMemo(() => people()?.people.filter(({ joined, isMe }) => !joined && !isMe) ?? []);
  const isNew = (): boolean => chosen() === 'new' || candidates().length === 0;
  const ready = (): boolean => (isNew() ? name().trim() !== '' : chosen() !== undefined);

  const go = async (): Promise<void> => {
    if (busy() || !ready()) return;
    const known = candidates().find(({ id }) => id === chosen());
    if (!isNew() && known !== undefined) {
      setInvited({ id: known.id, name: known.name, isMe: false });
      return;
    }
    setBusy(true);
    const wanted = name().trim();
    const result = await household.intent({ kind: 'addPerson', person: { name: wanted } });
    setBusy(false);
    if (!result.ok) sayFailed(result.error);
    else if (result.value.person !== undefined)
      setInvited({ id: result.value.person, name: wanted, isMe: false });
  };

  return (
    <Show
      when={invited()}
      keyed
      fallback={
        <Sheet place="centre" onClose={props.onClose}>
          <SheetHead title={words.inviteTitle} sub={words.inviteHint} closeLabel={messages.frame.close} />
          <SheetBody>
            <Show when={candidates().length > 0}>
              <Choices legend={words.choose}>
                <For each={candidates()}>
                  {(person) => (
                    <Choice
                      face={<Avatar face={person} />}
                      title={person.name}
                      checked={chosen() === person.id}
                      onChoose={() => setChosen(person.id)}
                    />
                  )}
                </For>
                <Choice
                  face={<IconUserPlus />}
                  title={words.newName}
                  checked={chosen() === 'new'}
                  onChoose={() => setChosen('new')}
                />
              </Choices>
            </Show>
            <Show when={isNew()}>
              <Field
                label={words.newNameHint}
                value={name()}
                onInput={setName}
                onEnter={() => void go()}
                maxLength={longestName}
              />
            </Show>
          </SheetBody>
          <SheetFoot>
            <Button kind="ink" grow disabled={!ready()} aria-busy={busy()} onClick={() => void go()}>
              {words.go}
            </Button>
          </SheetFoot>
        </Sheet>
      }
    >
      {(person) => (
        <InviteSheet
          person={person}
          me={people()?.me ?? null}
          gift={{ gives: { kind: 'guest', run: props.flow.run }, flow: props.flow.title }}
          onClose={props.onClose}
        />
      )}
    </Show>
  );
}
