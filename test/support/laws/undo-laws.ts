/** Laws about undoing what was done, and about the explicit end of a run. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { computeUndoQueue } from '../../../src/engine/undo-queue.ts';
import type { OccurrenceState, RunState } from '../../../src/engine/run-state.ts';
import { isUndoOpen } from '../../../src/engine/undo-state.ts';
import { isOpaque, type LogEvent, type RunEvent } from '../../../src/model/event.ts';
import { occurrenceKey } from '../../../src/model/occurrence.ts';
import { placeOf } from '../../../src/model/place.ts';
import { folded } from './folded.ts';
import type { Law } from './law.ts';

const proposals: Law = {
  name: '[U1] [J7] [J9] [F3] an undo is proposed of completed steps only, for a cause that is there, and never begun by itself',
  hold: ({ events }) => {
    const state = folded(events);
    for (const occurrence of state.occurrences.values()) {
      const { undo, key, status } = occurrence;
      if (undo === null) continue;
      deepStrictEqual(status, 'completed', `${key} is ${status}`);
      ok(
        state.steps.some((step) => step.id === placeOf(occurrence.occurrence) && step.undo !== undefined),
        key,
      );
      deepStrictEqual(undo.because === null, undo.status === 'none', key);
      if (undo.status === 'proposed') ok(hasCause(occurrence, state), `${key}: ${undo.because}`);
      else if (undo.status !== 'none')
        ok(eventsOf(events, occurrence).some(saysOf[undo.status]), `${key} is ${undo.status} by nobody`);
    }
  },
};

function hasCause({ undo, surplus, validity }: OccurrenceState, state: RunState): boolean {
  switch (undo?.because) {
    case 'runCancelled':
      return state.status === 'cancelled';
    case 'surplus':
      return surplus;
    case 'factChanged':
      return validity === 'recheck';
    default:
      return false;
  }
}

const saysOf = {
  compensating: ({ type }: RunEvent) => type === 'step.compensationStarted/1',
  compensated: ({ type }: RunEvent) => type === 'step.compensated/1',
  failed: ({ type }: RunEvent) => type === 'step.compensationFailed/1',
  declined: ({ type }: RunEvent) => type === 'step.compensationDeclined/1',
} as const;

function eventsOf(events: readonly LogEvent[], { key }: OccurrenceState): readonly RunEvent[] {
  return events.filter(
    (event): event is RunEvent =>
      !isOpaque(event) && event.occurrence !== undefined && occurrenceKey(event.occurrence) === key,
  );
}

const givenOn: Law = {
  name: '[U6] an undo that was given on belongs to somebody whom it was given to',
  hold: ({ events }) => {
    const state = folded(events);
    for (const occurrence of state.occurrences.values()) {
      const { undo, key } = occurrence;
      if (undo === null) continue;
      const given = eventsOf(events, occurrence).flatMap((event) =>
        event.type === 'step.compensationReassigned/1' ? [event.data.to] : [],
      );
      if (given.length > 0)
        ok(
          given.some((person) => person === undo.holder),
          `${key} is ${undo.holder}’s`,
        );
    }
  },
};

const nothingForgotten: Law = {
  name: '[J7] a cancelled run forgets nothing: the last completed pass of each step that can be undone is on its list',
  hold: ({ events }) => {
    const state = folded(events);
    if (state.status !== 'cancelled') return;
    const listed = new Set(computeUndoQueue(state, 0).map((entry) => entry.state.key));
    for (const { id, undo } of state.steps) {
      const completed = [...state.occurrences.values()].filter(
        ({ occurrence, status }) => placeOf(occurrence) === id && status === 'completed',
      );
      const last = completed.at(-1);
      if (undo !== undefined && last !== undefined) ok(listed.has(last.key), `${last.key} is forgotten`);
    }
  },
};

const reverseOrder: Law = {
  name: '[U3] nothing is to be undone before what depends on it, unless its last day is near',
  hold: ({ events }) => {
    const state = folded(events);
    const open = computeUndoQueue(state, -8.64e15).filter(({ undo }) => isUndoOpen(undo));
    const steps = open.map((entry) => placeOf(entry.state.occurrence));
    steps.forEach((later, place) => {
      const followers = steps.slice(place + 1).filter((id) => id !== later);
      for (const id of followers) {
        const after = state.steps.find((step) => step.id === id)?.after ?? [];
        ok(!after.some(({ from }) => from === later), `${id} rests on ${later}, and comes after it`);
      }
    });
  },
};

const ended: Law = {
  name: '[Q1] a run that was ended has no step that is anybody’s turn, and goes on only for an undo or a conflict',
  hold: ({ events }) => {
    const state = folded(events);
    if (state.ending === null) return;
    const current = [...state.current.values()];
    for (const { status, key } of current)
      ok(!['created', 'ready', 'inProgress', 'waiting', 'suspended'].includes(status), `${key} is ${status}`);
    if (state.status === 'finished') return;
    deepStrictEqual(state.status, 'running');
    const occurrences = [...state.occurrences.values()];
    ok(
      occurrences.some(({ undo }) => isUndoOpen(undo)) || current.some(({ conflict }) => conflict.length > 0),
      'it goes on for nothing',
    );
  },
};

export const undoLaws: readonly Law[] = [proposals, givenOn, nothingForgotten, reverseOrder, ended];
