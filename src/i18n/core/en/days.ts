/** A flow beside the calendar. Loaded with it. Dates come as milliseconds of their midnight as if it were UTC. */
import { createFormats, type Formats } from '../formats.ts';
import { timeWords } from './times.ts';

/** `zone`: in which the days are. */
export function daysWords(own: Formats, zone: string) {
  const f = own.zone === zone ? own : createFormats({ locale: own.locale, zone });
  const t = timeWords(f);
  const dated = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(f.locale, { ...options, timeZone: 'UTC' });
  const weekday = dated({ weekday: 'short' });
  const number = dated({ day: 'numeric' });
  const month = dated({ month: 'long' });
  const briefMonth = dated({ month: 'short' });
  const monthAndYear = dated({ month: 'long', year: 'numeric' });
  const whole = dated({ weekday: 'long', day: 'numeric', month: 'long' });
  const moment = (at: number, hasTime: boolean, now: number): string => t.moment(at, hasTime, now);
  const eventsOf = (titles: readonly string[]): string => {
    const [first = ''] = titles;
    const more = titles.length - 1;
    const named = first.trim() === '' ? 'something else' : first.trim();
    return more === 0 ? named : `${named} and ${f.number(more)} more`;
  };
  return {
    label: (title: string): string => `Days of ${title}`,
    hint: 'Left and right move through the days, up and down through the steps, Home comes back to today.',
    weekday: (date: number): string => weekday.format(date),
    dayNumber: (date: number): string => number.format(date),
    wholeDay: (date: number): string => whole.format(date),
    /** Where there is room for no more. */
    briefMonth: (date: number): string => briefMonth.format(date),
    month: (date: number, withYear: boolean): string => (withYear ? monthAndYear : month).format(date),
    today: 'Today',
    toToday: 'Go to today',
    earlier: 'Earlier days',
    later: 'Later days',
    folded: (days: number): string =>
      days >= 60
        ? f.plural(Math.round(days / 30.4), { one: '# month', other: '# months' })
        : days >= 14
          ? f.plural(Math.round(days / 7), { one: '# week', other: '# weeks' })
          : f.plural(days, { one: '# day', other: '# days' }),
    foldedLong: (days: number): string =>
      `${f.plural(days, { one: '# day', other: '# days' })} on which nothing is due or begins`,
    noDate: 'no date',
    due: (at: number, hasTime: boolean, now: number): string => `by ${moment(at, hasTime, now)}`,
    late: (at: number, now: number): string => `late ${t.lateBy(at, now)}`,
    from: (at: number, now: number): string => `from ${t.dayWord(at, now)}`,
    done: (at: number, now: number): string => t.when(at, now),
    holiday: 'nobody works',
    away: (name: string): string => `${name} is away then`,
    youAway: 'you are away then',
    /** `titles` as calendars have them, at least one. */
    clash: (titles: readonly string[]): string => `clashes with ${eventsOf(titles)}`,
    /** Beside a picture of a calendar. */
    events: eventsOf,
    inZone: (where: string): string => `These are the days of ${where.replaceAll('_', ' ')}.`,
    empty: 'There are no steps yet.',
    legend: 'What the marks mean',
    means: {
      begun: 'under way',
      left: 'time left',
      planned: 'planned',
      due: 'due',
      away: 'away',
      clash: 'something else is on',
      off: 'day off',
    },
  };
}
