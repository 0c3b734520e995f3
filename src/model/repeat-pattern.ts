/** The repetitions that a screen offers, as people say them, and the rules that they are stored as. */
import type { LocalDate, LocalTime } from './fact.ts';
import type { ScheduleRule } from './schedule.ts';

/** RFC 5545's names, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export type RepeatPattern =
  | { readonly kind: 'daily'; readonly every: number }
  /** `days` in the order of the week, at least one. */
  | { readonly kind: 'weekly'; readonly every: number; readonly days: readonly Weekday[] }
  /** `day` 1 to 31; a month that is shorter has its last day instead. */
  | { readonly kind: 'monthDay'; readonly every: number; readonly day: number }
  /** `nth` 1 to 4, or -1 for the last. */
  | { readonly kind: 'monthWeekday'; readonly every: number; readonly nth: number; readonly day: Weekday }
  /** 1 the first of the month, -1 the last. */
  | { readonly kind: 'workingDay'; readonly nth: number }
  /** Made elsewhere: it is kept as it is. */
  | { readonly kind: 'other'; readonly rrule: string };

export interface RepeatFrom {
  readonly from: LocalDate;
  readonly time: LocalTime;
}

export function patternToRule(pattern: RepeatPattern, { from, time }: RepeatFrom): ScheduleRule {
  if (pattern.kind === 'workingDay') return { kind: 'workingDay', nth: pattern.nth, from, time };
  return { kind: 'rrule', rrule: patternToText(pattern), from, time };
}

function patternToText(pattern: Exclude<RepeatPattern, { readonly kind: 'workingDay' }>): string {
  switch (pattern.kind) {
    case 'daily':
      return `FREQ=DAILY${everyText(pattern.every)}`;
    case 'weekly':
      return `FREQ=WEEKLY${everyText(pattern.every)};BYDAY=${pattern.days.join(',')}`;
    case 'monthDay':
      return `FREQ=MONTHLY${everyText(pattern.every)};${monthDayText(pattern.day)}`;
    case 'monthWeekday':
      return `FREQ=MONTHLY${everyText(pattern.every)};BYDAY=${pattern.nth}${pattern.day}`;
    case 'other':
      return pattern.rrule;
  }
}

function everyText(every: number): string {
  return every === 1 ? '' : `;INTERVAL=${every}`;
}

/** A month without a 31st is not left out: of the days up to it the last one counts. */
function monthDayText(day: number): string {
  if (day <= 28) return `BYMONTHDAY=${day}`;
  if (day === 31) return 'BYMONTHDAY=-1';
  const days = Array.from({ length: day - 27 }, (_, index) => 28 + index);
  return `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}

export function ruleToPattern(rule: ScheduleRule): RepeatPattern {
  if (rule.kind === 'workingDay') return { kind: 'workingDay', nth: rule.nth };
  const { rrule } = rule;
  const found = readPattern(rrule);
  // What would not be written the same way says something that these words do not.
  return found !== null && patternToText(found) === rrule ? found : { kind: 'other', rrule };
}

function readPattern(rrule: string): Exclude<RepeatPattern, { readonly kind: 'workingDay' }> | null {
  const part = new Map(rrule.split(';').map((text) => text.split('=', 2) as [string, string]));
  const every = Number(part.get('INTERVAL') ?? 1);
  const days = part.get('BYDAY') ?? '';
  switch (part.get('FREQ')) {
    case 'DAILY':
      return { kind: 'daily', every };
    case 'WEEKLY':
      return { kind: 'weekly', every, days: weekdays.filter((day) => days.split(',').includes(day)) };
    case 'MONTHLY': {
      if (days !== '') {
        const day = weekdays.find((each) => days.endsWith(each));
        return day === undefined
          ? null
          : { kind: 'monthWeekday', every, nth: Number(days.slice(0, -2)), day };
      }
      const last = Number((part.get('BYMONTHDAY') ?? '').split(',').at(-1));
      return { kind: 'monthDay', every, day: last === -1 ? 31 : last };
    }
    default:
      return null;
  }
}
