/** Working days and working time. */
import { assert, constantFrom, array, integer, nat, option, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingMinutes,
  compileCalendar,
  nextWorkingDay,
  type WorkingCalendar,
  workingMinutesBetween,
} from '../../src/engine/working-time.ts';
import type { DailyHours } from '../../src/model/person.ts';

const zone = 'Europe/Berlin';
const office: DailyHours = { from: '09:00', to: '17:00' };
const officeWeek = [office, office, office, office, { from: '09:00', to: '13:00' }, null, null];
const at = (text: string): number => Date.parse(text);
const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

describe('working days', () => {
  const plain = compileCalendar({ zone });

  it('are Monday to Friday when nobody said otherwise', () => {
    // The 27th of November 2026 is a Friday.
    expect(nextWorkingDay('2026-11-27', plain)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-27', 6, plain)).toBe('2026-12-07');
    expect(addWorkingDays('2026-11-30', -1, plain)).toBe('2026-11-27');
    expect(addWorkingDays('2026-11-28', 0, plain)).toBe('2026-11-28');
  });

  it('pass over holidays, and over days away that nobody covers', () => {
    const holidays = ['2026-12-25'];
    const away = [{ from: '2026-12-28', to: '2026-12-29' }];
    expect(nextWorkingDay('2026-12-24', compileCalendar({ zone, holidays }))).toBe('2026-12-28');
    expect(nextWorkingDay('2026-12-24', compileCalendar({ zone, holidays, person: { away } }))).toBe(
      '2026-12-30',
    );
    const covered = away.map((each) => ({ ...each, coveredBy: 'sam' as never }));
    expect(nextWorkingDay('2026-12-24', compileCalendar({ zone, holidays, person: { away: covered } }))).toBe(
      '2026-12-28',
    );
  });

  it('are none for somebody who never works, and the search ends', () => {
    const never = compileCalendar({
      zone,
      person: { workingHours: [null, null, null, null, null, null, null] },
    });
    expect(nextWorkingDay('2026-12-24', never)).toBeNull();
    expect(addWorkingMinutes(at('2026-12-24T12:00:00Z'), 5, never)).toBeNull();
  });
});

describe('working time', () => {
  const calendar = compileCalendar({ zone, person: { workingHours: officeWeek } });

  it.each([
    ['within a day', '2026-11-24T09:00:00Z', 60, '2026-11-24T10:00:00.000Z'],
    ['to the very end of a day', '2026-11-24T08:00:00Z', 480, '2026-11-24T16:00:00.000Z'],
    ['into the next morning', '2026-11-24T15:30:00Z', 60, '2026-11-25T08:30:00.000Z'],
    ['from the middle of the night', '2026-11-24T23:00:00Z', 1, '2026-11-25T08:01:00.000Z'],
    ['over a short Friday and a weekend', '2026-11-27T11:00:00Z', 120, '2026-11-30T09:00:00.000Z'],
    ['backwards over the weekend', '2026-11-30T08:30:00Z', -60, '2026-11-27T11:30:00.000Z'],
  ])('adds up %s', (_name, from, minutes, expected) => {
    expect(iso(addWorkingMinutes(at(from), minutes, calendar))).toBe(expected);
  });

  it('is what the clock really gives where it is changed', () => {
    const night: DailyHours = { from: '22:00', to: '06:00' };
    const nights = compileCalendar({
      zone,
      person: { workingHours: [null, null, null, null, null, night, null] },
    });
    const of = (day: string): number =>
      workingMinutesBetween(at(`${day}T12:00:00Z`), at(`${day}T12:00:00Z`) + 86_400_000, nights);
    expect([of('2026-03-21'), of('2026-03-28'), of('2026-10-24')]).toEqual([480, 420, 540]);
  });

  it('[X6] stands still while a run is suspended', () => {
    const pause = [at('2026-11-24T10:00:00Z'), at('2026-11-24T12:00:00Z')] as const;
    const from = at('2026-11-24T09:00:00Z');
    expect(iso(addWorkingMinutes(from, 120, calendar, [pause]))).toBe('2026-11-24T13:00:00.000Z');
    expect(workingMinutesBetween(from, at('2026-11-24T13:00:00Z'), calendar, [pause])).toBe(120);
  });
});

describe('any calendar', () => {
  const time = tuple(integer({ min: 0, max: 23 }), constantFrom(0, 15, 30, 45)).map(
    ([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  );
  const hours = record({ from: time, to: time });
  const calendars = record({
    zone: constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
    week: array(option(hours, { freq: 4 }), { minLength: 7, maxLength: 7 }),
    holidays: array(integer({ min: 0, max: 60 }), { maxLength: 5 }),
  })
    .filter(({ week }) => week.some((day) => day !== null && day.from !== day.to))
    .map(({ zone: there, week, holidays }): WorkingCalendar => {
      const dates = holidays.map((day) =>
        new Date(at('2026-03-01T00:00:00Z') + day * 86_400_000).toISOString().slice(0, 10),
      );
      return compileCalendar({ zone: there, holidays: dates, person: { workingHours: week } });
    });
  /** Around the clock changes of spring. */
  const instants = nat({ max: 60 * 24 * 60 }).map((minute) => at('2026-03-01T00:00:00Z') + minute * 60_000);
  const settings = { numRuns: 150, seed: 20261123 };

  it('gives back by counting what was added', () => {
    assert(
      property(calendars, instants, integer({ min: -3000, max: 3000 }), (calendar, from, minutes) => {
        const to = addWorkingMinutes(from, minutes, calendar);
        expect(to).not.toBeNull();
        expect(workingMinutesBetween(from, to ?? Number.NaN, calendar)).toBe(minutes);
      }),
      settings,
    );
  });

  it('adds in one go as in two, and never comes earlier for more', () => {
    assert(
      property(
        calendars,
        instants,
        nat({ max: 2000 }),
        nat({ max: 2000 }),
        (calendar, from, first, second) => {
          const half = addWorkingMinutes(from, first, calendar) ?? Number.NaN;
          const whole = addWorkingMinutes(from, first + second, calendar) ?? Number.NaN;
          expect(whole).toBeGreaterThanOrEqual(half);
          if (first > 0 && second > 0) expect(addWorkingMinutes(half, second, calendar)).toBe(whole);
        },
      ),
      settings,
    );
  });

  it('counts no more than passes, and the parts of a stretch as the whole', () => {
    assert(
      property(calendars, instants, instants, instants, (calendar, ...ends) => {
        const [a, b, c] = ends.toSorted((one, other) => one - other) as [number, number, number];
        const whole = workingMinutesBetween(a, c, calendar);
        expect(whole).toBe(workingMinutesBetween(a, b, calendar) + workingMinutesBetween(b, c, calendar));
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(whole).toBeLessThanOrEqual((c - a) / 60_000);
        expect(workingMinutesBetween(c, a, calendar) + whole).toBe(0);
      }),
      settings,
    );
  });
});
