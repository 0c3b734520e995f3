/** A flow: how far it is, what a person must know about it, and its Steps. A step opens over or beside it. */
import { useLocation, useNavigate, useParams } from '@solidjs/router';
import { createMemo, createSignal, lazy, Match, onCleanup, Show, Suspense, Switch, untrack } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { createWhileShown, useShown } from '../../../client/shown.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { occurrenceFromKey } from '../../../model/occurrence.ts';
import type { RailRow } from '../../../views/flow-view.ts';
import { useCommands } from '../../commands.ts';
import { ButtonLink } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Late } from '../../kit/late.tsx';
import { SheetOrPanel } from '../../kit/sheet-or-panel.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { createMedia, layoutQueries } from '../../media.ts';
import { factsFragment, keyFromParam, paths, runFromParam } from '../../routes.ts';
import { actedFor } from '../shared/acted-for.ts';
import { PageHead } from '../shared/page-head.tsx';
import { createFlowTab } from './create-flow-tab.ts';
import styles from './flow-screen.module.css';
import { FlowHead } from './flow-head.tsx';
import { FlowTabs } from './flow-tabs.tsx';

const StuckSheet = lazy(async () => ({ default: (await import('../step/stuck-sheet.tsx')).StuckSheet }));
const StepPages = lazy(async () => ({ default: (await import('../step/step-pages.tsx')).StepPages }));

/** How long a step that is asked for has the page for itself, before the flow behind it is drawn; ms. */
const stepFirstMs = 400;

/** True while a step that covers the screen is on its way: what one waits for comes first, what it hides afterwards. */
function createStepFirst(covers: () => boolean): () => boolean {
  const [first, setFirst] = createSignal(untrack(covers));
  if (untrack(first)) {
    const timer = setTimeout(() => setFirst(false), stepFirstMs);
    onCleanup(() => clearTimeout(timer));
  }
  return createMemo(() => first() && covers());
}

export function FlowScreen() {
  const messages = useMessages();
  const params = useParams<{ readonly run: string; readonly occurrence?: string }>();
  const navigate = useNavigate();
  const location = useLocation();
  const run = createWhileShown(() => runFromParam(params.run));
  const isShown = useShown();
  const key = createWhileShown(() => keyFromParam(params.occurrence));
  const beside = createMedia(layoutQueries.panel);
  const isBehind = createStepFirst(() => key() !== null && !beside());
  const flow = createMemo(() =>
    isBehind() ? undefined : createView(() => ({ kind: 'flow' as const, run: run() })),
  );
  const view = () => flow()?.();
  const { send, busy } = useCommands();
  const [stuck, setStuck] = createSignal<RailRow>();
  const choice = createFlowTab(run, key);
  const { close } = choice;

  const asksFacts = createWhileShown(() => location.hash === factsFragment);
  const factsClosed = (): void => {
    if (asksFacts()) navigate(`${location.pathname}${location.search}`, { scroll: false, replace: true });
  };

  const done = (row: RailRow): void => {
    const occurrence = occurrenceFromKey(row.key);
    if (!occurrence.ok || busy()) return;
    if (row.asks !== null) {
      choice.open(row.key);
      return;
    }
    navigator.vibrate?.(10);
    void send(
      row.run,
      { kind: 'completeStep', occurrence: occurrence.value },
      {
        said: messages.step.said.done(row.title),
        ...actedFor(row),
        names: { step: (step) => view()?.rows.find((other) => other.step === step)?.title },
      },
    );
  };

  return (
    <div class={styles.screen} data-panel={beside() && key() !== null}>
      <div class={styles.column} data-view={choice.tab()}>
        <Switch
          fallback={
            <>
              <PageHead
                title={messages.flows.title}
                back={{ href: paths.flows, label: messages.flow.allFlows, narrowOnly: true }}
              />
              <Late>
                <Skeleton label={messages.frame.loading} rows={6} />
              </Late>
            </>
          }
        >
          <Match when={view()?.availability === 'here' && view()}>
            {(flow) => (
              <>
                <FlowHead flow={flow()} asksFacts={asksFacts()} onFactsClosed={factsClosed} />
                <FlowTabs flow={flow()} current={key()} choice={choice} onDone={done} onStuck={setStuck} />
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
      {/* Nothing of it stays open over the screen that one went to. */}
      <Show when={isShown() && key()} keyed>
        {(open) => (
          <Suspense>
            <div class={styles.panel}>
              <SheetOrPanel beside={beside()} onClose={close}>
                <StepPages run={run()} key={open} beside={beside()} />
              </SheetOrPanel>
            </div>
          </Suspense>
        )}
      </Show>
      <Show when={stuck()}>
        {(row) => (
          <Suspense>
            <StuckSheet run={row().run} key={row().key} onClose={() => setStuck(undefined)} />
          </Suspense>
        )}
      </Show>
    </div>
  );
}
