/**
 * A repetition in wall time, without any zone: RFC 5545 leaves out an hour that a spring change skips,
 * and here it is moved on instead, for a run that is left out in silence would be missed by everybody.
 * So days are worked out as if it were UTC, and each becomes an instant by the zone's own rules.
 */
import { localDateToUtc, localTimeToMinutes } from '../../model/local-date.ts';
import type { ScheduleRule, Slot } from '../../model/schedule.ts';
import { instantToLocalDate, instantToMinutes, zonedToInstant } from '../zoned-time.ts';

type RepeatRule = Extract<ScheduleRule, { readonly kind: 'rrule' }>;

/** DTSTART and RRULE as lines of an iCalendar file, with wall time told as UTC; null in a zone that is none. */
export function ruleToWallLines({ rrule, from, time }: RepeatRule, zone: string): string | null {
  const until = /(?:^|;)UNTIL=([^;]*)/.exec(rrule)?.[1];
  const wall = until === undefined ? '' : untilToWall(until, zone);
  if (wall === null) return null;
  const text = until === undefined ? rrule : rrule.replace(`UNTIL=${until}`, `UNTIL=${wall}`);
  return `DTSTART:${from.replaceAll('-', '')}T${time.replace(':', '')}00Z\nRRULE:${text}`;
}

/** A day means all of it; an instant of UTC is what the clock there says then. */
function untilToWall(until: string, zone: string): string | null {
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(until) ?? [];
  if (hour === undefined) return `${year}${month}${day}T235959Z`;
  if (utc === '') return `${until}Z`;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const date = Number.isNaN(at) ? null : instantToLocalDate(at, zone);
  const minutes = Number.isNaN(at) ? null : instantToMinutes(at, zone);
  if (date === null || minutes === null) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.replaceAll('-', '')}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}${second}Z`;
}

/** The wall time of an instant there as if it were UTC, milliseconds; null in a zone that is none. */
export function instantToWall(instant: number, zone: string): number | null {
  const date = instantToLocalDate(instant, zone);
  const minutes = instantToMinutes(instant, zone);
  const day = date === null ? null : localDateToUtc(date);
  return day === null || minutes === null ? null : day + minutes * 60_000;
}

/** `wall`: as the other way round. */
export function wallToSlot(wall: number, { time }: RepeatRule, zone: string): Slot | null {
  const date = new Date(wall - localTimeToMinutes(time) * 60_000).toISOString().slice(0, 10);
  const at = zonedToInstant(date, time, zone);
  return at === null ? null : { date, at };
}
