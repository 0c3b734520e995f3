import { describe, expect, it } from 'vitest';
import { resolveDateRule } from '../../src/engine/dates.ts';
import { computeTimed } from '../../src/engine/timed.ts';
import { endOfDay, zonedToInstant } from '../../src/engine/zoned-time.ts';
import { asId, type FactId } from '../../src/model/ids.ts';
import { startTwo, step } from '../support/run-bench.ts';

const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

describe('wall time to instant', () => {
  it.each([
    ['plain winter', '2026-01-15', '09:00', 'Europe/Berlin', '2026-01-15T08:00:00.000Z'],
    ['plain summer', '2026-07-15', '09:00', 'Europe/Berlin', '2026-07-15T07:00:00.000Z'],
    ['skipped by the spring change', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['just after the spring change', '2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['repeated by the autumn change', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['just before a change', '2026-10-25', '01:59', 'Europe/Berlin', '2026-10-24T23:59:00.000Z'],
    ['a half-hour change', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['far east', '2026-01-01', '00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
  ])('%s', (_name, date, time, zone, expected) => {
    expect(iso(zonedToInstant(date, time, zone))).toBe(expected);
  });

  it('a day that is an hour shorter ends at its own midnight', () => {
    expect(iso(endOfDay('2026-03-29', 'Europe/Berlin'))).toBe('2026-03-29T21:59:59.999Z');
  });

  it('knows no instant in a zone or on a date that does not exist', () => {
    expect([
      zonedToInstant('2026-01-01', '09:00', 'Mars/Base'),
      zonedToInstant('2026-02-30', '09:00', 'UTC'),
    ]).toEqual([null, null]);
  });
});

describe('due rules', () => {
  const depart = asId<FactId>('depart');
  const frame = {
    zone: 'Europe/Lisbon',
    facts: new Map([[depart, { value: { kind: 'date', date: '2026-03-29' } as const }]]),
    startedAt: Date.UTC(2026, 2, 1, 23, 30),
  };

  it('count back from a fact, forth from the start, in whole days of the zone', () => {
    const before = resolveDateRule({ kind: 'offset', from: depart, days: -1, time: '18:00' }, frame);
    expect([iso(before.dueAt), before.dueHasTime]).toEqual(['2026-03-28T18:00:00.000Z', true]);
    const after = resolveDateRule(
      { kind: 'offset', from: 'runStart', days: 1 },
      { ...frame, zone: 'Europe/Berlin' },
    );
    expect([iso(after.dueAt), after.dueHasTime]).toEqual(['2026-03-03T22:59:59.999Z', false]);
  });

  it('are nothing while the fact or the zone is missing', () => {
    const rule = { kind: 'offset', from: asId<FactId>('none'), days: 1 } as const;
    expect(resolveDateRule(rule, frame).dueAt).toBeNull();
    expect(resolveDateRule({ ...rule, from: depart }, { ...frame, zone: null }).dueAt).toBeNull();
  });
});

describe('lateness', () => {
  const due = Date.UTC(2026, 2, 5, 17);
  const steps = [
    step('x', [], { due: { kind: 'date', date: '2026-03-05', time: '17:00' } }),
    step('y', ['x'], { due: { kind: 'date', date: '2026-03-06' } }),
  ];

  it('[E3] names the next instant at which the answer changes', () => {
    const { a } = startTwo(steps);
    expect(computeTimed(a.state(), due)).toMatchObject({ late: new Set(), nextWakeAt: due + 1 });
    const endOfSixth = Date.UTC(2026, 2, 6, 23, 59, 59, 999);
    expect(computeTimed(a.state(), due + 1)).toMatchObject({
      late: new Set(['x//1']),
      nextWakeAt: endOfSixth + 1,
    });
    expect(computeTimed(a.state(), endOfSixth + 1)).toMatchObject({
      late: new Set(['x//1', 'y//1']),
      nextWakeAt: null,
    });
  });

  it('[E2] is no event: a completion that arrives late takes it back, and the state never knew the time', () => {
    const { a, b } = startTwo(steps);
    b.complete('x');
    expect(computeTimed(a.state(), due + 1).late.size).toBe(1);
    a.receive(b);
    expect(computeTimed(a.state(), due + 1).late.size).toBe(0);
  });

  it('a step that failed is late like any other that waits for somebody; a cancelled run is never late', () => {
    const { a } = startTwo(steps);
    a.fail('x');
    expect(computeTimed(a.state(), due + 1).late.has(a.of('x').key)).toBe(true);
    a.do({ kind: 'cancelRun' });
    expect(a.of('y').status).toBe('terminated');
    expect(computeTimed(a.state(), due + 1)).toEqual({
      late: new Set(),
      scheduled: new Set(),
      nextWakeAt: null,
    });
  });
});
