/** One role: what it is called and who is in it. Removing it says first what becomes of its steps. */
import { createSignal, For, Show, untrack } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { PersonLine, RoleLine } from '../../../views/people-view.ts';
import type { Intent } from '../../../worker/messages.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Tick } from '../../kit/tick.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import { useRoleWords } from './use-role-words.ts';

export function RoleSheet(props: {
  /** Null: one that is being made. */
  readonly role: RoleLine | null;
  readonly people: readonly PersonLine[];
  readonly onClose: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useRoleWords();
  const { sayFailed } = useCommands();
  const [name, setName] = createSignal(untrack(() => props.role?.name ?? ''));
  const [chosen, setChosen] = createSignal<ReadonlySet<PersonId>>(
    untrack(() => new Set(props.role?.people ?? [])),
  );
  const [removing, setRemoving] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const choose = (person: PersonId, isIn: boolean): void => {
    const next = new Set(chosen());
    if (isIn) next.add(person);
    else next.delete(person);
    setChosen(next);
  };
  const give = async (intent: Intent): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const result = await household.intent(intent);
    setBusy(false);
    if (result.ok) props.onClose();
    else sayFailed(result.error);
  };
  const save = (): void => {
    if (name().trim() === '') return;
    const people = props.people.flatMap(({ id }) => (chosen().has(id) ? [id] : []));
    const role = props.role === null ? {} : { role: props.role.id };
    void give({ kind: 'saveRole', ...role, name: name().trim(), people });
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={props.role?.name ?? words.add} sub={words.hint} closeLabel={messages.frame.close} />
      <Show
        when={removing() ? props.role : null}
        fallback={
          <>
            <SheetBody>
              <Field
                label={words.name}
                value={name()}
                placeholder={words.namePlaceholder}
                onInput={setName}
                onEnter={save}
                maxLength={longestName}
              />
              <fieldset>
                <legend>{words.who}</legend>
                <For each={props.people}>
                  {(person) => (
                    <Tick
                      label={person.name}
                      checked={chosen().has(person.id)}
                      onChange={(isIn) => choose(person.id, isIn)}
                    />
                  )}
                </For>
              </fieldset>
            </SheetBody>
            <SheetFoot>
              <Show when={props.role !== null}>
                <Button kind="ghost" onClick={() => setRemoving(true)}>
                  {words.remove}
                </Button>
              </Show>
              <Button kind="ink" grow disabled={name().trim() === '' || busy()} onClick={save}>
                {words.save}
              </Button>
            </SheetFoot>
          </>
        }
      >
        {(role) => (
          <>
            <SheetBody>
              <Notice
                start={<IconTriangleAlert />}
                what={words.removeWhat(role().name)}
                wayOut={words.removeHint}
              />
            </SheetBody>
            <SheetFoot>
              <Button onClick={() => setRemoving(false)}>{words.keep}</Button>
              <Button
                kind="ink"
                grow
                disabled={busy()}
                onClick={() => void give({ kind: 'removeRole', role: role().id })}
              >
                {words.removeIt}
              </Button>
            </SheetFoot>
          </>
        )}
      </Show>
    </Sheet>
  );
}
