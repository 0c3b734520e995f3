import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarToFile, type CalendarEntry } from '../../src/interchange/calendar-file.ts';
import {
  escapeText,
  foldLine,
  readContentLines,
  unescapeText,
} from '../../src/interchange/calendar-lines.ts';
import { readCalendar } from '../../src/interchange/read-calendar.ts';

const seed = 20261123;
const madeAt = Date.UTC(2026, 10, 24, 8, 41);

function file(...entries: readonly Partial<CalendarEntry>[]): string {
  const whole = entries.map((entry, n) => ({
    uid: `u${n}@baton`,
    title: 'Book hotel',
    note: null,
    when: { kind: 'day', date: '2026-11-27' } as const,
    ...entry,
  }));
  return calendarToFile({ name: 'Lisbon', madeAt, entries: whole });
}

function events(...lines: string[]) {
  const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
  const read = readCalendar(text, 'Europe/Lisbon');
  if (!read.ok) throw new Error(read.error.type);
  return read.value.events;
}

describe('dates as a calendar file (RFC 5545)', () => {
  it('writes a day as a day, its end the day after [3.6.1]', () => {
    const text = file({});
    expect(text).toContain('DTSTART;VALUE=DATE:20261127\r\nDTEND;VALUE=DATE:20261128\r\n');
    expect(text).toContain('UID:u0@baton\r\nDTSTAMP:20261124T084100Z\r\n');
  });

  it('writes a time as an instant of UTC [3.3.5]', () => {
    const at = Date.UTC(2026, 10, 27, 17);
    expect(file({ when: { kind: 'time', at, minutes: 30 } })).toContain(
      'DTSTART:20261127T170000Z\r\nDTEND:20261127T173000Z\r\n',
    );
  });

  it('ends every line with CRLF, begins and ends as a calendar [3.1, 3.4]', () => {
    const text = file({ note: 'a\nb' });
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
  });

  it('escapes what has a meaning, so that no text can begin a line of its own [3.3.11]', () => {
    const title = 'Pay; then\\call, now\r\nEND:VEVENT';
    expect(file({ title })).toContain('SUMMARY:Pay\\; then\\\\call\\, now\\nEND:VEVENT\r\n');
    expect(unescapeText(escapeText('a;b,c\\n\nd'))).toBe('a;b,c\\n\nd');
  });

  it('folds at 75 octets, between characters, and unfolds to the same [3.1]', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = foldLine(line);
        for (const part of folded.split('\r\n'))
          expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
        expect(readContentLines(folded)[0]?.value).toBe(line.slice('SUMMARY:'.length));
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('reading what keeps somebody busy', () => {
  it('reads what Google writes', () => {
    expect(
      events(
        'X-WR-CALNAME:Sam',
        'BEGIN:VEVENT',
        'DTSTART:20261124T150000Z',
        'DTEND:20261124T160000Z',
        'UID:1@google.com',
        'SUMMARY:Dentist\\, second floor',
        'END:VEVENT',
      ),
    ).toMatchObject([
      { title: 'Dentist, second floor', date: '2026-11-24', time: '15:00', zone: 'UTC', minutes: 60 },
    ]);
  });

  it('reads what Apple writes: a zone by its name, days, an alarm inside, folded lines', () => {
    expect(
      events(
        'BEGIN:VEVENT',
        'DTSTART;TZID=Europe/Paris:20261124T090000',
        'DURATION:PT1H30M',
        'SUMMARY:A meeting with a ve',
        ' ry long name',
        'BEGIN:VALARM',
        'SUMMARY:Wake up',
        'END:VALARM',
        'UID:2',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'DTSTART;VALUE=DATE:20261201',
        'DTEND;VALUE=DATE:20261204',
        'SUMMARY:Away',
        'UID:3',
        'END:VEVENT',
      ),
    ).toMatchObject([
      { title: 'A meeting with a very long name', zone: 'Europe/Paris', time: '09:00', minutes: 90 },
      { title: 'Away', date: '2026-12-01', time: null, days: 3 },
    ]);
  });

  it('reads what Outlook writes: Windows zones, quoted names, a series with one left out and one moved', () => {
    const read = events(
      'BEGIN:VTIMEZONE',
      'TZID:Romance Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:4',
      'RRULE:FREQ=WEEKLY;BYDAY=TU',
      'EXDATE;TZID="Romance Standard Time":20261201T100000',
      'SUMMARY;LANGUAGE=en-us:Stand-up',
      'DTSTART;TZID="Romance Standard Time":20261124T100000',
      'DTEND;TZID="Romance Standard Time":20261124T103000',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:4',
      'RECURRENCE-ID;TZID=Romance Standard Time:20261208T100000',
      'SUMMARY:Stand-up',
      'DTSTART;TZID=Romance Standard Time:20261208T140000',
      'DTEND;TZID=Romance Standard Time:20261208T143000',
      'END:VEVENT',
    );
    expect(read).toMatchObject([
      {
        zone: 'Europe/Paris',
        rule: 'FREQ=WEEKLY;BYDAY=TU',
        except: [Date.UTC(2026, 11, 1, 9), Date.UTC(2026, 11, 8, 9)],
      },
      { rule: null, time: '14:00' },
    ]);
  });

  it('leaves out what is cancelled and what keeps nobody busy', () => {
    const of = (line: string) =>
      readCalendar(
        [
          'BEGIN:VCALENDAR',
          'BEGIN:VEVENT',
          'DTSTART:20261124T150000Z',
          line,
          'END:VEVENT',
          'END:VCALENDAR',
        ].join('\n'),
        'UTC',
      );
    expect(of('STATUS:CANCELLED')).toEqual({ ok: false, error: { type: 'noEvents' } });
    expect(of('TRANSP:TRANSPARENT')).toEqual({ ok: false, error: { type: 'noEvents' } });
    expect(of('STATUS:CONFIRMED').ok).toBe(true);
  });

  it('says that a file is no calendar, and never throws', () => {
    expect(readCalendar('%PDF-1.4', 'UTC')).toEqual({ ok: false, error: { type: 'otherFile' } });
    const line = fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'DTSTART:20269999T999999',
      'DTSTART:20260101',
      'DTEND:1',
      'DURATION:P',
      'RRULE:',
      'BEGIN:X',
      'END:X',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
        readCalendar(['BEGIN:VCALENDAR', ...lines].join('\n'), 'No/Where');
      }),
      { seed, numRuns: 200 },
    );
  });
});
