/** The Steps rail: one row a step, done steps muted one-liners, mine tinted with the round Done. */
import { createMemo, createSignal, For, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { FlowView, RailRow } from '../../../views/flow-view.ts';
import type { Tone } from '../../../views/shared.ts';
import { useMayAct } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { IconButton } from '../../kit/button.tsx';
import { stepPath } from '../../routes.ts';
import { StepSub } from '../shared/step-sub.tsx';
import { joinWords, stateWord, type StepWords, stepWords } from '../shared/step-words.ts';
import { createHandOffs } from './hand-off.ts';
import { laneAt, mostLanes, RailGradients, RailSlice } from './rail-slice.tsx';
import styles from './rail.module.css';

const RailItems = lazy(async () => ({ default: (await import('../items/rail-items.tsx')).RailItems }));

/** Text stands this far from the last lane, pixels. */
const textGap = 24;
const dayMinutes = 24 * 60;
const quietTones: ReadonlySet<Tone> = new Set(['done', 'provisional', 'skipped', 'withdrawn']);

export function Rail(props: {
  readonly flow: FlowView;
  readonly current: OccurrenceKey | null;
  readonly onDone: (row: RailRow) => void;
}) {
  const messages = useMessages();
  let list: HTMLElement | undefined;
  const [opened, setOpened] = createSignal<ReadonlySet<string>>(new Set());
  const fold = (item: string): void => {
    setOpened((before) => new Set([...before, item].filter((each) => each !== item || !before.has(item))));
  };
  const hasHeads = () => props.flow.itemLists.length > 0 || props.flow.rows.some(({ part }) => part !== null);
  const textAt = () => laneAt(Math.max(0, Math.min(props.flow.lanes, mostLanes) - 1)) + textGap;
  createHandOffs(
    () => props.flow.rows.map((row) => ({ key: row.key, tone: row.tone })),
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
        <For each={props.flow.rows}>
          {(row, index) => (
            <>
              <Show when={hasHeads()}>
                <Suspense>
                  <RailItems flow={props.flow} index={index()} opened={opened()} onFold={fold} />
                </Suspense>
              </Show>
              <Show when={!isFolded(props.flow, row, opened())}>
                <Row row={row} current={row.key === props.current} onDone={() => props.onDone(row)} />
              </Show>
            </>
          )}
        </For>
        <Show when={hasHeads()}>
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

function Row(props: { readonly row: RailRow; readonly current: boolean; readonly onDone: () => void }) {
  const messages = useMessages();
  const now = useNow();
  const mayAct = useMayAct();
  const quiet = () => quietTones.has(props.row.tone);
  const brief = () =>
    (props.row.tone === 'done' || props.row.tone === 'skipped') &&
    !props.row.hasConflict &&
    !props.row.isUndone;
  const rowWords = (row: RailRow): StepWords | null => {
    const round = row.iteration > 1 ? messages.flow.round(row.iteration) : '';
    if (row.hasConflict) return { tone: 'conflict', word: messages.flow.conflict, rest: '' };
    if (row.inCaseOf !== undefined) return stepWords(messages, row, now());
    if (row.missingFacts.length > 0)
      return { tone: row.tone, word: '', rest: messages.flow.needsFacts(row.missingFacts) };
    if (row.isUndone) return { tone: 'skipped', word: messages.flow.undone, rest: round };
    if (row.tone === 'withdrawn' && row.withdrawnBecause !== null)
      return stepWords(messages, row, now(), messages.flow.withdrawn[row.withdrawnBecause]);
    if (row.tone === 'waiting' && row.waitingOn !== null)
      return stepWords(messages, row, now(), joinWords([messages.flow.waitsOn(row.waitingOn), round]));
    if (row.tone === 'next' && row.startsAt !== null)
      return { tone: 'next', word: '', rest: joinWords([messages.flow.starts(row.startsAt, now()), round]) };
    if (row.tone === 'next') {
      const lists = row.openLists.length === 0 ? '' : messages.flow.untilComplete(row.openLists);
      const after = row.waitingFor.length === 0 ? lists : messages.flow.after(row.waitingFor);
      // Minutes matter to whoever does it; days matter to everybody who waits for it.
      const about =
        row.estimate === null || row.estimate < dayMinutes ? '' : messages.flow.about(row.estimate);
      return after === '' && about === ''
        ? stepWords(messages, row, now(), round)
        : { tone: 'next', word: '', rest: joinWords([after, about, round]) };
    }
    if (brief()) {
      const ended = joinWords([row.outcome ?? '', round]);
      return ended === '' ? null : { tone: row.tone, word: '', rest: ended };
    }
    return stepWords(messages, row, now(), joinWords([row.stuckReason ?? '', round]));
  };
  const words = createMemo(() => rowWords(props.row));
  return (
    <li
      class={styles.row}
      data-tone={props.row.tone}
      data-quiet={quiet()}
      data-brief={brief()}
      data-in-item={(props.row.inItem ?? props.row.part) !== null}
      aria-current={props.current ? 'true' : undefined}
    >
      <RailSlice
        slice={props.row.rail}
        tone={props.row.isUndone ? 'skipped' : props.row.tone}
        nodeKey={props.row.key}
        again={props.row.iteration > 1}
      />
      <div class={styles.text}>
        <h2 class={styles.title}>
          <a class={styles.open} href={stepPath(props.row.run, props.row.key)} aria-label={spoken(props.row)}>
            {props.row.inItem?.title ?? props.row.title}
          </a>
        </h2>
        <Show when={words()}>
          {(says) => (
            <p class={styles.sub}>
              <Show when={says().word} fallback={says().rest}>
                <StepSub words={says()} />
              </Show>
            </p>
          )}
        </Show>
      </div>
      <div class={styles.end}>
        <Switch>
          <Match when={props.row.tone === 'turn' && mayAct()}>
            <IconButton
              kind="turn"
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

  /** The state's word belongs to the name that a screen reader hears. */
  function spoken(row: RailRow): string {
    const state = row.isUndone ? messages.flow.undone : stateWord(messages, row);
    return joinWords([row.title, state]);
  }
}
