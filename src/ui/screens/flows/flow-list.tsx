/** The list of flows beside the page on wide screens. */
import { useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import IconRoute from '~icons/lucide/route';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunLine } from '../../../views/flows-view.ts';
import { useIsMember } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { Section } from '../../kit/section.tsx';
import { SegmentBar } from '../../kit/segment-bar.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import { runPath, startPath } from '../../routes.ts';
import { SyncLine } from '../shared/sync-line.tsx';
import styles from './flow-list.module.css';
import { focusWords } from './run-line.ts';

export function FlowList() {
  const messages = useMessages();
  const location = useLocation();
  const isMember = useIsMember();
  const view = createView(() => ({ kind: 'flows' as const }));
  return (
    <nav class={styles.list} aria-label={messages.flows.title}>
      <p class={styles.title}>{messages.flows.title}</p>
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
                  <For each={flows().workflows}>
                    {(workflow) => (
                      <li>
                        <a class={styles.workflow} href={startPath(workflow.id)}>
                          <IconRoute />
                          {workflow.title}
                        </a>
                      </li>
                    )}
                  </For>
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
