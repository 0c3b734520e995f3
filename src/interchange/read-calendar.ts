/**
 * Reads what keeps somebody busy out of a calendar file (RFC 5545) as Google, Apple and Outlook write them.
 *
 * Invariants: total, never throws; what is cancelled or does not make one busy is left out; a time without a
 * zone is read in the reader's. Repetitions are handed on as their rule: whoever reads decides how far ahead.
 */
import { wallToInstant } from '../i18n/core/zoned.ts';
import type { LocalDate, LocalTime } from '../model/fact.ts';
import { daysBetween, isLocalDate } from '../model/local-date.ts';
import { err, ok, type Result } from '../model/result.ts';
import { type ContentLine, readContentLines, unescapeText } from './calendar-lines.ts';
import { toIanaZone } from './calendar-zones.ts';

/** UTF-16 units. */
const longestCalendar = 5_000_000;
const longestTitle = 200;

export interface BusyEvent {
  readonly uid: string;
  readonly title: string;
  /** `time` null: the whole day. */
  readonly date: LocalDate;
  readonly time: LocalTime | null;
  /** In which wall time is read. */
  readonly zone: string;
  /** Of a timed one; at least 1. */
  readonly minutes: number;
  /** Of one of whole days; at least 1. */
  readonly days: number;
  /** An RRULE's value; null: once. */
  readonly rule: string | null;
  /** Starts that are left out or told anew, milliseconds since 1970. */
  readonly except: readonly number[];
}

export type CalendarFault = { readonly type: 'tooLarge' | 'otherFile' | 'noEvents' };

interface Moment {
  readonly date: LocalDate;
  readonly time: LocalTime | null;
  readonly zone: string;
  readonly at: number;
}

export function readCalendar(
  text: string,
  zone: string,
): Result<{ readonly name: string; readonly events: readonly BusyEvent[] }, CalendarFault> {
  if (text.length > longestCalendar) return err({ type: 'tooLarge' });
  const lines = readContentLines(text);
  if (!lines.some((line) => isBlock(line, 'BEGIN', 'VCALENDAR'))) return err({ type: 'otherFile' });
  const name = lines.find((line) => line.name === 'X-WR-CALNAME')?.value ?? '';
  const read = eventBlocks(lines).flatMap((block) => readEvent(block, zone) ?? []);
  // One that was moved names the start it had; the series leaves that out.
  const moved = new Map<string, number[]>();
  for (const { event, instead } of read)
    if (instead !== null) moved.set(event.uid, [...(moved.get(event.uid) ?? []), instead]);
  const events = read
    .filter(({ busy }) => busy)
    .map(({ event }) =>
      event.rule === null ? event : { ...event, except: [...event.except, ...(moved.get(event.uid) ?? [])] },
    );
  return events.length === 0
    ? err({ type: 'noEvents' })
    : ok({ name: unescapeText(name).trim().slice(0, longestTitle), events });
}

function isBlock(line: ContentLine, name: 'BEGIN' | 'END', of: string): boolean {
  return line.name === name && line.value.trim().toUpperCase() === of;
}

/** The lines of each event, without those of what is nested in it (alarms). */
function eventBlocks(lines: readonly ContentLine[]): readonly (readonly ContentLine[])[] {
  const blocks: ContentLine[][] = [];
  let current: ContentLine[] | null = null;
  let nested = 0;
  for (const line of lines) {
    if (current === null) {
      if (isBlock(line, 'BEGIN', 'VEVENT')) current = [];
    } else if (line.name === 'BEGIN') nested += 1;
    else if (nested > 0) nested -= line.name === 'END' ? 1 : 0;
    else if (line.name === 'END') {
      blocks.push(current);
      current = null;
    } else current.push(line);
  }
  return blocks;
}

function readEvent(
  lines: readonly ContentLine[],
  zone: string,
): { readonly event: BusyEvent; readonly instead: number | null; readonly busy: boolean } | null {
  const find = (name: string): ContentLine | undefined => lines.find((line) => line.name === name);
  const start = toMoment(find('DTSTART'), zone);
  if (start === null) return null;
  const end = toMoment(find('DTEND'), zone);
  const lasts = durationMinutes(find('DURATION')?.value ?? '');
  const title = unescapeText(find('SUMMARY')?.value ?? '').trim();
  const excepted = lines.filter(({ name }) => name === 'EXDATE').flatMap((line) => splitMoments(line, zone));
  const days = end === null ? Math.round((lasts ?? 0) / 1440) : daysBetween(start.date, end.date);
  return {
    event: {
      uid: find('UID')?.value.trim() ?? '',
      title: title.slice(0, longestTitle),
      date: start.date,
      time: start.time,
      zone: start.zone,
      minutes: Math.max(1, end === null ? (lasts ?? 1) : Math.round((end.at - start.at) / 60_000)),
      days: Math.max(1, days),
      rule: find('RRULE')?.value.trim() ?? null,
      except: excepted.map(({ at }) => at),
    },
    instead: toMoment(find('RECURRENCE-ID'), zone)?.at ?? null,
    busy:
      find('STATUS')?.value.trim().toUpperCase() !== 'CANCELLED' &&
      find('TRANSP')?.value.trim().toUpperCase() !== 'TRANSPARENT',
  };
}

function splitMoments(line: ContentLine, zone: string): readonly Moment[] {
  return line.value.split(',').flatMap((value) => toMoment({ ...line, value }, zone) ?? []);
}

function toMoment(line: ContentLine | undefined, own: string): Moment | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(line?.value.trim() ?? '');
  if (line === undefined || match === null) return null;
  const [, year, month, day, hour, minute, utc] = match;
  const date = `${year}-${month}-${day}`;
  if (!isLocalDate(date)) return null;
  const named = line.parameters.get('TZID');
  const zone = utc === 'Z' ? 'UTC' : ((named === undefined ? null : toIanaZone(named)) ?? own);
  const time = hour === undefined ? null : `${hour}:${minute}`;
  const at = wallToInstant(date, time ?? '00:00', zone);
  return at === null ? null : { date, time, zone, at };
}

/** `PT1H30M`, `P1D`; null where there is none. */
function durationMinutes(value: string): number | null {
  const match = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/.exec(value.trim());
  if (match === null) return null;
  const [weeks, days, hours, minutes] = match.slice(1, 5).map((part) => Number(part ?? 0));
  return ((weeks ?? 0) * 7 + (days ?? 0)) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0);
}
