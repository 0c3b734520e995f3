/** Every device that has access, by the person who holds it. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DeviceId } from '../../../model/ids.ts';
import type { DeviceLine, PeopleView } from '../../../views/people-view.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetHead } from '../../kit/sheet-parts.tsx';
import { DeviceRow, useDeviceWords } from './device-row.tsx';
import styles from './devices.module.css';

interface Holder {
  readonly person: DeviceLine['person'];
  readonly devices: readonly DeviceLine[];
}

function byHolder(devices: readonly DeviceLine[]): readonly Holder[] {
  const ids = [...new Set(devices.map(({ person }) => person?.id))];
  return ids.map((id) => {
    const theirs = devices.filter(({ person }) => person?.id === id);
    return { person: theirs[0]?.person ?? null, devices: theirs };
  });
}

export function AccessSheet(props: {
  readonly people: PeopleView;
  readonly onOpen: (device: DeviceId) => void;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const words = useDeviceWords();
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.title} sub={words.hint} closeLabel={messages.frame.close} />
      <SheetBody>
        <For each={byHolder(props.people.devices)}>
          {(holder) => (
            <section class={styles.group}>
              <h3 class={styles.whose}>
                <Show when={holder.person} fallback={words.nobodys}>
                  {(person) => (
                    <>
                      <Avatar face={person()} size={24} />
                      {person().name}
                    </>
                  )}
                </Show>
              </h3>
              <ul>
                <For each={holder.devices}>
                  {(device) => <DeviceRow device={device} onOpen={() => props.onOpen(device.id)} />}
                </For>
              </ul>
            </section>
          )}
        </For>
      </SheetBody>
    </Sheet>
  );
}
