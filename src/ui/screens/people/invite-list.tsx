/** Invites that are out, and the latest that are over. */
import { createSignal, For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import IconMail from '~icons/lucide/mail';
import type { InviteLine } from '../../../views/people-view.ts';
import { useIsMember } from '../../access.ts';
import { joinWords } from '../shared/step-words.ts';
import { useInviteKindWords } from './use-invite-kind-words.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import styles from './people-screen.module.css';
import { useTakeBack } from './take-back.ts';

/** How many that are over stay in sight. */
const shownOver = 3;

export function InviteList(props: { readonly invites: readonly InviteLine[] }) {
  const messages = useMessages();
  const lines = (): readonly InviteLine[] => [
    ...props.invites.filter((invite) => invite.state === 'open'),
    ...props.invites.filter((invite) => invite.state !== 'open').slice(0, shownOver),
  ];
  return (
    <Show when={lines().length > 0}>
      <Section title={messages.people.invites}>
        <div class={styles.list}>
          <Card>
            <For each={lines()}>{(invite) => <Line invite={invite} />}</For>
          </Card>
        </div>
      </Section>
    </Show>
  );
}

function Line(props: { readonly invite: InviteLine }) {
  const messages = useMessages();
  const now = useNow();
  const takeBack = useTakeBack();
  const words = useInviteKindWords();
  const isMember = useIsMember();
  const [busy, setBusy] = createSignal(false);
  const open = (): boolean => props.invite.state === 'open';
  const name = (): string => props.invite.person?.name ?? messages.states.somebody;
  const end = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    await takeBack(props.invite.id);
    setBusy(false);
  };
  return (
    <CardRow
      start={
        <Show when={props.invite.person} fallback={<IconMail />}>
          {(person) => <Avatar face={person()} size={40} />}
        </Show>
      }
      title={messages.people.inviteFor(props.invite.person?.name ?? null)}
      sub={joinWords([
        words.short(props.invite.kind, props.invite.flow),
        messages.people.inviteState(props.invite.state, props.invite.expiresAt, now()),
      ])}
      end={
        <Show when={open() && isMember()}>
          <Button
            size={40}
            aria-label={messages.people.takeBackFor(name())}
            aria-busy={busy()}
            onClick={() => void end()}
          >
            {messages.people.takeBack}
          </Button>
        </Show>
      }
    />
  );
}
