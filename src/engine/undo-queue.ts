/**
 * What there is to undo in a run, in the order in which it is best done [J7] [U3]: last first, and what
 * soon cannot be undone for free before all else. The order is advice: nothing waits for it.
 */
import { placeOf } from '../model/place.ts';
import type { StepId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { createWorkflowGraph } from '../model/workflow-graph.ts';
import type { OccurrenceState, RunState } from './run-state.ts';
import { isUndoOpen, type UndoState } from './undo-state.ts';

export interface UndoEntry {
  readonly state: OccurrenceState;
  readonly undo: UndoState;
}

/** A last day this near comes before the order of the plan. */
const nearMs = 3 * 86_400_000;

/** Every pass whose undo is proposed, taken up or ended; open ones first. `now` in milliseconds since 1970. */
export function computeUndoQueue(state: RunState, now: number): readonly UndoEntry[] {
  const entries = [...state.occurrences.values()].flatMap((each): readonly UndoEntry[] =>
    each.undo !== null && isOnList(each.undo) ? [{ state: each, undo: each.undo }] : [],
  );
  return entries.length < 2 ? entries : arrange(entries, state, now);
}

function isOnList(undo: UndoState): boolean {
  return isUndoOpen(undo) || undo.status === 'compensated' || undo.status === 'declined';
}

/** What cancelling the run now would propose, in the same order. */
export function previewUndoQueue(state: RunState, now: number): readonly UndoEntry[] {
  const lastByStep = new Map<StepId, UndoEntry>();
  for (const each of state.occurrences.values())
    if (each.undo !== null) lastByStep.set(placeOf(each.occurrence), { state: each, undo: each.undo });
  const entries = [...lastByStep.values()].filter(({ undo }) => undo.status !== 'compensated');
  return arrange(
    entries.map((entry) => ({
      ...entry,
      undo: { ...entry.undo, status: 'proposed', because: 'runCancelled' },
    })),
    state,
    now,
  );
}

export function countOpenUndos({ occurrences }: Pick<RunState, 'occurrences'>): number {
  let count = 0;
  for (const { undo } of occurrences.values()) if (isUndoOpen(undo)) count += 1;
  return count;
}

function arrange(entries: readonly UndoEntry[], state: RunState, now: number): readonly UndoEntry[] {
  const placeByKey = placeLastFirst(entries, state);
  const urgency = ({ undo }: UndoEntry): number =>
    undo.cancelBy === null || undo.cancelBy - now > nearMs ? Infinity : undo.cancelBy;
  const order = (a: number, b: number): number => (a === b ? 0 : a - b);
  const place = ({ state: { key } }: UndoEntry): number => placeByKey.get(key) ?? 0;
  return entries.toSorted((a, b) => {
    const [openA, openB] = [isUndoOpen(a.undo), isUndoOpen(b.undo)];
    if (openA !== openB) return openA ? -1 : 1;
    return (openA ? order(urgency(a), urgency(b)) : 0) || place(a) - place(b);
  });
}

/**
 * Against the plan: none before what depends on it. Of steps that do not depend on each other the one
 * completed last comes first, by the authors' clocks, which here only advise.
 */
function placeLastFirst(
  entries: readonly UndoEntry[],
  { steps }: RunState,
): ReadonlyMap<OccurrenceKey, number> {
  const { followersById, index } = createWorkflowGraph(steps);
  const waiting = new Map([...followersById].map(([id, followers]) => [id, followers.length]));
  const entriesByStep = Map.groupBy(entries, ({ state }) => placeOf(state.occurrence));
  const places = new Map<OccurrenceKey, number>();
  const free: StepId[] = [];
  const undoable: StepId[] = [];
  const release = (id: StepId): void => void (entriesByStep.has(id) ? undoable : free).push(id);
  for (const [id, count] of waiting) if (count === 0) release(id);
  for (;;) {
    const id = free.pop() ?? takeLatest(undoable, entriesByStep);
    if (id === undefined) return places;
    for (const { state } of newestFirst(entriesByStep.get(id) ?? [])) places.set(state.key, places.size);
    const step = index.steps[index.placeById.get(id) ?? -1];
    for (const from of new Set(step?.after.map((edge) => edge.from))) {
      const left = (waiting.get(from) ?? 0) - 1;
      waiting.set(from, left);
      if (left === 0) release(from);
    }
  }
}

function newestFirst(entries: readonly UndoEntry[]): readonly UndoEntry[] {
  return entries.toSorted((a, b) => b.state.occurrence.iteration - a.state.occurrence.iteration);
}

function takeLatest(
  steps: StepId[],
  entriesByStep: ReadonlyMap<StepId, readonly UndoEntry[]>,
): StepId | undefined {
  let latest = -1;
  let at = -Infinity;
  steps.forEach((step, place) => {
    const closedAt = entriesByStep.get(step)?.[0]?.state.closedAt ?? -Infinity;
    // Of equals the later in the plan: they come in definition order.
    if (closedAt < at) return;
    latest = place;
    at = closedAt;
  });
  return latest === -1 ? undefined : steps.splice(latest, 1)[0];
}
