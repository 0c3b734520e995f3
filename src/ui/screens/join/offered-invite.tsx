/**
 * What an invite would give, in words, before it is taken: who it is from, what one will see and may do, and as
 * whom. Until that is known, or without a connection, what every invite is.
 */
import { createSignal, onCleanup, onMount, Show, untrack } from 'solid-js';
import IconClock from '~icons/lucide/clock';
import IconEye from '~icons/lucide/eye';
import IconHouse from '~icons/lucide/house';
import IconLock from '~icons/lucide/lock-keyhole';
import IconSmartphone from '~icons/lucide/smartphone';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { InvitePreview } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';
import { useInviteKindWords } from '../people/use-invite-kind-words.ts';
import { JoinPage } from './join-page.tsx';
import { keepLooking } from './keep-looking.ts';

/** Looking takes nothing: the invite stays open for whoever it is for. */
export function OfferedInvite(props: {
  readonly text: string;
  /** When it was looked at already. */
  readonly preview?: InvitePreview;
  readonly onJoin: () => void;
  readonly onNotNow?: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useInviteKindWords();
  const app = useAppView();
  const now = useNow();
  const [preview, setPreview] = createSignal(untrack(() => props.preview));
  onMount(() => {
    if (preview() !== undefined) return;
    onCleanup(
      keepLooking(async () => {
        const looked = await household.previewInvite(props.text);
        if (looked.ok) setPreview(looked.value);
        return looked.ok || looked.error.type !== 'offline';
      }),
    );
  });
  const gives = (): InvitePreview['gives'] => preview()?.gives ?? 'edit';
  const hasHousehold = (): boolean => (app()?.spaces.length ?? 0) > 0;
  const title = (): string => {
    const gift = preview();
    if (gift === undefined) return messages.join.invitedTitle;
    return words.invites(gift.gives, gift.inviterName, gift.runTitle ?? gift.spaceName);
  };
  const hint = (): string => {
    const gift = preview();
    if (gift === undefined) return messages.join.invitedHint;
    return gift.personName === null ? '' : words.asWhom(gift.personName);
  };

  // One page for both, and a steady one: what is known comes in without taking the button from under a finger.
  return (
    <JoinPage
      title={title()}
      hint={hint()}
      steady
      facts={
        <FactList>
          <Fact icon={<IconEye />}>
            {preview() === undefined ? messages.join.gives : words.youGet(gives())}
          </Fact>
          <Show when={gives() !== 'guest'}>
            <Fact icon={<IconSmartphone />}>{messages.join.stays}</Fact>
          </Show>
          <Fact icon={<IconLock />}>{messages.join.sealed}</Fact>
          <Show when={preview()}>
            {(gift) => <Fact icon={<IconClock />}>{words.until(gift().expiresAt, now())}</Fact>}
          </Show>
          <Show when={hasHousehold()}>
            <Fact icon={<IconHouse />}>{messages.households.beside(app()?.spaces ?? [])}</Fact>
          </Show>
        </FactList>
      }
    >
      <Button kind="ink" grow onClick={() => props.onJoin()}>
        {messages.join.join}
      </Button>
      <Show when={props.onNotNow}>
        {(leave) => <Button onClick={() => leave()()}>{words.notNow}</Button>}
      </Show>
    </JoinPage>
  );
}
