/**
 * Wall time in an IANA zone to an instant, for what people type, with `Intl` only. The rules are the
 * engine's: a time that a spring change skips moves on by the gap, one that an autumn change repeats is
 * the first of the two.
 */
const dayMs = 86_400_000;
const formatByZone = new Map<string, Intl.DateTimeFormat | null>();

/** `date` as `YYYY-MM-DD`, `time` as `HH:MM`; milliseconds since 1970, or null when one of the three is none. */
export function wallToInstant(date: string, time: string, zone: string): number | null {
  const wall = wallAsUtc(date, time);
  if (wall === null) return null;
  const before = zoneOffset(wall - dayMs, zone);
  const after = zoneOffset(wall + dayMs, zone);
  if (before === null || after === null) return null;
  const early = wall - before;
  const late = wall - after;
  // Only one of the two fits, unless the time does not exist or exists twice; then the earlier offset rules.
  return zoneOffset(early, zone) !== before && zoneOffset(late, zone) === after ? late : early;
}

export function isZone(zone: string): boolean {
  return zone !== '' && formatOf(zone) !== null;
}

/** The wall time as if it were told in UTC; null for a day or an hour that does not exist. */
function wallAsUtc(date: string, time: string): number | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const clock = /^([01]\d|2[0-3]):([0-5]\d)(?::\d{2})?$/.exec(time);
  if (day === null || clock === null) return null;
  const start = Date.parse(`${date}T00:00:00Z`);
  // Some engines let 31 February roll over into March.
  if (Number.isNaN(start) || new Date(start).getUTCDate() !== Number(day[3])) return null;
  return start + (Number(clock[1]) * 60 + Number(clock[2])) * 60_000;
}

/** How far the zone's wall clock is ahead of UTC at an instant, milliseconds. */
function zoneOffset(instant: number, zone: string): number | null {
  const format = formatOf(zone);
  if (format === null) return null;
  const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const text = (type: Intl.DateTimeFormatPartTypes, width = 2): string =>
    (part.get(type) ?? '').padStart(width, '0');
  const there = Date.parse(
    `${text('year', 4)}-${text('month')}-${text('day')}T${text('hour')}:${text('minute')}:${text('second')}Z`,
  );
  return Number.isNaN(there) ? null : there - Math.floor(instant / 1000) * 1000;
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
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...fields, timeZone, hourCycle: 'h23' });
  } catch {
    // Intl answers an unknown zone with an exception; to us it is a zone without times.
    return null;
  }
}
