import { describe, expect, it } from 'vitest';
import { computeTakeBack } from '../../src/engine/take-back.ts';
import { foldRun } from '../../src/engine/fold-run.ts';
import { computeLogView } from '../../src/views/compute-log-view.ts';
import type { LogQuery } from '../../src/views/log-view.ts';
import { searchToMatcher } from '../../src/worker/search-to-matcher.ts';
import { arrival, lands, setFact, startMovingTrip } from '../support/moving-trip.ts';
import { ana, type Device, occurrence, run, sam } from '../support/run-bench.ts';
import { spaceOf, start, startTrip } from '../support/trip-space.ts';

function told(device: Device, query: Partial<LogQuery> = {}) {
  return computeLogView(spaceOf(device, ana), { limit: 50, ...query }, start, searchToMatcher(query.search))
    .lines;
}

/** Takes the newest line of a type back and answers what the command led to. */
function back(device: Device, type: string) {
  const event = device.state().history.findLast((each) => each.type.startsWith(type));
  const found = event === undefined ? null : computeTakeBack(event, device.state(), ana);
  for (const command of found?.commands ?? []) device.do(command);
  return found?.kind ?? null;
}

const status = (device: Device, id: string) => device.state().current.get(occurrence(id).step)?.status;

describe('the log, narrowed down', () => {
  const trip = startTrip();
  trip.complete('confirm');
  trip.do({ kind: 'reassignStep', occurrence: occurrence('flights'), to: sam, note: 'Zoë is ill' });
  trip.fail('budget');
  trip.do({ kind: 'addNote', occurrence: occurrence('hotel'), text: 'Near the river' }, { actor: sam });

  it('finds all words anywhere in a line, whatever their case and marks', () => {
    expect(told(trip, { search: 'zoe FLIGHTS' }).map(({ type }) => type)).toEqual(['step.reassigned']);
    expect(told(trip, { search: 'river' }).map(({ type }) => type)).toEqual(['note.added']);
    expect(told(trip, { search: 'river flights' })).toEqual([]);
    expect(told(trip, { search: '  ' })).toHaveLength(5);
  });

  it('tells what one person did, and what is about one thing', () => {
    expect(told(trip, { person: sam }).map(({ type }) => type)).toEqual(['note.added']);
    expect(told(trip, { about: 'problems' }).map(({ type }) => type)).toEqual(['step.failed']);
    expect(told(trip, { about: 'handOffs' }).map(({ type }) => type)).toEqual([
      'step.reassigned',
      'step.completed',
    ]);
    expect(told(trip, { run })).toHaveLength(5);
  });

  it('knows whether there is more of what was asked for', () => {
    const view = computeLogView(spaceOf(trip, ana), { limit: 1, about: 'handOffs' }, start);
    expect(view.more).toBe(true);
    expect(computeLogView(spaceOf(trip, ana), { limit: 2, about: 'handOffs' }, start).more).toBe(false);
  });

  it('offers nothing to whoever may only look', () => {
    const space = { ...spaceOf(trip, ana), access: 'viewer' as const };
    const { lines } = computeLogView(space, { limit: 50 }, start);
    expect(lines.every(({ takeBack }) => takeBack === undefined)).toBe(true);
    expect(told(trip).some(({ takeBack }) => takeBack !== undefined)).toBe(true);
  });
});

describe('taking back what the log tells', () => {
  it('opens a step that was done, skipped or stuck', () => {
    const done = startTrip();
    done.complete('confirm');
    expect(back(done, 'step.completed')).toBe('undo');
    expect(status(done, 'confirm')).toBe('ready');
    const skipped = startTrip();
    skipped.skip('confirm');
    expect(back(skipped, 'step.skipped')).toBe('restore');
    expect(status(skipped, 'confirm')).toBe('ready');
    const stuck = startTrip();
    stuck.fail('confirm');
    expect(back(stuck, 'step.failed')).toBe('undo');
    expect(status(stuck, 'confirm')).toBe('ready');
  });

  it('is offered once: what was taken back is over', () => {
    const trip = startTrip();
    trip.complete('confirm');
    const event = trip.state().history.findLast(({ type }) => type === 'step.completed/2');
    back(trip, 'step.completed');
    expect(event && computeTakeBack(event, trip.state(), ana)).toBeNull();
    expect(told(trip).find(({ type }) => type === 'step.completed')).not.toHaveProperty('takeBack');
  });

  it('gives a step back to whoever had it, and to nobody where nobody had', () => {
    const trip = startTrip();
    trip.complete('confirm');
    trip.do({ kind: 'reassignStep', occurrence: occurrence('flights'), to: sam });
    trip.do({ kind: 'reassignStep', occurrence: occurrence('flights'), to: ana });
    expect(back(trip, 'step.reassigned')).toBe('undo');
    expect(trip.state().current.get(occurrence('flights').step)?.holder).toBe(sam);
    const first = trip.state().history.find(({ type }) => type === 'step.reassigned/1');
    expect(first && computeTakeBack(first, trip.state(), ana)).toBeNull();
  });

  it('leads a fact back, and brings any earlier value of it again', () => {
    const trip = startMovingTrip();
    const before = trip.state().facts.get(arrival)?.value ?? null;
    setFact(trip, arrival, lands('16:10'));
    setFact(trip, arrival, lands('18:00'));
    const [first] = trip
      .state()
      .history.filter(
        (each) => each.type === 'fact.set/1' && JSON.stringify(each).includes(JSON.stringify(lands('16:10'))),
      );
    const again = first && computeTakeBack(first, trip.state(), ana);
    expect(again?.kind).toBe('restore');
    for (const command of again?.commands ?? []) trip.do(command);
    expect(trip.state().facts.get(arrival)?.value).toEqual(lands('16:10'));
    expect(back(trip, 'fact.set')).toBe('undo');
    expect(trip.state().facts.get(arrival)?.value).toEqual(lands('18:00'));
    expect(before).not.toEqual(lands('18:00'));
  });

  it('puts a step that was taken out back into the plan, as long as nobody changed that again', () => {
    const trip = startTrip();
    const hotel = occurrence('hotel').step;
    trip.do({ kind: 'changePlan', operations: [{ kind: 'removeStep', step: hotel }] });
    expect(trip.state().removed.has(hotel)).toBe(true);
    expect(back(trip, 'run.patched')).toBe('restore');
    expect(trip.state().removed.has(hotel)).toBe(false);
    const first = trip.state().history.find(({ type }) => type === 'run.patched/2');
    expect(first && computeTakeBack(first, trip.state(), ana)).toBeNull();
  });

  it('takes a due date back, and not one that was changed since', () => {
    const trip = startTrip();
    const hotel = occurrence('hotel').step;
    const due = trip.state().plan.steps.find(({ id }) => id === hotel)?.due;
    trip.do({ kind: 'setStepDue', step: hotel, due: { kind: 'date', date: '2026-12-01' } });
    trip.do({ kind: 'setStepDue', step: hotel, due: { kind: 'date', date: '2026-12-02' } });
    const [first] = trip.state().history.filter(({ type }) => type === 'run.patched/2');
    expect(first && computeTakeBack(first, trip.state(), ana)).toBeNull();
    expect(back(trip, 'run.patched')).toBe('undo');
    expect(trip.state().plan.steps.find(({ id }) => id === hotel)?.due).toEqual({
      kind: 'date',
      date: '2026-12-01',
    });
    expect(due).not.toEqual({ kind: 'date', date: '2026-12-01' });
  });

  it('brings a flow back that was called done, and lets a paused one go on', () => {
    const trip = startTrip();
    trip.do({ kind: 'suspendRun' });
    expect(back(trip, 'run.suspended')).toBe('undo');
    expect(trip.state().status).toBe('running');
    trip.do({ kind: 'finishRun' });
    expect(back(trip, 'run.finished')).toBe('restore');
    expect(trip.state().status).toBe('running');
  });

  it('leads to the state that a fresh fold of the log has', () => {
    const trip = startTrip();
    trip.complete('confirm');
    back(trip, 'step.completed');
    expect(foldRun(run, trip.state().history).current).toEqual(trip.state().current);
  });
});
