/** Log: what happened, in plain sentences, newest first; what is in dispute stands above it. */
import { createMemo, createSignal, For, Index, Show } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { LogView } from '../../../views/log-view.ts';
import type { StepLine } from '../../../views/shared.ts';
import { useIsMember } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { createGrowing } from '../../growing.ts';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Row } from '../../kit/row.tsx';
import { Section } from '../../kit/section.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import { DisputeCard } from '../facts/dispute-card.tsx';
import { useLogWords } from '../shared/use-log-words.ts';
import { groupByDay } from './group-by-day.ts';
import { countNarrowed, createLogFilter, filterToQuery } from './log-filter.ts';
import { LogHead } from './log-head.tsx';
import { LogLine } from './log-line.tsx';
import styles from './log-screen.module.css';

const pageSize = 60;

export function LogScreen() {
  const messages = useMessages();
  const words = useLogWords();
  const now = useNow();
  const isMember = useIsMember();
  const { filter, change } = createLogFilter();
  const [limit, setLimit] = createSignal(pageSize);
  const view = createView(() => ({ kind: 'log' as const, ...filterToQuery(filter(), limit()) }));
  /** While other lines are on their way the old ones stay. */
  const shown = createMemo<LogView | undefined>((before) => view() ?? before);
  const lines = createGrowing(() => shown()?.lines ?? []);
  const days = createMemo(() => groupByDay(lines(), (at) => words.day(at, now())));
  const isNarrowed = (): boolean => filter().search.trim() !== '' || countNarrowed(filter()) > 0;
  return (
    <div class={styles.screen}>
      <LogHead
        log={shown()}
        filter={filter()}
        onChange={(set) => {
          setLimit(pageSize);
          change(set);
        }}
      />
      <Show when={shown()} fallback={<Skeleton label={messages.frame.loading} rows={6} />}>
        {(log) => (
          <>
            <Show when={isMember()}>
              <ToChoose log={log()} />
            </Show>
            <Show
              when={!filter().choices}
              fallback={
                <Show when={log().conflicts.length + log().disputes.length === 0}>
                  <EmptyState title={words.nothingToChoose} hint={words.nothingToChooseHint} />
                </Show>
              }
            >
              <Index
                each={days()}
                fallback={
                  <EmptyState
                    title={isNarrowed() ? words.noResults : words.emptyTitle}
                    hint={isNarrowed() ? words.noResultsHint : words.emptyHint}
                  />
                }
              >
                {(day) => (
                  <Section title={day().heading}>
                    <ol>
                      <For each={day().lines}>{(line) => <LogLine line={line} />}</For>
                    </ol>
                  </Section>
                )}
              </Index>
              <Show when={log().more}>
                <div class={styles.older}>
                  <Button
                    size={48}
                    aria-busy={view() === undefined}
                    onClick={() => setLimit(limit() + pageSize)}
                  >
                    {words.olderLines}
                  </Button>
                </div>
              </Show>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

function ToChoose(props: { readonly log: LogView }) {
  const words = useLogWords();
  return (
    <>
      <For each={props.log.disputes}>
        {({ run, fact }) => (
          <div class={styles.dispute}>
            <DisputeCard run={run} fact={fact} />
          </div>
        )}
      </For>
      <Show when={props.log.conflicts.length > 0}>
        <Section title={words.conflicts}>
          <ul>
            <For each={props.log.conflicts}>{(line) => <ConflictRow line={line} />}</For>
          </ul>
        </Section>
      </Show>
    </>
  );
}

function ConflictRow(props: { readonly line: StepLine }) {
  const words = useLogWords();
  return (
    <Row
      start={<StateGlyph shape="conflict" />}
      title={props.line.title}
      sub={words.conflictLine}
      end={
        <ButtonLink
          size={40}
          href={stepPath(props.line.run, props.line.key)}
          label={words.chooseFor(props.line.title)}
        >
          {words.choose}
        </ButtonLink>
      }
    />
  );
}
