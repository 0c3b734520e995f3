import { describe, expect, it } from 'vitest';
import { computeNowView } from '../../src/views/compute-now-view.ts';
import { nameToInitials } from '../../src/views/people-directory.ts';
import { ana, leo, makeDevice, occurrence, sam, startCommand, step, stepId } from '../support/run-bench.ts';
import { dayMs, spaceOf, start, startTrip } from '../support/trip-space.ts';

const titles = (lines: readonly { readonly title: string }[]) => lines.map(({ title }) => title);

describe('computeNowView', () => {
  it('shows the one thing that is mine, and what I need not hold in my head', () => {
    const view = computeNowView(spaceOf(startTrip(), ana), start);
    expect(view.hero).toMatchObject({
      title: 'Confirm meeting times',
      tone: 'turn',
      freedBy: null,
      holder: { name: 'Ana', isMe: true, initials: 'A' },
    });
    expect(view.hero?.waitedOnBy.map(({ title }) => title)).toEqual(['Book flights', 'Approve the budget']);
    expect(view.holdingCount).toBe(1);
    expect(view.notMineCount).toBe(9);
    expect(view.comingUp.find(({ title }) => title === 'Reserve the hotel')?.waitingFor).toEqual([
      'Approve the budget',
    ]);
    expect(titles(view.comingUp)).not.toContain('Book flights');
    expect(view.activeRuns).toBe(1);
  });

  it('tells the hand-off that freed a step', () => {
    const trip = startTrip();
    trip.complete('confirm');
    const view = computeNowView(spaceOf(trip, sam), start + dayMs);
    expect(view.hero).toMatchObject({
      title: 'Approve the budget',
      freedBy: { step: { step: 'confirm', tone: 'done' }, by: { name: 'Ana' }, at: start + 60_000 },
    });
    expect(titles(view.waiting)).toEqual(['Book flights']);
  });

  it('copper is mine alone, late or not; others are late', () => {
    const trip = startTrip();
    const late = start + 15 * dayMs;
    const mine = computeNowView(spaceOf(trip, ana), late);
    expect(mine.hero).toMatchObject({ tone: 'turn', due: { late: true, hasTime: false } });
    expect(mine.nudge).toEqual([]);
    const flightsNext = computeNowView(spaceOf(trip, leo), late);
    expect(flightsNext.hero).toBeNull();
    expect(flightsNext.nudge.map(({ title, tone }) => [title, tone])).toEqual([
      ['Confirm meeting times', 'late'],
    ]);
  });

  it('nudging is for who conducts, who holds, and who stands right behind', () => {
    const trip = startTrip();
    trip.complete('confirm');
    trip.complete('budget');
    const late = start + 14 * dayMs;
    expect(titles(computeNowView(spaceOf(trip, ana), late).nudge)).toEqual(['Book flights']);
    expect(titles(computeNowView(spaceOf(trip, sam), late).nudge)).toEqual([]);
  });

  it('a wait is nobody’s turn: on time it waits, late it wants a nudge', () => {
    const trip = startTrip();
    for (const id of ['confirm', 'budget', 'hotel']) trip.complete(id);
    const view = computeNowView(spaceOf(trip, ana), start + dayMs);
    expect(view.hero).toBeNull();
    expect(view.waiting.map(({ title, tone }) => [title, tone])).toEqual([
      ['Book flights', 'theirs'],
      ['Hotel check-in time', 'waiting'],
    ]);
    const late = computeNowView(spaceOf(trip, ana), start + 17 * dayMs);
    expect(titles(late.nudge)).toContain('Hotel check-in time');
  });

  it('what is stuck goes to the conductor, and what hangs on it is at risk', () => {
    const trip = startTrip();
    trip.complete('confirm');
    trip.fail('budget');
    const view = computeNowView(spaceOf(trip, ana), start + dayMs);
    expect(view.nudge.map(({ title, tone }) => [title, tone])).toEqual([['Approve the budget', 'stuck']]);
    expect(view.comingUp.find(({ step: id }) => id === 'hotel')?.tone).toBe('risk');
  });

  it('orders what I hold: late, due soonest, most waiting, oldest hand-off', () => {
    let clock = start;
    const device = makeDevice(ana, 'order', () => (clock += 1000));
    const due = (date: string) => ({ due: { kind: 'date', date } as const });
    device.do(
      startCommand([
        step('first'),
        step('young', ['first']),
        step('few', [], {}),
        step('many'),
        step('afterMany', ['many']),
        step('soon', [], due('2026-03-10')),
        step('sooner', [], due('2026-03-09')),
        step('late', [], due('2026-03-01')),
      ]),
    );
    device.complete('first');
    const view = computeNowView(spaceOf(device, ana), start + dayMs);
    expect(titles(view.holding)).toEqual(['late', 'sooner', 'soon', 'many', 'few', 'young']);
    expect(view.hero?.title).toBe('late');
  });

  it('a step without a name on it is the conductor’s', () => {
    const device = makeDevice(ana, 'nobody');
    device.do(startCommand([step('a')]));
    expect(computeNowView(spaceOf(device, ana), start).holdingCount).toBe(1);
    expect(computeNowView(spaceOf(device, sam), start).holdingCount).toBe(0);
  });

  it('counts no stand-in among what one need not hold in one’s head, before somebody calls upon it', () => {
    const device = makeDevice(ana, 'stand-in');
    device.do(
      startCommand([step('a'), step('b', ['a']), step('other-b', ['a'], { fallbackOf: stepId('b') })]),
    );
    expect(computeNowView(spaceOf(device, ana), start).notMineCount).toBe(1);
    device.complete('a');
    device.do({ kind: 'openFallback', occurrence: occurrence('other-b') });
    expect(computeNowView(spaceOf(device, sam), start).notMineCount).toBe(2);
  });

  it('a cancelled run asks nothing of anybody', () => {
    const trip = startTrip();
    trip.do({ kind: 'cancelRun' });
    const view = computeNowView(spaceOf(trip, ana), start + 30 * dayMs);
    expect([view.hero, view.nudge, view.waiting, view.comingUp]).toEqual([null, [], [], []]);
    expect([view.notMineCount, view.activeRuns]).toEqual([0, 0]);
  });

  it('shows conflicts to everybody and works while nobody said who I am', () => {
    const a = startTrip();
    const b = makeDevice(sam, 'other', () => start + 3_600_000);
    b.receive(a);
    a.fail('confirm');
    b.do({ kind: 'skipStep', occurrence: occurrence('confirm') });
    a.receive(b);
    for (const me of [ana, sam, leo, null]) {
      const view = computeNowView(spaceOf(a, me), start);
      expect(view.nudge.map(({ tone }) => tone)).toEqual(['conflict']);
      expect(view.hero).toBeNull();
    }
  });
});

describe('nameToInitials', () => {
  it.each([
    ['Ana', 'A'],
    ['sam de Baker', 'SB'],
    ['Anne-Marie', 'AM'],
    ['  ', ''],
    ['Zoë (mum)', 'ZM'],
    ['élise', 'É'],
    ['👩 Kim', 'K'],
  ])('of %s are %s', (name, initials) => {
    expect(nameToInitials(name)).toBe(initials);
  });
});
