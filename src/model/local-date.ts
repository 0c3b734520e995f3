/**
 * Calendar arithmetic on `YYYY-MM-DD`, without any zone (proleptic Gregorian, ISO 8601).
 */
import type { LocalDate, LocalTime } from './fact.ts';

const dayInMs = 86_400_000;

/** Midnight of the date as if it were UTC, milliseconds since 1970; null when it is no date. */
export function localDateToUtc(date: LocalDate): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // Date.UTC reads years below 100 as 19xx; the setter does not.
  const made = new Date(0);
  made.setUTCFullYear(year, month - 1, day);
  const real =
    made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return real ? made.getTime() : null;
}

export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && localDateToUtc(value) !== null;
}

export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** Minutes since midnight, 0 to 1439. */
export function localTimeToMinutes(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The date `days` later; null when the answer leaves the years 0 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate | null {
  const from = localDateToUtc(date);
  if (from === null) return null;
  return utcToLocalDate(from + days * dayInMs);
}

/** The date of an instant read as UTC. */
export function utcToLocalDate(instant: number): LocalDate | null {
  const made = new Date(instant);
  if (Number.isNaN(made.getTime())) return null;
  const text = made.toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : null;
}

/** Whole days from one date to another, negative before; 0 where one of the two is no date. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  const [first, last] = [localDateToUtc(from), localDateToUtc(to)];
  return first === null || last === null ? 0 : Math.round((last - first) / dayInMs);
}
