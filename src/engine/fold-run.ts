/**
 * Folds a run's log to its state, at once or bit by bit.
 *
 * Flow: set (repeats, rivals [E7]) → causality → sorted log → run frame → steps → state.
 * Invariants: the state is a function of the set of events alone, whatever the order, the batches or
 * the repeats in which they came [E1]; folding bit by bit equals folding at once [M2]; an event costs
 * what it affects: its step, and those after it whose edges changed.
 */
import type { LogEvent } from '../model/event.ts';
import type { FactId, RunId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { assembleState } from './assemble-state.ts';
import { createCausality } from './causality.ts';
import { createEventSet } from './event-set.ts';
import { addToLogStore, createLogStore, type LogTouch } from './log-store.ts';
import { isOtherPlan } from './plan-changes/is-other-plan.ts';
import { createPlanFold, type PlanFold } from './plan-fold.ts';
import { computeRunFrame, type RunFrame } from './run-frame.ts';
import type { OccurrenceState, RunState } from './run-state.ts';

export interface RunFold {
  /** Adds events in any order, repeats included. Answers which occurrences look different now. */
  readonly add: (events: readonly LogEvent[]) => readonly OccurrenceKey[];
  /** The same object until something is added that changes it; a state before that is over by then. */
  readonly state: RunState;
  /** How many times a step was looked at so far: what the work of an event is measured in. */
  readonly visits: number;
}

export function foldRun(run: RunId, events: readonly LogEvent[]): RunState {
  const fold = createRunFold(run);
  fold.add(events);
  return fold.state;
}

export function createRunFold(run: RunId): RunFold {
  const set = createEventSet(run);
  let causality = createCausality();
  let store = createLogStore();
  let frame: RunFrame | null = null;
  let plan: PlanFold | null = null;
  let snapshot: RunState | null = null;
  let visits = 0;
  const facts = new Set<FactId>();
  let runTouched = false;
  const touch: LogTouch = {
    run: () => {
      runTouched = true;
    },
    fact: (fact) => facts.add(fact),
    pass: (step, iteration, logs) => plan?.touchPass(step, iteration, logs),
  };

  function add(events: readonly LogEvent[]): readonly OccurrenceKey[] {
    const { added, replaced, asideGrew } = set.add(events, causality.find);
    if (added.length > 0 || replaced.size > 0 || asideGrew) snapshot = null;
    if (added.length === 0 && replaced.size === 0) return [];
    // When a parent comes after its child, what known events saw has changed, and perhaps every verdict.
    if (replaced.size > 0 || causality.awaits(added))
      return foldAgain([...store.history.map((event) => replaced.get(event.id) ?? event), ...added]);
    return foldOn(added);
  }

  function foldAgain(events: readonly LogEvent[]): readonly OccurrenceKey[] {
    causality = createCausality();
    store = createLogStore();
    causality.add(events);
    addToLogStore(store, events, causality.compare, { run: ignore, fact: ignore, pass: ignore });
    frame = computeRunFrame(store.runLevel, causality.saw);
    return replan();
  }

  function foldOn(added: readonly LogEvent[]): readonly OccurrenceKey[] {
    causality.add(added);
    runTouched = false;
    // Clearing and walking cost something also where there is nothing.
    if (facts.size > 0) facts.clear();
    addToLogStore(store, added, causality.compare, touch);
    const before = frame;
    if (runTouched) frame = computeRunFrame(store.runLevel, causality.saw, before);
    if (plan === null || frame === null || before?.started !== frame.started) return replan();
    // Other items are other steps: the plan is laid out anew.
    if (before.items !== frame.items || isOtherPlan(before, frame)) return replan();
    if (before !== frame) plan.setFrame(frame);
    if (facts.size > 0) for (const fact of facts) plan.touchFact(fact);
    return plan.settle();
  }

  /** Another start, another plan or other items, or none: every step is folded from its log. */
  function replan(): readonly OccurrenceKey[] {
    const known = plan?.occurrences ?? new Map<OccurrenceKey, OccurrenceState>();
    plan =
      frame === null
        ? null
        : createPlanFold({ frame, store, causality, known, visited: () => void visits++ });
    plan?.settle();
    const now = plan?.occurrences ?? new Map<OccurrenceKey, OccurrenceState>();
    const keys = known.size === 0 ? now.keys() : new Set([...known.keys(), ...now.keys()]);
    return [...keys].filter((key) => known.get(key) !== now.get(key));
  }

  function state(): RunState {
    snapshot ??= assembleState({ run, frame, plan, store, heads: causality.heads(), aside: set.aside() });
    return snapshot;
  }

  return new LiveFold(add, state, () => visits);
}

/** A class, because getters in an object literal give each fold a hidden class, which holds on to it when it is gone. */
class LiveFold implements RunFold {
  readonly add: RunFold['add'];
  readonly #state: () => RunState;
  readonly #visits: () => number;

  constructor(add: RunFold['add'], state: () => RunState, visits: () => number) {
    this.add = add;
    this.#state = state;
    this.#visits = visits;
  }

  get state(): RunState {
    return this.#state();
  }

  get visits(): number {
    return this.#visits();
  }
}

function ignore(): void {
  // Everything is folded again anyway.
}
