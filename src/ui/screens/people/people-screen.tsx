/** Who holds how much, adding and renaming people, and inviting them. */
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import IconPencil from '~icons/lucide/pencil';
import IconSend from '~icons/lucide/send';
import IconUserPlus from '~icons/lucide/user-plus';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { InviteLine, PeopleView, PersonLine } from '../../../views/people-view.ts';
import type { Tone } from '../../../views/shared.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Beads } from '../../kit/beads.tsx';
import { Button, IconButton } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Section } from '../../kit/section.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import { KeepCard } from '../settings/keep-card.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { NameSheet } from './name-sheet.tsx';
import styles from './people-screen.module.css';

type Opened =
  | { readonly kind: 'add' }
  | { readonly kind: 'rename'; readonly person: PersonLine }
  | { readonly kind: 'invite'; readonly person: PersonLine };

export function PeopleScreen() {
  const messages = useMessages();
  const view = createView(() => ({ kind: 'people' as const }));
  const [opened, setOpened] = createSignal<Opened>();
  const close = (): void => {
    setOpened(undefined);
  };
  const opens = <Kind extends Opened['kind']>(kind: Kind) => {
    const now = opened();
    return now?.kind === kind ? (now as Extract<Opened, { kind: Kind }>) : undefined;
  };
  return (
    <div class={styles.screen}>
      <PageHead title={messages.people.title} />
      <Show when={view()} fallback={<Skeleton label={messages.frame.loading} />}>
        {(people) => (
          <>
            <Show when={people().spaceName}>{(name) => <p class={styles.space}>{name()}</p>}</Show>
            <ul aria-label={messages.people.title}>
              <For each={people().people}>
                {(person) => (
                  <PersonRow
                    person={person}
                    onRename={() => setOpened({ kind: 'rename', person })}
                    onInvite={() => setOpened({ kind: 'invite', person })}
                  />
                )}
              </For>
            </ul>
            <Show when={people().people.length === 1}>
              <EmptyState title={messages.people.alone} hint={messages.people.aloneHint} />
            </Show>
            <div class={styles.add}>
              <Button onClick={() => setOpened({ kind: 'add' })}>
                <IconUserPlus />
                {messages.people.add}
              </Button>
            </div>
            <Invites view={people()} />
            <KeepCard view={people()} />
            <Switch>
              <Match when={opens('add')}>
                <NameSheet onClose={close} />
              </Match>
              <Match when={opens('rename')}>
                {(rename) => <NameSheet person={rename().person} onClose={close} />}
              </Match>
              <Match when={opens('invite')}>
                {(invite) => (
                  <InviteSheet
                    person={invite().person}
                    me={people().me}
                    spaceName={people().spaceName}
                    onClose={close}
                  />
                )}
              </Match>
            </Switch>
          </>
        )}
      </Show>
    </div>
  );
}

function PersonRow(props: {
  readonly person: PersonLine;
  readonly onRename: () => void;
  readonly onInvite: () => void;
}) {
  const messages = useMessages();
  const tone = (): Tone | undefined => {
    if (props.person.late > 0) return 'late';
    if (props.person.stuck > 0) return 'stuck';
    return props.person.isMe && props.person.holding > 0 ? 'turn' : undefined;
  };
  const load = () => messages.people.load(props.person);
  return (
    <li class={styles.row}>
      <Avatar face={props.person} size={40} />
      <span class={styles.text}>
        <b class={styles.name}>
          {props.person.isMe ? messages.people.you(props.person.name) : props.person.name}
        </b>
        <span class={styles.load}>
          <Show when={tone()} fallback={load()}>
            {(shown) => <ToneText tone={shown()}>{load()}</ToneText>}
          </Show>
          <Show when={!props.person.isMe && !props.person.outside && !props.person.joined}>
            <span> · {messages.people.noDevice}</span>
          </Show>
        </span>
        <Beads beads={props.person.beads} />
      </span>
      <IconButton label={messages.people.renameNamed(props.person.name)} onClick={props.onRename}>
        <IconPencil />
      </IconButton>
      <Show when={!props.person.outside && !props.person.isMe}>
        <Button
          size={40}
          aria-label={
            props.person.joined
              ? messages.people.inviteAgainNamed(props.person.name)
              : messages.people.inviteNamed(props.person.name)
          }
          onClick={() => props.onInvite()}
        >
          {messages.people.invite}
        </Button>
      </Show>
    </li>
  );
}

function Invites(props: { readonly view: PeopleView }) {
  const messages = useMessages();
  const household = useHousehold();
  const toasts = useToasts();
  const now = useNow();
  const { sayFailed } = useCommands();
  const takeBack = async (invite: InviteLine): Promise<void> => {
    const result = await household.intent({ kind: 'revokeInvite', invite: invite.id });
    if (result.ok) toasts.show({ text: messages.people.takenBack });
    else sayFailed(result.error);
  };
  return (
    <Show when={props.view.invites.length > 0}>
      <Section title={messages.people.invites}>
        <ul>
          <For each={props.view.invites}>
            {(invite) => (
              <li class={styles.invite} data-state={invite.state}>
                <IconSend />
                <span class={styles.text}>
                  <b>{messages.people.inviteFor(invite.person?.name ?? null)}</b>
                  <span class={styles.load}>
                    {messages.people.inviteState(invite.state, invite.expiresAt, now())}
                  </span>
                </span>
                <Show when={invite.state === 'open'}>
                  <Button
                    size={40}
                    aria-label={messages.people.takeBackFor(invite.person?.name ?? null)}
                    onClick={() => void takeBack(invite)}
                  >
                    {messages.people.takeBack}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  );
}
