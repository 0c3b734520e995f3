/** People: who has how much, who has joined, and the invites that are out. */
import { useLocation, useNavigate } from '@solidjs/router';
import { createSignal, For, lazy, Show, Suspense } from 'solid-js';
import IconSettings from '~icons/lucide/settings';
import IconUserPlus from '~icons/lucide/user-plus';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DeviceId, PersonId } from '../../../model/ids.ts';
import type { DeviceLine, PeopleView, PersonLine } from '../../../views/people-view.ts';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useIsMember } from '../../access.ts';
import { Button, IconLink } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { paths, personFromFragment } from '../../routes.ts';
import { KeepCard } from '../settings/keep-card.tsx';
import { NameSheet } from '../shared/name-sheet.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { AccessCard } from './access-card.tsx';
import { AccessSheet } from './access-sheet.tsx';
import { DeviceSheet } from './device-sheet.tsx';
import { HolidaysCard } from './holidays-card.tsx';
import { InviteCard } from './invite-card.tsx';
import { InviteList } from './invite-list.tsx';
import type { Invited } from './invite-facts.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import styles from './people-screen.module.css';
import { PersonPages } from './person-pages.tsx';
import { PersonRow } from './person-row.tsx';
import { RemovalSheet } from './removal-sheet.tsx';

const RolesCard = lazy(async () => ({ default: (await import('./roles-card.tsx')).RolesCard }));
const HolidaysSheet = lazy(async () => ({
  default: (await import('./holidays-sheet.tsx')).HolidaysSheet,
}));

type Open =
  | { readonly sheet: 'add' }
  | { readonly sheet: 'person'; readonly id: PersonId }
  | { readonly sheet: 'invite'; readonly person: Invited }
  | { readonly sheet: 'holidays' }
  | { readonly sheet: 'access' }
  | { readonly sheet: 'device'; readonly id: DeviceId }
  | { readonly sheet: 'remove'; readonly devices: readonly DeviceId[] };

export function PeopleScreen() {
  const messages = useMessages();
  const toasts = useToasts();
  const household = useHousehold();
  const view = createView(() => ({ kind: 'people' as const }));
  const [open, setOpen] = createSignal<Open>();
  const location = useLocation();
  const navigate = useNavigate();
  /** Whom the address names, until something else is opened. */
  const asked = () => personFromFragment(location.hash);
  const close = (): void => {
    setOpen(undefined);
    if (asked() !== null) navigate(paths.people, { replace: true, scroll: false });
  };
  const invite = (person: Invited): void => {
    setOpen({ sheet: 'invite', person });
  };
  const add = async (name: string): Promise<true | IntentFailure> => {
    const result = await household.intent({ kind: 'addPerson', person: { name } });
    if (!result.ok) return result.error;
    const { person } = result.value;
    toasts.show({
      text: messages.people.added(name),
      ...(person !== undefined && {
        action: {
          label: messages.people.invite(name),
          run: () => invite({ id: person, name, isMe: false }),
        },
      }),
    });
    return true;
  };
  const sheet = <Name extends Open['sheet']>(name: Name) => {
    const now = open();
    return now?.sheet === name ? (now as Extract<Open, { sheet: Name }>) : undefined;
  };
  const opened = (): PersonLine | undefined =>
    view()?.people.find((person) => person.id === (open() === undefined ? asked() : sheet('person')?.id));

  const openedDevice = (): DeviceLine | undefined =>
    view()?.devices.find((device) => device.id === sheet('device')?.id);
  const devicesOf = (person: PersonLine): readonly DeviceLine[] =>
    view()?.devices.filter((device) => device.person?.id === person.id) ?? [];
  const openDevice = (id: DeviceId): void => {
    setOpen({ sheet: 'device', id });
  };
  const removeAll = (devices: readonly DeviceId[]): void => {
    setOpen({ sheet: 'remove', devices });
  };

  return (
    <div class={styles.screen}>
      <PageHead title={messages.people.title}>
        <span class={styles.settings}>
          <IconLink href={paths.settings} label={messages.frame.settings}>
            <IconSettings />
          </IconLink>
        </span>
      </PageHead>
      <Show when={view()} fallback={<Skeleton label={messages.frame.loading} />}>
        {(people) => <Everybody people={people()} onOpen={setOpen} onInvite={invite} />}
      </Show>
      <Show when={sheet('add')}>
        <NameSheet
          title={messages.people.add}
          hint={messages.people.addHint}
          label={messages.people.name}
          action={messages.people.add}
          onName={add}
          onClose={close}
        />
      </Show>
      <Show when={view()}>
        {(people) => (
          <Show when={opened()}>
            {(person) => (
              <PersonPages
                view={people()}
                person={person()}
                devices={devicesOf(person())}
                onInvite={() => invite(person())}
                onDevice={openDevice}
                onRemove={removeAll}
                onClose={close}
              />
            )}
          </Show>
        )}
      </Show>
      <Show when={sheet('holidays') && view()}>
        {(people) => (
          <Suspense>
            <HolidaysSheet holidays={people().holidays} onClose={close} />
          </Suspense>
        )}
      </Show>
      <Show when={sheet('access') && view()}>
        {(people) => <AccessSheet people={people()} onOpen={openDevice} onClose={close} />}
      </Show>
      <Show when={openedDevice()}>
        {(device) => (
          <DeviceSheet device={device()} onRemove={() => removeAll([device().id])} onClose={close} />
        )}
      </Show>
      <Show when={sheet('remove')} keyed>
        {({ devices }) => (
          <Show when={view()}>
            {(people) => <RemovalSheet people={people()} devices={devices} onClose={close} />}
          </Show>
        )}
      </Show>
      <Show when={sheet('invite')} keyed>
        {({ person }) => <InviteSheet person={person} me={view()?.me ?? null} onClose={close} />}
      </Show>
    </div>
  );
}

function Everybody(props: {
  readonly people: PeopleView;
  readonly onOpen: (open: Open) => void;
  readonly onInvite: (person: Invited) => void;
}) {
  const messages = useMessages();
  const members = (): readonly PersonLine[] => props.people.people.filter((person) => !person.outside);
  const isOut = (): boolean => props.people.access === 'removed' || props.people.access === 'leftBehind';
  const alone = (): boolean => props.people.people.length === 1;
  const isMember = useIsMember();
  const add = (): void => props.onOpen({ sheet: 'add' });
  return (
    <>
      <p class={styles.summary}>
        <Show when={props.people.spaceName}>{(name) => <b>{name()}</b>}</Show>
        {messages.people.summary(members().length, members().filter((person) => person.joined).length)}
      </p>
      <div class={styles.columns}>
        <div>
          <ul>
            <For each={props.people.people}>
              {(person) => (
                <PersonRow person={person} onOpen={() => props.onOpen({ sheet: 'person', id: person.id })} />
              )}
            </For>
            <Show when={!alone() && isMember()}>
              <li class={styles.add}>
                <button type="button" class={styles.addButton} onClick={add}>
                  <span class={styles.addIcon}>
                    <IconUserPlus />
                  </span>
                  {messages.people.add}
                </button>
              </li>
            </Show>
          </ul>
        </div>
        <div>
          <Show when={isMember()}>
            <Show
              when={!alone()}
              fallback={
                <EmptyState title={messages.people.aloneTitle} hint={messages.people.aloneHint}>
                  <Button kind="ink" onClick={add}>
                    <IconUserPlus />
                    {messages.people.add}
                  </Button>
                </EmptyState>
              }
            >
              <InviteCard people={members().filter((person) => !person.joined)} onInvite={props.onInvite} />
            </Show>
          </Show>
          <Show when={isMember()}>
            <HolidaysCard
              holidays={props.people.holidays}
              onOpen={() => props.onOpen({ sheet: 'holidays' })}
            />
          </Show>
          <Show when={isMember() && (!alone() || props.people.roles.length > 0)}>
            <Suspense>
              <RolesCard roles={props.people.roles} people={props.people.people} />
            </Suspense>
          </Show>
          {/* A copy does not know any more who has access. */}
          <Show when={props.people.devices.length > 0 && !isOut()}>
            <AccessCard people={props.people} onOpen={() => props.onOpen({ sheet: 'access' })} />
          </Show>
          <Show when={isMember()}>
            <InviteList invites={props.people.invites} />
          </Show>
          <KeepCard
            handedOver={
              props.people.invites.length > 0 ||
              props.people.people.some((person) => !person.isMe && person.holding > 0)
            }
          />
        </div>
      </div>
    </>
  );
}
