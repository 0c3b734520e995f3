/** Log: what happened, newest first, a heading a day; what has to be chosen stands on top. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { occurrenceFromKey, type OccurrenceKey } from '../../../model/occurrence.ts';
import type { HistoryLine } from '../../../views/log-view.ts';
import type { StepLine } from '../../../views/shared.ts';
import { useNow } from '../../clock.tsx';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Row } from '../../kit/row.tsx';
import { Section } from '../../kit/section.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { runPath, stepPath } from '../../routes.ts';
import { HistorySentence } from '../shared/history-sentence.tsx';
import { useLogWords } from '../shared/use-log-words.ts';
import { PageHead } from '../shared/page-head.tsx';
import { groupByDay } from './group-by-day.ts';
import styles from './log-screen.module.css';

const pageSize = 60;

export function LogScreen() {
  const messages = useMessages();
  const words = useLogWords();
  const now = useNow();
  const [limit, setLimit] = createSignal(pageSize);
  const [onlyMine, setOnlyMine] = createSignal(false);
  const view = createView(() => ({ kind: 'log' as const, limit: limit() }));
  /** While more lines are on their way the old ones stay. */
  const shown = createMemo<ReturnType<typeof view>>((before) => view() ?? before);
  const days = createMemo(() => {
    const lines = (shown()?.lines ?? []).filter((line) => !onlyMine() || line.by?.isMe === true);
    return groupByDay(lines, (at) => words.day(at, now()));
  });
  return (
    <div class={styles.screen}>
      <PageHead title={words.title} />
      <fieldset class={styles.filters} aria-label={words.filter}>
        <Filter label={words.all} pressed={!onlyMine()} onPress={() => setOnlyMine(false)} />
        <Filter label={words.yours} pressed={onlyMine()} onPress={() => setOnlyMine(true)} />
      </fieldset>
      <Show when={shown()} fallback={<Skeleton label={messages.frame.loading} rows={6} />}>
        {(log) => (
          <>
            <Show when={log().conflicts.length > 0}>
              <Section title={words.conflicts}>
                <ul>
                  <For each={log().conflicts}>{(line) => <ConflictRow line={line} />}</For>
                </ul>
              </Section>
            </Show>
            <For
              each={days()}
              fallback={
                <EmptyState title={onlyMine() ? words.emptyYours : words.emptyTitle} hint={words.emptyHint} />
              }
            >
              {(day) => (
                <Section title={day.heading}>
                  <ol>
                    <For each={day.lines}>{(line) => <Line line={line} />}</For>
                  </ol>
                </Section>
              )}
            </For>
            <Show when={log().more}>
              <div class={styles.older}>
                <Button size={48} onClick={() => setLimit(limit() + pageSize)}>
                  {words.olderLines}
                </Button>
              </div>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

function Filter(props: { readonly label: string; readonly pressed: boolean; readonly onPress: () => void }) {
  return (
    <button type="button" class={styles.filter} aria-pressed={props.pressed} onClick={() => props.onPress()}>
      {props.label}
    </button>
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

function Line(props: { readonly line: HistoryLine }) {
  const words = useLogWords();
  const href = (): string => {
    const key = props.line.step?.key;
    return key !== undefined && occurrenceFromKey(key).ok
      ? stepPath(props.line.run, key as OccurrenceKey)
      : runPath(props.line.run);
  };
  const quote = (): string | null => (words.saysText(props.line.type) ? null : props.line.text);
  return (
    <li class={styles.line}>
      <StateGlyph shape={props.line.tone} />
      <div class={styles.text}>
        <p class={styles.said}>
          <a class={styles.open} href={href()}>
            <HistorySentence line={props.line} />
          </a>
        </p>
        <Show when={quote()}>{(text) => <p class={styles.quote}>{text()}</p>}</Show>
        <p class={styles.meta}>{words.at(props.line.at, props.line.runTitle)}</p>
      </div>
    </li>
  );
}
