import { describe, expect, it } from 'vitest';
import { contactWords } from '../../src/i18n/core/en/contact.ts';
import { factWords } from '../../src/i18n/core/en/facts.ts';
import { timeWords } from '../../src/i18n/core/en/times.ts';
import { fillText } from '../../src/i18n/core/fill-text.ts';
import { createFormats } from '../../src/i18n/core/formats.ts';
import type { ToldValue } from '../../src/i18n/core/told-value.ts';

const formats = createFormats({ locale: 'en-GB', zone: 'Europe/Lisbon' });
const times = timeWords(formats);
const facts = factWords(formats, times);
const words = contactWords(formats, times);
const now = Date.UTC(2026, 10, 24, 9);

interface Known {
  readonly name: string;
  readonly value: ToldValue | null;
}
const arrival: Known = {
  name: 'Flight lands',
  value: { kind: 'instant', at: Date.UTC(2026, 10, 25, 16, 10), zone: 'Europe/Lisbon' },
};
const said = (text: string) => ({ kind: 'words', text }) as const;
const named = (fact: Known) => ({ kind: 'fact', fact }) as const;
const fill = (pieces: Parameters<typeof fillText<Known>>[0]): string =>
  fillText(pieces, { tell: ({ value }) => facts.value(value, [], undefined, now), gap: words.gap });

describe('fillText', () => {
  it('tells a fact as it is told elsewhere', () => {
    expect(fill([said('We land '), named(arrival), said('.')])).toBe('We land Wed 25 Nov, 16:10.');
  });

  it('leaves a gap that can be seen where a fact is missing', () => {
    const room: Known = { name: 'Hotel check-in', value: null };
    expect(fill([said('From '), named(room), said(' on')])).toBe('From [Hotel check-in?] on');
  });

  it('keeps line breaks and whatever else is in words and values', () => {
    const note: Known = { name: 'Note', value: { kind: 'text', text: '{arrival} & “so on”' } };
    expect(fill([said('a\n'), named(note), said('\n\nb')])).toBe('a\n{arrival} & “so on”\n\nb');
    expect(fill([])).toBe('');
  });
});

describe('the words of a nudge', () => {
  const step = {
    name: 'Sam',
    title: 'Book flights',
    flow: 'Lisbon',
    due: { at: Date.UTC(2026, 10, 23, 12), hasTime: false, late: true },
    why: 'theirs',
  } as const;

  it('are kind, and say what, whose turn and when by the day itself', () => {
    expect(words.nudgeText(step, now)).toBe(
      'Hello Sam, how is “Book flights” (Lisbon) coming along? It is your turn there. It was due Mon 23 Nov. Thank you!',
    );
    expect(words.nudgeText({ ...step, due: null, why: 'waitedFor' }, now)).toBe(
      'Hello Sam, we are waiting for your answer about “Book flights” (Lisbon). Thank you!',
    );
    const soon = { at: Date.UTC(2026, 10, 25, 18), hasTime: true, late: false };
    expect(words.nudgeText({ ...step, due: soon, why: 'stuck' }, now)).toContain(
      'It is due Wed 25 Nov, 18:00.',
    );
  });

  it('say who nudged whom, and how long ago', () => {
    expect(words.nudgedAgo('Sam', null, now - 2 * 3_600_000, now)).toBe('Nudged Sam 2 hours ago');
    expect(words.nudgedAgo('Sam', 'Noor', now - 30_000, now)).toBe('Noor nudged Sam just now');
  });
});
