import { describe, expect, it } from 'vitest';
import type { RunId } from '../../src/model/ids.ts';
import { asId } from '../../src/model/ids.ts';
import { computeLanesView } from '../../src/views/compute-lanes-view.ts';
import {
  ana,
  board,
  context,
  contextWithBoard,
  type Device,
  leo,
  makeDevice,
  plan,
  run,
  sam,
  startPlan,
  step,
} from '../support/run-bench.ts';
import { spaceOf, start, startTrip } from '../support/trip-space.ts';

const lanes = (device: Device, more: Parameters<typeof spaceOf>[2] = {}) =>
  computeLanesView(spaceOf(device, ana, more), run, start);
const parts = (device: Device, person: string) =>
  lanes(device)
    .lanes.find((lane) => lane.person?.id === person)
    ?.steps.map(({ step: id, part }) => [id, part]);

describe('a flow by people', () => {
  it('has a lane a person, mine first, and in it what is now, next and later', () => {
    const device = startTrip();
    device.complete('confirm');
    expect(lanes(device).lanes.map(({ person }) => person?.id)).toEqual([ana, leo, sam]);
    expect(parts(device, sam)).toEqual([['budget', 'now']]);
    expect(parts(device, leo)).toEqual([
      ['flights', 'now'],
      ['pack', 'later'],
      ['expenses', 'later'],
    ]);
    expect(parts(device, ana)?.slice(0, 2)).toEqual([
      ['confirm', 'done'],
      ['hotel', 'next'],
    ]);
    expect(parts(device, ana)).toContainEqual(['transfer', 'next']);
    expect(parts(device, ana)).toContainEqual(['checkIn', 'later']);
    expect(lanes(device).lanes[0]?.counts).toMatchObject({ now: 0, next: 3, done: 1 });
  });

  it('keeps every step behind what it starts after, and no two of a lane in one column', () => {
    const { lanes: all, columns, handOffs } = lanes(startTrip());
    const columnOf = new Map(all.flatMap(({ steps }) => steps.map((each) => [each.step, each.column])));
    for (const { from, to } of handOffs) expect(columnOf.get(from)).toBeLessThan(columnOf.get(to) ?? 0);
    for (const { steps } of all) {
      const own = steps.map(({ column }) => column);
      expect(new Set(own).size).toBe(own.length);
      expect(Math.max(...own)).toBeLessThan(columns);
    }
    expect(handOffs).toContainEqual({ from: 'confirm', to: 'budget' });
    expect(handOffs).not.toContainEqual({ from: 'hotel', to: 'checkIn' });
  });

  it('has what is done with whoever did it', () => {
    const device = startTrip();
    device.complete('confirm');
    const other = makeDevice(sam, 'other', () => start);
    other.receive(device);
    other.complete('flights');
    device.receive(other);
    expect(parts(device, sam)).toEqual([
      ['flights', 'done'],
      ['budget', 'now'],
    ]);
  });

  it('has a lane for a role until somebody of it takes the step', () => {
    const device = makeDevice(ana, 'roles', () => start);
    const signs = step('sign', [], { assignee: { kind: 'role', role: board } });
    device.do(startPlan(plan([signs]), { context: contextWithBoard }));
    expect(lanes(device).lanes).toMatchObject([{ kind: 'role', name: 'Board', person: null }]);
  });

  it('marks a day with too much on it, and days on which somebody is away', () => {
    const due = { kind: 'date', date: '2026-03-05' } as const;
    const device = makeDevice(ana, 'full', () => start);
    const titles = ['a', 'b', 'c'];
    device.do(startPlan(plan(titles.map((id) => step(id, [], { due })))));
    const [lane] = lanes(device).lanes;
    expect(lane?.steps.map(({ load }) => load)).toEqual(['many', 'many', 'many']);
    expect(lane?.fullDay).toEqual({ date: '2026-03-05', steps: 3 });
    const people = context.people.map((person) => ({
      ...person,
      away: [{ from: '2026-03-05', to: '2026-03-06' }],
    }));
    expect(lanes(device, { people }).lanes[0]?.steps.map(({ load }) => load)).toEqual(
      titles.map(() => 'away'),
    );
  });

  it('says when the run is not here', () => {
    const view = computeLanesView(spaceOf(startTrip(), ana), asId<RunId>('other'), start);
    expect(view).toMatchObject({ availability: 'missing', lanes: [] });
  });
});
