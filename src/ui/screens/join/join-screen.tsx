/**
 * Join: from a link, one that is pasted, or one that is scanned, into a household. All three end in `join`.
 * Nothing is sent before a tap on Join or a scan that was asked for, and the invite itself is never drawn.
 */
import { createSignal, Match, Show, Switch } from 'solid-js';
import IconEye from '~icons/lucide/eye';
import IconHouse from '~icons/lucide/house';
import IconLock from '~icons/lucide/lock-keyhole';
import IconSmartphone from '~icons/lucide/smartphone';
import { useHousehold } from '../../../client/household.ts';
import { forgetInvite, inviteInAddress } from '../../../client/invite-in-address.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { BatonMark } from '../../kit/baton.tsx';
import { Button } from '../../kit/button.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { InviteWays } from './invite-ways.tsx';
import { JoinFailed } from './join-failed.tsx';
import { JoinPage } from './join-page.tsx';
import styles from './join-screen.module.css';
import { Joined } from './joined.tsx';

type Attempt =
  | { readonly at: 'joining'; readonly text: string }
  | { readonly at: 'failed'; readonly text: string; readonly failure: IntentFailure }
  | { readonly at: 'joined'; readonly text: string };

/** With these the same invite may work in a moment; with any other it is over. */
const passing: ReadonlySet<IntentFailure['type']> = new Set(['offline', 'storageFull', 'storageUnavailable']);

export function JoinScreen() {
  const household = useHousehold();
  const messages = useMessages();
  const app = useAppView();
  const [last, setLast] = createSignal<Attempt>();
  /** A link that was opened since makes the earlier attempt a thing of the past. */
  const attempt = (): Attempt | undefined => {
    const invite = inviteInAddress();
    return invite === null || invite === last()?.text ? last() : undefined;
  };
  const during = <At extends Attempt['at']>(at: At) => {
    const now = attempt();
    return now?.at === at ? (now as Extract<Attempt, { at: At }>) : undefined;
  };

  const join = async (text: string): Promise<void> => {
    if (during('joining') !== undefined) return;
    setLast({ at: 'joining', text });
    const result = await household.intent({ kind: 'acceptInvite', text });
    const again = !result.ok && passing.has(result.error.type);
    if (!again && inviteInAddress() === text) forgetInvite();
    if (result.ok) setLast({ at: 'joined', text: '' });
    else setLast({ at: 'failed', text: again ? text : '', failure: result.error });
  };

  return (
    <div class={styles.screen}>
      <span class={styles.mark}>
        <BatonMark />
      </span>
      <Show when={app()} fallback={<Skeleton label={messages.frame.loading} />}>
        <Switch fallback={<Invitation onJoin={(text) => void join(text)} />}>
          <Match when={during('joining')}>
            <JoinPage title={messages.join.joining} hint={messages.join.joiningHint} takesFocus>
              <span class={styles.progress} role="status" aria-label={messages.join.joining} />
            </JoinPage>
          </Match>
          <Match when={during('joined')}>
            <Joined />
          </Match>
          <Match when={during('failed')}>
            {(failed) => (
              <JoinFailed
                failure={failed().failure}
                onAgain={() => void join(failed().text)}
                onInvite={(text) => void join(text)}
              />
            )}
          </Match>
        </Switch>
      </Show>
    </div>
  );
}

/** Before anything happens: what the link is, or where to put one. */
function Invitation(props: { readonly onJoin: (text: string) => void }) {
  const messages = useMessages();
  const app = useAppView();
  const hasHousehold = (): boolean => (app()?.spaces.length ?? 0) > 0;
  return (
    <Switch
      fallback={
        <JoinPage title={messages.join.pasteTitle} hint={messages.join.pasteHint}>
          <InviteWays onInvite={props.onJoin} />
        </JoinPage>
      }
    >
      <Match when={inviteInAddress()}>
        {(invite) => (
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
            <Button kind="ink" grow onClick={() => props.onJoin(invite())}>
              {messages.join.join}
            </Button>
          </JoinPage>
        )}
      </Match>
    </Switch>
  );
}
