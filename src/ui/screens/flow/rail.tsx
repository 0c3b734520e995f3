/** The Steps rail: one row a step, done steps muted one-liners, mine tinted with the round Done. */
import { createMemo, createSignal, For, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { FlowView, RailRow } from '../../../views/flow-view.ts';
import { useMayAct } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { aScreenful, createGrowing } from '../../growing.ts';
import { createMedia, layoutQueries } from '../../media.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { IconButton } from '../../kit/button.tsx';
import { stepPath } from '../../routes.ts';
import { offerActs, type RowActs } from '../../row-acts.ts';
import { StepSub } from '../shared/step-sub.tsx';
import { createHandOffs } from './hand-off.ts';
import { isBrief, isQuiet, railRowWords, spokenRow } from './row-words.ts';
import { laneAt, RailGradients, RailSlice } from './rail-slice.tsx';
import styles from './rail.module.css';

const RailItems = lazy(async () => ({ default: (await import('../items/rail-items.tsx')).RailItems }));

/** Text stands this far from the last lane, pixels. */
const textGap = 24;
/** So many characters fit into two lines; what is longer is cut off there, which makes a row dearer to paint. */
const certainlyShort = 36;

export function Rail(props: {
  readonly flow: FlowView;
  readonly current: OccurrenceKey | null;
  readonly onDone: (row: RailRow) => void;
  readonly onStuck: (row: RailRow) => void;
}) {
  const messages = useMessages();
  let list: HTMLElement | undefined;
  const [opened, setOpened] = createSignal<ReadonlySet<string>>(new Set());
  const fold = (item: string): void => {
    setOpened((before) => new Set([...before, item].filter((each) => each !== item || !before.has(item))));
  };
  // Every row asks.
  const hasHeads = createMemo(
    () => props.flow.itemLists.length > 0 || props.flow.rows.some(({ part }) => part !== null),
  );
  const panel = createMedia(layoutQueries.panel);
  const rows = createGrowing(
    () => props.flow.rows,
    aScreenful,
    () => props.current !== null && !panel(),
  );
  const textAt = () => laneAt(Math.max(0, props.flow.lanes - 1)) + textGap;
  createHandOffs(
    () => props.flow.rows,
    () => list,
  );
  return (
    <section
      class={styles.rail}
      aria-label={messages.flow.steps}
      ref={list}
      style={{ '--text-at': `${textAt()}px` }}
    >
      <RailGradients />
      <ol>
        <For each={rows()}>
          {(row, index) => (
            <>
              <Show when={hasHeads()}>
                <Suspense>
                  <RailItems flow={props.flow} index={index()} opened={opened()} onFold={fold} />
                </Suspense>
              </Show>
              <Show when={!isFolded(props.flow, row, opened())}>
                <Row
                  row={row}
                  current={row.key === props.current}
                  onDone={() => props.onDone(row)}
                  onStuck={() => props.onStuck(row)}
                />
              </Show>
            </>
          )}
        </For>
        <Show when={hasHeads() && rows().length === props.flow.rows.length}>
          <Suspense>
            <RailItems flow={props.flow} index={props.flow.rows.length} opened={opened()} onFold={fold} />
          </Suspense>
        </Show>
      </ol>
    </section>
  );
}

/** What is over for one item is put away behind its head, until somebody wants to see it. */
function isFolded({ itemLists }: FlowView, { inItem }: RailRow, opened: ReadonlySet<string>): boolean {
  if (inItem === null || opened.has(inItem.item)) return false;
  return itemLists.some(({ items }) => items.some(({ id, isOver }) => id === inItem.item && isOver));
}

function Row(props: {
  readonly row: RailRow;
  readonly current: boolean;
  readonly onDone: () => void;
  readonly onStuck: () => void;
}) {
  const messages = useMessages();
  const now = useNow();
  const mayAct = useMayAct();
  const title = () => props.row.inItem?.title ?? props.row.title;
  const quiet = () => isQuiet(props.row);
  const brief = () => isBrief(props.row);
  const words = createMemo(() => railRowWords(messages, props.row, now()));
  const isMine = () => props.row.tone === 'turn' && mayAct();
  const acts = (): RowActs =>
    isMine()
      ? {
          forth: { label: messages.step.doneLast, tone: 'turn', run: props.onDone },
          back: { label: messages.step.stuck, tone: 'stuck', run: props.onStuck },
        }
      : {};
  return (
    <li
      class={styles.row}
      data-tone={props.row.tone}
      data-quiet={quiet()}
      data-brief={brief()}
      data-in-item={(props.row.inItem ?? props.row.part) !== null}
      data-swipes={isMine()}
      aria-current={props.current ? 'true' : undefined}
      ref={(row) => offerActs(row, acts)}
    >
      <RailSlice
        slice={props.row.rail}
        tone={props.row.isUndone ? 'skipped' : props.row.tone}
        nodeKey={props.row.key}
        again={props.row.iteration > 1}
      />
      <div class={styles.text}>
        <h2 class={styles.title} data-long={title().length > certainlyShort}>
          <a
            class={styles.open}
            data-stop
            href={stepPath(props.row.run, props.row.key)}
            aria-label={spokenRow(messages, props.row)}
          >
            {title()}
          </a>
        </h2>
        <Show when={words()}>
          {(says) => (
            <p class={styles.sub} data-long={says().word.length + says().rest.length > certainlyShort}>
              <Show when={says().word} fallback={says().rest}>
                <StepSub words={says()} />
              </Show>
            </p>
          )}
        </Show>
      </div>
      <div class={styles.end}>
        <Switch>
          <Match when={isMine()}>
            <IconButton
              kind="turn"
              aria-keyshortcuts="D"
              label={messages.flow.doneNamed(props.row.title)}
              onClick={() => props.onDone()}
            >
              <IconCheck />
            </IconButton>
          </Match>
          <Match when={quiet()}>
            <Show when={props.row.closedAt}>{(at) => <span>{messages.times.when(at(), now())}</span>}</Show>
            <Show when={props.row.closedBy[0] ?? props.row.holder}>
              {(person) => <Avatar face={person()} size={24} />}
            </Show>
          </Match>
          <Match when={props.row.holder}>{(holder) => <Avatar face={holder()} />}</Match>
        </Switch>
      </div>
    </li>
  );
}
