import { describe, expect, it } from 'vitest';
import { logWords } from '../../src/i18n/core/en/log.ts';
import { englishMessages } from '../../src/i18n/core/en/messages.ts';

const messages = englishMessages({ locale: 'en-GB', zone: 'Europe/Lisbon' });
const now = Date.parse('2026-11-24T09:41:00Z');
const at = (text: string): number => Date.parse(text);

describe('Times in English', () => {
  it('name today, tomorrow and yesterday in the zone, not in UTC', () => {
    const tokyo = englishMessages({ locale: 'en-GB', zone: 'Asia/Tokyo' });
    expect(messages.times.by(at('2026-11-24T18:00:00Z'), true, now)).toBe('by 18:00 today');
    expect(tokyo.times.by(at('2026-11-24T18:00:00Z'), true, now)).toBe('by 03:00 tomorrow');
    expect(messages.times.dayHeading(at('2026-11-23T23:59:00Z'), now)).toBe('Yesterday');
    expect(messages.times.by(at('2026-11-25T12:00:00Z'), false, now)).toBe('by tomorrow');
  });

  it('write days beyond that with weekday and month, and the year when it is another one', () => {
    expect(messages.times.dayWord(at('2026-11-27T12:00:00Z'), now)).toBe('Fri 27 Nov');
    expect(messages.times.dayWord(at('2027-01-04T12:00:00Z'), now)).toBe('Mon 4 Jan 2027');
  });

  it('count days across the change to winter time', () => {
    const london = englishMessages({ locale: 'en-GB', zone: 'Europe/London' });
    expect(london.formats.daysBetween(at('2026-10-24T23:30:00Z'), at('2026-10-25T23:30:00Z'))).toBe(0);
    expect(london.formats.daysBetween(at('2026-10-24T22:30:00Z'), at('2026-10-25T23:30:00Z'))).toBe(1);
  });

  it('say how long ago, coarser with distance', () => {
    expect(messages.times.ago(now - 20_000, now)).toBe('just now');
    expect(messages.times.ago(now - 2 * 60_000, now)).toBe('2 min ago');
    expect(messages.times.ago(now - 3 * 3_600_000, now)).toBe('3 hours ago');
    expect(messages.states.late(now - 26 * 3_600_000, now)).toBe('Late 1 day');
  });

  it('give date inputs what they want in any locale', () => {
    const arabic = englishMessages({ locale: 'ar-EG', zone: 'Europe/Lisbon' });
    expect(arabic.formats.inputDate(now)).toBe('2026-11-24');
    expect(arabic.formats.inputTime(now)).toBe('09:41');
  });
});

describe('Words that count', () => {
  it('follow the plural rules', () => {
    expect([0, 1, 2].map((count) => messages.now.headline(count))).toEqual([
      'You hold no baton',
      'You hold 1 baton',
      'You hold 2 batons',
    ]);
  });

  it('never claim that something was sent which was not', () => {
    const sync = { state: 'live', syncedAt: now, pending: true, clockOffBy: null, otherTab: false } as const;
    expect(messages.sync.line(sync, now)).toBe('Saved on this device. Sending…');
    expect(messages.sync.line({ ...sync, state: 'offline' }, now)).not.toContain('Synced');
    expect(messages.sync.line({ ...sync, state: 'offline', otherTab: true }, now)).not.toContain('Offline');
  });

  it('say something honest about an event of a newer version', () => {
    const line = {
      type: 'unknown',
      step: null,
      to: null,
      text: null,
      was: null,
      runTitle: 'Trip',
      outcome: null,
      fact: null,
    };
    expect(logWords(messages.formats, messages.times).did(line)).toContain('newer version');
  });
});
