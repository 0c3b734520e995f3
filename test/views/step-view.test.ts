import { describe, expect, it } from 'vitest';
import { asId, type RunId } from '../../src/model/ids.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import type { StepActions } from '../../src/views/step-view.ts';
import { ana, type Device, makeDevice, occurrence, run, sam } from '../support/run-bench.ts';
import { spaceOf, start, startTrip } from '../support/trip-space.ts';

const key = (step: string, iteration = 1) => occurrenceKey(occurrence(step, iteration));
const view = (device: Device, step: string, me = ana, iteration = 1) =>
  computeStepView(spaceOf(device, me), run, key(step, iteration), start);
const allowed = (actions: StepActions) =>
  Object.entries(actions).flatMap(([name, may]) => (may ? [name] : []));

describe('computeStepView', () => {
  it('shows the step, what it starts after, what it unlocks, and who helps', () => {
    const trip = startTrip();
    trip.complete('confirm');
    trip.do({ kind: 'tickChecklist', occurrence: occurrence('flights'), item: 'c1', ticked: true });
    trip.do({ kind: 'addNote', occurrence: occurrence('flights'), text: 'TP 1234' });
    expect(view(trip, 'flights')).toMatchObject({
      availability: 'here',
      title: 'Book flights',
      tone: 'theirs',
      stepKind: 'task',
      holder: { name: 'Leo' },
      backup: { name: 'Ana' },
      conductor: { name: 'Ana' },
      startsAfter: [{ title: 'Confirm meeting times', tone: 'done' }],
      unlocks: [{ title: 'Airport transfer' }, { title: 'Board dinner' }],
      freedAt: start + 60_000,
      dueRule: { kind: 'offset', days: -10 },
      notes: [{ text: 'TP 1234', by: { name: 'Ana' } }],
    });
    expect(view(trip, 'flights').checklist.map(({ ticked }) => ticked)).toEqual([true, false, false]);
    expect(view(trip, 'flights').history.map(({ type, text }) => [type, text])).toEqual([
      ['note.added', 'TP 1234'],
      ['checklist.ticked', 'Out'],
    ]);
    expect(view(trip, 'flights').people.map(({ name }) => name)).toEqual(['Ana', 'Sam', 'Leo']);
  });

  it('[J4] offers to complete what stands in the way, unless that is stuck', () => {
    const trip = startTrip();
    const early = view(trip, 'hotel');
    expect(early.inTheWay.map(({ step }) => step)).toEqual(['confirm', 'budget']);
    expect(allowed(early.actions)).toEqual(['complete', 'skip', 'handOver', 'cancel']);
    trip.complete('confirm');
    trip.fail('budget');
    expect(allowed(view(trip, 'hotel').actions)).toEqual(['skip', 'handOver', 'cancel']);
    const stuck = allowed(view(trip, 'budget').actions);
    expect(stuck).toEqual(['complete', 'skip', 'handOver', 'retry', 'take', 'cancel']);
  });

  it('an earlier pass is history: it can be read and no longer acted on', () => {
    const trip = startTrip();
    trip.complete('confirm');
    expect(allowed(view(trip, 'confirm').actions)).toEqual(['reopen']);
    trip.reopen('confirm');
    const first = view(trip, 'confirm');
    expect(first).toMatchObject({ iteration: 1, tone: 'done', closedBy: [{ name: 'Ana' }] });
    expect(allowed(first.actions)).toEqual([]);
    expect(view(trip, 'confirm', ana, 2)).toMatchObject({ iteration: 2, tone: 'turn', closedAt: null });
  });

  it('keeps both sides of a conflict readable and offers nothing else until it is settled', () => {
    const a = startTrip();
    const b = makeDevice(sam, 'other', () => start + 3_600_000);
    b.receive(a);
    a.fail('confirm');
    b.do({ kind: 'skipStep', occurrence: occurrence('confirm') });
    a.receive(b);
    const seen = view(a, 'confirm');
    expect(seen.tone).toBe('conflict');
    expect(seen.conflict.map(({ verdict, by }) => `${verdict} by ${by?.name}`).toSorted()).toEqual([
      'failed by Ana',
      'skipped by Sam',
    ]);
    expect(allowed(seen.actions)).toEqual([]);
  });

  it('knows what is not here yet from what does not exist', () => {
    const trip = startTrip();
    const space = spaceOf(trip, ana);
    const at = (id: string, each = key('confirm')) =>
      computeStepView(space, asId<RunId>(id), each, start).availability;
    expect(at(run)).toBe('here');
    expect(at('gone')).toBe('missing');
    expect(at(run, key('gone'))).toBe('missing');
    expect(at(run, key('confirm', 9))).toBe('missing');
    const loading = { ...space, runs: space.runs.map((entry) => ({ ...entry, state: null })) };
    expect(computeStepView(loading, run, key('confirm'), start)).toMatchObject({
      availability: 'loading',
      step: 'confirm',
      runTitle: 'Lisbon board trip',
    });
  });
});
