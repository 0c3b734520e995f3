/**
 * Joining by invite: from a link (its text was taken out of the address before anything was drawn) or
 * pasted here, which is the way into an installed app whose storage the browser does not share.
 */
import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, Match, on, onCleanup, onMount, Show, Switch } from 'solid-js';
import IconTicket from '~icons/lucide/ticket';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { useDevice } from '../../device.tsx';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Field } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { paths } from '../../routes.ts';
import { sayFailure } from '../../say-failure.ts';
import { PageHead } from '../shared/page-head.tsx';
import { ChooseMeScreen } from '../start/choose-me-screen.tsx';
import styles from './join-screen.module.css';

type Progress =
  | { readonly at: 'asking' }
  | { readonly at: 'joining' }
  | { readonly at: 'failed'; readonly failure: IntentFailure }
  | { readonly at: 'joined' };

export function JoinScreen() {
  const messages = useMessages();
  const household = useHousehold();
  const navigate = useNavigate();
  const app = useAppView();
  const device = useDevice();
  const [text, setText] = createSignal('');
  const [progress, setProgress] = createSignal<Progress>({ at: 'asking' });
  /** The invite that was tried last; kept for another try, shown nowhere. */
  let tried = '';

  const join = async (invite: string): Promise<void> => {
    tried = invite;
    setProgress({ at: 'joining' });
    const result = await household.intent({ kind: 'acceptInvite', text: invite });
    setText('');
    setProgress(result.ok ? { at: 'joined' } : { at: 'failed', failure: result.error });
  };

  // An invite from the address waits until it is known that this device is free to use it up.
  const [waiting, setWaiting] = createSignal(device.takeInvite());
  createEffect(
    on([waiting, () => app()?.stage], ([invite, stage]) => {
      if (invite === null || stage !== 'empty') return;
      setWaiting(null);
      void join(invite);
    }),
  );
  onMount(() => {
    // A link opened in this very tab changes the part after `#` only, and loads nothing.
    const take = (): void => {
      const invite = device.takeInvite();
      if (invite !== null) setWaiting(invite);
    };
    window.addEventListener('hashchange', take);
    onCleanup(() => window.removeEventListener('hashchange', take));
  });

  const failure = (): IntentFailure | undefined => {
    const now = progress();
    return now.at === 'failed' ? now.failure : undefined;
  };
  const anotherHousehold = () => progress().at !== 'joined' && app()?.stage === 'ready';

  return (
    <div class={styles.screen}>
      <PageHead title={messages.join.title} back={{ href: paths.now, label: messages.join.back }} />
      <Show when={app()} fallback={<Skeleton label={messages.frame.loading} rows={2} />}>
        {(view) => (
          <Switch>
            <Match when={anotherHousehold() && progress().at === 'asking'}>
              <EmptyState
                title={messages.join.secondTitle}
                hint={messages.join.secondHint(view().spaceName)}
                picture={<IconTicket />}
              >
                <ButtonLink href={paths.now} kind="ink">
                  {messages.frame.toNow}
                </ButtonLink>
              </EmptyState>
            </Match>
            <Match when={progress().at === 'joining'}>
              <div class={styles.joining} role="status">
                <span class={styles.track} aria-hidden="true" />
                <h2>{messages.join.joining}</h2>
                <p>{messages.join.joiningHint}</p>
              </div>
            </Match>
            <Match when={view().stage === 'chooseMe'}>
              <ChooseMeScreen />
            </Match>
            <Match when={progress().at === 'joined'}>
              <EmptyState
                title={messages.join.joined(view().spaceName)}
                hint={[view().me && messages.join.asWho(view().me?.name ?? ''), messages.join.joinedHint]
                  .filter(Boolean)
                  .join(' ')}
                picture={<IconTicket />}
              >
                <Button kind="ink" onClick={() => navigate(paths.now, { replace: true })}>
                  {messages.join.toNow}
                </Button>
              </EmptyState>
            </Match>
            <Match when={true}>
              <form
                class={styles.form}
                onSubmit={(event) => {
                  event.preventDefault();
                  if (text().trim() !== '') void join(text().trim());
                }}
              >
                <Show when={failure()}>
                  {(failed) => {
                    const words = () => sayFailure(messages, failed());
                    return (
                      <Notice
                        urgent
                        start={<IconTriangleAlert />}
                        what={words().what}
                        wayOut={words().wayOut}
                      >
                        <Show when={failed().type === 'offline'}>
                          <Button size={40} onClick={() => void join(tried)}>
                            {messages.join.again}
                          </Button>
                        </Show>
                      </Notice>
                    );
                  }}
                </Show>
                <h2>{failure() === undefined ? messages.join.lead : messages.join.pasteAnother}</h2>
                <p>{messages.join.hint}</p>
                <Field
                  label={messages.join.field}
                  value={text()}
                  multiline
                  maxLength={4000}
                  onInput={setText}
                  onEnter={() => text().trim() !== '' && void join(text().trim())}
                />
                <Button kind="ink" type="submit">
                  {messages.join.go}
                </Button>
              </form>
            </Match>
          </Switch>
        )}
      </Show>
    </div>
  );
}
