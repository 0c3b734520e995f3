/**
 * A flow beside the calendar: the rail at the start, time towards the end, as wide as the screen or wider. It is a list of
 * steps with their dates in words as well. Nothing is foretold here.
 */
import { createMemo, createSignal, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import IconCalendar from '~icons/lucide/calendar-check';
import IconLeft from '~icons/lucide/chevron-left';
import IconRight from '~icons/lucide/chevron-right';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { DaysView } from '../../../views/days-view.ts';
import type { FlowView } from '../../../views/flow-view.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { laneAt, RailGradients } from '../flow/rail-slice.tsx';
import { DaysHead } from './days-head.tsx';
import { DaysLegend } from './days-legend.tsx';
import { DaysRowLine } from './days-row-line.tsx';
import styles from './days-tab.module.css';
import { makeTimeAxis } from './time-axis.ts';
import { useDaysWords } from './use-days-words.ts';

/** Between the last lane and the first day. */
const railGap = 22;
const stepDays = 3;

interface DaysProps {
  readonly flow: FlowView;
  readonly current: OccurrenceKey | null;
  readonly onOpen: (key: OccurrenceKey) => void;
}

export function DaysTab(props: DaysProps) {
  const messages = useMessages();
  const view = createView(() => ({ kind: 'days' as const, run: props.flow.run }));
  const zone = createMemo(() => view()?.zone);
  return (
    <Switch fallback={<Skeleton label={messages.frame.loading} rows={6} />}>
      <Match when={zone() !== undefined && view()?.rows.length === 0}>
        <EmptyState title={useDaysWords(messages.formats.zone).empty} hint="" />
      </Match>
      <Match when={view()}>{(days) => <Days {...props} view={days()} zone={zone() ?? ''} />}</Match>
    </Switch>
  );
}

function Days(props: DaysProps & { readonly view: DaysView; readonly zone: string }) {
  const messages = useMessages();
  // A run keeps its zone; another one is another screen.
  // oxlint-disable-next-line solid/reactivity
  const words = useDaysWords(props.zone);
  let scroller!: HTMLDivElement;
  const [seen, setSeen] = createSignal(0);
  const rowByStep = createMemo(() => new Map(props.flow.rows.map((row) => [row.step, row])));
  const railWidth = () => laneAt(Math.max(0, props.flow.lanes - 1)) + railGap;
  const axis = createMemo(() => makeTimeAxis(props.view.stretches, Math.max(0, seen() - railWidth())));
  const nowX = () => axis().toX(props.view.now);
  const way = () => (messages.dir === 'rtl' ? -1 : 1);
  const scrollBy = (pixels: number): void => scroller.scrollBy({ left: way() * pixels, behavior: 'smooth' });
  const toToday = (behavior: ScrollBehavior): void => {
    // What is past is a swipe away: what is to come has the room.
    const before = Math.min(2.5 * axis().dayWidth, (scroller.clientWidth - railWidth()) / 8);
    scroller.scrollTo({ left: way() * Math.max(0, nowX() - before), behavior });
  };
  /** What was at the edge stays there when a step opens beside it. */
  const measure = (): void => {
    const share = scroller.scrollLeft / Math.max(1, axis().width);
    setSeen(scroller.clientWidth);
    if (share !== 0) scroller.scrollLeft = share * axis().width;
  };
  onMount(() => {
    setSeen(scroller.clientWidth);
    if (typeof scroller.scrollTo === 'function') toToday('instant');
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    onCleanup(() => observer.disconnect());
  });
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (act(event.key)) event.preventDefault();
  };
  /** False when the key means nothing here. */
  const act = (key: string): boolean => {
    const forward = messages.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'ArrowLeft' || key === 'ArrowRight')
      scrollBy((key === forward ? 1 : -1) * stepDays * axis().dayWidth);
    else if (key === 'ArrowUp' || key === 'ArrowDown') focusRow(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Home') toToday('smooth');
    else return false;
    return true;
  };
  const focusRow = (by: 1 | -1): void => {
    const rows = [...scroller.querySelectorAll<HTMLElement>('li button')];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[at < 0 ? 0 : at + by]?.focus();
  };
  return (
    <section class={styles.days} aria-label={words.label(props.flow.title)}>
      <div class={styles.tools}>
        <Show when={props.zone !== messages.formats.zone}>
          <p class={styles.zone}>{words.inZone(props.zone)}</p>
        </Show>
        <IconButton
          kind="soft"
          size={40}
          label={words.earlier}
          onClick={() => scrollBy(-7 * axis().dayWidth)}
        >
          <IconLeft class={styles.turned} />
        </IconButton>
        <Button kind="ghost" size={40} aria-label={words.toToday} onClick={() => toToday('smooth')}>
          <IconCalendar />
          {words.today}
        </Button>
        <IconButton kind="soft" size={40} label={words.later} onClick={() => scrollBy(7 * axis().dayWidth)}>
          <IconRight class={styles.turned} />
        </IconButton>
      </div>
      <div
        class={styles.scroller}
        ref={scroller}
        role="region"
        aria-label={words.hint}
        tabIndex={0}
        onKeyDown={press}
        style={{ '--text-at': `${railWidth()}px`, '--seen': `${seen()}px`, '--now-at': `${nowX()}px` }}
      >
        <RailGradients />
        <div class={styles.canvas} style={{ 'inline-size': `${railWidth() + axis().width}px` }}>
          <div class={styles.top}>
            <span class={styles.corner} />
            <DaysHead view={props.view} axis={axis()} words={words} />
          </div>
          <Grid view={props.view} axis={axis()} words={words} />
          <ol class={styles.rows}>
            <For each={props.view.rows}>
              {(days) => (
                <Show when={rowByStep().get(days.step)}>
                  {(row) => (
                    <DaysRowLine
                      row={row()}
                      days={days}
                      place={props.view.now}
                      axis={axis()}
                      words={words}
                      current={days.key === props.current}
                      onOpen={() => props.onOpen(days.key)}
                    />
                  )}
                </Show>
              )}
            </For>
          </ol>
        </div>
      </div>
      <DaysLegend view={props.view} words={words} />
    </section>
  );
}

/** Behind the rows: lines between days, days off, folded days, and now. */
function Grid(props: {
  readonly view: DaysView;
  readonly axis: ReturnType<typeof makeTimeAxis>;
  readonly words: ReturnType<typeof useDaysWords>;
}) {
  const span = (x: number, width: number) => ({
    'inset-inline-start': `${x}px`,
    'inline-size': `${width}px`,
  });
  return (
    <div class={styles.grid} aria-hidden="true">
      <For each={props.axis.pieces}>
        {(piece) => (
          <span
            class={styles.piece}
            data-folded={piece.folded}
            style={{ ...span(piece.x, piece.width), '--day': `${props.axis.dayWidth}px` }}
          />
        )}
      </For>
      <For each={props.view.offs}>
        {(off) => (
          <span
            class={styles.off}
            data-holiday={off.holiday}
            style={span(props.axis.toX(off.day), props.axis.dayWidth)}
          />
        )}
      </For>
      <span class={styles.now} style={{ 'inset-inline-start': `${props.axis.toX(props.view.now)}px` }} />
    </div>
  );
}
