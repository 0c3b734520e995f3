import { describe, expect, it } from 'vitest';
import type { AwayPeriod } from '../../src/model/person.ts';
import { computeDaysView } from '../../src/views/compute-days-view.ts';
import { computeStretches } from '../../src/views/day-stretches.ts';
import {
  ana,
  context,
  type Device,
  makeDevice,
  plan,
  run,
  sam,
  startPlan,
  step,
} from '../support/run-bench.ts';
import { dayMs, spaceOf, start, startTrip } from '../support/trip-space.ts';

const days = (device: Device, now = start) => computeDaysView(spaceOf(device, ana), run, now);
const rowOf = (device: Device, id: string, now = start) =>
  days(device, now).rows.find((row) => row.step === id);

function startDated(...steps: Parameters<typeof plan>[0]): Device {
  const device = makeDevice(ana, 'dated', () => start);
  device.do(startPlan(plan(steps)));
  return device;
}

describe('a flow beside the calendar', () => {
  it('begins before its first date and counts days from there, by the clock of its zone', () => {
    const view = days(startTrip());
    // Monday 2 March, 09:00, is the third day shown.
    expect(view).toMatchObject({ zone: 'Europe/Lisbon', first: '2026-02-28', now: 2 + 9 / 24 });
    expect(view.rows).toHaveLength(10);
  });

  it('has what is due on a day at its end, and what is due at a time at that time', () => {
    const device = startDated(
      step('day', [], { due: { kind: 'date', date: '2026-03-04' } }),
      step('noon', [], { due: { kind: 'date', date: '2026-03-04', time: '12:00' } }),
    );
    expect(rowOf(device, 'day')?.due).toBeCloseTo(5, 2);
    expect(rowOf(device, 'noon')).toMatchObject({ due: 4.5, dueHasTime: true });
  });

  it('stays on the hour when the clocks change in between', () => {
    // On 29 March they go on by an hour in Lisbon.
    const device = startDated(
      step('later', [], { due: { kind: 'date', date: '2026-03-31', time: '18:00' } }),
    );
    expect((rowOf(device, 'later')?.due ?? 0) % 1).toBe(0.75);
  });

  it('makes no date up: a step without one has none', () => {
    const device = startDated(step('now'), step('then', ['now']));
    expect(rowOf(device, 'then')).toMatchObject({ begun: null, start: null, due: null, closed: null });
    expect(rowOf(device, 'now')?.begun).not.toBeNull();
  });

  it('tells since when a step is under way, and when it was over', () => {
    const device = startTrip();
    device.complete('confirm');
    expect(rowOf(device, 'confirm')).toMatchObject({ begun: expect.any(Number), closed: expect.any(Number) });
    expect(rowOf(device, 'budget')?.begun).toBe(rowOf(device, 'confirm')?.closed);
  });

  it('tells what else is on when a step of mine is due, and how long that goes on', () => {
    const device = startDated(
      step('mine', [], { due: { kind: 'date', date: '2026-03-04', time: '12:00' } }),
      step('free', [], { due: { kind: 'date', date: '2026-03-04', time: '17:00' } }),
    );
    const dentist = {
      calendar: 'home',
      title: 'Dentist',
      at: Date.UTC(2026, 2, 4, 11),
      until: Date.UTC(2026, 2, 4, 13, 30),
      wholeDays: false,
    };
    const rows = (me: typeof ana) =>
      computeDaysView(spaceOf(device, me, { busy: [dentist] }), run, start).rows.map(
        ({ clashes }) => clashes,
      );
    expect(rows(ana)[0]).toEqual([
      { title: 'Dentist', from: expect.closeTo(4 + 11 / 24), to: expect.closeTo(4 + 13.5 / 24) },
    ]);
    expect(rows(ana)[1]).toEqual([]);
    expect(rows(sam)[0]).toEqual([]);
  });

  it('knows the days on which nobody works, and what a holiday is called', () => {
    const device = makeDevice(ana, 'dated', () => start);
    const holidays = ['2026-03-03'];
    device.do(startPlan(plan([step('a')]), { context: { ...context, holidays } }));
    const view = computeDaysView(
      spaceOf(device, ana, { holidays: [{ date: '2026-03-03', name: 'Founding day' }] }),
      run,
      start,
    );
    expect(view.offs).toEqual([
      { day: 0, holiday: false, name: null },
      { day: 1, holiday: false, name: null },
      { day: 3, holiday: true, name: 'Founding day' },
      { day: 7, holiday: false, name: null },
      { day: 8, holiday: false, name: null },
    ]);
  });

  it('knows when whoever has an open step is away', () => {
    const away: AwayPeriod = { from: '2026-03-05', to: '2026-03-06' };
    const people = context.people.map((person) => (person.id === ana ? { ...person, away: [away] } : person));
    const device = makeDevice(ana, 'dated', () => start);
    device.do(startPlan(plan([step('a'), step('b')]), { context: { ...context, people } }));
    device.complete('b');
    expect(rowOf(device, 'a')?.away).toEqual([{ from: 5, days: 2 }]);
    expect(rowOf(device, 'b')?.away).toEqual([]);
  });

  it('folds the months in which nothing is, and keeps the days around what is there', () => {
    const device = startDated(
      step('sign', [], { due: { kind: 'date', date: '2026-03-04' } }),
      step('renew', ['sign'], { due: { kind: 'date', date: '2027-03-01' } }),
    );
    const { stretches } = days(device);
    expect(stretches.map(({ folded }) => folded)).toEqual([false, true, false]);
    expect(stretches[1]?.days).toBeGreaterThan(300);
    expect(stretches.reduce((sum, { days: count, folded }) => sum + (folded ? 0 : count), 0)).toBeLessThan(
      30,
    );
    // A day later today has moved on, and the year is as long as it was.
    expect(days(device, start + dayMs).now).toBeCloseTo(days(device).now + 1, 5);
  });
});

describe('the days that are shown', () => {
  it('follow each other without a gap, and hold every date', () => {
    const stretches = computeStretches([-40, 3, 90, 91], 0);
    let next = stretches[0]?.from;
    for (const { from, days: count } of stretches) {
      expect(from).toBe(next);
      next = from + count;
    }
    for (const day of [-40, 0, 3, 90, 91])
      expect(
        stretches.find(({ from, days: count }) => from <= day && day < from + count)?.folded,
        `day ${day}`,
      ).toBe(false);
  });

  it('do not fold what is not worth it', () => {
    expect(computeStretches([0, 16], 0)).toHaveLength(1);
  });
});
