import { describe, expect, it } from 'vitest';
import { asId, type RunId } from '../../src/model/ids.ts';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computeFlowsView } from '../../src/views/compute-flows-view.ts';
import { computeRunSummary } from '../../src/views/run-figures.ts';
import { readRun } from '../../src/views/run-reading.ts';
import { ana, context, leo, makeDevice, run, sam, startCommand, step } from '../support/run-bench.ts';
import { dayMs, entryOf, spaceOf, start, startTrip, trip as template } from '../support/trip-space.ts';

describe('computeFlowView', () => {
  it('draws the rail: what has run, what comes, and the leg that brought me the baton', () => {
    const trip = startTrip();
    for (const id of ['confirm', 'flights', 'budget']) trip.complete(id);
    const view = computeFlowView(spaceOf(trip, ana), run, start + dayMs);
    expect(view).toMatchObject({ availability: 'here', status: 'running', lanes: 3, done: 3, total: 10 });
    expect(view.segments).toEqual([
      'done',
      'done',
      'done',
      'turn',
      'next',
      'turn',
      'turn',
      'next',
      'next',
      'next',
    ]);
    const row = (id: string) => view.rows.find((each) => each.step === id);
    expect(row('hotel')?.rail).toEqual({
      lane: 0,
      in: [{ lane: 0, kind: 'leg' }],
      out: [{ lane: 0, kind: 'next' }],
      through: [
        { lane: 1, kind: 'leg' },
        { lane: 2, kind: 'leg' },
      ],
    });
    expect(row('flights')?.rail.in).toEqual([{ lane: 1, kind: 'run' }]);
    expect(row('invites')?.waitingFor).toEqual(['Hotel check-in time', 'Airport transfer', 'Board dinner']);
    expect(row('confirm')).toMatchObject({ closedAt: start + 60_000, closedBy: [{ name: 'Ana' }] });
    expect(view.people.map(({ name }) => name)).toEqual(['Ana', 'Leo', 'Sam']);
    expect(view.conductor?.name).toBe('Ana');
  });

  it('counts what is late and when all would be over', () => {
    const trip = startTrip();
    const view = computeFlowView(spaceOf(trip, leo), run, start + 15 * dayMs);
    expect(view.lateCount).toBe(4);
    // The end of 30 March in Lisbon, in summer time.
    expect(view.lastDueAt).toBe(Date.UTC(2026, 2, 30, 23) - 1);
  });

  it('tells why a step is stuck', () => {
    const trip = startTrip();
    trip.fail('confirm');
    const [first] = computeFlowView(spaceOf(trip, sam), run, start).rows;
    expect(first).toMatchObject({ tone: 'stuck', stuckReason: 'no answer', hasConflict: false });
  });

  it('rows keep their places whatever happens', () => {
    const trip = startTrip();
    const places = () =>
      computeFlowView(spaceOf(trip, ana), run, start).rows.map((row) => [row.step, row.rail.lane]);
    const before = places();
    for (const { id } of template.steps) {
      trip.complete(id);
      expect(places()).toEqual(before);
    }
    expect(computeFlowView(spaceOf(trip, ana), run, start).status).toBe('finished');
  });

  it('knows a run that is not here yet from one that is not in the space', () => {
    const trip = startTrip();
    const entry = { ...entryOf(trip), state: null };
    const space = spaceOf(trip, ana, { runs: [entry] });
    expect(computeFlowView(space, run, start)).toMatchObject({
      availability: 'loading',
      title: 'Lisbon board trip',
      rows: [],
    });
    const empty = makeDevice(ana, 'empty').state();
    expect(computeFlowView({ ...space, runs: [{ ...entry, state: empty }] }, run, start).availability).toBe(
      'loading',
    );
    expect(computeFlowView(space, asId<RunId>('gone'), start).availability).toBe('missing');
  });
});

describe('computeFlowsView', () => {
  it('shows what runs with the step that matters most: mine, then trouble, then theirs', () => {
    const trip = startTrip();
    trip.complete('confirm');
    const focusFor = (me: typeof ana, now: number) => {
      const focus = computeFlowsView(spaceOf(trip, me), now).active[0]?.focus;
      return [focus?.step.title, focus?.step.tone, focus?.holder?.name];
    };
    expect(focusFor(sam, start)).toEqual(['Approve the budget', 'turn', 'Sam']);
    expect(focusFor(ana, start)).toEqual(['Book flights', 'theirs', 'Leo']);
    trip.fail('budget');
    expect(focusFor(ana, start)).toEqual(['Approve the budget', 'stuck', 'Sam']);
    expect(focusFor(leo, start)).toEqual(['Book flights', 'turn', 'Leo']);
  });

  it('an ended run shows the same from its document and from its summary', () => {
    const trip = startTrip();
    for (const { id } of template.steps) {
      if (id === 'dinner') trip.skip(id);
      else trip.complete(id);
    }
    const space = spaceOf(trip, ana);
    const summary = computeRunSummary(readRun(trip.state(), space, start));
    expect(summary).toMatchObject({ status: 'finished', done: 10, total: 10, endedAt: start + 600_000 });
    const fromState = computeFlowsView(space, start);
    const fromSummary = computeFlowsView(
      { ...space, runs: [{ ...entryOf(trip), state: null, summary }] },
      start,
    );
    expect(fromState.active).toEqual([]);
    expect(fromState.finished).toHaveLength(1);
    expect(fromSummary).toEqual(fromState);
    expect(computeRunSummary(readRun(startTrip().state(), space, start))).toBeNull();
  });

  it('keeps a run that is still on its way in sight, behind those that ask for something', () => {
    const device = makeDevice(ana, 'small');
    device.do(startCommand([step('a')], { title: 'Small' }));
    const coming = {
      run: asId<RunId>('r2'),
      title: 'Camps',
      state: null,
      summary: null,
      damagedEntries: 0,
      guests: [],
      setAside: [],
    };
    const view = computeFlowsView(
      {
        ...spaceOf(device, ana),
        people: context.people,
        runs: [entryOf(device), coming],
        workflows: [
          { id: template.id, title: template.title, source: 'template', version: null, stepCount: 10 },
        ],
      },
      start,
    );
    expect(view.active.map(({ title, loading, status }) => [title, loading, status])).toEqual([
      ['Small', false, 'running'],
      ['Camps', true, 'running'],
    ]);
    expect(view.workflows).toEqual([
      {
        id: 'test-trip',
        title: 'Business trip',
        source: 'template',
        stepCount: 10,
        offers: 0,
        isDraft: false,
      },
    ]);
  });
});
