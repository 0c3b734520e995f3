/**
 * The dates and times that may follow "by", "from" and "on". Relative words are read against one local moment.
 * What is said in more words than these ("in two weeks") is left to a reader that is passed in [D4].
 *
 * Invariants: total; what is not a date for certain is none (`3/4` names two days, so it names none);
 * a day without a year is the next such day, today included; a weekday is the next one after today.
 */
import type { LocalDate, LocalTime } from '../model/fact.ts';
import { addDays, isLocalDate, isLocalTime, localDateToUtc } from '../model/local-date.ts';
import type { DateRule } from '../model/workflow.ts';
import { captureWordsByLanguage } from './capture-words.ts';

export interface LocalMoment {
  readonly date: LocalDate;
  readonly time: LocalTime;
}

export interface ReadDue {
  readonly rule: DateRule;
  /** The other end of a range. */
  readonly until?: DateRule;
  /** How many of the words it took. */
  readonly used: number;
}

export interface FoundDate {
  readonly date: LocalDate;
  readonly time?: LocalTime;
}

/** Reads a date from the beginning of some words (lower case); null when they begin with none. */
export type DateReader = (
  words: readonly string[],
  moment: LocalMoment,
) =>
  | (FoundDate & {
      /** How many of the words it took. */
      readonly used: number;
      /** The other end of a range. */
      readonly until?: FoundDate;
    })
  | null;

type Day =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'offset'; readonly days: number };
interface Read<Value> {
  readonly value: Value;
  readonly used: number;
}

const words = captureWordsByLanguage.en;
const farthestDays = 110_000;
const daysInWeek = 7;

/** What calendar and clock show at `now` (ms since 1970) in an IANA zone; UTC when there is no such zone. */
export function instantToLocalMoment(now: number, zone: string): LocalMoment | null {
  const wall = Number.isFinite(now) && Math.abs(now) <= 8.64e15 ? formatMoment(now, zone) : null;
  return wall !== null && isLocalDate(wall.date) && isLocalTime(wall.time) ? wall : null;
}

function formatMoment(now: number, zone: string): LocalMoment {
  const two = '2-digit';
  const options = {
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    hourCycle: 'h23',
  } as const;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-GB', { ...options, calendar: 'iso8601', timeZone: zone });
  } catch {
    // Intl answers an unknown zone with an exception; a draft is still worth reading.
    format = new Intl.DateTimeFormat('en-GB', { ...options, calendar: 'iso8601', timeZone: 'UTC' });
  }
  const part = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return {
    date: `${(part.get('year') ?? '').padStart(4, '0')}-${part.get('month')}-${part.get('day')}`,
    time: `${part.get('hour')}:${part.get('minute')}`,
  };
}

/** Reads a date, with a time before or after it, from the beginning of `phrase`. The longer reading counts. */
export function readDue(
  phrase: readonly string[],
  moment: LocalMoment | null,
  more: DateReader | null = null,
): ReadDue | null {
  const terms = phrase.map((word) =>
    word
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[.,;!?]+$/, ''),
  );
  const own = readTerms(terms, moment);
  if (more === null || moment === null || !isSaidInWords(terms[0] ?? '')) return own;
  const found = more(terms, moment);
  if (found === null || found.used <= (own?.used ?? 0)) return own;
  const rule = ({ date, time }: FoundDate) => toRule({ kind: 'date', date }, time);
  const until = found.until === undefined ? {} : { until: rule(found.until) };
  return { rule: rule(found), ...until, used: found.used };
}

/** True when it is worth fetching a reader for dates that are said in words. */
export function looksLikeDate(text: string): boolean {
  const terms = text.toLowerCase().split(/\s+/u);
  return terms.some(
    (term, index) =>
      (words.by.has(term) || words.from.has(term) || words.on.has(term)) &&
      isSaidInWords(terms[index + 1] ?? ''),
  );
}

/** Numbers alone (`3/4`, `+3h`) name no day for certain. */
function isSaidInWords(term: string): boolean {
  if (words.dateStarts.has(term) || words.weekdayByName.has(term) || words.monthByName.has(term)) return true;
  return /^\d{1,2}(?:\p{L}{2}|[:.]\d\d|[ap]m)?$/u.test(term);
}

function readTerms(terms: readonly string[], moment: LocalMoment | null): ReadDue | null {
  const early = readTime(terms, 0);
  if (early === null) {
    const day = readDay(terms, 0, moment);
    if (day === null) return null;
    const late = readTime(terms, day.used);
    return { rule: toRule(day.value, late?.value), used: day.used + (late?.used ?? 0) };
  }
  const gap = words.on.has(terms[early.used] ?? '') ? 1 : 0;
  const day = readDay(terms, early.used + gap, moment);
  if (day !== null) return { rule: toRule(day.value, early.value), used: early.used + gap + day.used };
  const date = moment && (early.value > moment.time ? moment.date : addDays(moment.date, 1));
  return date === null ? null : { rule: toRule({ kind: 'date', date }, early.value), used: early.used };
}

function toRule(day: Day, time: LocalTime | undefined): DateRule {
  const timed = time === undefined ? {} : { time };
  if (day.kind === 'date') return { kind: 'date', date: day.date, ...timed };
  return { kind: 'offset', from: 'runStart', days: day.days, ...timed };
}

/** `5pm`, `5:30 pm`, `17:00`, `noon`, each after "at" or not. */
function readTime(terms: readonly string[], from: number): Read<LocalTime> | null {
  const at = words.at.has(terms[from] ?? '') ? from + 1 : from;
  const term = terms[at] ?? '';
  if (words.noon.has(term)) return { value: '12:00', used: at + 1 - from };
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(\p{L}*)$/u.exec(term);
  if (match === null) return null;
  const suffix = match[3] === '' ? (terms[at + 1] ?? '') : (match[3] as string);
  const half = words.am.has(suffix) ? 'am' : words.pm.has(suffix) ? 'pm' : null;
  const value = toTime(Number(match[1]), match[2], half);
  if (value === null || (half === null && (match[3] !== '' || !term.includes(':')))) return null;
  return { value, used: at + (half !== null && match[3] === '' ? 2 : 1) - from };
}

function toTime(hour: number, minutes: string | undefined, half: 'am' | 'pm' | null): LocalTime | null {
  if (half !== null && (hour < 1 || hour > 12)) return null;
  const hours = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  const time = `${twoDigits(hours)}:${minutes ?? '00'}`;
  return isLocalTime(time) ? time : null;
}

function readDay(terms: readonly string[], at: number, moment: LocalMoment | null): Read<Day> | null {
  const term = terms[at] ?? '';
  if (isLocalDate(term)) return { value: { kind: 'date', date: term }, used: 1 };
  const offset = readOffset(term);
  if (offset !== null) return { value: { kind: 'offset', days: offset }, used: 1 };
  const named = readDayOfMonth(terms, at, moment);
  if (named !== null) return named;
  const weekday = words.weekdayByName.get(term);
  if (weekday !== undefined) {
    // "fri 27 nov": the date says which Friday.
    const exact = readDayOfMonth(terms, at + 1, moment);
    if (exact !== null) return { value: exact.value, used: exact.used + 1 };
  }
  const ahead = words.today.has(term) ? 0 : words.tomorrow.has(term) ? 1 : daysUntil(weekday, moment);
  const date = moment === null || ahead === null ? null : addDays(moment.date, ahead);
  return date === null ? null : { value: { kind: 'date', date }, used: 1 };
}

/** `+3d`, `+2w`: whole days. */
function readOffset(term: string): number | null {
  const match = /^\+(\d{1,6})(\p{L}+)$/u.exec(term);
  const days =
    match === null ? NaN : (Number(match[1]) * (words.minutesByUnit.get(match[2] as string) ?? NaN)) / 1440;
  const isDays = match !== null && (words.minutesByUnit.get(match[2] as string) ?? 0) >= 1440;
  return isDays && days <= farthestDays ? days : null;
}

function daysUntil(weekday: number | undefined, moment: LocalMoment | null): number | null {
  const today = moment === null ? null : localDateToUtc(moment.date);
  if (weekday === undefined || today === null) return null;
  const now = new Date(today).getUTCDay();
  return ((weekday - now + daysInWeek - 1) % daysInWeek) + 1;
}

/** `27 nov`, `27th november 2026`, `nov 27`, `nov 27, 2026`. */
function readDayOfMonth(terms: readonly string[], at: number, moment: LocalMoment | null): Read<Day> | null {
  const [first = '', second = '', third = ''] = terms.slice(at, at + 3);
  const month = words.monthByName.get(second) ?? words.monthByName.get(first);
  const day = dayNumber(words.monthByName.has(second) ? first : second);
  if (month === undefined || day === null) return null;
  if (/^\d{4}$/.test(third)) {
    const date = toDate(Number(third), month, day);
    return date === null ? null : { value: { kind: 'date', date }, used: 3 };
  }
  const date = moment === null ? null : nextDate(month, day, moment.date);
  return date === null ? null : { value: { kind: 'date', date }, used: 2 };
}

function dayNumber(term: string): number | null {
  const match = /^(\d{1,2})(\p{L}*)$/u.exec(term);
  if (match === null || (match[2] !== '' && !words.ordinals.has(match[2] as string))) return null;
  return Number(match[1]);
}

function nextDate(month: number, day: number, today: LocalDate): LocalDate | null {
  const year = Number(today.slice(0, 4));
  // 29 February comes every four years, and every eight around a century.
  for (let ahead = 0; ahead <= 8; ahead++) {
    const date = toDate(year + ahead, month, day);
    if (date !== null && date >= today) return date;
  }
  return null;
}

function toDate(year: number, month: number, day: number): LocalDate | null {
  const date = [String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].join('-');
  return isLocalDate(date) ? date : null;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
