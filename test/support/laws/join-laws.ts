/** Laws about readiness: joins, conditions, missing facts, what is withdrawn, and when. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { computeTimed } from '../../../src/engine/timed.ts';
import type { OccurrenceState, RunState } from '../../../src/engine/run-state.ts';
import type { StepDefinition } from '../../../src/model/workflow.ts';
import type { PlacedStep } from '../../../src/engine/items/placed-step.ts';
import type { StepId } from '../../../src/model/ids.ts';
import { isUndoOpen } from '../../../src/engine/undo-state.ts';
import { findCancelled } from '../cancel-rest-oracle.ts';
import { currentOf, hardEdgesInto, type Join, joinOf } from '../edge-oracle.ts';
import { folded } from './folded.ts';
import type { Law } from './law.ts';
import { placeOf } from '../../../src/model/place.ts';

const dayInMs = 86_400_000;

function eachStep(
  state: RunState,
  look: (current: OccurrenceState, join: Join, step: StepDefinition, edges: readonly string[]) => void,
): void {
  for (const step of state.steps) {
    const edges = hardEdgesInto(step, state);
    look(currentOf(state, step.id), joinOf(step, edges), step, edges);
  }
}

const readySteps: Law = {
  name: '[J1] [J2] [J3] [J4] no ready step has an unknown hard edge that its join needs, nor too few live ones',
  hold: ({ events }) => {
    const state = folded(events);
    eachStep(state, ({ status, missingFacts, disputedFacts, key }, join, step, edges) => {
      if (status !== 'ready') return;
      deepStrictEqual(join, 'ready', `${key}: ${edges.join()}`);
      deepStrictEqual([missingFacts, disputedFacts], [[], []], `${key} knows what it needs`);
      if (step.join?.kind === 'count')
        ok(edges.length === 0 || edges.filter((edge) => edge === 'live').length >= step.join.count);
    });
  },
};

const createdSteps: Law = {
  name: '[J1] [F5] a step that waits can say for what: an edge, a failure in front of it, or a fact',
  hold: ({ events }) => {
    const state = folded(events);
    if (state.status !== 'running') return;
    eachStep(state, ({ status, missingFacts, disputedFacts, blocked, key, dormant }, join) => {
      // A fallback waits for somebody to call upon it.
      if (status !== 'created' || dormant) return;
      const facts = missingFacts.length + disputedFacts.length;
      ok(join === 'waiting' || join === 'blocked' || facts > 0, `${key} is ${join}, and only waits`);
      deepStrictEqual(blocked, join === 'blocked', `${key} is blocked`);
    });
  },
};

const withdrawnSteps: Law = {
  name: '[J1] [J2] [T3] [T5] a step is withdrawn for a reason, and a dead path withdraws every step that it leads to',
  hold: ({ events }) => {
    const state = folded(events);
    eachStep(state, ({ status, withdrawnBecause, key }, join, step) => {
      deepStrictEqual(withdrawnBecause !== null, status === 'withdrawn', `${key}: ${withdrawnBecause}`);
      if (withdrawnBecause === 'deadPath') deepStrictEqual(join, 'dead', key);
      if (withdrawnBecause === 'condition') ok(step.onlyIf !== undefined, key);
      if (withdrawnBecause === 'tooLate')
        deepStrictEqual(step.until && currentOf(state, step.until).status, 'completed', key);
      if (withdrawnBecause === 'otherChosen')
        ok(
          state.steps.some(
            ({ id, choices }) => id !== step.id && sharesChoice(step, choices) && isBegun(state, id),
          ),
          key,
        );
      if (join === 'dead') ok(status !== 'ready' && status !== 'created', `${key} is dead, not ${status}`);
    });
  },
};

const cancelledRest: Law = {
  name: '[J2] a join that has had enough withdraws what is still open of its branches, and nothing else',
  hold: ({ events }) => {
    const state = folded(events);
    if (state.status === 'cancelled') return;
    const cancelled = findCancelled(state);
    eachStep(state, ({ status, withdrawnBecause, occurrence, key }) => {
      if (withdrawnBecause === 'restCancelled') ok(cancelled.has(placeOf(occurrence)), `${key}: by no join`);
      if (!cancelled.has(placeOf(occurrence))) return;
      const settled = ['completed', 'skipped', 'failed', 'terminated', 'withdrawn', 'held'];
      ok(settled.includes(status), `${key} is ${status}, and not wanted`);
    });
  },
};

const lateSteps: Law = {
  name: '[E2] [E3] [M2] nothing withdrawn, ended or done is late, and lateness changes only at nextWakeAt',
  hold: ({ events }, random) => {
    const state = folded(events);
    const start = state.startedAt ?? 0;
    for (let index = 0; index < 4; index++) {
      const now = Math.round(start + (random() * 500 - 250) * dayInMs);
      const { late, lateUndos, nextWakeAt } = computeTimed(state, now);
      for (const key of late) {
        const { status } = state.occurrences.get(key) as OccurrenceState;
        ok(!['completed', 'skipped', 'withdrawn', 'terminated'].includes(status), `${key} is ${status}`);
      }
      if (nextWakeAt === null) continue;
      ok(nextWakeAt > now, 'the next wake lies ahead');
      const before = computeTimed(state, nextWakeAt - 1);
      deepStrictEqual([before.late, before.lateUndos], [late, lateUndos]);
    }
  },
};

const finished: Law = {
  name: '[M1] a finished run has nothing open, no conflict, and nothing to check again',
  hold: ({ events }) => {
    const state = folded(events);
    if (state.status !== 'finished') return;
    for (const { key, status, conflict, validity } of state.current.values()) {
      const over = ['completed', 'skipped', 'withdrawn', 'terminated'];
      if (state.ending !== null) over.push('failed', 'held');
      ok(over.includes(status), `${key} is ${status}`);
      // An explicit end closes what was still to be looked at along with the rest [Q1].
      if (state.ending === null) deepStrictEqual([conflict, validity === 'recheck'], [[], false], key);
    }
    ok(![...state.occurrences.values()].some(({ undo }) => isUndoOpen(undo)), 'nothing is left to undo');
  },
};

export const joinLaws: readonly Law[] = [
  readySteps,
  createdSteps,
  withdrawnSteps,
  cancelledRest,
  lateSteps,
  finished,
];

function sharesChoice({ choices = [] }: PlacedStep, others: PlacedStep['choices'] = []): boolean {
  return choices.some((choice) => others.includes(choice));
}

function isBegun(state: RunState, id: StepId): boolean {
  const { status, startedAt, waitingOn } = currentOf(state, id);
  return startedAt !== null || waitingOn !== null || status === 'completed' || status === 'failed';
}
