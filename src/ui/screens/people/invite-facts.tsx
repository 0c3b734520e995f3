/** What an invite gives, to whom, and for how long. */
import { Show } from 'solid-js';
import IconClock from '~icons/lucide/clock';
import IconEye from '~icons/lucide/eye';
import IconUser from '~icons/lucide/user-round-check';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import { useNow } from '../../clock.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';

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
    <FactList>
      <Fact icon={<IconEye />}>
        {props.person.isMe ? messages.people.givesMe : messages.people.gives(name())}
      </Fact>
      <Fact icon={<IconUser />}>
        {props.person.isMe ? messages.people.onlyForMe : messages.people.onlyFor(name())}
      </Fact>
      <Show when={props.expiresAt}>
        {(at) => <Fact icon={<IconClock />}>{messages.people.expires(at(), now())}</Fact>}
      </Show>
    </FactList>
  );
}
