/** Who is in which role; the way to change that. */
import { createSignal, For, Show } from 'solid-js';
import IconUsers from '~icons/lucide/users-round';
import type { RoleId } from '../../../model/ids.ts';
import type { PersonLine, RoleLine } from '../../../views/people-view.ts';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import styles from './people-screen.module.css';
import { RoleSheet } from './role-sheet.tsx';
import { useRoleWords } from './use-role-words.ts';

export function RolesCard(props: {
  readonly roles: readonly RoleLine[];
  readonly people: readonly PersonLine[];
}) {
  const words = useRoleWords();
  /** `null`: a new one. */
  const [open, setOpen] = createSignal<RoleId | null>();
  const opened = (): RoleLine | undefined => props.roles.find(({ id }) => id === open());
  const namesOf = (role: RoleLine): readonly string[] =>
    props.people.flatMap(({ id, name }) => (role.people.includes(id) ? [name] : []));
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <Section title={words.title}>
      <div class={styles.list}>
        <Card>
          <For each={props.roles}>
            {(role) => (
              <CardRow
                start={<IconUsers />}
                title={role.name}
                sub={words.people(namesOf(role))}
                end={
                  <Button size={40} aria-label={words.changeRole(role.name)} onClick={() => setOpen(role.id)}>
                    {words.change}
                  </Button>
                }
              />
            )}
          </For>
          <CardRow
            start={<Show when={props.roles.length === 0}>{<IconUsers />}</Show>}
            title={props.roles.length === 0 ? words.none : ''}
            end={
              <Button size={40} onClick={() => setOpen(null)}>
                {words.add}
              </Button>
            }
          />
        </Card>
      </div>
      <Show when={open() === null}>
        <RoleSheet role={null} people={props.people} onClose={close} />
      </Show>
      <Show when={opened()}>
        {(role) => <RoleSheet role={role()} people={props.people} onClose={close} />}
      </Show>
    </Section>
  );
}
