/** A person's first page: what they have, what is known of them, their name, and a way in for a device of theirs. */
import { createSignal, For, Show, untrack } from 'solid-js';
import IconLink from '~icons/lucide/link';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DeviceId } from '../../../model/ids.ts';
import type { DeviceLine, PersonLine } from '../../../views/people-view.ts';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { FailureNotice } from '../shared/failure-notice.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import { DeviceRow, useDeviceWords } from './device-row.tsx';
import devices from './devices.module.css';
import { Load } from './load.tsx';
import { PersonLines } from './person-lines.tsx';
import type { PersonPageName } from './person-pages.tsx';
import styles from './person-sheet.module.css';

export function PersonSheet(props: {
  readonly person: PersonLine;
  readonly devices: readonly DeviceLine[];
  readonly onInvite: () => void;
  readonly onDevice: (device: DeviceId) => void;
  readonly onRemove: (devices: readonly DeviceId[]) => void;
  readonly onGo: (page: PersonPageName) => void;
  readonly onClose: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const toasts = useToasts();
  const [name, setName] = createSignal(untrack(() => props.person.name));
  const [failure, setFailure] = createSignal<IntentFailure>();
  const [busy, setBusy] = createSignal(false);
  const app = useAppView();
  const mayChange = (): boolean => app()?.mayChange ?? true;
  const changed = (): boolean => name().trim() !== props.person.name;
  const device = (): string => {
    if (!props.person.joined) return messages.people.actForThem(props.person.name);
    return props.person.isMe ? messages.people.thisDevice : messages.people.hasJoined;
  };

  const rename = async (): Promise<void> => {
    if (!changed() || busy()) return;
    const wanted = name().trim();
    if (wanted === '') {
      setFailure({ type: 'emptyName' });
      return;
    }
    setBusy(true);
    const result = await household.intent({
      kind: 'changePerson',
      person: props.person.id,
      set: { name: wanted },
    });
    setBusy(false);
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    toasts.show({ text: messages.people.renamed(wanted) });
    props.onClose();
  };

  return (
    <>
      <SheetHead
        before={<Avatar face={props.person} size={40} />}
        title={
          props.person.isMe && props.person.name !== messages.people.you
            ? messages.people.youNamed(props.person.name)
            : props.person.name
        }
        sub={<Load person={props.person} />}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <p class={styles.facts}>
          {messages.people.comingUp(props.person.comingUp)}{' '}
          <Show when={!props.person.outside}>{device()}</Show>
        </p>
        <PersonLines person={props.person} onGo={props.onGo} />
        <Show when={props.devices.length > 0}>
          <PersonDevices {...props} />
        </Show>
        <Show when={mayChange()}>
          <Field
            label={messages.people.name}
            value={name()}
            onInput={(value) => {
              setName(value);
              setFailure(undefined);
            }}
            onEnter={() => void rename()}
            enterKeyHint="done"
            maxLength={longestName}
            invalid={failure() !== undefined}
          />
        </Show>
        <FailureNotice failure={failure()} />
      </SheetBody>
      <SheetFoot>
        <Show when={!props.person.outside && mayChange()}>
          <Button kind={changed() ? 'plain' : 'ink'} grow wraps onClick={() => props.onInvite()}>
            <IconLink />
            {props.person.joined ? messages.people.inviteDevice : messages.people.invite(props.person.name)}
          </Button>
        </Show>
        <Show when={changed()}>
          <Button kind="ink" grow aria-busy={busy()} onClick={() => void rename()}>
            {messages.people.save}
          </Button>
        </Show>
      </SheetFoot>
    </>
  );
}

function PersonDevices(props: {
  readonly person: PersonLine;
  readonly devices: readonly DeviceLine[];
  readonly onDevice: (device: DeviceId) => void;
  readonly onRemove: (devices: readonly DeviceId[]) => void;
}) {
  const words = useDeviceWords();
  const app = useAppView();
  return (
    <section class={devices.group}>
      <h3 class={devices.whose}>{words.devices}</h3>
      <ul>
        <For each={props.devices}>
          {(device) => <DeviceRow device={device} onOpen={() => props.onDevice(device.id)} />}
        </For>
      </ul>
      <Show when={!props.person.isMe && (app()?.mayChange ?? true)}>
        <Button size={48} wraps onClick={() => props.onRemove(props.devices.map(({ id }) => id))}>
          {words.removePerson(props.person.name)}
        </Button>
      </Show>
    </section>
  );
}
