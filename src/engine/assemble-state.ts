/**
 * Puts the parts of a fold together as the state that the rest of the program reads: a new object each
 * time, around maps and lists that live on.
 */
import type { LogEvent } from '../model/event.ts';
import type { EventId, RunId } from '../model/ids.ts';
import type { LogStore } from './log-store.ts';
import type { PlanFold } from './plan-fold.ts';
import { toRunEnding } from './run-ending.ts';
import type { RunFrame } from './run-frame.ts';
import type { RunState, RunStatus } from './run-state.ts';

export interface FoldParts {
  readonly run: RunId;
  readonly frame: RunFrame | null;
  readonly plan: PlanFold | null;
  readonly store: LogStore;
  readonly heads: readonly EventId[];
  readonly aside: readonly LogEvent[];
}

export function assembleState({ run, frame, plan, store, heads, aside }: FoldParts): RunState {
  const { history, opaque, acknowledged } = store;
  if (frame === null || plan === null)
    return { ...notStarted, run, heads, history, opaque, acknowledged, aside };
  const {
    startedAgain,
    started,
    cancelled,
    context,
    personById,
    cast,
    steps,
    items,
    removed,
    plan: patched,
  } = frame;
  const end = plan.end();
  const status = runStatus(frame, plan);
  return {
    run,
    status,
    pause: status === 'suspended' ? frame.pause : null,
    title: started.data.title,
    workflow: started.data.workflow,
    steps,
    items,
    plan: patched,
    removed,
    planFlags: patched.flags,
    followUps: frame.followUps,
    conductor: cast.conductor,
    parts: cast.parts,
    partRoles: cast.partRoles,
    facts: plan.facts,
    acknowledged,
    context,
    personById,
    current: plan.current,
    occurrences: plan.occurrences,
    startedAt: started.at,
    finishedAt: cancelled?.at ?? plan.finishedBy()?.at ?? null,
    startedBy: started.actor,
    ending: cancelled === null && end !== null ? toRunEnding(end) : null,
    overlaps: plan.overlaps(),
    heads,
    history: startedAgain.length === 0 ? history : without(history, startedAgain),
    opaque,
    aside: startedAgain.length === 0 ? aside : [...aside, ...startedAgain],
  };
}

function without(history: readonly LogEvent[], events: readonly LogEvent[]): readonly LogEvent[] {
  const left = new Set(events);
  return history.filter((event) => !left.has(event));
}

/** A failed or held step is not the end: somebody still has to retry, skip, complete or settle it. */
function runStatus(frame: RunFrame, plan: PlanFold): RunStatus {
  if (frame.cancelled !== null) return 'cancelled';
  if (plan.isFinished()) return 'finished';
  // What keeps a run going beyond its end is not to wait for a pause to be over.
  return frame.pause !== null && plan.end() === null ? 'suspended' : 'running';
}

const notStarted: Omit<RunState, 'run' | 'heads' | 'history' | 'opaque' | 'acknowledged' | 'aside'> = {
  status: 'notStarted',
  pause: null,
  title: '',
  workflow: null,
  steps: [],
  items: [],
  plan: { steps: [], removed: new Set(), facts: [], sections: [], flags: [] },
  removed: new Set(),
  planFlags: [],
  followUps: [],
  conductor: null,
  parts: {},
  partRoles: {},
  facts: new Map(),
  context: null,
  personById: new Map(),
  current: new Map(),
  occurrences: new Map(),
  startedAt: null,
  finishedAt: null,
  startedBy: null,
  ending: null,
  overlaps: [],
};
