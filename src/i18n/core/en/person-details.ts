/** What is said of a person: how to reach them, their hours, the days they are away; and holidays. Loaded with People. */
import type { Formats } from '../formats.ts';
import { noonOf } from '../noon-of.ts';
import type { TimeWords } from './times.ts';

interface Hours {
  readonly from: string;
  readonly to: string;
}
type Week = readonly (Hours | null)[];
interface Period {
  readonly from: string;
  readonly to: string;
}

/** A Monday. */
const someMonday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

export function personDetailWords(f: Formats, t: TimeWords) {
  const weekday = new Intl.DateTimeFormat(f.locale, { weekday: 'short', timeZone: 'UTC' });
  const weekdayLong = new Intl.DateTimeFormat(f.locale, { weekday: 'long', timeZone: 'UTC' });
  const dayName = (index: number): string => weekday.format(someMonday + index * dayMs);
  const hours = ({ from, to }: Hours): string => `${from}–${to}`;
  const day = (date: string, now: number): string => f.day(noonOf(f, date), now);

  /** "Mon–Fri 09:00–17:00", "Mon, Wed 09:00–12:00", "3 days, different hours" */
  const week = (of: Week): string => {
    const worked = of.flatMap((each, index) => (each === null ? [] : [{ index, told: hours(each) }]));
    const [first] = worked;
    const last = worked.at(-1);
    if (first === undefined || last === undefined) return 'no working days';
    if (worked.some(({ told }) => told !== first.told))
      return f.plural(worked.length, { one: '1 day', other: '# days, different hours' });
    const inARow = last.index - first.index === worked.length - 1 && worked.length > 2;
    const days = inARow
      ? `${dayName(first.index)}–${dayName(last.index)}`
      : worked.map(({ index }) => dayName(index)).join(', ');
    return `${days} ${first.told}`;
  };

  return {
    reach: (name: string | null): string => `How to reach ${name ?? 'you'}`,
    reachNone: 'No number or address yet',
    phone: 'Phone',
    text: 'Texts go to',
    textHint: 'The phone, when nothing stands here',
    mail: 'Mail',
    saveReach: 'Save',
    savedReach: 'Saved',

    hours: 'Hours and time zone',
    hoursNone: 'Around the clock',
    hoursHint: 'Reminders wait for these hours, and so does what is counted in working time.',
    week,
    zone: 'Time zone',
    zoneHint: (zone: string): string => `As the household: ${zone}`,
    zoneUnknown: 'That time zone is not known. Choose one from the list.',
    quiet: 'Quiet hours',
    quietHint: 'No reminder reaches them then.',
    quietSay: (of: Hours): string => `quiet ${hours(of)}`,
    quietOn: 'Keep quiet at night',
    from: 'From',
    to: 'To',
    workingWeek: 'Working hours',
    office: 'Mon–Fri 9–17',
    always: 'Around the clock',
    own: 'Other hours',
    worksOn: (index: number): string => weekdayLong.format(someMonday + index * dayMs),
    dayShort: dayName,
    fromOn: (index: number): string => `${weekdayLong.format(someMonday + index * dayMs)}, from`,
    toOn: (index: number): string => `${weekdayLong.format(someMonday + index * dayMs)}, to`,
    saveHours: 'Save the hours',
    savedHours: 'The hours are saved',

    away: 'Days away',
    awayNone: 'None planned',
    /** "Mon 2 Mar to Fri 6 Mar" */
    period: ({ from, to }: Period, now: number): string =>
      from === to ? day(from, now) : `${day(from, now)} to ${day(to, now)}`,
    more: (count: number): string => f.plural(count, { one: 'one more', other: '# more' }),
    firstDay: 'First day away',
    lastDay: 'Last day away',
    standIn: 'Who stands in',
    nobody: 'Nobody',
    addAway: 'Add these days',
    addedAway: (name: string | null, period: Period, now: number): string =>
      `${name === null ? 'You are' : `${name} is`} away ${day(period.from, now)}${period.from === period.to ? '' : ` to ${day(period.to, now)}`}`,
    removeAway: (period: string): string => `Take back: ${period}`,
    removedAway: 'Taken back',
    endsBefore: 'The last day lies before the first.',
    standInHint: 'They see these steps as their turn, too. Whoever has a step keeps it.',
    thenTheirs: (count: number, name: string | null): string => {
      const whose = name === null ? 'yours' : `${name}’s`;
      return f.plural(count, { one: `One step is ${whose} then.`, other: `# steps are ${whose} then.` });
    },
    handThem: (count: number): string => (count === 1 ? 'Hand it over?' : 'Hand them over?'),

    handThemAction: 'Hand over…',

    work: (name: string | null): string => (name === null ? 'What you have' : `What ${name} has`),
    workSay: (count: number): string =>
      f.plural(count, { one: '1 step, now or later', other: '# steps, now or later' }),
    workNone: 'Nothing, now or later',
    actHint: (name: string): string =>
      `Open a step and do it. It is told as yours, for ${name}, because ${name} has no device here.`,
    fullDay: (count: number, date: string, now: number): string =>
      `${f.plural(count, { one: '1 step', other: '# steps' })} due ${t.dayWord(noonOf(f, date), now)}`,

    holidays: 'Holidays',
    holidaysHint: 'Days on which nobody works. Working time stands still then.',
    holidaysSay: (count: number): string =>
      count === 0 ? 'None yet' : f.plural(count, { one: '1 day', other: '# days' }),
    holidayDay: 'Day',
    holidayName: 'What it is called',
    addHoliday: 'Add the day',
    removeHoliday: (what: string): string => `Take away: ${what}`,
    holiday: (date: string, name: string, now: number): string =>
      name === '' ? day(date, now) : `${name}, ${day(date, now)}`,
    show: 'Show',
  };
}
