/**
 * Puts the parts of a fold together as the state that the rest of the program reads.
 * Maps stand in definition order, so that two devices list the same things the same way.
 */
import type { LogEvent, RunEvent } from '../model/event.ts';
import { isOpaque } from '../model/event.ts';
import type { EventId, RunId, StepId } from '../model/ids.ts';
import type { StepFold } from './fold-step.ts';
import type { RunFrame } from './run-frame.ts';
import type { RunState, RunStatus } from './run-state.ts';

export interface FoldParts {
  readonly run: RunId;
  readonly frame: RunFrame | null;
  readonly foldByStep: ReadonlyMap<StepId, StepFold>;
  /** In total order. */
  readonly history: readonly LogEvent[];
  readonly heads: readonly EventId[];
  readonly aside: readonly LogEvent[];
  readonly compare: (a: LogEvent, b: LogEvent) => number;
}

export function assembleState(parts: FoldParts): RunState {
  const { run, frame, heads } = parts;
  const opaque = parts.history.filter(isOpaque);
  if (frame === null) {
    return { ...notStarted, run, heads, history: [...parts.history], opaque, aside: parts.aside };
  }
  const again = new Set(frame.startedAgain);
  const folds = frame.steps.flatMap(({ id }) => parts.foldByStep.get(id) ?? []);
  const finishing = frame.cancelled === null ? findFinishing(folds, parts.compare) : null;
  return {
    run,
    status: runStatus(frame, finishing),
    title: frame.started.data.title,
    workflow: frame.started.data.workflow,
    steps: frame.steps,
    conductor: frame.conductor,
    parts: frame.parts,
    facts: frame.facts,
    context: frame.context,
    personById: new Map(frame.context?.people.map((person) => [person.id, person])),
    current: new Map(folds.map(({ current }) => [current.occurrence.step, current])),
    occurrences: new Map(
      folds.flatMap((fold) => fold.iterations.map((state) => [state.key, state] as const)),
    ),
    startedAt: frame.started.at,
    finishedAt: frame.cancelled?.at ?? finishing?.at ?? null,
    startedBy: frame.started.actor,
    heads,
    history: again.size === 0 ? [...parts.history] : parts.history.filter((event) => !again.has(event)),
    opaque,
    aside: [...parts.aside, ...frame.startedAgain],
  };
}

/**
 * A run is finished when every step happened; the closing event is the last in total order.
 * A failed step is not the end: somebody still has to retry, skip or complete it.
 */
function findFinishing(folds: readonly StepFold[], compare: FoldParts['compare']): RunEvent | null {
  let last: RunEvent | null = null;
  for (const { edge, settledBy } of folds) {
    if (edge !== 'live' || settledBy === null) return null;
    if (last === null || compare(settledBy, last) > 0) last = settledBy;
  }
  return last;
}

function runStatus(frame: RunFrame, finishing: RunEvent | null): RunStatus {
  if (frame.cancelled !== null) return 'cancelled';
  return finishing === null ? 'running' : 'finished';
}

const notStarted: Omit<RunState, 'run' | 'heads' | 'history' | 'opaque' | 'aside'> = {
  status: 'notStarted',
  title: '',
  workflow: null,
  steps: [],
  conductor: null,
  parts: {},
  facts: new Map(),
  context: null,
  personById: new Map(),
  current: new Map(),
  occurrences: new Map(),
  startedAt: null,
  finishedAt: null,
  startedBy: null,
};
