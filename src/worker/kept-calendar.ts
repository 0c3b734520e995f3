/** A calendar as it lies on this device, and the times at which its events keep somebody busy. */
import { instantToLocalDate, zonedToInstant } from '../engine/zoned-time.ts';
import type { BusyEvent } from '../interchange/read-calendar.ts';
import { arrayOf, isFilledText, isFiniteNumber, isText, nullable, shape } from '../model/json-shape.ts';
import { addDays, isLocalDate, isLocalTime } from '../model/local-date.ts';
import type { BusyTime } from '../views/space-snapshot.ts';
import { listSlots } from './recurrence.ts';

export interface KeptCalendar {
  readonly id: string;
  readonly name: string;
  /** Whom it keeps busy. */
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  readonly events: readonly BusyEvent[];
}

const aheadMs = 366 * 86_400_000;
const behindMs = 86_400_000;
/** Of one event within that time. */
const mostRepeats = 800;

const isKept = shape({
  id: isFilledText,
  name: isText,
  person: isFilledText,
  addedAt: isFiniteNumber,
  events: arrayOf(
    shape({
      uid: isText,
      title: isText,
      date: isLocalDate,
      time: nullable(isLocalTime),
      zone: isText,
      minutes: isFiniteNumber,
      days: isFiniteNumber,
      rule: nullable(isText),
      except: arrayOf(isFiniteNumber),
    }),
  ),
});

/** What the disk gave; none of what cannot be read. */
export function decodeCalendars(value: unknown): readonly KeptCalendar[] {
  return Array.isArray(value) ? value.filter((each): each is KeptCalendar => isKept(each)) : [];
}

/** From a day ago until in a year, the first first. */
export async function listBusyTimes({ id, events }: KeptCalendar, now: number): Promise<readonly BusyTime[]> {
  const [after, until] = [now - behindMs, now + aheadMs];
  const times = await Promise.all(events.map((event) => startsOf(event, after, until)));
  return events
    .flatMap((event, index) =>
      (times[index] ?? []).map(
        (at): BusyTime => ({ calendar: id, title: event.title, ...spanOf(event, at) }),
      ),
    )
    .filter((time) => time.until > after && time.at <= until)
    .sort((a, b) => a.at - b.at);
}

async function startsOf(event: BusyEvent, after: number, until: number): Promise<readonly number[]> {
  const { date, time, zone, rule } = event;
  const first = zonedToInstant(date, time ?? '00:00', zone);
  if (rule === null) return first === null ? [] : [first];
  const length = Math.max(event.days * 86_400_000, event.minutes * 60_000);
  const slots = await listSlots(
    { rule: { kind: 'rrule', rrule: rule, from: date, time: time ?? '00:00' }, zone },
    [],
    { after: after - length, until, most: mostRepeats },
  );
  return slots.map(({ at }) => at).filter((at) => !event.except.includes(at));
}

function spanOf(
  { time, zone, minutes, days }: BusyEvent,
  at: number,
): Pick<BusyTime, 'at' | 'until' | 'wholeDays'> {
  if (time !== null) return { at, until: at + minutes * 60_000, wholeDays: false };
  const first = instantToLocalDate(at, zone);
  const end = first === null ? null : addDays(first, days);
  const until = end === null ? null : zonedToInstant(end, '00:00', zone);
  return { at, until: until ?? at + days * 86_400_000, wholeDays: true };
}
