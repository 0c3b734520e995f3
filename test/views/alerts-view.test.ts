import { describe, expect, it } from 'vitest';
import { computeAlertsView, countAlerts } from '../../src/views/compute-alerts-view.ts';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computeNowView } from '../../src/views/compute-now-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import {
  ana,
  leo,
  makeDevice,
  occurrence,
  plan,
  sam,
  startPlan,
  step,
  stepId,
} from '../support/run-bench.ts';
import { spaceOf } from '../support/trip-space.ts';

const day = 86_400_000;
const due = Date.UTC(2026, 2, 5, 17);

function begin() {
  const device = makeDevice(ana, 'phone', () => Date.UTC(2026, 2, 2, 9));
  const flight = step('flight', [], {
    assignee: { kind: 'person', person: sam },
    backup: { kind: 'person', person: leo },
    due: { kind: 'date', date: '2026-03-05', time: '17:00' },
  });
  const bus = step('bus', [], { fallbackOf: stepId('flight') });
  device.do(startPlan(plan([flight, bus, step('hotel', ['flight', 'bus'])])));
  return device;
}

describe('what needs a look', () => {
  it('is told to those whom it concerns, once a step, by what was told last', () => {
    const trip = begin();
    expect(computeAlertsView(spaceOf(trip, sam), due).lines).toEqual([]);
    expect(computeAlertsView(spaceOf(trip, sam), due + 1).lines).toMatchObject([
      {
        title: 'flight',
        cause: 'late',
        rung: 'remind',
        ways: [{ kind: 'open' }, { kind: 'handOver' }, { kind: 'fallback' }, {}, {}, {}, {}],
      },
    ]);
    const [line, ...more] = computeAlertsView(spaceOf(trip, ana), due + 1 + 4 * day).lines;
    expect(more).toEqual([]);
    expect(line).toMatchObject({ rung: 'proposeSkip', about: { name: 'Sam' } });
    expect(line?.alerts).toHaveLength(3);
    expect(countAlerts(spaceOf(trip, ana), due + 1 + 4 * day)).toBe(1);
  });

  it('offers nobody what they cannot do: to take what is theirs, to hand it to themselves, to look and change', () => {
    const trip = begin();
    const kinds = (space: ReturnType<typeof spaceOf>) =>
      computeAlertsView(space, due + 1 + 2 * day).lines.flatMap(({ ways }) => ways.map(({ kind }) => kind));
    expect(kinds(spaceOf(trip, sam))).not.toContain('takeOver');
    expect(kinds(spaceOf(trip, leo))[0]).toBe('takeOver');
    expect(kinds(spaceOf(trip, leo))).not.toContain('handOver');
    expect(kinds({ ...spaceOf(trip, sam), access: 'guest' })).toEqual(['open']);
    expect(kinds({ ...spaceOf(trip, sam), access: 'viewer' })).toEqual(['open']);
  });

  it('has whoever holds it asked, about the very step on which it hangs, and given to somebody', () => {
    const trip = begin();
    const [line] = computeAlertsView(spaceOf(trip, ana), due + 1 + day).lines;
    const flight = trip.of('flight').key;
    expect(line?.ways).toContainEqual({
      kind: 'ask',
      command: null,
      opens: { page: 'nudge', key: flight },
      person: expect.objectContaining({ name: 'Sam' }),
      title: null,
    });
    expect(line?.ways).toContainEqual(
      expect.objectContaining({ kind: 'choosePerson', opens: { page: 'handOver', key: flight } }),
    );
    // Before the flight is due, what waits for it is.
    const late = makeDevice(ana, 'phone', () => Date.UTC(2026, 2, 2, 9));
    const flights = step('flight', [], { assignee: { kind: 'person', person: sam } });
    const hotel = step('hotel', ['flight'], { due: { kind: 'date', date: '2026-03-05', time: '17:00' } });
    late.do(startPlan(plan([flights, hotel])));
    const [behind] = computeAlertsView(spaceOf(late, ana), due + 1 + day).lines;
    expect(behind?.title).toBe('hotel');
    expect(behind?.ways.find(({ kind }) => kind === 'ask')).toMatchObject({
      opens: { page: 'nudge', key: late.of('flight').key },
      person: { name: 'Sam' },
    });
  });

  it('has whoever waits for somebody outside ask them first of all', () => {
    const trip = makeDevice(ana, 'phone', () => Date.UTC(2026, 2, 2, 9));
    const answer = step('answer', [], {
      kind: 'wait',
      estimate: 24 * 60,
      contact: { how: 'call', to: { kind: 'outside', name: 'Hotel' } },
    });
    trip.do(startPlan(plan([answer])));
    const at = Date.UTC(2026, 2, 3, 9);
    const [line] = computeAlertsView(spaceOf(trip, ana), at).lines;
    expect(line).toMatchObject({ cause: 'noReply', rung: 'remind' });
    expect(line?.ways[0]).toEqual({
      kind: 'ask',
      command: null,
      opens: { page: 'contact', key: trip.of('answer').key },
      person: null,
      title: 'Hotel',
    });
    expect(
      computeAlertsView({ ...spaceOf(trip, ana), access: 'viewer' }, at).lines.flatMap(({ ways }) => ways),
    ).toMatchObject([{ kind: 'open' }]);
  });

  it('[X8] is an undo that lies, apart from its step, to be done or handed on', () => {
    const trip = makeDevice(ana, 'phone', () => Date.UTC(2026, 2, 2, 9));
    const undo = {
      title: 'Cancel it',
      cancelBy: { kind: 'date', date: '2026-03-05', time: '17:00' },
    } as const;
    trip.do(startPlan(plan([step('hotel', [], { undo }), step('pack', ['hotel'])])));
    trip.do({ kind: 'completeStep', occurrence: occurrence('hotel') }, { actor: sam });
    trip.do({ kind: 'cancelRun' });
    const linesAt = (now: number, space = spaceOf(trip, sam)) =>
      computeAlertsView(space, now).lines.filter(({ cause }) => cause === 'undo');
    const { key } = trip.of('hotel');
    expect(linesAt(due - day)).toMatchObject([
      { key: `run-1/${key}/undo`, title: 'Cancel it', tone: 'turn', due: { at: due, late: false } },
    ]);
    const [line] = linesAt(due + 1, spaceOf(trip, ana));
    expect(line).toMatchObject({ tone: 'late', about: { name: 'Sam' }, due: { late: true }, details: [] });
    expect(line?.ways[0]).toMatchObject({ kind: 'choosePerson', opens: { page: 'handUndo', key } });
    expect(line?.ways.map(({ kind }) => kind)).toEqual(['choosePerson', 'undone', 'open', 'leave']);
    expect(
      linesAt(due + 1, { ...spaceOf(trip, ana), access: 'viewer' }).flatMap(({ ways }) => ways),
    ).toMatchObject([{ kind: 'open' }]);
  });

  it('[X7] is a pause that nobody ended: of a step, or of the flow as a whole', () => {
    const trip = begin();
    const began = Date.UTC(2026, 2, 2, 9);
    trip.do({ kind: 'pauseStep', occurrence: occurrence('flight') }, { actor: sam });
    const [line] = computeAlertsView(spaceOf(trip, ana), began + 7 * day).lines;
    expect(line).toMatchObject({ title: 'flight', tone: 'paused', pausedAt: began, about: { name: 'Sam' } });
    expect(line?.ways[0]).toMatchObject({ kind: 'goOn', command: { kind: 'resumeStep' } });
    trip.do({ kind: 'suspendRun' });
    expect(computeAlertsView(spaceOf(trip, ana), began + 7 * day).lines).toMatchObject([
      { occurrence: null, title: 'Lisbon', tone: 'paused', pausedAt: began, cause: 'paused' },
    ]);
    expect(countAlerts(spaceOf(trip, ana), began + 7 * day)).toBe(1);
    expect(countAlerts(spaceOf(trip, leo), began + 7 * day)).toBe(0);
  });

  it('is gone when it was read', () => {
    const trip = begin();
    const [line] = computeAlertsView(spaceOf(trip, sam), due + 1).lines;
    for (const alert of line?.alerts ?? []) trip.do({ kind: 'acknowledgeAlert', alert }, { actor: sam });
    expect(countAlerts(spaceOf(trip, sam), due + 1)).toBe(0);
  });
});

describe('a step that stands in for another', () => {
  it('is told as such and comes up for nobody, until somebody calls upon it', () => {
    const trip = begin();
    const rowOf = () =>
      computeFlowView(spaceOf(trip, ana), trip.state().run, due).rows.find((row) => row.step === 'bus');
    const comingUp = () => computeNowView(spaceOf(trip, ana), due).comingUp.map(({ title }) => title);
    expect(rowOf()?.inCaseOf).toBe('flight');
    expect(comingUp()).toEqual(['hotel']);
    trip.do({ kind: 'openFallback', occurrence: occurrence('bus') });
    expect(rowOf()?.inCaseOf).toBeUndefined();
    expect(rowOf()?.tone).toBe('turn');
  });
});

describe('what happens if a step stalls', () => {
  const ladderOf = (trip: ReturnType<typeof begin>, id: string, now: number) =>
    computeStepView(spaceOf(trip, ana), trip.state().run, trip.of(id).key, now).ladder;

  it('is told in time’s order, with who hears of it and what has happened already', () => {
    const trip = begin();
    const { rungs, usual, coHolder } = ladderOf(trip, 'flight', due + 1 + 2 * day);
    expect(usual).toBe(true);
    expect(coHolder?.name).toBe('Leo');
    expect(rungs.map(({ action, person, reached }) => [action, person?.name, reached])).toEqual([
      ['remind', 'Sam', true],
      ['tellConductor', 'Ana', true],
      ['addBackup', 'Leo', true],
      ['offerFallback', 'Ana', true],
      ['proposeSkip', 'Ana', false],
    ]);
    expect(rungs[3]?.fallbacks).toEqual(['bus']);
  });

  it('says of a fallback for what it stands in, and offers to call upon it', () => {
    const trip = begin();
    const view = computeStepView(spaceOf(trip, ana), trip.state().run, trip.of('bus').key, due);
    expect(view.ladder.standsInFor).toBe('flight');
    expect(view.actions.callUpon).toBe(true);
    trip.do({ kind: 'openFallback', occurrence: occurrence('bus') });
    expect(ladderOf(trip, 'bus', due).standsInFor).toBeNull();
  });

  it('says when a failed step is to be tried again', () => {
    const trip = makeDevice(ana, 'phone', () => due);
    const retry = { attempts: 3, firstDelay: 30, maxDelay: 60 };
    trip.do(startPlan(plan([step('access', [], { retry })])));
    trip.fail('access');
    expect(ladderOf(trip, 'access', due).nextTryAt).toBe(due + 30 * 60_000);
  });
});
