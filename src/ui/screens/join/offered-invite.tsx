/**
 * What an invite would give, in words, before it is taken: who it is from, what one will see and may do, and as
 * whom. Until that is known, or without a connection, what every invite is.
 */
import { createSignal, Match, onMount, Show, Switch, untrack } from 'solid-js';
import IconClock from '~icons/lucide/clock';
import IconEye from '~icons/lucide/eye';
import IconHouse from '~icons/lucide/house';
import IconLock from '~icons/lucide/lock-keyhole';
import IconSmartphone from '~icons/lucide/smartphone';
import IconUser from '~icons/lucide/user-round-check';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { InvitePreview } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';
import { useInviteKindWords } from '../people/use-invite-kind-words.ts';
import { JoinPage } from './join-page.tsx';

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
    if (preview() === undefined) void look();
  });
  const look = async (): Promise<void> => {
    const looked = await household.previewInvite(props.text);
    if (looked.ok) setPreview(looked.value);
  };
  const hasHousehold = (): boolean => (app()?.spaces.length ?? 0) > 0;
  const whatOf = (gift: InvitePreview): string => gift.runTitle ?? gift.spaceName;

  return (
    <Switch>
      <Match when={preview()} keyed>
        {(gift) => (
          <JoinPage
            title={words.invites(gift.gives, gift.inviterName, whatOf(gift))}
            hint={gift.personName === null ? '' : words.asWhom(gift.personName)}
            facts={
              <FactList>
                <Fact icon={<IconEye />}>{words.youGet(gift.gives)}</Fact>
                <Fact icon={<IconUser />}>{messages.join.sealed}</Fact>
                <Fact icon={<IconClock />}>{words.until(gift.expiresAt, now())}</Fact>
                <Show when={hasHousehold()}>
                  <Fact icon={<IconHouse />}>{words.beside}</Fact>
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
        )}
      </Match>
      <Match when={preview() === undefined}>
        <JoinPage
          title={messages.join.invitedTitle}
          hint={messages.join.invitedHint}
          facts={
            <FactList>
              <Fact icon={<IconEye />}>{messages.join.gives}</Fact>
              <Fact icon={<IconSmartphone />}>{messages.join.stays}</Fact>
              <Fact icon={<IconLock />}>{messages.join.sealed}</Fact>
              <Show when={hasHousehold()}>
                <Fact icon={<IconHouse />}>{messages.join.beside(app()?.spaceName ?? '')}</Fact>
              </Show>
            </FactList>
          }
        >
          <Button kind="ink" grow onClick={() => props.onJoin()}>
            {messages.join.join}
          </Button>
        </JoinPage>
      </Match>
    </Switch>
  );
}
