/** What an invite gives, to whom, and for how long. */
import { Show } from 'solid-js';
import IconClock from '~icons/lucide/clock';
import IconEye from '~icons/lucide/eye';
import IconUser from '~icons/lucide/user-round-check';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import { useNow } from '../../clock.tsx';
import type { ChosenGift } from './gift-choice.tsx';
import { useInviteKindWords } from './use-invite-kind-words.ts';
import { Fact, FactList } from '../../kit/fact-list.tsx';

/** Who an invite is for. */
export interface Invited {
  readonly id: PersonId;
  readonly name: string;
  readonly isMe: boolean;
}

export function InviteFacts(props: {
  readonly person: Invited;
  readonly gift: ChosenGift;
  /** Milliseconds since 1970; known once it is made. */
  readonly expiresAt?: number;
}) {
  const messages = useMessages();
  const now = useNow();
  const words = useInviteKindWords();
  const name = (): string => props.person.name;
  return (
    <FactList>
      <Fact icon={<IconEye />}>
        {props.person.isMe && props.gift.gives.kind === 'edit'
          ? messages.people.givesMe
          : words.gives(props.gift.gives.kind, name(), props.gift.flow)}
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
