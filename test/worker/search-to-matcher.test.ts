import { expect, it } from 'vitest';
import { searchToMatcher } from '../../src/worker/search-to-matcher.ts';

const finds = (search: string, text: string): boolean | undefined => searchToMatcher(search)?.(text);

it('finds every word that was typed, in any order, whatever its case and its marks', () => {
  expect(finds('  HOTEL  reserve ', 'Reserve the hôtel')).toBe(true);
  expect(finds('strasse', 'Wer kehrt die Straße?')).toBe(true);
  expect(finds('احمد', 'أَحْمَد يحجز')).toBe(true);
  expect(finds('hotel camp', 'Reserve the hotel')).toBe(false);
});

it('takes vowels for letters where they are', () => {
  expect(finds('किताब', 'किताब लाओ')).toBe(true);
  expect(finds('कतब', 'किताब लाओ')).toBe(false);
});

it('narrows nothing while nothing is typed', () => {
  expect(searchToMatcher(undefined)).toBeNull();
  expect(searchToMatcher('  ')).toBeNull();
});
