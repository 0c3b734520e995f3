import { describe, expect, it } from 'vitest';
import { type DateFrame, resolveDateRule, resolveStartRule } from '../../src/engine/dates.ts';
import {
  endOfDay,
  instantToMinutes,
  shiftInstant,
  startOfDay,
  zonedToInstant,
} from '../../src/engine/zoned-time.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type FactId } from '../../src/model/ids.ts';
import type { DateRule } from '../../src/model/workflow.ts';

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

describe('moving an instant', () => {
  const at = (text: string): number => Date.parse(text);

  it.each([
    [
      'a day keeps the wall time over a spring change',
      '2026-03-28T09:00:00Z',
      { days: 1 },
      '2026-03-29T08:00:00.000Z',
    ],
    ['as many minutes do not', '2026-03-28T09:00:00Z', { minutes: 1440 }, '2026-03-29T09:00:00.000Z'],
    ['a day back over an autumn change', '2026-10-25T09:00:00Z', { days: -1 }, '2026-10-24T08:00:00.000Z'],
    [
      'days first, then minutes',
      '2026-03-28T01:30:00Z',
      { days: 1, minutes: 30 },
      '2026-03-29T02:00:00.000Z',
    ],
    [
      'nothing moves the second of a repeated hour',
      '2026-10-25T01:30:00Z',
      { days: 0 },
      '2026-10-25T01:30:00.000Z',
    ],
    ['seconds stay', '2026-07-01T10:00:07.250Z', { days: 2 }, '2026-07-03T10:00:07.250Z'],
  ])('%s', (_name, from, by, expected) => {
    expect(iso(shiftInstant(at(from), by, 'Europe/Berlin'))).toBe(expected);
  });

  it('needs a zone to count days, none to count minutes, and stays within what a date can say', () => {
    expect(shiftInstant(0, { days: 1 }, 'Mars/Base')).toBeNull();
    expect(shiftInstant(0, { minutes: 2 }, 'Mars/Base')).toBe(120_000);
    expect(shiftInstant(8.64e15, { minutes: 1 }, 'UTC')).toBeNull();
  });

  it('a day begins at its first minute, also where midnight is skipped', () => {
    expect(iso(startOfDay('2026-03-29', 'Europe/Berlin'))).toBe('2026-03-28T23:00:00.000Z');
    // Cairo's clocks go from 00:00 to 01:00.
    expect(iso(startOfDay('2026-04-24', 'Africa/Cairo'))).toBe('2026-04-23T22:00:00.000Z');
  });

  it('tells wall minutes, also before 1970', () => {
    expect(instantToMinutes(at('2026-07-01T22:05:59Z'), 'Europe/Berlin')).toBe(5);
    expect(instantToMinutes(at('1969-12-31T23:30:00Z'), 'UTC')).toBe(1410);
    expect(instantToMinutes(0, 'Mars/Base')).toBeNull();
  });
});

describe('[F4] dates that hang on an instant', () => {
  const landing = asId<FactId>('landing');
  const frame = (value: FactValue | null, zone: string | null = 'Europe/Lisbon'): DateFrame => ({
    zone,
    facts: new Map([[landing, { value }]]),
    startedAt: Date.parse('2026-03-27T20:00:00Z'),
  });
  /** 00:30 on the 29th in Tokyo, 15:30 on the 28th in Lisbon. */
  const inTokyo: FactValue = { kind: 'instant', at: Date.parse('2026-03-28T15:30:00Z'), zone: 'Asia/Tokyo' };
  const rule = (more: Partial<Extract<DateRule, { kind: 'offset' }>>): DateRule => ({
    kind: 'offset',
    from: landing,
    days: 0,
    ...more,
  });

  it.each([
    ['are that moment without a time', rule({}), '2026-03-28T15:30:00.000Z'],
    ['move by minutes', rule({ minutes: -90 }), '2026-03-28T14:00:00.000Z'],
    ['move by days of its zone', rule({ days: 1, minutes: 5 }), '2026-03-29T15:35:00.000Z'],
    ["with a time: on its own day, by the run's clock", rule({ time: '18:00' }), '2026-03-29T17:00:00.000Z'],
    ['with days and a time', rule({ days: -1, time: '18:00' }), '2026-03-28T18:00:00.000Z'],
  ])('%s', (_name, given, expected) => {
    const due = resolveDateRule(given, frame(inTokyo));
    expect([iso(due.dueAt), due.dueHasTime]).toEqual([expected, true]);
    expect(iso(resolveStartRule(given, frame(inTokyo)))).toBe(expected);
  });

  it("keep the wall time of the instant's zone over its summer-time change", () => {
    const berlin: FactValue = {
      kind: 'instant',
      at: Date.parse('2026-03-28T08:00:00Z'),
      zone: 'Europe/Berlin',
    };
    expect(iso(resolveDateRule(rule({ days: 1 }), frame(berlin)).dueAt)).toBe('2026-03-29T07:00:00.000Z');
  });

  it("need the run's zone only for a time of day", () => {
    expect(iso(resolveDateRule(rule({}), frame(inTokyo, null)).dueAt)).toBe('2026-03-28T15:30:00.000Z');
    expect(resolveDateRule(rule({ time: '18:00' }), frame(inTokyo, null))).toEqual({
      dueAt: null,
      dueHasTime: false,
    });
  });

  it('are nothing while it is missing, or no date', () => {
    expect(resolveDateRule(rule({}), frame(null)).dueAt).toBeNull();
    expect(resolveDateRule(rule({}), frame({ kind: 'text', text: '2026-03-28' })).dueAt).toBeNull();
  });

  it('count minutes from the moment the run started, and days from its day', () => {
    const start = (more: object): DateRule => ({ kind: 'offset', from: 'runStart', days: 0, ...more });
    expect(resolveDateRule(start({ minutes: 30 }), frame(null))).toEqual({
      dueAt: Date.parse('2026-03-27T20:30:00Z'),
      dueHasTime: true,
    });
    expect(iso(resolveDateRule(start({ days: 2 }), frame(null)).dueAt)).toBe('2026-03-29T22:59:59.999Z');
  });
});

describe('start rules', () => {
  const frame: DateFrame = { zone: 'Europe/Lisbon', facts: new Map(), startedAt: 0 };

  it('open with the day, or at their time', () => {
    expect(iso(resolveStartRule({ kind: 'date', date: '2026-07-01' }, frame))).toBe(
      '2026-06-30T23:00:00.000Z',
    );
    expect(iso(resolveStartRule({ kind: 'date', date: '2026-07-01', time: '09:00' }, frame))).toBe(
      '2026-07-01T08:00:00.000Z',
    );
  });

  it('are nothing without a rule, a zone or a date', () => {
    expect(resolveStartRule(undefined, frame)).toBeNull();
    expect(resolveStartRule({ kind: 'date', date: '2026-07-01' }, { ...frame, zone: null })).toBeNull();
    expect(resolveStartRule({ kind: 'offset', from: asId<FactId>('none'), days: 1 }, frame)).toBeNull();
  });
});
