import { describe, expect, it } from 'vitest';
import { createFinder, type Findable } from '../../src/ui/screens/palette/rank.ts';

const marked = (text: string, spans: readonly { from: number; to: number }[]): string =>
  spans.map(({ from, to }) => text.slice(from, to)).join('|');

function find(items: readonly Findable[], text: string, recent: readonly string[] = []): readonly string[] {
  return createFinder(items)
    .find(text, recent)
    .map(({ item }) => item.id);
}

const items: readonly Findable[] = [
  { id: 'hotel', title: 'Reserve hotel', belongs: 'Lisbon board trip, Ana' },
  { id: 'check-in', title: 'Wait for hotel check-in', belongs: 'Lisbon board trip' },
  { id: 'call', title: 'Hotel: call them', belongs: 'Camps' },
  { id: 'old', title: 'Reserve hotel', belongs: 'Oslo trip', over: true },
  { id: 'form', title: 'Medical form', belongs: 'Camps' },
];

describe('finding', () => {
  it('takes a title that begins with it before one that holds it, and what it belongs to last', () => {
    expect(find(items, 'hotel')).toEqual(['call', 'hotel', 'check-in', 'old']);
    expect(find(items, 'camps')).toEqual(expect.arrayContaining(['call', 'form']));
  });

  it('takes words in any order, of the title and of what it belongs to', () => {
    expect(find(items, 'lisbon reserve')[0]).toBe('hotel');
    expect(find(items, 'hotel ana')).toEqual(['hotel']);
  });

  it('puts what was chosen before first among its like, and what is over last', () => {
    expect(find(items, 'reserve')).toEqual(['hotel', 'old']);
    expect(find(items, 'reserve', ['old'])).toEqual(['old', 'hotel']);
  });

  it('forgives a letter when nothing is called so', () => {
    expect(find(items, 'medcal')).toEqual(['form']);
    expect(find(items, 'zebra')).toEqual([]);
    expect(find(items, '  ')).toEqual([]);
  });

  it('finds other scripts, and what is written with accents by typing without', () => {
    const others: readonly Findable[] = [
      { id: 'ar', title: 'حجز الفندق' },
      { id: 'ja', title: 'ホテルを予約' },
      { id: 'ru', title: 'Забронировать отель' },
      { id: 'pt', title: 'Reservar pensão' },
    ];
    expect(find(others, 'الفندق')).toEqual(['ar']);
    expect(find(others, '予約')).toEqual(['ja']);
    expect(find(others, 'ОТЕЛЬ')).toEqual(['ru']);
    const [pension] = createFinder(others).find('pensao', []);
    expect(marked('Reservar pensão', pension?.spans ?? [])).toBe('pensão');
  });

  it('is done with any text', () => {
    for (const odd of ['"', '-', "'", '(', '\\', '*', '.', '\u0301', '👩‍👧', '- -', '!x', '"a b'])
      expect(() => find(items, odd)).not.toThrow();
  });
});
