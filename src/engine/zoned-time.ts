/**
 * Wall time in an IANA zone to an instant, with `Intl` only.
 * A time that a spring change skips moves on by the gap; one that an autumn change repeats is the
 * first of the two (the "compatible" choice of Temporal and RFC 5545).
 */
import type { LocalDate, LocalTime } from '../model/fact.ts';
import { addDays, localDateToUtc, localTimeToMinutes, utcToLocalDate } from '../model/local-date.ts';

const dayInMs = 86_400_000;
const formatByZone = new Map<string, Intl.DateTimeFormat | null>();

/** Milliseconds since 1970, or null when the date or the zone is not one. */
export function zonedToInstant(date: LocalDate, time: LocalTime, zone: string): number | null {
  const midnight = localDateToUtc(date);
  if (midnight === null) return null;
  return wallToInstant(midnight + localTimeToMinutes(time) * 60_000, zone);
}

/** `wall`: a wall time as if it were UTC, milliseconds since 1970. */
function wallToInstant(wall: number, zone: string): number | null {
  const before = zoneOffset(wall - dayInMs, zone);
  const after = zoneOffset(wall + dayInMs, zone);
  if (before === null || after === null) return null;
  const early = wall - before;
  const late = wall - after;
  // Only one of the two fits, unless the time does not exist or exists twice; then the earlier offset rules.
  if (zoneOffset(early, zone) !== before && zoneOffset(late, zone) === after) return late;
  return early;
}

/** The last millisecond of that day there. */
export function endOfDay(date: LocalDate, zone: string): number | null {
  const next = addDays(date, 1);
  const start = next === null ? null : zonedToInstant(next, '00:00', zone);
  return start === null ? null : start - 1;
}

export function instantToLocalDate(instant: number, zone: string): LocalDate | null {
  const offset = zoneOffset(instant, zone);
  return offset === null ? null : utcToLocalDate(instant + offset);
}

/** Whole minutes since midnight by the wall clock there, 0 to 1439. */
export function instantToMinutes(instant: number, zone: string): number | null {
  const offset = zoneOffset(instant, zone);
  if (offset === null) return null;
  const wall = Math.floor((instant + offset) / 60_000);
  return ((wall % 1440) + 1440) % 1440;
}

/** The first millisecond of that day there; after the gap where a spring change skips midnight. */
export function startOfDay(date: LocalDate, zone: string): number | null {
  return zonedToInstant(date, '00:00', zone);
}

/**
 * Moves an instant by calendar days there, keeping its wall time, then by elapsed minutes.
 * Null when it leaves what a Date can say, or the zone is not one and days are to be counted in it.
 */
export function shiftInstant(
  instant: number,
  { days = 0, minutes = 0 }: { readonly days?: number; readonly minutes?: number },
  zone: string,
): number | null {
  const offset = days === 0 ? 0 : zoneOffset(instant, zone);
  if (offset === null) return null;
  const day = days === 0 ? instant : wallToInstant(instant + offset + days * dayInMs, zone);
  const shifted = day === null ? null : day + minutes * 60_000;
  return shifted === null || Number.isNaN(new Date(shifted).getTime()) ? null : shifted;
}

/** Since then clocks are only changed at full quarters of an hour of UTC. */
const alignedSince = Date.UTC(2000, 0, 1);
const quarterMs = 15 * 60_000;
/** Far more than a household's dates ask about. */
const mostOffsets = 4000;
const offsetsByZone = new Map<string, Map<number, number | null>>();

/** How far the zone's wall clock is ahead of UTC at an instant, milliseconds. */
function zoneOffset(instant: number, zone: string): number | null {
  if (!(instant >= alignedSince)) return askOffset(instant, zone);
  let offsets = offsetsByZone.get(zone);
  if (offsets === undefined || offsets.size >= mostOffsets) {
    offsets = new Map();
    offsetsByZone.set(zone, offsets);
  }
  const quarter = Math.floor(instant / quarterMs);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = askOffset(instant, zone);
  offsets.set(quarter, offset);
  return offset;
}

/** Asking takes a thousand times as long as looking it up. */
function askOffset(instant: number, zone: string): number | null {
  const format = formatOf(zone);
  if (format === null || Number.isNaN(new Date(instant).getTime())) return null;
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const date = localDateToUtc(`${String(part['year']).padStart(4, '0')}-${part['month']}-${part['day']}`);
  if (date === null) return null;
  const seconds = Number(part['hour']) * 3600 + Number(part['minute']) * 60 + Number(part['second']);
  return date + seconds * 1000 - Math.floor(instant / 1000) * 1000;
}

/** Making a format costs more than using it a hundred times. */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatByZone.get(zone);
  if (known !== undefined) return known;
  const made = makeFormat(zone);
  formatByZone.set(zone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const two = '2-digit';
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone, hourCycle: 'h23', calendar: 'iso8601' });
  } catch {
    // Intl answers an unknown zone with an exception; to us it is a zone without times.
    return null;
  }
}
