/**
 * Folds a run's log to its state, at once or bit by bit.
 *
 * Flow: set (repeats, rivals [E7]) → causality → run frame → steps in topological order → state.
 * Invariants: the state is a function of the set of events alone, whatever the order, the batches or
 * the repeats in which they came [E1]; folding bit by bit equals folding at once [M2]; an event costs
 * what it affects: its step, and those after it whose edges changed.
 */
import type { LogEvent, RunEvent } from '../model/event.ts';
import { isOpaque } from '../model/event.ts';
import type { RunId, StepId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { type Causality, createCausality } from './causality.ts';
import { createEventSet } from './event-set.ts';
import { foldStep, type StepFold } from './fold-step.ts';
import { isSame } from '../model/is-same.ts';
import { assembleState } from './assemble-state.ts';
import { computeRunFrame, type RunFrame } from './run-frame.ts';
import type { RunState } from './run-state.ts';
import { insertInOrder } from './total-order.ts';

export interface RunFold {
  /** Adds events in any order, repeats included. Answers which occurrences look different now. */
  readonly add: (events: readonly LogEvent[]) => readonly OccurrenceKey[];
  /** The same object until something is added that changes it. */
  readonly state: RunState;
}

export function foldRun(run: RunId, events: readonly LogEvent[]): RunState {
  const fold = createRunFold(run);
  fold.add(events);
  return fold.state;
}

/** Events of the run, sorted into what reads them; each list in total order. */
interface Sorted {
  readonly history: LogEvent[];
  readonly runLevel: RunEvent[];
  readonly byStep: Map<StepId, Map<number, RunEvent[]>>;
}

const nothingHappened: ReadonlyMap<number, readonly RunEvent[]> = new Map();

export function createRunFold(run: RunId): RunFold {
  const set = createEventSet(run);
  let causality = createCausality();
  let sorted = emptySorted();
  let frame: RunFrame | null = null;
  let foldByStep = new Map<StepId, StepFold>();
  let snapshot: RunState | null = null;

  function add(events: readonly LogEvent[]): readonly OccurrenceKey[] {
    const { added, replaced, asideGrew } = set.add(events);
    if (added.length > 0 || replaced || asideGrew) snapshot = null;
    if (added.length === 0 && !replaced) return [];
    if (replaced || causality.awaits(added)) {
      // What known events saw has changed, and with it perhaps every verdict.
      causality = createCausality();
      sorted = emptySorted();
      sortIn([...set.byId.values()]);
      frame = computeRunFrame(sorted.runLevel, frame);
      return refold(() => true);
    }
    const { touched, runTouched } = sortIn(added);
    const before = frame;
    if (runTouched) frame = computeRunFrame(sorted.runLevel, before);
    return refold((step) => touched.has(step) || feltByStep(before, frame, step));
  }

  /** Answers the steps that the events are about, and whether any is about the run itself. */
  function sortIn(events: readonly LogEvent[]): { touched: ReadonlySet<StepId>; runTouched: boolean } {
    causality.add(events);
    const touched = new Set<StepId>();
    let runTouched = false;
    for (const event of events) {
      insertInOrder(sorted.history, event, causality.compare);
      if (isOpaque(event)) continue;
      if (event.type.startsWith('run.')) {
        insertInOrder(sorted.runLevel, event, causality.compare);
        runTouched = true;
      } else if (event.occurrence !== undefined && event.occurrence.items.length === 0) {
        sortIntoStep(sorted, event, event.occurrence.step, event.occurrence.iteration, causality);
        touched.add(event.occurrence.step);
      }
    }
    return { touched, runTouched };
  }

  function refold(isTouched: (step: StepId) => boolean): readonly OccurrenceKey[] {
    if (frame === null) {
      // A rival of the same id took the place of `run.started` [E7].
      const gone = [...foldByStep.values()].flatMap((fold) => fold.iterations.map(({ key }) => key));
      foldByStep = new Map();
      return gone;
    }
    const changed: OccurrenceKey[] = [];
    const edgeChanged = new Set<StepId>();
    const known = dropUnknownSteps(frame, changed);
    for (const id of frame.topologicalOrder) {
      const step = frame.stepById.get(id);
      if (step === undefined) continue;
      if (!isTouched(id) && !step.after.some(({ from }) => edgeChanged.has(from))) continue;
      const before = known.get(id);
      const after = foldStep({
        step,
        frame,
        eventsByIteration: sorted.byStep.get(id) ?? nothingHappened,
        foldOf: (other) => known.get(other),
        saw: causality.saw,
        compare: causality.compare,
      });
      known.set(id, after);
      if (before?.edge !== after.edge || before.closer !== after.closer) edgeChanged.add(id);
      changed.push(...changedKeys(before, after));
    }
    foldByStep = known;
    return changed;
  }

  /** Another `run.started` may have won, with other steps. */
  function dropUnknownSteps(current: RunFrame, changed: OccurrenceKey[]): Map<StepId, StepFold> {
    const kept = new Map<StepId, StepFold>();
    for (const [id, fold] of foldByStep) {
      if (current.stepById.has(id)) kept.set(id, fold);
      else changed.push(...fold.iterations.map(({ key }) => key));
    }
    return kept;
  }

  return {
    add,
    get state(): RunState {
      snapshot ??= assembleState({
        run,
        frame,
        foldByStep,
        history: sorted.history,
        heads: causality.heads(),
        aside: set.aside(),
        compare: causality.compare,
      });
      return snapshot;
    },
  };
}

/** Whether a change of the run itself reaches what is folded of a step: titles and backups do not. */
function feltByStep(before: RunFrame | null, after: RunFrame | null, step: StepId): boolean {
  if (before === after) return false;
  return (
    before === null ||
    after === null ||
    before.started !== after.started ||
    before.conductor !== after.conductor ||
    before.cancelled !== after.cancelled ||
    !isSame(before.dueByStep.get(step), after.dueByStep.get(step))
  );
}

function emptySorted(): Sorted {
  return { history: [], runLevel: [], byStep: new Map() };
}

function sortIntoStep(
  sorted: Sorted,
  event: RunEvent,
  step: StepId,
  iteration: number,
  causality: Causality,
) {
  const byIteration = sorted.byStep.get(step) ?? new Map<number, RunEvent[]>();
  if (byIteration.size === 0) sorted.byStep.set(step, byIteration);
  const list = byIteration.get(iteration);
  if (list === undefined) byIteration.set(iteration, [event]);
  else insertInOrder(list, event, causality.compare);
}

function changedKeys(before: StepFold | undefined, after: StepFold): OccurrenceKey[] {
  const stateByKey = new Map(before?.iterations.map((state) => [state.key, state]));
  const changed = after.iterations.filter((state) => !isSame(stateByKey.get(state.key), state));
  for (const state of after.iterations) stateByKey.delete(state.key);
  return [...changed.map(({ key }) => key), ...stateByKey.keys()];
}
