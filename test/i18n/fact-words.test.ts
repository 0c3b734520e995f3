import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zonedToInstant } from '../../src/engine/zoned-time.ts';
import { decimalText, parseDecimal } from '../../src/i18n/core/decimal.ts';
import { englishMessages } from '../../src/i18n/core/en/messages.ts';
import { wallToInstant } from '../../src/i18n/core/zoned.ts';

const { facts } = englishMessages({ locale: 'en-GB', zone: 'Europe/Lisbon' });
const now = Date.parse('2026-11-24T09:41:00Z');
const at = (text: string, zone = 'Europe/Lisbon') =>
  ({ kind: 'instant', at: Date.parse(`${text}Z`), zone }) as const;

describe('A fact’s value in words', () => {
  it('is told in its own zone, named only when that is not the reader’s', () => {
    expect(facts.value(at('2026-11-24T16:10'), [], undefined, now)).toBe('Tue 24 Nov, 16:10');
    expect(facts.value(at('2026-11-24T16:10', 'Asia/Ho_Chi_Minh'), [], undefined, now)).toBe(
      'Tue 24 Nov, 23:10 (Ho Chi Minh time)',
    );
  });

  it('does not fall over a zone or a currency that does not exist', () => {
    expect(facts.value(at('2026-11-24T16:10', 'Mars/Crater'), [], undefined, now)).toContain('16:10');
    expect(facts.value({ kind: 'money', amount: 12, currency: 'gold' }, [])).toBe('12 gold');
  });

  it('shows cents only where there are some, and lengths in hours and minutes', () => {
    expect(facts.value({ kind: 'money', amount: 1200, currency: 'EUR' }, [])).toBe('€1,200');
    expect(facts.value({ kind: 'money', amount: 9.5, currency: 'EUR' }, [])).toBe('€9.50');
    expect(facts.value({ kind: 'duration', minutes: 150 }, [])).toBe('2 h 30 min');
    expect(facts.value({ kind: 'duration', minutes: 60 }, [])).toBe('1 h');
  });

  it('is the same day in every zone when it is a day', () => {
    const west = englishMessages({ locale: 'en-GB', zone: 'Pacific/Honolulu' });
    expect(west.facts.value({ kind: 'date', date: '2026-12-03' }, [], undefined, now)).toBe('Thu 3 Dec');
  });

  it('names options and people, and says when they are gone or missing', () => {
    const options = [{ id: 'quiet', name: 'Quiet side' }];
    expect(facts.value({ kind: 'choice', choice: 'quiet' }, options)).toBe('Quiet side');
    expect(facts.value({ kind: 'choice', choice: 'none' }, options)).toBe('An option that is gone');
    expect(facts.value({ kind: 'person', person: 'sam' }, [], 'Sam')).toBe('Sam');
    expect(facts.value(null, [])).toBe('Not known yet');
  });
});

describe('A change in words', () => {
  const change = (was: ReturnType<typeof at> | null, is: ReturnType<typeof at> | null) => ({
    name: 'Flight lands',
    was,
    now: is,
    options: [],
  });

  it('tells the hour alone when the day stays', () => {
    const within = change(at('2026-11-24T14:10'), at('2026-11-24T16:10'));
    expect(facts.changed(within, { now })).toBe('Flight lands is now 16:10');
    expect(facts.wasNow(within, { now })).toBe('Flight lands was 14:10, is now 16:10');
    const across = change(at('2026-11-24T14:10'), at('2026-11-25T14:10'));
    expect(facts.changed(across, { now })).toBe('Flight lands is now Wed 25 Nov, 14:10');
  });

  it('tells only the part that a step looks at', () => {
    const across = change(at('2026-11-24T14:10'), at('2026-11-25T16:10'));
    expect(facts.wasNow({ ...across, projection: 'date' }, { now })).toBe(
      'Flight lands was Tue 24 Nov, is now Wed 25 Nov',
    );
  });

  it('tells a value that came and one that went', () => {
    expect(facts.wasNow(change(null, at('2026-11-24T16:10')), { now })).toBe(
      'Flight lands was not known, is now Tue 24 Nov, 16:10',
    );
    expect(facts.changed(change(at('2026-11-24T16:10'), null), { now })).toBe(
      'Flight lands is not known any more',
    );
  });

  it('counts the steps to check again', () => {
    expect(facts.checksWanted(2, ['transfer', 'dinner'])).toBe('Two steps to check again: transfer, dinner');
    expect(facts.checksWanted(1, [])).toBe('One step to check again');
    expect(facts.checksWanted(12, [])).toBe('12 steps to check again');
  });
});

describe('A number as people type it', () => {
  it('follows the locale where it could be read two ways, and never drops a decimal mark', () => {
    const read = (text: string) => ['en-GB', 'de-DE'].map((locale) => parseDecimal(text, locale));
    expect(read('1.200')).toEqual([1.2, 1200]);
    expect(read('1,200')).toEqual([1200, 1.2]);
    expect(read('12.5')).toEqual([12.5, 12.5]);
    expect(read('1.234,5')).toEqual([1234.5, 1234.5]);
    expect(read('1’234.50')).toEqual([1234.5, 1234.5]);
    expect(read('1,2,3')).toEqual([null, null]);
    expect(read('12e3')).toEqual([null, null]);
    expect(parseDecimal('١٢٫٥', 'ar-EG')).toBe(12.5);
    expect(parseDecimal('−3', 'sv-SE')).toBe(-3);
  });

  it('reads back what stands in a field, in every locale', () => {
    const locale = fc.constantFrom('en-GB', 'de-CH', 'fr-FR', 'ar-EG', 'hi-IN', 'sv-SE', 'fa-IR');
    const cents = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((each) => each / 100);
    fc.assert(
      fc.property(locale, cents, (where, value) => {
        expect(parseDecimal(decimalText(value, where), where)).toBe(value);
      }),
      { seed: 20261124 },
    );
  });
});

describe('Wall time to an instant', () => {
  it('means the same here as to the engine, around every change of the clocks', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    const day = fc.integer({ min: 0, max: 730 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)));
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(zone, day, minute, (where, date, of) => {
        const iso = date.toISOString().slice(0, 10);
        const two = (value: number) => String(value).padStart(2, '0');
        const time = `${two(Math.floor(of / 60))}:${two(of % 60)}`;
        expect(wallToInstant(iso, time, where)).toBe(zonedToInstant(iso, time, where));
      }),
      { seed: 20261124, numRuns: 400 },
    );
  });

  it('is none for a day or a zone that does not exist', () => {
    expect(wallToInstant('2026-02-30', '10:00', 'UTC')).toBeNull();
    expect(wallToInstant('2026-02-28', '24:00', 'UTC')).toBeNull();
    expect(wallToInstant('2026-02-28', '10:00', 'Mars/Crater')).toBeNull();
  });
});
