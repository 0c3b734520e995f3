/** Moments and lengths of time in English. */
import type { Formats } from '../formats.ts';

const minute = 60_000;
const hour = 60 * minute;

export function timeWords(f: Formats) {
  const dayWord = (at: number, now: number): string => {
    const days = f.daysBetween(now, at);
    if (days === 0) return 'today';
    if (days === 1) return 'tomorrow';
    if (days === -1) return 'yesterday';
    return f.day(at, now);
  };
  const lateBy = (at: number, now: number): string => {
    const days = -f.daysBetween(now, at);
    if (days >= 1) return f.plural(days, { one: '# day', other: '# days' });
    const hours = Math.floor((now - at) / hour);
    if (hours >= 1) return f.plural(hours, { one: '# hour', other: '# hours' });
    return f.plural(Math.max(1, Math.floor((now - at) / minute)), { one: '# min', other: '# min' });
  };
  return {
    dayWord,
    lateBy,
    /** "Today", "Yesterday", "Mon 23 Nov": a heading over what happened that day. */
    dayHeading: (at: number, now: number): string => {
      const word = dayWord(at, now);
      return word.charAt(0).toUpperCase() + word.slice(1);
    },
    /** "by 18:00 today", "by Wed 25 Nov" */
    by: (at: number, hasTime: boolean, now: number): string =>
      hasTime ? `by ${f.time(at)} ${dayWord(at, now)}` : `by ${dayWord(at, now)}`,
    /** "18:00 today", "Wed 25 Nov" */
    moment: (at: number, hasTime: boolean, now: number): string =>
      hasTime ? `${f.time(at)} ${dayWord(at, now)}` : dayWord(at, now),
    /** What happened when: the hour today, the day before that. */
    when: (at: number, now: number): string =>
      f.daysBetween(now, at) === 0 ? f.time(at) : f.shortDay(at, now),
    /** "just now", "2 min ago", "3 hours ago", "Mon 23 Nov" */
    ago: (at: number, now: number): string => {
      const passed = now - at;
      if (passed < minute) return 'just now';
      if (passed < hour) return `${f.number(Math.floor(passed / minute))} min ago`;
      if (passed < 12 * hour)
        return f.plural(Math.floor(passed / hour), { one: '# hour ago', other: '# hours ago' });
      return dayWord(at, now);
    },
    /** Minutes as "15 min", "2 hours", "3 days". */
    length: (minutes: number): string => {
      if (minutes < 60) return `${f.number(minutes)} min`;
      if (minutes < 60 * 24) {
        const hours = Math.round(minutes / 30) / 2;
        return f.plural(hours, { one: '# hour', other: '# hours' });
      }
      return f.plural(Math.round(minutes / (60 * 24)), { one: '# day', other: '# days' });
    },
  };
}
export type TimeWords = ReturnType<typeof timeWords>;
