/** Who has what, side by side: a lane a person, steps from the first to the last, and lines where the baton changes hands. */
import { createMemo, For, onMount, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { RailRow } from '../../../views/flow-view.ts';
import type { LanesView, LaneStep, LaneView } from '../../../views/lanes-view.ts';
import { useNow } from '../../clock.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import { isQuiet, railRowWords, spokenRow } from '../flow/row-words.ts';
import { joinWords } from '../shared/step-words.ts';
import { type BeadKind, beadKind, LaneBead } from './lane-bead.tsx';
import { LaneHead, useLaneName } from './lane-head.tsx';
import styles from './lanes-tab.module.css';
import { useLanesWords } from './use-lanes-words.ts';

/** As the style sheet has them. */
const columnWidth = 184;
const cardWidth = 160;
const laneHeight = 96;

interface LanesProps {
  readonly view: LanesView;
  readonly rowByStep: ReadonlyMap<StepId, RailRow>;
  readonly current: OccurrenceKey | null;
  readonly onOpen: (key: OccurrenceKey) => void;
}

export function SwimLanes(props: LanesProps) {
  const messages = useMessages();
  const words = useLanesWords();
  let scroller!: HTMLDivElement;
  const width = () => props.view.columns * columnWidth + 24;
  /** Where it begins: the first column in which something is not over. */
  const nowColumn = createMemo(() =>
    Math.min(
      ...props.view.lanes.flatMap(({ steps }) =>
        steps.filter(({ part }) => part !== 'done').map(({ column }) => column),
      ),
    ),
  );
  onMount(() => {
    const way = messages.dir === 'rtl' ? -1 : 1;
    if (Number.isFinite(nowColumn()) && typeof scroller.scrollTo === 'function')
      scroller.scrollTo({ left: way * Math.max(0, (nowColumn() - 1) * columnWidth), behavior: 'instant' });
  });
  return (
    <>
      <div class={styles.scroller} ref={scroller} role="region" aria-label={words.hint} tabIndex={0}>
        <div class={styles.canvas} style={{ '--track': `${width()}px` }}>
          <HandOffs view={props.view} width={width()} rowByStep={props.rowByStep} />
          <For each={props.view.lanes}>{(lane) => <Lane {...props} lane={lane} />}</For>
        </div>
      </div>
      <Legend lanes={props.view.lanes} />
    </>
  );
}

function Lane(props: LanesProps & { readonly lane: LaneView }) {
  const nameOf = useLaneName();
  const rows = (): readonly RailRow[] =>
    props.lane.steps.flatMap(({ step }) => props.rowByStep.get(step) ?? []);
  return (
    <section class={styles.lane} aria-label={nameOf(props.lane)}>
      <LaneHead lane={props.lane} rows={rows()} />
      <ol class={styles.track}>
        <For each={props.lane.steps}>
          {(step) => (
            <Show when={props.rowByStep.get(step.step)}>
              {(row) => (
                <Card
                  step={step}
                  row={row()}
                  current={step.key === props.current}
                  onOpen={() => props.onOpen(step.key)}
                />
              )}
            </Show>
          )}
        </For>
      </ol>
    </section>
  );
}

function Card(props: {
  readonly step: LaneStep;
  readonly row: RailRow;
  readonly current: boolean;
  readonly onOpen: () => void;
}) {
  const messages = useMessages();
  const words = useLanesWords();
  const now = useNow();
  const says = () => railRowWords(messages, props.row, now());
  const load = (): string =>
    props.step.load === 'fine' || props.step.part === 'now' ? '' : words[props.step.load];
  return (
    <li class={styles.place} style={{ 'inset-inline-start': `${props.step.column * columnWidth + 12}px` }}>
      <button
        type="button"
        class={styles.card}
        data-quiet={isQuiet(props.row)}
        data-tone={props.row.tone}
        aria-current={props.current ? 'true' : undefined}
        aria-label={joinWords([spokenRow(messages, props.row), load()])}
        onClick={() => props.onOpen()}
      >
        <LaneBead kind={beadKind(props.step)} tone={props.row.tone} />
        <span class={styles.title}>{props.row.title}</span>
        <span class={styles.sub}>
          <Show
            when={load()}
            fallback={says()?.word ? <ToneText tone={props.row.tone}>{says()?.word}</ToneText> : says()?.rest}
          >
            {(said) => <ToneText tone="risk">{said()}</ToneText>}
          </Show>
        </span>
      </button>
    </li>
  );
}

/** Behind the cards, from the end of one to the start of the next. */
function HandOffs(props: {
  readonly view: LanesView;
  readonly width: number;
  readonly rowByStep: ReadonlyMap<StepId, RailRow>;
}) {
  const lines = createMemo(() => {
    const places = new Map<StepId, { readonly lane: number; readonly column: number }[]>();
    props.view.lanes.forEach(({ steps }, lane) => {
      for (const { step, column } of steps) {
        const known = places.get(step);
        if (known === undefined) places.set(step, [{ lane, column }]);
        else known.push({ lane, column });
      }
    });
    return props.view.handOffs.flatMap(({ from, to }) =>
      (places.get(from) ?? []).flatMap((source) =>
        (places.get(to) ?? []).map((target) => ({
          d: line(source, target),
          ran: props.rowByStep.get(from)?.closedAt != null,
        })),
      ),
    );
  });
  return (
    <svg
      class={styles.handOffs}
      aria-hidden="true"
      width={props.width}
      height={props.view.lanes.length * laneHeight}
    >
      <For each={lines()}>{({ d, ran }) => <path class={styles.handOff} data-ran={ran} d={d} />}</For>
    </svg>
  );
}

interface Place {
  readonly lane: number;
  readonly column: number;
}

function line(source: Place, target: Place): string {
  const [x1, y1] = [source.column * columnWidth + 12 + cardWidth, (source.lane + 0.5) * laneHeight];
  const [x2, y2] = [target.column * columnWidth + 12, (target.lane + 0.5) * laneHeight];
  // It changes lanes right before its target, so that it passes between the columns.
  const bend = x2 - 2 * (columnWidth - cardWidth);
  return `M${x1} ${y1}H${Math.max(x1, bend)}C${x2} ${y1} ${Math.max(x1, bend)} ${y2} ${x2} ${y2}`;
}

const order: readonly BeadKind[] = ['held', 'planned', 'many', 'away', 'done'];

function Legend(props: { readonly lanes: readonly LaneView[] }) {
  const words = useLanesWords();
  const kinds = createMemo(() => {
    const there = new Set(props.lanes.flatMap(({ steps }) => steps.map(beadKind)));
    return order.filter((kind) => there.has(kind));
  });
  return (
    <ul class={styles.legend} aria-label={words.legend}>
      <For each={kinds()}>
        {(kind) => (
          <li class={styles.means}>
            <LaneBead kind={kind} tone={kind === 'done' ? 'done' : kind === 'held' ? 'theirs' : 'next'} />
            {words.means[kind]}
          </li>
        )}
      </For>
    </ul>
  );
}
