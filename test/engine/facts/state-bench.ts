/** Folded states by hand: what a fold would answer, for functions that read one. */
import type { FactChange, FactState, OccurrenceState, RunState } from '../../../src/engine/run-state.ts';
import type { FactValue } from '../../../src/model/fact.ts';
import { asId, type EventId, type FactId, type PersonId, type RunId } from '../../../src/model/ids.ts';
import { occurrenceKey } from '../../../src/model/occurrence.ts';
import type { StepDefinition } from '../../../src/model/workflow.ts';
import { ana, stepId } from '../../support/run-bench.ts';

export const eventId = (id: string): EventId => asId<EventId>(id);

/** A step that `holder` holds and nobody began. */
export function at(
  step: string,
  holder: PersonId | null,
  more: Partial<OccurrenceState> = {},
): OccurrenceState {
  const occurrence = more.occurrence ?? { step: stepId(step), items: [], iteration: 1 };
  return {
    key: occurrenceKey(occurrence),
    occurrence,
    status: 'ready',
    holder,
    taken: false,
    lostMoves: [],
    blocked: false,
    missingFacts: [],
    disputedFacts: [],
    startsAt: null,
    pause: null,
    waitingOn: null,
    replies: [],
    approval: null,
    ahead: false,
    withdrawnBecause: null,
    dormant: false,
    surplus: false,
    offered: null,
    outcome: null,
    validity: 'fresh',
    staleReads: [],
    readyAt: null,
    freedBy: null,
    startedAt: null,
    closedAt: null,
    closedBy: [],
    reason: null,
    attempts: 0,
    notes: [],
    ticked: new Set(),
    nudges: [],
    conflict: [],
    takenUnseen: null,
    overruled: [],
    dueAt: null,
    undo: null,
    dueHasTime: false,
    ...more,
  };
}

export function iteration(step: string, iteration: number): OccurrenceState['occurrence'] {
  return { step: stepId(step), items: [], iteration };
}

export function change(
  event: string,
  actor: PersonId,
  value: FactValue | null,
  more: Partial<FactChange> = {},
): FactChange {
  return { event: eventId(event), actor, value, at: 0, occurrence: null, ...more };
}

export interface StateParts {
  readonly steps?: readonly StepDefinition[];
  readonly facts?: ReadonlyMap<FactId, FactState>;
  readonly current?: readonly OccurrenceState[];
  /** Alerts by who read them. */
  readonly read?: Readonly<Record<string, readonly PersonId[]>>;
  readonly history?: RunState['history'];
}

export function stateOf({
  steps = [],
  facts = new Map(),
  current = [],
  read = {},
  history = [],
}: StateParts): RunState {
  return {
    run: asId<RunId>('run-1'),
    status: 'running',
    pause: null,
    title: 'Trip',
    workflow: null,
    steps,
    items: [],
    plan: { steps, facts: [], sections: [], removed: new Set(), flags: [] },
    removed: new Set(),
    planFlags: [],
    followUps: [],
    conductor: ana,
    parts: {},
    partRoles: {},
    facts,
    acknowledged: new Map(Object.entries(read).map(([alert, people]) => [alert, new Set(people)])),
    context: { people: [], zone: 'Europe/Berlin' },
    personById: new Map(),
    current: new Map(current.map((occurrence) => [occurrence.occurrence.step, occurrence])),
    occurrences: new Map(current.map((occurrence) => [occurrence.key, occurrence])),
    startedAt: 0,
    finishedAt: null,
    startedBy: ana,
    ending: null,
    overlaps: [],
    heads: [],
    history,
    opaque: [],
    aside: [],
  };
}
