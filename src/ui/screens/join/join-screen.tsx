/**
 * Join: from a link, one that is pasted, or one that is scanned, into a household. All three end in `join`.
 * An invite is looked at, to say what it gives, and taken by nothing but a tap on Join or a scan that was asked for.
 * The invite itself is never drawn.
 */
import { createSignal, Match, Show, Switch } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { forgetInvite, inviteInAddress } from '../../../client/invite-in-address.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure, InvitePreview } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { BatonMark } from '../../kit/baton.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { InviteWays } from './invite-ways.tsx';
import { JoinFailed } from './join-failed.tsx';
import { OfferedInvite } from './offered-invite.tsx';
import { JoinPage } from './join-page.tsx';
import styles from './join-screen.module.css';
import { Joined } from './joined.tsx';

type Attempt =
  | { readonly at: 'joining'; readonly text: string }
  | { readonly at: 'failed'; readonly text: string; readonly failure: IntentFailure }
  /** Pasted or scanned, and not what such an invite mostly gives: said in words before it is taken. */
  | { readonly at: 'asking'; readonly text: string; readonly preview: InvitePreview }
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
    if (!result.ok) fail(text, result.error);
    else {
      if (inviteInAddress() === text) forgetInvite();
      setLast({ at: 'joined', text: '' });
    }
  };
  const fail = (text: string, failure: IntentFailure): void => {
    const again = passing.has(failure.type);
    if (!again && inviteInAddress() === text) forgetInvite();
    setLast({ at: 'failed', text: again ? text : '', failure });
  };

  const lookThenJoin = async (text: string): Promise<void> => {
    if (during('joining') !== undefined) return;
    setLast({ at: 'joining', text });
    const looked = await household.previewInvite(text);
    setLast(undefined);
    if (!looked.ok) fail(text, looked.error);
    else if (looked.value.gives === 'edit') await join(text);
    else setLast({ at: 'asking', text, preview: looked.value });
  };

  return (
    <div class={styles.screen}>
      <span class={styles.mark}>
        <BatonMark />
      </span>
      <Show when={app()} fallback={<Skeleton label={messages.frame.loading} />}>
        <Switch
          fallback={
            <Invitation onJoin={(text) => void join(text)} onInvite={(text) => void lookThenJoin(text)} />
          }
        >
          <Match when={during('joining')}>
            <JoinPage title={messages.join.joining} hint={messages.join.joiningHint} takesFocus>
              <span class={styles.progress} role="status" aria-label={messages.join.joining} />
            </JoinPage>
          </Match>
          <Match when={during('asking')} keyed>
            {(asking) => (
              <OfferedInvite
                text={asking.text}
                preview={asking.preview}
                onJoin={() => void join(asking.text)}
                onNotNow={() => setLast(undefined)}
              />
            )}
          </Match>
          <Match when={during('joined')}>
            <Joined />
          </Match>
          <Match when={during('failed')}>
            {(failed) => (
              <JoinFailed
                failure={failed().failure}
                onAgain={() => void join(failed().text)}
                onInvite={(text) => void lookThenJoin(text)}
              />
            )}
          </Match>
        </Switch>
      </Show>
    </div>
  );
}

/** Before anything happens: what the link is, or where to put one. */
function Invitation(props: {
  readonly onJoin: (text: string) => void;
  readonly onInvite: (text: string) => void;
}) {
  const messages = useMessages();
  return (
    <Show
      when={inviteInAddress()}
      keyed
      fallback={
        <JoinPage title={messages.join.pasteTitle} hint={messages.join.pasteHint}>
          <InviteWays onInvite={props.onInvite} />
        </JoinPage>
      }
    >
      {(invite) => <OfferedInvite text={invite} onJoin={() => props.onJoin(invite)} />}
    </Show>
  );
}
