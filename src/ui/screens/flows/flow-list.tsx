/** The list of flows beside the page on wide screens. */
import { useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import IconLayers from '~icons/lucide/layers';
import IconSearch from '~icons/lucide/search';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunLine } from '../../../views/flows-view.ts';
import { useIsMember } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { useFinder } from '../../finder.tsx';
import { Section } from '../../kit/section.tsx';
import { SegmentBar } from '../../kit/segment-bar.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import { paths, runPath, startPath } from '../../routes.ts';
import { SyncLine } from '../shared/sync-line.tsx';
import { WorkflowIcon } from '../shared/workflow-icon.tsx';
import styles from './flow-list.module.css';
import { focusWords } from './run-line.ts';

/** So many can be started from here; the rest stands on Flows. */
const offered = 5;

export function FlowList() {
  const messages = useMessages();
  const location = useLocation();
  const isMember = useIsMember();
  const finder = useFinder();
  const view = createView(() => ({ kind: 'flows' as const }));
  return (
    <nav class={styles.list} aria-label={messages.flows.title}>
      <p class={styles.title}>{messages.flows.title}</p>
      <Show when={finder}>
        {(found) => (
          <button
            type="button"
            class={styles.search}
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K"
            onClick={() => found().show('search')}
          >
            <IconSearch />
            <span>{messages.frame.searchOrDo}</span>
            <kbd aria-hidden="true">Ctrl K</kbd>
          </button>
        )}
      </Show>
      <Show when={view()} fallback={<Skeleton label={messages.frame.loading} />}>
        {(flows) => (
          <>
            <Show when={flows().active.length > 0}>
              <Section title={messages.flows.active}>
                <ul>
                  <For each={flows().active}>
                    {(run) => <Item run={run} current={location.pathname.startsWith(runPath(run.run))} />}
                  </For>
                </ul>
              </Section>
            </Show>
            <Show when={isMember()}>
              <Section title={messages.flows.workflows}>
                <ul>
                  <For each={flows().workflows.slice(0, offered)}>
                    {(workflow) => (
                      <li>
                        <a class={styles.workflow} href={startPath(workflow.id)}>
                          <WorkflowIcon workflow={workflow.id} />
                          {workflow.title}
                        </a>
                      </li>
                    )}
                  </For>
                  <Show when={flows().workflows.length > offered}>
                    <li>
                      <a class={styles.workflow} href={paths.flows}>
                        <IconLayers />
                        {messages.flows.allWorkflows}
                        <small>{messages.flows.moreWorkflows(flows().workflows.length - offered)}</small>
                      </a>
                    </li>
                  </Show>
                </ul>
              </Section>
            </Show>
          </>
        )}
      </Show>
      <div class={styles.sync}>
        <SyncLine />
      </div>
    </nav>
  );
}

function Item(props: { readonly run: RunLine; readonly current: boolean }) {
  const messages = useMessages();
  const now = useNow();
  return (
    <li class={styles.item}>
      <p class={styles.name}>
        <a href={runPath(props.run.run)} aria-current={props.current ? 'page' : undefined}>
          {props.run.title}
        </a>
      </p>
      <div class={styles.progress}>
        <SegmentBar segments={props.run.segments} dense />
        <Show when={props.run.lastDueAt}>{(at) => <span>{messages.times.dayWord(at(), now())}</span>}</Show>
      </div>
      <Show when={focusWords(messages, props.run)}>
        {(focus) => (
          <p class={styles.focus}>
            <StateGlyph shape={focus().tone} />
            <span>
              <ToneText tone={focus().tone}>{focus().word}</ToneText> {focus().rest}
            </span>
          </p>
        )}
      </Show>
    </li>
  );
}
