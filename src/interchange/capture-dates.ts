/**
 * Dates as people type them after "by": today, fri, 27 nov, 2026-11-27, +3d, each with a time if wanted.
 * A day's name means the next such day, never today; a date without a year the next time it comes.
 */
import type { LocalDate, LocalTime } from '../model/fact.ts';
import { addDays, isLocalDate, localDateToUtc } from '../model/local-date.ts';
import type { DateRule } from '../model/workflow.ts';
import type { CaptureWords } from './capture-words.ts';

export interface DateReader {
  readonly words: CaptureWords;
  /** Today where the typing happens. */
  readonly today: LocalDate;
}

/** `now` in milliseconds since 1970; an unknown zone reads as UTC. */
export function instantToToday(now: number, zone: string): LocalDate {
  const parts = Object.fromEntries(
    dateFormat(zone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '1970', month = '1', day = '1' } = parts;
  return toLocalDate(Number(year), Number(month), Number(day));
}

/** Null when the text is no date. */
export function parseDueDate(text: string, reader: DateReader): DateRule | null {
  const split = splitTime(text.toLowerCase().trim(), reader.words);
  if (split === null) return null;
  const { rest, time } = split;
  const withTime = time === null ? {} : { time };
  const relative = /^\+\s?(\d{1,4})\s?(\p{L}+)$/u.exec(rest);
  if (relative !== null) {
    const days = (Number(relative[1]) * (unitToMinutes(relative[2], reader.words) ?? 0)) / 1440;
    const isWhole = Number.isInteger(days) && days > 0;
    return isWhole ? { kind: 'offset', from: 'runStart', days, ...withTime } : null;
  }
  // A time alone is today's.
  const date = rest === '' && time !== null ? reader.today : parseDay(rest, reader);
  return date === null ? null : { kind: 'date', date, ...withTime };
}

/** Minutes of `30m`, `1h30m`, `1.5 h`, `2 days`; null when it is no duration. */
export function parseDuration(text: string, words: CaptureWords): number | null {
  const lower = text.toLowerCase().trim();
  if (!/^(?:\d+(?:[.,]\d+)?\s?\p{L}+\s?)+$/u.test(lower)) return null;
  let minutes = 0;
  for (const [, amount = '', unit] of lower.matchAll(/(\d+(?:[.,]\d+)?)\s?(\p{L}+)/gu)) {
    const length = unitToMinutes(unit, words);
    if (length === null) return null;
    minutes += Number(amount.replace(',', '.')) * length;
  }
  const rounded = Math.round(minutes);
  return rounded > 0 && Number.isSafeInteger(rounded) ? rounded : null;
}

function unitToMinutes(unit: string | undefined, words: CaptureWords): number | null {
  return unit !== undefined && Object.hasOwn(words.units, unit) ? (words.units[unit] ?? null) : null;
}

/** Null when it ends in something like a time that no clock shows. */
function splitTime(
  text: string,
  words: CaptureWords,
): { readonly rest: string; readonly time: LocalTime | null } | null {
  const match = /^(.*?)(?:^|\s+)(?:(\p{L}+)\s+)?(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)?$/u.exec(text);
  const [, before = '', at, hours = '', minutes, half] = match ?? [];
  // A number alone is a day of the month, not an hour.
  if (match === null || (minutes === undefined && half === undefined)) return { rest: text, time: null };
  const hour = Number(hours);
  const isHour = half === undefined ? hour < 24 : hour >= 1 && hour <= 12;
  if (!isHour || Number(minutes ?? 0) > 59) return null;
  const hour24 = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  const rest = at === undefined || words.at.includes(at) ? before : `${before} ${at}`;
  return { rest: rest.trim(), time: `${String(hour24).padStart(2, '0')}:${minutes ?? '00'}` };
}

function parseDay(text: string, { words, today }: DateReader): LocalDate | null {
  if (words.today.includes(text)) return today;
  if (words.tomorrow.includes(text)) return addDays(today, 1);
  if (isLocalDate(text)) return text;
  const weekday = findByBeginning(words.weekdays, text);
  if (weekday >= 0) {
    const current = new Date(localDateToUtc(today) ?? 0).getUTCDay();
    return addDays(today, (weekday - current + 7) % 7 || 7);
  }
  const dayFirst = /^(\d{1,2})\.?\s+(\p{L}+)\.?(?:\s+(\d{4}))?$/u.exec(text);
  if (dayFirst !== null) return findDate(dayFirst[1], dayFirst[2], dayFirst[3], words, today);
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:\s+(\d{4}))?$/u.exec(text);
  if (monthFirst !== null) return findDate(monthFirst[2], monthFirst[1], monthFirst[3], words, today);
  return null;
}

function findDate(
  day: string | undefined,
  monthName: string | undefined,
  year: string | undefined,
  words: CaptureWords,
  today: LocalDate,
): LocalDate | null {
  const month = findByBeginning(words.months, monthName ?? '') + 1;
  if (month === 0) return null;
  const dateIn = (of: number) => toLocalDate(of, month, Number(day));
  if (year !== undefined) return isLocalDate(dateIn(Number(year))) ? dateIn(Number(year)) : null;
  // Eight years on there is a 29 February, across the end of a century too.
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 9 }, (_, ahead) => thisYear + ahead);
  return years.map(dateIn).find((date) => isLocalDate(date) && date >= today) ?? null;
}

function toLocalDate(year: number, month: number, day: number): LocalDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function findByBeginning(names: readonly string[], text: string): number {
  return text.length < 3 ? -1 : names.findIndex((name) => name.startsWith(text));
}

function dateFormat(zone: string): Intl.DateTimeFormat {
  const format = { calendar: 'gregory', numberingSystem: 'latn' } as const;
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en', { ...format, ...fields, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...format, ...fields, timeZone: 'UTC' });
  }
}
