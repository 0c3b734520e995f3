/**
 * Dates as a calendar file that other programs read (RFC 5545).
 *
 * Invariants: what has a time of day is written as an instant of UTC, what has none as a day, so that no time
 * zone has to travel along; a date keeps its UID, so that a newer file corrects the older one.
 */
import type { LocalDate } from '../model/fact.ts';
import { addDays } from '../model/local-date.ts';
import { escapeText, foldLine } from './calendar-lines.ts';

export interface CalendarEntry {
  /** The same for the same date, in every file. */
  readonly uid: string;
  readonly title: string;
  readonly note: string | null;
  readonly when:
    | { readonly kind: 'day'; readonly date: LocalDate }
    /** Milliseconds since 1970, and how long it takes. */
    | { readonly kind: 'time'; readonly at: number; readonly minutes: number };
}

export interface CalendarFile {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly entries: readonly CalendarEntry[];
}

export function calendarToFile({ name, madeAt, entries }: CalendarFile): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Baton//Baton//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap((entry) => entryToLines(entry, madeAt)),
    'END:VCALENDAR',
  ]
    .map(foldLine)
    .join('');
}

function entryToLines({ uid, title, note, when }: CalendarEntry, madeAt: number): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${toUtc(madeAt)}`,
    ...(when.kind === 'day'
      ? [
          `DTSTART;VALUE=DATE:${toDay(when.date)}`,
          `DTEND;VALUE=DATE:${toDay(addDays(when.date, 1) ?? when.date)}`,
        ]
      : [`DTSTART:${toUtc(when.at)}`, `DTEND:${toUtc(when.at + Math.max(when.minutes, 1) * 60_000)}`]),
    `SUMMARY:${escapeText(title)}`,
    ...(note === null ? [] : [`DESCRIPTION:${escapeText(note)}`]),
    // A date by which something is done keeps nobody from a meeting.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function toDay(date: LocalDate): string {
  return date.replaceAll('-', '');
}

/** `20261127T110000Z` */
function toUtc(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
