/** What starts by itself, again and again. Loaded with the screens that show it. */
import { createFormats, type Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export type SayableWeekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

export type SayableRepeat =
  | { readonly kind: 'daily'; readonly every: number }
  | { readonly kind: 'weekly'; readonly every: number; readonly days: readonly SayableWeekday[] }
  /** 31: the last day, whichever it is. */
  | { readonly kind: 'monthDay'; readonly every: number; readonly day: number }
  /** -1: the last one. */
  | {
      readonly kind: 'monthWeekday';
      readonly every: number;
      readonly nth: number;
      readonly day: SayableWeekday;
    }
  | { readonly kind: 'workingDay'; readonly nth: number }
  | { readonly kind: 'other' };

const weekdayIndex: Readonly<Record<SayableWeekday, number>> = {
  MO: 0,
  TU: 1,
  WE: 2,
  TH: 3,
  FR: 4,
  SA: 5,
  SU: 6,
};
const dayMs = 86_400_000;
/** A Monday. */
const someMonday = Date.UTC(2024, 0, 1);
const ordinalEndings: { readonly [rule in Intl.LDMLPluralRule]?: string } = {
  one: 'st',
  two: 'nd',
  few: 'rd',
};

export function recurringWords(f: Formats, t: TimeWords) {
  const ordinals = new Intl.PluralRules(f.locale, { type: 'ordinal' });
  const longDay = new Intl.DateTimeFormat(f.locale, { weekday: 'long', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(f.locale, { weekday: 'short', timeZone: 'UTC' });
  const walls = createFormats({ locale: f.locale, zone: 'UTC' });
  const dayName = (day: SayableWeekday): string => longDay.format(someMonday + weekdayIndex[day] * dayMs);
  const dayShort = (day: SayableWeekday): string => shortDay.format(someMonday + weekdayIndex[day] * dayMs);
  const ordinal = (count: number): string =>
    `${f.number(count)}${ordinalEndings[ordinals.select(count)] ?? 'th'}`;
  const nth = (count: number): string =>
    ({ '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '-1': 'last' })[String(count)] ??
    ordinal(count);
  const weekly = (every: number, days: readonly SayableWeekday[]): string => {
    const all = days.length === 7;
    const weekdays = days.length === 5 && !days.includes('SA') && !days.includes('SU');
    if (every > 1)
      return `Every ${f.number(every)} weeks on ${all ? 'every day' : f.list(days.map(dayName))}`;
    if (all) return 'Every day';
    return weekdays ? 'Monday to Friday' : f.list(days.map((day) => `${dayName(day)}s`));
  };
  const months = (every: number): string => (every === 1 ? 'Every month' : `Every ${f.number(every)} months`);
  const pattern = (said: SayableRepeat): string => {
    switch (said.kind) {
      case 'daily':
        return said.every === 1 ? 'Every day' : `Every ${f.number(said.every)} days`;
      case 'weekly':
        return weekly(said.every, said.days);
      case 'monthDay':
        return `${months(said.every)} on the ${said.day === 31 ? 'last day' : ordinal(said.day)}`;
      case 'monthWeekday':
        return `${months(said.every)} on the ${nth(said.nth)} ${dayName(said.day)}`;
      case 'workingDay':
        return `On the ${said.nth < -1 ? `${ordinal(-said.nth)} to last` : nth(said.nth)} working day of the month`;
      case 'other':
        return 'By a rule of its own';
    }
  };
  /** A wall time as `HH:MM`, as this locale writes it. */
  const wallTime = (time: string): string => walls.time(Date.parse(`2024-01-01T${time}:00Z`));
  const moment = (at: number, now: number): string => `${f.day(at, now)} ${f.time(at)}`;
  return {
    title: 'Recurring',
    repeat: 'Repeat…',
    more: (title: string): string => `More about ${title}`,
    pattern,
    line: (said: SayableRepeat, time: string): string => `${pattern(said)}, ${wallTime(time)}`,
    next: (at: number, now: number): string => {
      const word = t.dayWord(at, now);
      return `Next ${word === f.day(at, now) ? word : `${word}, ${f.day(at, now)}`}`;
    },
    paused: 'Paused',
    over: 'No more starts',
    working: 'Working out when',
    held: 'Waits until the last one is over',
    gone: 'Its workflow is not here any more',
    refused: 'It could not start: look at who does what',
    change: 'Change…',
    startNow: 'Start the next now',
    pause: 'Pause',
    goOn: 'Go on',
    remove: 'Stop repeating',
    openRunning: 'Open the last one',
    pausedToast: (title: string): string => `${title} is paused`,
    goesOnToast: (title: string): string => `${title} goes on`,
    removedToast: (title: string): string => `${title} does not repeat any more`,
    startedToast: (title: string): string => `${title} has started`,
    savedToast: (title: string): string => `${title} starts by itself now`,
    changedToast: (title: string): string => `${title} is changed`,

    newTitle: 'Repeat this flow',
    changeTitle: 'When it repeats',
    name: 'Name',
    how: 'How often',
    kinds: {
      daily: 'Every day',
      weekly: 'Every week',
      monthDay: 'Every month, on a day',
      monthWeekday: 'Every month, on a weekday',
      firstWorking: 'First working day of the month',
      lastWorking: 'Last working day of the month',
      kept: 'As it is',
    },
    every: 'Repeats every',
    everyChoice: (kind: 'day' | 'week' | 'month', every: number): string => {
      if (every === 1) return kind;
      return `${f.number(every)} ${kind}s`;
    },
    onDays: 'On',
    dayName,
    dayShort,
    onDay: 'On',
    monthDay: (day: number): string => (day === 31 ? 'the last day' : `the ${ordinal(day)}`),
    onWeek: 'Which one',
    nthWeek: (count: number): string => `the ${nth(count)}`,
    weekday: 'Weekday',
    time: 'At',
    from: 'From',
    conductor: 'Who conducts it',
    me: 'Me',
    later: 'Somebody later',
    factAfter: (fact: string): string => `${fact}: days after each start`,
    missed: 'If nobody’s phone was there at the time',
    missedLatest: 'Start the last one',
    missedLatestSub: 'As soon as one of you opens Baton; older ones are left out.',
    missedSkip: 'Leave it out',
    missedSkipSub: 'After an hour it is too late, and the next one counts.',
    missedAll: 'Start all of them',
    missedAllSub: 'Each with its own day, oldest first.',
    still: 'If the last one is still going on',
    stillQueue: 'Wait until it is over',
    stillQueueSub: 'Then the new one starts.',
    stillSkip: 'Leave the new one out',
    stillSkipSub: 'For what makes no sense twice at a time.',
    stillAllow: 'Start the new one all the same',
    stillAllowSub: 'Both go on side by side.',
    starts: (moments: readonly number[], now: number): string =>
      `Starts ${f.list(moments.map((at) => moment(at, now)))}.`,
    startsAtOnce: (moments: readonly number[], now: number): string =>
      `Starts at once for ${f.list(moments.map((at) => f.day(at, now)))}.`,
    startsNever: 'It would never start. Choose another day or time.',
    zone: (zone: string): string =>
      `Times are those of ${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone}.`,
    save: 'Repeat it',
    saveChange: 'Save',

    offer: (said: SayableRepeat): string => `Comes again and again? ${pattern(said)}, for example.`,
    offerHint: 'It then starts by itself, and says whose turn it is.',
  };
}

export type RecurringWords = ReturnType<typeof recurringWords>;
