import { describe, expect, it } from 'vitest';
import { fold, unfoldSpans } from '../../src/i18n/core/fold.ts';

const marked = (text: string, spans: readonly { from: number; to: number }[]): string =>
  spans.map(({ from, to }) => text.slice(from, to)).join('|');

describe('folding', () => {
  it('leaves out case, accents and points, and writes letters of their own as one types them', () => {
    expect(fold('Ærø Straße ŁÓDŹ İstanbul')).toBe('aero strasse lodz istanbul');
    expect(fold('Ёлка')).toBe('елка');
    expect(fold('شُكْرًا أحمد')).toBe('شكرا احمد');
    expect(fold('שָׁלוֹם')).toBe('שלום');
  });

  it('shows what was found in the text as it was written', () => {
    const title = 'Große Übergabe';
    expect(fold(title)).toBe('grosse ubergabe');
    expect(marked(title, unfoldSpans(title, [{ from: 3, to: 5 }]))).toBe('ß');
    expect(marked(title, unfoldSpans(title, [{ from: 7, to: 12 }]))).toBe('Überg');
  });

  it('leaves out what lies beyond the text', () => {
    expect(unfoldSpans('Hotel', [{ from: 6, to: 9 }])).toEqual([]);
  });
});
