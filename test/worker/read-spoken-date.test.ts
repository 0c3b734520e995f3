import { describe, expect, it } from 'vitest';
import { readSpokenDate } from '../../src/worker/read-spoken-date.ts';

/** Wednesday. */
const moment = { date: '2026-11-18', time: '10:00' };
const read = (text: string) => readSpokenDate(text.split(' '), moment);

describe('[D4] dates in words', () => {
  it.each([
    ['next friday', '2026-11-27'],
    ['in two weeks @', '2026-12-02'],
    ['end of the month', '2026-11-30'],
    ['tomorrow 5pm', '2026-11-19', '17:00'],
    ['second of december', '2026-12-02'],
    ['24 dec and more', '2026-12-24'],
  ])('reads %s', (text, date, time?: string) => {
    expect(read(text)).toMatchObject(time === undefined ? { date } : { date, time });
  });

  it('reads both ends of a range', () => {
    expect(read('mon to wed')).toMatchObject({ date: '2026-11-23', until: { date: '2026-11-25' }, used: 3 });
  });

  it.each(['may', '3/4', 'now', 'the river', 'dinner', '+3h', '31 feb'])('takes %s for none', (text) => {
    expect(read(text)).toBeNull();
  });
});
