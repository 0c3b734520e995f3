/** One step beside the calendar: its node on the rail, its title, what it takes of the days, and its date in words. */
import { createMemo, For, Show } from 'solid-js';
import IconCalendarX from '~icons/lucide/calendar-x';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RailRow } from '../../../views/flow-view.ts';
import type { DaysRow } from '../../../views/days-view.ts';
import { useNow } from '../../clock.tsx';
import { isQuiet, spokenRow } from '../flow/row-words.ts';
import { RailSlice } from '../flow/rail-slice.tsx';
import { joinWords } from '../shared/step-words.ts';
import { computeBars } from './day-bars.ts';
import styles from './days-tab.module.css';
import type { TimeAxis } from './time-axis.ts';
import type { useDaysWords } from './use-days-words.ts';

/** A bar is never shorter, pixels. */
const shortest = 14;

export function DaysRowLine(props: {
  readonly row: RailRow;
  readonly days: DaysRow;
  readonly place: number;
  readonly axis: TimeAxis;
  readonly words: ReturnType<typeof useDaysWords>;
  readonly current: boolean;
  readonly onOpen: () => void;
}) {
  const messages = useMessages();
  const now = useNow();
  const bars = createMemo(() => computeBars(props.days, props.place));
  const says = (): string => {
    const { closedAt, due, startsAt } = props.row;
    if (closedAt !== null) return props.words.done(closedAt, now());
    if (due?.late === true) return props.words.late(due.at, now());
    const from = startsAt === null ? '' : props.words.from(startsAt, now());
    const by = due === null ? '' : props.words.due(due.at, due.hasTime, now());
    const both = joinWords([from, by]);
    return both === '' && !isQuiet(props.row) ? props.words.noDate : both;
  };
  const away = (): string => {
    const { holder } = props.row;
    const due = props.days.due ?? props.days.start;
    const isThen =
      due !== null && props.days.away.some(({ from, days }) => from <= due && due <= from + days);
    if (holder === null || !isThen) return '';
    return holder.isMe ? props.words.youAway : props.words.away(holder.name);
  };
  const events = (): readonly string[] => props.days.clashes.map(({ title }) => title);
  const clash = (): string => (events().length === 0 ? '' : props.words.clash(events()));
  return (
    // The whole row is the target; keys press the button, whose click comes by here as well.
    <li
      class={styles.row}
      data-quiet={isQuiet(props.row)}
      aria-current={props.current ? 'true' : undefined}
      onClick={() => props.onOpen()}
    >
      <span class={styles.rail}>
        <RailSlice
          slice={props.row.rail}
          tone={props.row.isUndone ? 'skipped' : props.row.tone}
          nodeKey={props.row.key}
          again={props.row.iteration > 1}
        />
      </span>
      <div class={styles.track} style={{ 'inline-size': `${props.axis.width}px` }}>
        <For each={props.days.away}>
          {({ from, days }) => <Span class="away" axis={props.axis} from={from} to={from + days} />}
        </For>
        <For each={props.days.clashes}>
          {({ from, to }) => <Span class="clash" axis={props.axis} from={from} to={to} />}
        </For>
        <For each={bars()}>
          {(bar) => (
            <span
              class={styles.bar}
              data-kind={bar.kind}
              data-tone={props.row.tone}
              style={{
                'inset-inline-start': `${props.axis.toX(bar.from)}px`,
                'inline-size': `${Math.max(shortest, props.axis.toX(bar.to) - props.axis.toX(bar.from))}px`,
              }}
            />
          )}
        </For>
        <Show when={props.days.closed === null ? props.days.due : null}>
          {(due) => (
            <span class={styles.due} style={{ 'inset-inline-start': `${props.axis.toX(due())}px` }} />
          )}
        </Show>
        <div class={styles.words}>
          <div class={styles.said}>
            <h2 class={styles.title}>
              <button
                type="button"
                class={styles.open}
                aria-label={joinWords([spokenRow(messages, props.row), says(), away(), clash()])}
              >
                {props.row.title}
              </button>
            </h2>
            <span class={styles.says} data-late={props.row.due?.late === true && props.days.closed === null}>
              {says()}
            </span>
            <Show when={events().length > 0}>
              <span class={styles.clashes}>
                <IconCalendarX />
                <span>{props.words.events(events())}</span>
              </span>
            </Show>
          </div>
        </div>
      </div>
    </li>
  );
}

function Span(props: {
  readonly class: 'away' | 'clash';
  readonly axis: TimeAxis;
  readonly from: number;
  readonly to: number;
}) {
  return (
    <span
      class={styles[props.class]}
      style={{
        'inset-inline-start': `${props.axis.toX(props.from)}px`,
        'inline-size': `${props.axis.toX(props.to) - props.axis.toX(props.from)}px`,
      }}
    />
  );
}
