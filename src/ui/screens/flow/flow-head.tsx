/** The head of a flow: how far it is, what a person must know about it, and what may be done with all of it. */
import { createSignal, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import IconBan from '~icons/lucide/ban';
import IconCheck from '~icons/lucide/check';
import IconClock from '~icons/lucide/clock';
import IconFileWarning from '~icons/lucide/file-warning';
import IconLayers from '~icons/lucide/layers';
import IconFlag from '~icons/lucide/flag';
import IconListPlus from '~icons/lucide/list-plus';
import IconPause from '~icons/lucide/pause';
import IconUserPlus from '~icons/lucide/user-plus';
import IconUserRoundCheck from '~icons/lucide/user-round-check';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FlowView } from '../../../views/flow-view.ts';
import { useIsMember } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Chip } from '../../kit/chip.tsx';
import type { MenuItem } from '../../kit/menu.tsx';
import { Notice } from '../../kit/notice.tsx';
import { SegmentBar } from '../../kit/segment-bar.tsx';
import { paths } from '../../routes.ts';
import { FactChecks } from '../facts/fact-checks.tsx';
import { FactsButton } from '../facts/facts-button.tsx';
import { NoticeList } from '../facts/notice-list.tsx';
import { GuestLine } from '../shared/guest-line.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { joinWords } from '../shared/step-words.ts';
import { EndingNotice } from '../undo/ending-notice.tsx';
import { UndoRail } from '../undo/undo-rail.tsx';
import { isOpenUndo } from '../undo/undo-tone.ts';
import { useUndoWords } from '../undo/use-undo-words.ts';
import { FlowMenu } from './flow-menu.tsx';
import { CancelSheet } from './cancel-sheet.tsx';
import { ConductorSheet } from './conductor-sheet.tsx';
import styles from './flow-screen.module.css';
import { GuestsCard } from './guests-card.tsx';
import { PartsSheet } from './parts-sheet.tsx';
import { SetAsideCard } from './set-aside-card.tsx';
import { useGuestWords } from './use-guest-words.ts';

const FinishSheet = lazy(async () => ({ default: (await import('./finish-sheet.tsx')).FinishSheet }));
const PlanNews = lazy(async () => ({ default: (await import('./plan/plan-news.tsx')).PlanNews }));
const PlanSheet = lazy(async () => ({ default: (await import('./plan/plan-sheet.tsx')).PlanSheet }));
const FollowUpsCard = lazy(async () => ({
  default: (await import('../follow-ups/follow-ups-card.tsx')).FollowUpsCard,
}));
const GuestSheet = lazy(async () => ({ default: (await import('./guest-sheet.tsx')).GuestSheet }));

export function FlowHead(props: {
  readonly flow: FlowView;
  /** The address asks for the facts. */
  readonly asksFacts: boolean;
  readonly onFactsClosed: () => void;
}) {
  const messages = useMessages();
  const now = useNow();
  const words = useGuestWords();
  const undoing = useUndoWords();
  const isMember = useIsMember();
  const { send, busy } = useCommands();
  const [asks, setAsks] = createSignal<'conductor' | 'cancel' | 'finish' | 'parts' | 'guest' | 'plan'>();
  const running = () => props.flow.status === 'running';
  const suspended = () => props.flow.status === 'suspended';
  const pause = (): void => {
    void send(props.flow.run, { kind: 'suspendRun' }, { said: messages.flow.pausedToast(props.flow.title) });
  };
  const goOn = (): void => {
    void send(props.flow.run, { kind: 'resumeRun' }, { said: messages.flow.resumedToast(props.flow.title) });
  };
  const items = (): readonly MenuItem[] => [
    ...(running() && props.flow.ending === null
      ? [{ label: messages.flow.pauseFlow, icon: <IconPause />, run: pause }]
      : []),
    ...(props.flow.sections.length === 0
      ? []
      : [{ label: messages.flow.parts, icon: <IconLayers />, run: () => setAsks('parts') }]),
    { label: messages.flow.changePlan, icon: <IconListPlus />, run: () => setAsks('plan') },
    {
      label: messages.flow.handConductor,
      icon: <IconUserRoundCheck />,
      run: () => setAsks('conductor'),
    },
    { label: words.invite, icon: <IconUserPlus />, run: () => setAsks('guest') },
    ...(props.flow.ending === null
      ? [{ label: undoing.callDone, icon: <IconFlag />, run: () => setAsks('finish') }]
      : []),
    { label: messages.flow.cancelFlow, icon: <IconBan />, run: () => setAsks('cancel') },
  ];
  const headline = (): string => {
    const { status, lastDueAt } = props.flow;
    if (status === 'finished') return messages.flow.finished;
    const toUndo = props.flow.undo.filter(isOpenUndo).length;
    if (status === 'cancelled') return toUndo === 0 ? messages.flow.cancelled : undoing.cancelledWith(toUndo);
    if (props.flow.ending !== null && toUndo > 0) return undoing.count(toUndo);
    if (status === 'suspended') return messages.flow.paused;
    return lastDueAt === null ? messages.flow.noDue : messages.flow.lastDue(lastDueAt, now());
  };
  const conducts = (): string => {
    const conductor = props.flow.conductor;
    if (conductor === null) return '';
    return conductor.isMe ? messages.flow.youConduct : messages.flow.conductor(conductor.name);
  };
  return (
    <>
      <PageHead
        title={props.flow.title}
        back={{ href: paths.flows, label: messages.flow.allFlows, narrowOnly: true }}
      >
        <FlowMenu flow={props.flow} items={isMember() && (running() || suspended()) ? items() : []} />
      </PageHead>
      <GuestLine />
      <div class={styles.summary}>
        <SegmentBar segments={props.flow.segments} />
        <div class={styles.line}>
          <p class={styles.when}>{headline()}</p>
          <Show when={running()}>
            <Show
              when={props.flow.lateCount > 0}
              fallback={
                <Show when={props.flow.lastDueAt !== null}>
                  <Chip tone="done">
                    <IconCheck />
                    {messages.flow.onTime}
                  </Chip>
                </Show>
              }
            >
              <Chip tone="late">
                <IconClock />
                {messages.flow.late(props.flow.lateCount)}
              </Chip>
            </Show>
          </Show>
        </div>
        <p class={styles.sub}>
          {joinWords([
            messages.flow.progress(props.flow.done, props.flow.total),
            running() || suspended() ? conducts() : '',
            props.flow.status === 'finished' && props.flow.ending === null ? messages.flow.finishedHint : '',
            props.flow.status === 'cancelled' ? messages.flow.cancelledHint : '',
          ])}
        </p>
      </div>
      <Show when={props.flow.facts.length > 0}>
        <div class={styles.facts}>
          <FactsButton
            run={props.flow.run}
            facts={props.flow.facts}
            asked={props.asksFacts}
            onClosed={props.onFactsClosed}
          />
        </div>
      </Show>
      <Show when={props.flow.followUps.length > 0 || props.flow.follows !== null}>
        <div class={styles.notices}>
          <Suspense>
            <FollowUpsCard flow={props.flow} />
          </Suspense>
        </div>
      </Show>
      <Show when={props.flow.undo.length > 0}>
        <div class={styles.notices}>
          <UndoRail lines={props.flow.undo} />
        </div>
      </Show>
      <Show when={props.flow.ending}>
        {(ending) => (
          <div class={styles.notices}>
            <EndingNotice flow={props.flow} ending={ending()} />
          </div>
        )}
      </Show>
      <Show
        when={
          isMember() && props.flow.rivalDues.length + props.flow.planFlags.length + props.flow.planOffer > 0
        }
      >
        <div class={styles.notices}>
          <Suspense>
            <PlanNews flow={props.flow} onLook={() => setAsks('plan')} />
          </Suspense>
        </div>
      </Show>
      <Show when={isMember() && props.flow.setAside.length > 0}>
        <div class={styles.notices}>
          <SetAsideCard run={props.flow.run} lines={props.flow.setAside} />
        </div>
      </Show>
      <Show when={isMember() && props.flow.guests.length > 0}>
        <div class={styles.notices}>
          <GuestsCard flow={props.flow} />
        </div>
      </Show>
      <Show when={isMember() && props.flow.checks.length > 0}>
        <div class={styles.notices}>
          <FactChecks run={props.flow.run} checks={props.flow.checks} />
        </div>
      </Show>
      <Show when={props.flow.notices.length > 0}>
        <div class={styles.notices}>
          <NoticeList notices={props.flow.notices} told={props.flow.checks} onFlow />
        </div>
      </Show>
      <Show when={suspended()}>
        <div class={styles.notices}>
          <Notice start={<IconPause />} what={messages.flow.paused} wayOut={messages.flow.pausedHint}>
            <Show when={isMember()}>
              <Button kind="ink" aria-busy={busy()} onClick={goOn}>
                {messages.flow.resumeFlow}
              </Button>
            </Show>
          </Notice>
        </div>
      </Show>
      <Show when={props.flow.newerEvents + props.flow.damagedEntries > 0}>
        <div class={styles.notices}>
          <Show when={props.flow.newerEvents > 0}>
            <Notice
              start={<IconFileWarning />}
              what={messages.flow.newer(props.flow.newerEvents)}
              wayOut={messages.flow.newerHint}
            />
          </Show>
          <Show when={props.flow.damagedEntries > 0}>
            <Notice
              start={<IconFileWarning />}
              what={messages.flow.damaged(props.flow.damagedEntries)}
              wayOut={messages.flow.damagedHint}
            />
          </Show>
        </div>
      </Show>
      <Switch>
        <Match when={asks() === 'conductor'}>
          <ConductorSheet flow={props.flow} onClose={() => setAsks(undefined)} />
        </Match>
        <Match when={asks() === 'parts'}>
          <PartsSheet flow={props.flow} onClose={() => setAsks(undefined)} />
        </Match>
        <Match when={asks() === 'guest'}>
          <Suspense>
            <GuestSheet flow={props.flow} onClose={() => setAsks(undefined)} />
          </Suspense>
        </Match>
        <Match when={asks() === 'finish'}>
          <Suspense>
            <FinishSheet flow={props.flow} onClose={() => setAsks(undefined)} />
          </Suspense>
        </Match>
        <Match when={asks() === 'plan'}>
          <Suspense>
            <PlanSheet run={props.flow.run} onClose={() => setAsks(undefined)} />
          </Suspense>
        </Match>
        <Match when={asks() === 'cancel'}>
          <CancelSheet flow={props.flow} onClose={() => setAsks(undefined)} />
        </Match>
      </Switch>
    </>
  );
}
