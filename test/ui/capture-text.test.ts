import { describe, expect, it } from 'vitest';
import { insertAt } from '../../src/ui/screens/capture/insert-at.ts';
import { lineToParts } from '../../src/ui/screens/capture/line-parts.ts';

describe('inserting a mark', () => {
  it('adds the spaces that it needs and puts the caret behind it', () => {
    expect(insertAt('Book flights', 12, 12, '@')).toEqual({ text: 'Book flights @', caret: 14 });
    expect(insertAt('Book flights ', 13, 13, 'after')).toEqual({ text: 'Book flights after ', caret: 19 });
  });

  it('replaces what is selected', () => {
    expect(insertAt('Book soon', 5, 9, 'by')).toEqual({ text: 'Book by ', caret: 8 });
  });

  it('puts & at the start of its own line, once', () => {
    const once = insertAt('a\nb', 3, 3, '&');
    expect(once).toEqual({ text: 'a\n& b', caret: 5 });
    expect(insertAt(once.text, once.caret, once.caret, '&')).toEqual(once);
    expect(insertAt('a\nb', 0, 0, '&').text).toBe('& a\nb');
  });
});

describe('the parts of a line', () => {
  it('finds people, what it waits for, when it is due and how long it takes', () => {
    const parts = lineToParts('& Book transfer after flights, hotel @leo/@ana ~30m by fri');
    expect(parts.filter((part) => part.kind !== 'text')).toEqual([
      { kind: 'beside', text: '&' },
      { kind: 'after', text: 'after flights, hotel' },
      { kind: 'who', text: '@leo/@ana' },
      { kind: 'time', text: '~30m' },
      { kind: 'due', text: 'by fri' },
    ]);
  });

  it('is the line again when joined, whatever was typed', () => {
    for (const line of [
      '',
      '  - seat numbers',
      '@',
      '~',
      'by',
      'a@b.example after',
      '& & @x ~2d by 27 nov 5pm',
      'é après 👩‍🚀 @noor',
    ]) {
      expect(
        lineToParts(line)
          .map((part) => part.text)
          .join(''),
      ).toBe(line);
    }
  });
});
