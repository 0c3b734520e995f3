/** Who does what, before a flow starts: me, somebody known, somebody new, or nobody yet. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PartDefinition } from '../../../model/workflow.ts';
import type { RoleLine } from '../../../views/people-view.ts';
import type { PersonView } from '../../../views/shared.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Pills } from '../../kit/pills.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import type { PartPick, PartPicks } from './parts.ts';

export function PartsSheet(props: {
  readonly parts: readonly PartDefinition[];
  readonly picks: PartPicks;
  readonly people: readonly PersonView[];
  readonly roles: readonly RoleLine[];
  readonly onPick: (part: string, pick: PartPick) => void;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const others = () => props.people.filter((person) => !person.isMe);
  const pickAt = (part: string): PartPick => props.picks[part] ?? { kind: 'later' };
  const keyOf = (pick: PartPick): string =>
    pick.kind === 'person' ? `person:${pick.person}` : pick.kind === 'role' ? `role:${pick.role}` : pick.kind;
  const pills = () => [
    { value: 'me', label: messages.start.partMe },
    ...others().map((person) => ({ value: `person:${person.id}`, label: person.name })),
    ...props.roles.map((role) => ({ value: `role:${role.id}`, label: messages.states.anyone(role.name) })),
    { value: 'new', label: messages.start.partNew },
    { value: 'later', label: messages.start.partLater },
  ];
  const choose = (part: string, key: string): void => {
    const person = others().find((other) => `person:${other.id}` === key);
    const role = props.roles.find((each) => `role:${each.id}` === key);
    if (person !== undefined) props.onPick(part, { kind: 'person', person: person.id });
    else if (role !== undefined) props.onPick(part, { kind: 'role', role: role.id });
    else if (key === 'me' || key === 'later') props.onPick(part, { kind: key });
    else props.onPick(part, { kind: 'new', name: '' });
  };
  const newName = (part: string): string | null => {
    const pick = pickAt(part);
    return pick.kind === 'new' ? pick.name : null;
  };
  return (
    <Sheet onClose={props.onClose}>
      <SheetHead title={messages.start.people} closeLabel={messages.frame.close} />
      <SheetBody>
        <For each={props.parts}>
          {(part) => (
            <div>
              <Pills
                legend={part.name}
                pills={pills()}
                chosen={keyOf(pickAt(part.id))}
                onChoose={(key) => choose(part.id, key)}
              />
              <Show when={newName(part.id) !== null}>
                <p />
                <Field
                  label={messages.start.newName(part.name)}
                  value={newName(part.id) ?? ''}
                  maxLength={60}
                  onInput={(name) => props.onPick(part.id, { kind: 'new', name })}
                  ref={(element) => queueMicrotask(() => element.focus())}
                />
              </Show>
            </div>
          )}
        </For>
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow onClick={() => props.onClose()}>
          {messages.start.peopleDone}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
