import { describe, expect, it } from 'vitest';
import {
  matchReference,
  resolveReferences,
  toReferenceTarget,
} from '../../src/interchange/match-reference.ts';
import { asId, type StepId } from '../../src/model/ids.ts';

/** The title that a reference finds; titles that begin with "Wait" are waits. */
function find(reference: string, ...titles: string[]): string | null {
  return matchReference(reference, targets(titles));
}

function targets(titles: readonly string[]) {
  return titles.map((title) =>
    toReferenceTarget(asId<StepId>(title), title.startsWith('Wait') ? 'wait' : 'task', title),
  );
}

describe('matching a reference', () => {
  it('takes a task before a wait, wherever it stands and however long it is', () => {
    expect(find('hotel', 'Reserve hotel', 'Wait for hotel check-in')).toBe('Reserve hotel');
    expect(find('hotel', 'Wait for hotel check-in', 'Reserve hotel')).toBe('Reserve hotel');
    expect(find('hotel', 'Reserve two rooms in a good hotel near the venue', 'Wait for hotel')).toBe(
      'Reserve two rooms in a good hotel near the venue',
    );
    expect(find('hotel', 'Compare hotels', 'Wait for hotel check-in')).toBe('Compare hotels');
  });

  it('still finds a wait by words of its own', () => {
    expect(find('check-in', 'Reserve hotel', 'Wait for hotel check-in time', 'Check invites')).toBe(
      'Wait for hotel check-in time',
    );
    expect(find('wait for hotel', 'Reserve hotel', 'Wait for hotel check-in')).toBe(
      'Wait for hotel check-in',
    );
  });

  it('ranks the whole title, its beginning, its words, the beginnings of its words', () => {
    expect(find('pay', 'Pay', 'Pay the deposit', 'Ask who will pay')).toBe('Pay');
    expect(find('pay', 'Pay the deposit', 'Ask who will pay')).toBe('Pay the deposit');
    expect(find('car', 'Rent car', 'Carpet cleaning')).toBe('Rent car');
    expect(find('conf', 'Send confetti', 'Confirm meeting')).toBe('Send confetti');
    expect(find('the confirm', 'Confirm meeting', 'Pack')).toBe('Confirm meeting');
  });

  it('prefers the title that the words cover most, then the nearest above', () => {
    expect(find('deposit', 'Pay deposit', 'Ask whether the deposit comes back')).toBe('Pay deposit');
    expect(find('book', 'Book flights', 'Book transfer')).toBe('Book transfer');
  });

  it('asks for every word', () => {
    expect(find('hotel flights', 'Reserve hotel', 'Book flights')).toBeNull();
    expect(find('book book', 'Book flights')).toBeNull();
    expect(find('', 'Book flights')).toBeNull();
    expect(find('!', 'Book flights')).toBeNull();
    expect(find('📧', 'Pack', '📧')).toBe('📧');
  });

  it('finds a title that holds a comma or an "and"', () => {
    const above = targets(['Search and rescue', 'Rescue', 'Red, white', 'White', 'Search']);
    expect(resolveReferences('search and rescue', above).steps).toEqual(['Search and rescue']);
    expect(resolveReferences('red, white and search', above).steps).toEqual(['Red, white', 'Search']);
    expect(resolveReferences('white, rescue', above).steps).toEqual(['White', 'Rescue']);
  });

  it('takes #2 for the second step', () => {
    expect(find('#2', 'A', 'B', 'C')).toBe('B');
    expect(find('#9', 'A', 'B')).toBeNull();
  });
});
