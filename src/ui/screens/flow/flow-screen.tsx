/** A flow: how far it is, what a person must know about it, and its Steps. A step opens over or beside it. */
import { useNavigate, useParams } from '@solidjs/router';
import { createMemo, createSignal, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import IconBan from '~icons/lucide/ban';
import IconCheck from '~icons/lucide/check';
import IconClock from '~icons/lucide/clock';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconFileWarning from '~icons/lucide/file-warning';
import IconUserRoundCheck from '~icons/lucide/user-round-check';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { occurrenceFromKey } from '../../../model/occurrence.ts';
import type { FlowView, RailRow } from '../../../views/flow-view.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { ButtonLink } from '../../kit/button.tsx';
import { Chip } from '../../kit/chip.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Menu, type MenuItem } from '../../kit/menu.tsx';
import { Notice } from '../../kit/notice.tsx';
import { SegmentBar } from '../../kit/segment-bar.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SidePanel } from '../../kit/sheet-parts.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { createMedia, layoutQueries } from '../../media.ts';
import { keyFromParam, paths, runFromParam, runPath } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';
import { joinWords } from '../shared/step-words.ts';
import { CancelSheet } from './cancel-sheet.tsx';
import { ConductorSheet } from './conductor-sheet.tsx';
import styles from './flow-screen.module.css';
import { Rail } from './rail.tsx';

const StepPages = lazy(async () => ({ default: (await import('../step/step-pages.tsx')).StepPages }));

export function FlowScreen() {
  const messages = useMessages();
  const params = useParams<{ readonly run: string; readonly occurrence?: string }>();
  const navigate = useNavigate();
  const run = createMemo(() => runFromParam(params.run));
  const key = createMemo(() => keyFromParam(params.occurrence));
  const view = createView(() => ({ kind: 'flow' as const, run: run() }));
  const beside = createMedia(layoutQueries.panel);
  const { send, busy } = useCommands();
  // Replaces, so that going back does not open again what was just closed.
  const close = (): void => navigate(runPath(run()), { scroll: false, replace: true });

  const done = (row: RailRow): void => {
    const occurrence = occurrenceFromKey(row.key);
    if (!occurrence.ok || busy()) return;
    navigator.vibrate?.(10);
    void send(
      row.run,
      { kind: 'completeStep', occurrence: occurrence.value },
      {
        said: messages.step.said.done(row.title),
        titleOf: (step) => view()?.rows.find((other) => other.step === step)?.title,
      },
    );
  };

  return (
    <div class={styles.screen} data-panel={beside() && key() !== null}>
      <div class={styles.column}>
        <Switch
          fallback={
            <>
              <PageHead
                title={messages.flows.title}
                back={{ href: paths.flows, label: messages.flow.allFlows, narrowOnly: true }}
              />
              <Skeleton label={messages.frame.loading} rows={6} />
            </>
          }
        >
          <Match when={view()?.availability === 'here' && view()}>
            {(flow) => (
              <>
                <FlowHead flow={flow()} />
                <Rail flow={flow()} current={key()} onDone={done} />
              </>
            )}
          </Match>
          <Match when={view()?.availability === 'loading' && view()}>
            {(flow) => (
              <>
                <PageHead
                  title={flow().title === '' ? messages.flows.title : flow().title}
                  back={{ href: paths.flows, label: messages.flow.allFlows, narrowOnly: true }}
                />
                <EmptyState title={messages.flow.loadingTitle} hint={messages.flow.loadingHint} />
              </>
            )}
          </Match>
          <Match when={view()?.availability === 'missing'}>
            <PageHead
              title={messages.flows.title}
              back={{ href: paths.flows, label: messages.flow.allFlows, narrowOnly: true }}
            />
            <EmptyState title={messages.flow.missingTitle} hint={messages.flow.missingHint}>
              <ButtonLink href={paths.flows}>{messages.flow.allFlows}</ButtonLink>
            </EmptyState>
          </Match>
        </Switch>
      </div>
      <Show when={key()} keyed>
        {(open) => (
          <Suspense>
            <Show
              when={beside()}
              fallback={
                <Sheet tall onClose={close}>
                  <StepPages run={run()} key={open} onClose={close} />
                </Sheet>
              }
            >
              <div class={styles.panel}>
                <SidePanel onClose={close}>
                  <StepPages run={run()} key={open} onClose={close} beside />
                </SidePanel>
              </div>
            </Show>
          </Suspense>
        )}
      </Show>
    </div>
  );
}

function FlowHead(props: { readonly flow: FlowView }) {
  const messages = useMessages();
  const now = useNow();
  const [asks, setAsks] = createSignal<'conductor' | 'cancel'>();
  const running = () => props.flow.status === 'running';
  const items = (): readonly MenuItem[] => [
    {
      label: messages.flow.handConductor,
      icon: <IconUserRoundCheck />,
      run: () => setAsks('conductor'),
    },
    { label: messages.flow.cancelFlow, icon: <IconBan />, run: () => setAsks('cancel') },
  ];
  const headline = (): string => {
    const { status, lastDueAt } = props.flow;
    if (status === 'finished') return messages.flow.finished;
    if (status === 'cancelled') return messages.flow.cancelled;
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
        <Show when={running()}>
          <Menu label={messages.flow.menu} icon={<IconEllipsis />} items={items()} />
        </Show>
      </PageHead>
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
            running() ? conducts() : '',
            props.flow.status === 'finished' ? messages.flow.finishedHint : '',
            props.flow.status === 'cancelled' ? messages.flow.cancelledHint : '',
          ])}
        </p>
      </div>
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
        <Match when={asks() === 'cancel'}>
          <CancelSheet flow={props.flow} onClose={() => setAsks(undefined)} />
        </Match>
      </Switch>
    </>
  );
}
