/** What an invite gives, to whom, and for how long. */
import { type JSX, Show } from 'solid-js';
import IconClock from '~icons/lucide/clock';
import IconEye from '~icons/lucide/eye';
import IconUser from '~icons/lucide/user-round-check';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import { useNow } from '../../clock.tsx';
import styles from './invite-facts.module.css';

/** Who an invite is for. */
export interface Invited {
  readonly id: PersonId;
  readonly name: string;
  readonly isMe: boolean;
}

export function InviteFacts(props: {
  readonly person: Invited;
  /** Milliseconds since 1970; known once it is made. */
  readonly expiresAt?: number;
}) {
  const messages = useMessages();
  const now = useNow();
  const name = (): string => props.person.name;
  return (
    <ul class={styles.facts}>
      <Fact
        icon={<IconEye />}
        text={props.person.isMe ? messages.people.givesMe : messages.people.gives(name())}
      />
      <Fact
        icon={<IconUser />}
        text={props.person.isMe ? messages.people.onlyForMe : messages.people.onlyFor(name())}
      />
      <Show when={props.expiresAt}>
        {(at) => <Fact icon={<IconClock />} text={messages.people.expires(at(), now())} />}
      </Show>
    </ul>
  );
}

function Fact(props: { readonly icon: JSX.Element; readonly text: string }) {
  return (
    <li class={styles.fact}>
      {props.icon}
      <span>{props.text}</span>
    </li>
  );
}
