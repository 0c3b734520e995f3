/** Now: the baton that is mine on top, then what needs a nudge, what waits, what comes. */
import { useNavigate } from '@solidjs/router';
import { createSignal, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import IconRoute from '~icons/lucide/route';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { occurrenceFromKey } from '../../../model/occurrence.ts';
import type { PersonView, StepLine } from '../../../views/shared.ts';
import { useIsMember, useMayAct } from '../../access.ts';
import { useAppView } from '../../app-view.tsx';
import { useCommands } from '../../commands.ts';
import { Here } from '../../here.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { ButtonLink } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { paths, stepPath } from '../../routes.ts';
import { NoticeList } from '../facts/notice-list.tsx';
import { actedFor } from '../shared/acted-for.ts';
import { GuestLine } from '../shared/guest-line.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { SyncLine } from '../shared/sync-line.tsx';
import { SpaceSwitch } from '../spaces/space-switch.tsx';
import { Hero } from './hero.tsx';
import { MyLists, OthersLists } from './now-lists.tsx';
import styles from './now-screen.module.css';

const Problems = lazy(async () => ({ default: (await import('./problems.tsx')).Problems }));
const AlertsRow = lazy(async () => ({ default: (await import('../alerts/alerts-row.tsx')).AlertsRow }));
const ChooseMeSheet = lazy(async () => ({
  default: (await import('../shared/choose-me-sheet.tsx')).ChooseMeSheet,
}));
const KeepCard = lazy(async () => ({ default: (await import('../settings/keep-card.tsx')).KeepCard }));
const HeroVote = lazy(async () => ({ default: (await import('../approval/hero-vote.tsx')).HeroVote }));
const UndoCards = lazy(async () => ({ default: (await import('../undo/undo-cards.tsx')).UndoCards }));
const StuckSheet = lazy(async () => ({ default: (await import('../step/stuck-sheet.tsx')).StuckSheet }));

export function NowScreen() {
  const messages = useMessages();
  const view = createView(() => ({ kind: 'now' as const }));
  const navigate = useNavigate();
  const { send, busy } = useCommands();
  const isMember = useIsMember();
  const mayAct = useMayAct();
  const app = useAppView();
  const [stuck, setStuck] = createSignal<StepLine>();

  const done = async (hero: StepLine): Promise<void> => {
    const occurrence = occurrenceFromKey(hero.key);
    if (!occurrence.ok || busy()) return;
    if (hero.asks !== null) {
      navigate(stepPath(hero.run, hero.key));
      return;
    }
    navigator.vibrate?.(10);
    await send(
      hero.run,
      { kind: 'completeStep', occurrence: occurrence.value },
      {
        said: messages.step.said.done(hero.title),
        ...actedFor(hero),
        names: { step: (step) => (step === hero.step ? hero.title : undefined) },
      },
    );
  };

  return (
    <div class={styles.screen}>
      <Show
        when={view()}
        fallback={
          <>
            <PageHead title={messages.now.title} />
            <Skeleton label={messages.frame.loading} />
          </>
        }
      >
        {(now) => (
          <>
            <SpaceSwitch place="head" />
            <PageHead title={messages.now.headline(now().holdingCount)}>
              <span class={styles.here}>
                <Here />
              </span>
              <Show when={now().me}>{(me) => <Me me={me()} />}</Show>
            </PageHead>
            <div class={styles.sync}>
              <SyncLine />
            </div>
            <Show when={app()?.problems.length}>
              <Suspense>
                <Problems />
              </Suspense>
            </Show>
            <Show when={app()?.alertCount}>
              <div class={styles.notices}>
                <Suspense>
                  <AlertsRow />
                </Suspense>
              </div>
            </Show>
            <GuestLine />
            <Show when={now().notices.length > 0}>
              <div class={styles.notices}>
                <NoticeList notices={now().notices} />
              </div>
            </Show>
            <Show when={now().undo.length > 0}>
              <Suspense>
                <UndoCards lines={now().undo} />
              </Suspense>
            </Show>
            <div class={styles.columns}>
              <div>
                <Switch>
                  <Match when={now().hero} keyed>
                    {(hero) => (
                      <Hero
                        hero={hero}
                        busy={busy()}
                        onDone={() => void done(hero)}
                        onStuck={() => setStuck(hero)}
                        vote={
                          <Show when={hero.asks === 'vote'}>
                            <Suspense>
                              <HeroVote run={hero.run} key={hero.key} />
                            </Suspense>
                          </Show>
                        }
                      />
                    )}
                  </Match>
                  <Match when={now().activeRuns === 0 && now().checks.length === 0}>
                    <EmptyState
                      title={messages.now.freshTitle}
                      hint={messages.now.freshHint}
                      picture={<IconRoute />}
                    >
                      <Show when={isMember()}>
                        <ButtonLink href={paths.new} kind="ink">
                          {messages.now.start}
                        </ButtonLink>
                      </Show>
                    </EmptyState>
                  </Match>
                  {/* What is to be checked again or undone is mine: nobody may rest yet. */}
                  <Match when={now().checks.length + now().undo.length === 0}>
                    <EmptyState
                      title={messages.now.restTitle}
                      hint={mayAct() ? messages.now.restHint : messages.now.restHintToRead}
                    >
                      <ButtonLink href={paths.flows}>{messages.now.openFlows}</ButtonLink>
                    </EmptyState>
                  </Match>
                </Switch>
                <MyLists now={now()} onDone={(line) => void done(line)} onStuck={setStuck} />
              </div>
              <div class={styles.others}>
                <OthersLists now={now()} />
                <Show when={now().notMineCount > 0}>
                  <p class={styles.note}>{messages.now.rest(now().notMineCount)}</p>
                </Show>
                {/* Something has been handed over: from now on it is worth keeping. */}
                <Show when={now().waiting.some(({ holder }) => holder?.isMe === false)}>
                  <Suspense>
                    <KeepCard handedOver />
                  </Suspense>
                </Show>
              </div>
            </div>
          </>
        )}
      </Show>
      <Show when={stuck()}>
        {(line) => (
          <Suspense>
            <StuckSheet run={line().run} key={line().key} onClose={() => setStuck(undefined)} />
          </Suspense>
        )}
      </Show>
    </div>
  );
}

/** The way to Settings; on a device that several people use, to somebody else. */
function Me(props: { readonly me: PersonView }) {
  const messages = useMessages();
  const app = useAppView();
  const [choosing, setChoosing] = createSignal(false);
  return (
    <Show
      when={app()?.shared}
      fallback={
        <a
          href={paths.settings}
          aria-label={messages.frame.settingsOf(props.me.initials)}
          title={messages.frame.settings}
        >
          <Avatar face={props.me} size={40} />
        </a>
      }
    >
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={messages.settings.switchTitle}
        title={messages.settings.switchTitle}
        onClick={() => setChoosing(true)}
      >
        <Avatar face={props.me} size={40} />
      </button>
      <Show when={choosing()}>
        <Suspense>
          <ChooseMeSheet onClose={() => setChoosing(false)} />
        </Suspense>
      </Show>
    </Show>
  );
}
