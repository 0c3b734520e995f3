/** Flows: what runs, what can be started, what is over. */
import { createSignal, For, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { createGrowing } from '../../growing.ts';
import { useIsMember } from '../../access.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FlowsView, RunLine, WorkflowLine } from '../../../views/flows-view.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Section } from '../../kit/section.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { Tabs } from '../../kit/tabs.tsx';
import { PageHead } from '../shared/page-head.tsx';
import styles from './flows-screen.module.css';
import { RunCard } from './run-card.tsx';
import { WorkflowMenu } from './workflow-menu.tsx';
import { WorkflowTiles } from './workflow-tiles.tsx';

const RecurringSection = lazy(async () => ({
  default: (await import('../recurring/recurring-section.tsx')).RecurringSection,
}));

const NewWorkflows = lazy(async () => ({
  default: (await import('../editor/new-workflows.tsx')).NewWorkflows,
}));
const FinishedRuns = lazy(async () => ({
  default: (await import('./finished-runs.tsx')).FinishedRuns,
}));
const OpenWorkflow = lazy(async () => ({
  default: (await import('../files/open-workflow.tsx')).OpenWorkflow,
}));

type FlowsTab = 'active' | 'workflows' | 'finished';

const more = (workflow: WorkflowLine): JSX.Element => <WorkflowMenu workflow={workflow} />;

/** How many workflows stand under the active flows. */
const offered = 5;

export function FlowsScreen() {
  const messages = useMessages();
  const view = createView(() => ({ kind: 'flows' as const }));
  const isMember = useIsMember();
  const [tab, setTab] = createSignal<FlowsTab>('active');
  return (
    <div class={styles.screen}>
      <PageHead title={messages.flows.title} />
      <Show when={view()} fallback={<Skeleton label={messages.frame.loading} />}>
        {(flows) => (
          <Tabs
            class={styles.tabs ?? ''}
            label={messages.flows.views}
            selected={tab()}
            onSelect={setTab}
            items={[
              { key: 'active', label: messages.flows.tab(messages.flows.active, flows().active.length) },
              ...(isMember()
                ? [
                    {
                      key: 'workflows' as const,
                      label: messages.flows.tab(messages.flows.workflows, flows().workflows.length),
                    },
                  ]
                : []),
              {
                key: 'finished',
                label: messages.flows.tab(
                  messages.flows.finished,
                  flows().finished.filter(({ archived }) => archived !== true).length,
                ),
              },
            ]}
            panel={<Panel flows={flows()} tab={tab()} />}
          />
        )}
      </Show>
      <Show when={isMember() && tab() === 'workflows'}>
        <Suspense>
          <OpenWorkflow />
        </Suspense>
      </Show>
    </div>
  );
}

function Panel(props: { readonly flows: FlowsView; readonly tab: FlowsTab }) {
  const messages = useMessages();
  const isMember = useIsMember();
  return (
    <Switch>
      <Match when={props.tab === 'active'}>
        <Cards
          runs={props.flows.active}
          title={messages.flows.emptyActive}
          hint={messages.flows.emptyActiveHint}
        />
        <Show when={props.flows.recurring.length > 0}>
          <Suspense>
            <RecurringSection lines={props.flows.recurring} />
          </Suspense>
        </Show>
        <Show when={isMember()}>
          <Section
            title={props.flows.active.length > 0 ? messages.flows.startAnother : messages.flows.startFirst}
          >
            <WorkflowTiles workflows={props.flows.workflows.slice(0, offered)} more={more} />
          </Section>
        </Show>
      </Match>
      <Match when={props.tab === 'workflows'}>
        <Show when={isMember()}>
          <Suspense>
            <NewWorkflows drafts={props.flows.drafts} />
          </Suspense>
        </Show>
        <Group title={messages.flows.ready} flows={props.flows} source="template" />
        <Group title={messages.flows.yours} flows={props.flows} source="saved" />
        <Show when={props.flows.workflows.length === 0}>
          <EmptyState title={messages.flows.emptyWorkflows} hint={messages.flows.emptyWorkflowsHint} />
          <WorkflowTiles workflows={[]} />
        </Show>
      </Match>
      <Match when={props.tab === 'finished'}>
        <Suspense>
          <FinishedRuns runs={props.flows.finished} />
        </Suspense>
      </Match>
    </Switch>
  );
}

function Group(props: {
  readonly title: string;
  readonly flows: FlowsView;
  readonly source: 'template' | 'saved';
}) {
  const workflows = () => props.flows.workflows.filter((workflow) => workflow.source === props.source);
  return (
    <Show when={workflows().length > 0}>
      <Section title={props.title}>
        <WorkflowTiles workflows={workflows()} more={more} />
      </Section>
    </Show>
  );
}

function Cards(props: { readonly runs: readonly RunLine[]; readonly title: string; readonly hint: string }) {
  const runs = createGrowing(() => props.runs);
  return (
    <Show when={props.runs.length > 0} fallback={<EmptyState title={props.title} hint={props.hint} />}>
      <div class={styles.cards}>
        <For each={runs()}>{(run) => <RunCard run={run} />}</For>
      </div>
    </Show>
  );
}
