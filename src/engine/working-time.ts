/**
 * Working days and working time. A calendar is compiled once for a person (or for nobody in particular)
 * into intervals of whole minutes since 1970, a list a day, so that counting only adds and compares.
 *
 * Whoever has no working hours works from Monday to Friday, around the clock. Holidays are nobody's
 * working days, and days away are none unless somebody covers: then the work goes on.
 * Hours are wall time of the person's zone; what a clock change takes or gives is taken or given.
 */
import type { LocalDate } from '../model/fact.ts';
import { addDays, localDateToUtc, localTimeToMinutes } from '../model/local-date.ts';
import type { DailyHours, Person, RunContext } from '../model/person.ts';
import { instantToLocalDate, startOfDay, zonedToInstant } from './zoned-time.ts';

/** From the first minute up to, and without, the second; minutes since 1970. */
export type MinuteInterval = readonly [from: number, to: number];

export interface WorkingCalendar {
  readonly zone: string;
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** Of what begins on that day, in order, not overlapping that of the day before. */
  readonly intervalsOn: (date: LocalDate) => readonly MinuteInterval[];
}

export interface CalendarInput {
  readonly zone: string;
  readonly person?: Pick<Person, 'zone' | 'workingHours' | 'away'> | null;
  readonly holidays?: readonly LocalDate[];
}

const minuteMs = 60_000;
const dayMinutes = 1440;
/** A calendar without any working time would be walked for ever: about ten years are enough. */
const mostDays = 3700;
const none: readonly MinuteInterval[] = [];

/** Minutes of the wall clock, from and to; `to` beyond a day's end is on the next day. */
type WallHours = readonly [from: number, to: number];
const weekdays: readonly (WallHours | null)[] = [0, 1, 2, 3, 4, 5, 6].map((day) =>
  day < 5 ? [0, dayMinutes] : null,
);

export function compileCalendar({ zone: runZone, person, holidays = [] }: CalendarInput): WorkingCalendar {
  const zone = person?.zone ?? runZone;
  const week = person?.workingHours?.map(toWallHours) ?? weekdays;
  const free = new Set(holidays);
  const away = (person?.away ?? []).filter(({ coveredBy }) => coveredBy === undefined);
  const intervalsByDate = new Map<LocalDate, readonly MinuteInterval[]>();

  const hoursOn = (date: LocalDate): WallHours | null => {
    const day = localDateToUtc(date);
    if (day === null || free.has(date) || away.some(({ from, to }) => from <= date && date <= to))
      return null;
    // The first of January 1970 was a Thursday; weeks begin on Monday.
    return week[(((day / 86_400_000 + 3) % 7) + 7) % 7] ?? null;
  };
  const boundsOn = (date: LocalDate): MinuteInterval | null => {
    const hours = hoursOn(date);
    if (hours === null) return null;
    const [from, to] = [wallMinute(date, hours[0], zone), wallMinute(date, hours[1], zone)];
    return from === null || to === null || to <= from ? null : [from, to];
  };
  const compileDay = (date: LocalDate): readonly MinuteInterval[] => {
    const bounds = boundsOn(date);
    if (bounds === null) return none;
    // A night shift may reach into the morning on which the next one begins.
    const before = addDays(date, -1);
    const last = before === null ? null : boundsOn(before);
    const from = Math.max(bounds[0], last?.[1] ?? -Infinity);
    return from < bounds[1] ? [[from, bounds[1]]] : none;
  };
  return {
    zone,
    isWorkingDay: (date) => hoursOn(date) !== null,
    intervalsOn: (date) => {
      const known = intervalsByDate.get(date);
      if (known !== undefined) return known;
      const compiled = compileDay(date);
      intervalsByDate.set(date, compiled);
      return compiled;
    },
  };
}

function toWallHours(hours: DailyHours | null): WallHours | null {
  if (hours === null || hours.from === hours.to) return null;
  const [from, to] = [localTimeToMinutes(hours.from), localTimeToMinutes(hours.to)];
  return [from, to > from ? to : to + dayMinutes];
}

function wallMinute(date: LocalDate, minutes: number, zone: string): number | null {
  const day = minutes >= dayMinutes ? addDays(date, 1) : date;
  if (day === null) return null;
  const rest = minutes % dayMinutes;
  const time = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  const at = rest === 0 ? startOfDay(day, zone) : zonedToInstant(day, time, zone);
  return at === null ? null : Math.floor(at / minuteMs);
}

/** The first working day after a date; null when there is none within about ten years. */
export function nextWorkingDay(date: LocalDate, calendar: WorkingCalendar): LocalDate | null {
  return addWorkingDays(date, 1, calendar);
}

/** The date `count` working days later, before when negative; the date itself for 0. */
export function addWorkingDays(date: LocalDate, count: number, calendar: WorkingCalendar): LocalDate | null {
  const way = Math.sign(count);
  let day: LocalDate | null = date;
  let left = Math.abs(count);
  for (let walked = 0; left > 0 && day !== null; walked += 1) {
    if (walked > mostDays + 2 * Math.abs(count)) return null;
    day = addDays(day, way);
    if (day !== null && calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Stretches in which working-time clocks stand still: milliseconds since 1970, in order, not overlapping. */
export type Pauses = readonly (readonly [from: number, to: number])[];

const noPauses: Pauses = [];

/**
 * The instant at which so many minutes of working time have passed since another, on a whole minute; the
 * very instant for 0. Null when they do not pass within about ten years. Milliseconds since 1970.
 */
export function addWorkingMinutes(
  from: number,
  minutes: number,
  calendar: WorkingCalendar,
  pauses: Pauses = noPauses,
): number | null {
  if (minutes === 0) return from;
  const start = Math.floor(from / minuteMs);
  const forwards = minutes > 0;
  let left = Math.abs(minutes);
  let day = dayBefore(start, calendar, forwards ? -1 : 1);
  for (let walked = 0; day !== null && walked < mostDays; walked += 1) {
    const open = clip(calendar.intervalsOn(day), forwards ? [start, Infinity] : [-Infinity, start], pauses);
    for (const [begin, end] of forwards ? open : open.toReversed()) {
      if (end - begin >= left) return (forwards ? begin + left : end - left) * minuteMs;
      left -= end - begin;
    }
    day = addDays(day, forwards ? 1 : -1);
  }
  return null;
}

/** Minutes of working time between two instants; negative when the second is the earlier one. */
export function workingMinutesBetween(
  from: number,
  to: number,
  calendar: WorkingCalendar,
  pauses: Pauses = noPauses,
): number {
  if (to < from) return -workingMinutesBetween(to, from, calendar, pauses);
  const window: MinuteInterval = [Math.floor(from / minuteMs), Math.floor(to / minuteMs)];
  const last = dayBefore(window[1], calendar, 1);
  let day = dayBefore(window[0], calendar, -1);
  let sum = 0;
  while (day !== null && last !== null && day <= last) {
    for (const [begin, end] of clip(calendar.intervalsOn(day), window, pauses)) sum += end - begin;
    day = addDays(day, 1);
  }
  return sum;
}

/** The day of an instant there, moved: what began the evening before may still go on. */
function dayBefore(minute: number, { zone }: WorkingCalendar, days: number): LocalDate | null {
  const date = instantToLocalDate(minute * minuteMs, zone);
  return date === null ? null : addDays(date, days);
}

function clip(
  intervals: readonly MinuteInterval[],
  [first, end]: MinuteInterval,
  pauses: Pauses,
): readonly MinuteInterval[] {
  let open = intervals.flatMap(([from, to]): MinuteInterval[] => {
    const within: MinuteInterval = [Math.max(from, first), Math.min(to, end)];
    return within[0] < within[1] ? [within] : [];
  });
  for (const [from, to] of pauses) {
    const [pauseFrom, pauseTo] = [Math.floor(from / minuteMs), Math.floor(to / minuteMs)];
    open = open.flatMap((each) => without(each, pauseFrom, pauseTo));
  }
  return open;
}

function without([from, to]: MinuteInterval, pauseFrom: number, pauseTo: number): MinuteInterval[] {
  if (pauseTo <= from || pauseFrom >= to || pauseTo <= pauseFrom) return [[from, to]];
  const parts: MinuteInterval[] = [
    [from, Math.max(from, pauseFrom)],
    [Math.min(to, pauseTo), to],
  ];
  return parts.filter(([begin, end]) => begin < end);
}

const calendarsByContext = new WeakMap<RunContext, Map<string, WorkingCalendar>>();

/** The calendar of whoever a step belongs to, or of nobody in particular; made once for a context. */
export function calendarOf(context: RunContext, person: string | null): WorkingCalendar {
  const known = calendarsByContext.get(context) ?? new Map<string, WorkingCalendar>();
  calendarsByContext.set(context, known);
  const key = person ?? '';
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = compileCalendar({
    zone: context.zone,
    person: context.people.find(({ id }) => id === person) ?? null,
    holidays: context.holidays ?? [],
  });
  known.set(key, made);
  return made;
}
