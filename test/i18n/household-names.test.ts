import { describe, expect, it } from 'vitest';
import { createFormats } from '../../src/i18n/core/formats.ts';
import { householdNames, type SayableHousehold } from '../../src/i18n/core/en/household-names.ts';

const names = householdNames(createFormats({ locale: 'en-GB', zone: 'UTC' }));
const now = Date.parse('2026-11-24T09:41:00Z');
const household = (more: Partial<SayableHousehold> = {}): SayableHousehold => ({
  name: '',
  me: 'Ana',
  others: [],
  joinedAt: Date.parse('2026-11-03T14:05:00Z'),
  ...more,
});
const called = (...all: readonly SayableHousehold[]) => all.map((each) => names.called(each, all, now));

describe('what a household is called', () => {
  it('is its name, and without one who is in it', () => {
    expect(called(household({ name: 'Home', others: ['Sam'] }))).toEqual(['Home']);
    expect(called(household({ others: ['Sam'] }))).toEqual(['You and Sam']);
    expect(called(household({ others: ['Sam', 'Noor', 'Leo'] }))).toEqual(['You, Sam, Noor and Leo']);
    expect(called(household({ others: ['Sam', 'Noor', 'Leo', 'Kim'] }))).toEqual([
      'You, Sam, Noor and 2 others',
    ]);
    expect(called(household({ me: null, others: ['Sam', 'Noor'] }))).toEqual(['Sam and Noor']);
    expect(called(household({ me: null }))).toEqual(['Household']);
  });

  it('says since when one is alone there, with the year once it is another', () => {
    expect(called(household())).toEqual(['Just you, since 3 Nov']);
    expect(called(household({ joinedAt: Date.parse('2025-11-03T14:05:00Z') }))).toEqual([
      'Just you, since Mon 3 Nov 2025',
    ]);
  });

  it('is never that of another one, also where name or people are the same', () => {
    const earlier = { joinedAt: Date.parse('2026-10-01T08:00:00Z') };
    expect(called(household({ name: 'Home' }), household({ name: 'Home', ...earlier }))).toEqual([
      'Home, since 3 Nov',
      'Home, since 1 Oct',
    ]);
    expect(called(household({ others: ['Sam'] }), household({ others: ['Sam'], ...earlier }))).toEqual([
      'You and Sam, since 3 Nov',
      'You and Sam, since 1 Oct',
    ]);
    const soon = { joinedAt: Date.parse('2026-11-03T15:00:00Z') };
    expect(called(household(), household(soon))).toEqual([
      'Just you, since 3 Nov, 14:05',
      'Just you, since 3 Nov, 15:00',
    ]);
  });

  it('tells what stays beside one that is joined', () => {
    expect(names.beside([household({ name: 'Office' })])).toBe('Office stays as it is, beside this one.');
    expect(names.beside([household({ others: ['Sam'] })])).toBe(
      'Your household with Sam stays as it is, beside this one.',
    );
    expect(names.beside([household()])).toBe('The household that is here stays as it is, beside this one.');
    expect(names.beside([household(), household({ name: 'Office' })])).toBe(
      'The 2 households that are here stay as they are, beside this one.',
    );
    expect(names.beside([])).toBe('');
  });
});
