import { describe, expect, it } from 'vitest';
import { consequenceWords } from '../../src/i18n/core/en/consequences.ts';
import { createFormats } from '../../src/i18n/core/formats.ts';

const { follows } = consequenceWords(createFormats({ locale: 'en-GB', zone: 'Europe/Lisbon' }));
const nothing = { ready: [], withdrawn: [], stillWaiting: [], redone: [], redosLeft: null };

describe('What follows', () => {
  it('names two steps and counts the rest', () => {
    expect(follows({ ...nothing, ready: ['Flights'] })).toBe('Flights can start.');
    expect(follows({ ...nothing, ready: ['Flights', 'Dinner'] })).toBe('Flights and Dinner can start.');
    expect(follows({ ...nothing, ready: ['Flights', 'Dinner', 'Hotel', 'Taxi'] })).toBe(
      'Flights, Dinner and 2 more steps can start.',
    );
    expect(follows({ ...nothing, withdrawn: ['A', 'B', 'C'] })).toBe('3 steps are no longer needed.');
  });

  it('says what is done again, and how often that may still happen', () => {
    expect(follows({ ...nothing, redone: ['Drafting'], redosLeft: 3 })).toBe(
      'Drafting is done again, 2 more rounds after that.',
    );
    expect(follows({ ...nothing, redone: ['Drafting'], redosLeft: 1 })).toBe(
      'Drafting is done again, for the last time.',
    );
    expect(follows({ ...nothing, redosLeft: 0 })).toContain('as many rounds as the plan allows');
  });

  it('tells of what still waits only when nothing else happens', () => {
    expect(follows({ ...nothing, stillWaiting: ['Sign'] })).toBe('Sign still waits for something else.');
    expect(follows({ ...nothing, ready: ['Flights'], stillWaiting: ['Sign'] })).toBe('Flights can start.');
    expect(follows(nothing)).toBe('No other step waits for it.');
  });
});
