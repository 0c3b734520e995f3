/** The calendar's head: months over days, or over weeks where a day has no room for its name. */
import { createMemo, For, Show } from 'solid-js';
import type { DaysView } from '../../../views/days-view.ts';
import styles from './days-tab.module.css';
import type { TimeAxis } from './time-axis.ts';
import type { useDaysWords } from './use-days-words.ts';

const dayMs = 86_400_000;
/** Narrower days are named by the week. */
const roomForDay = 30;
/** Months of fewer pixels are named briefly. */
const roomForMonth = 100;

interface MonthHead {
  readonly x: number;
  readonly width: number;
  readonly date: number;
}

/** Midnight of a day as if it were UTC, milliseconds since 1970. */
function dateOf(first: string, day: number): number {
  return Date.parse(`${first}T00:00:00Z`) + day * dayMs;
}

export function DaysHead(props: {
  readonly view: DaysView;
  readonly axis: TimeAxis;
  readonly words: ReturnType<typeof useDaysWords>;
}) {
  const today = () => Math.floor(props.view.now);
  const days = createMemo(() =>
    props.axis.pieces.flatMap(({ folded, from, days: count }) =>
      folded ? [] : Array.from({ length: count }, (_, index) => from + index),
    ),
  );
  const offs = createMemo(() => new Map(props.view.offs.map((off) => [off.day, off])));
  const named = createMemo(() =>
    props.axis.dayWidth >= roomForDay
      ? days()
      : days().filter((day) => new Date(dateOf(props.view.first, day)).getUTCDay() === 1 || day === today()),
  );
  const months = createMemo(() => toMonths(props.view.first, props.axis));
  const year = () => new Date(dateOf(props.view.first, today())).getUTCFullYear();
  return (
    <div class={styles.heads} aria-hidden="true" style={{ 'inline-size': `${props.axis.width}px` }}>
      <For each={months()}>
        {(month) => (
          <p
            class={styles.month}
            style={{ 'inset-inline-start': `${month.x}px`, 'inline-size': `${month.width}px` }}
          >
            <span class={styles.monthName}>
              {month.width < roomForMonth
                ? props.words.briefMonth(month.date)
                : props.words.month(month.date, new Date(month.date).getUTCFullYear() !== year())}
            </span>
          </p>
        )}
      </For>
      <For each={named()}>
        {(day) => {
          const date = () => dateOf(props.view.first, day);
          return (
            <p
              class={styles.day}
              data-today={day === today()}
              data-off={offs().has(day)}
              title={offs().get(day)?.name ?? undefined}
              style={{
                'inset-inline-start': `${props.axis.toX(day)}px`,
                'inline-size': `${Math.max(props.axis.dayWidth, roomForDay)}px`,
              }}
            >
              <span>{props.words.weekday(date())}</span>
              <b class={styles.number}>{props.words.dayNumber(date())}</b>
            </p>
          );
        }}
      </For>
      <For each={props.axis.pieces.filter(({ folded }) => folded)}>
        {(piece) => (
          <p
            class={styles.foldName}
            title={props.words.foldedLong(piece.days)}
            style={{ 'inset-inline-start': `${piece.x}px`, 'inline-size': `${piece.width}px` }}
          >
            {props.words.folded(piece.days)}
          </p>
        )}
      </For>
      <Show when={months().length === 0}>
        <p class={styles.month} />
      </Show>
    </div>
  );
}

/** One a month and unfolded stretch. */
function toMonths(first: string, { pieces, dayWidth }: TimeAxis): readonly MonthHead[] {
  const heads: { x: number; width: number; date: number; month: number }[] = [];
  for (const piece of pieces) {
    if (piece.folded) continue;
    for (let index = 0; index < piece.days; index += 1) {
      const date = dateOf(first, piece.from + index);
      const month = new Date(date).getUTCMonth();
      const last = heads.at(-1);
      if (index > 0 && last?.month === month) last.width += dayWidth;
      else heads.push({ x: piece.x + index * dayWidth, width: dayWidth, date, month });
    }
  }
  return heads;
}
