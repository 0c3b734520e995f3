import { describe, expect, it } from 'vitest';
import { planWords } from '../../src/i18n/core/en/plan.ts';
import { createFormats } from '../../src/i18n/core/formats.ts';
import { closing, markWords, opening } from './marked-words.ts';

const formats = createFormats({ locale: 'en-GB', zone: 'Europe/Lisbon' });
const isMarked = (text: string): boolean => text.startsWith(opening) && text.endsWith(closing);

describe('marked words', () => {
  it('marks texts, what functions say, and words in groups and lists', () => {
    const words = markWords({ ...planWords(formats), group: { deep: ['One', 'Two'] } });
    expect(isMarked(words.title)).toBe(true);
    expect(isMarked(words.differences(2))).toBe(true);
    expect(words.group.deep.every(isMarked)).toBe(true);
    expect(words.title.slice(1, -1)).toBe(planWords(formats).title);
  });

  it('leaves alone what nobody reads, and what has no letters', () => {
    const words = markWords({ lang: 'en-GB', zone: 'Europe/Lisbon', told: { kind: 'day', text: '18:00' } });
    expect(words).toEqual({ lang: 'en-GB', zone: 'Europe/Lisbon', told: { kind: 'day', text: '18:00' } });
    expect(markWords(formats).inputDate(0)).toBe('1970-01-01');
  });

  it('marks words whose name is also that of what nobody reads', () => {
    const words = markWords({ zone: 'Time zone', kind: (name: string) => `A ${name}` });
    expect(isMarked(words.zone)).toBe(true);
    expect(isMarked(words.kind('day'))).toBe(true);
  });
});
