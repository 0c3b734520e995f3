/** Recurrence by the examples of RFC 5545, section 3.8.5.3, and what it leaves to us: zones, clocks, holidays. */
import { describe, expect, it } from 'vitest';
import type { Schedule, ScheduleRule } from '../../src/model/schedule.ts';
import { listNextSlots, listSlots } from '../../src/worker/recurrence.ts';
import { isRecurrenceRule } from '../../src/model/decode-schedule.ts';

const newYork = 'America/New_York';

function repeat(rrule: string, from = '1997-09-02', time = '09:00'): ScheduleRule {
  return { kind: 'rrule', rrule, from, time };
}

async function days(rule: ScheduleRule, most: number, zone = newYork): Promise<readonly string[]> {
  const from = Date.parse(`${rule.from}T00:00:00Z`) - 86_400_000;
  return (await listNextSlots({ rule, zone }, [], from, most)).map(({ date }) => date);
}

/** `'1997-09-02 09 16'`: days of one month; the years and months as the RFC prints them. */
function spell(...months: readonly string[]): readonly string[] {
  return months.flatMap((month) => {
    const [name = '', ...numbers] = month.split(' ');
    return numbers.map((day) => `${name}-${day.padStart(2, '0')}`);
  });
}

const range = (from: number, to: number, step = 1): string =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step).join(' ');

/** name, rule, expected days, whether that is all of them, first day. */
const examples: readonly (readonly [string, string, readonly string[], 'all' | 'more', string?])[] = [
  ['daily for 10 occurrences', 'FREQ=DAILY;COUNT=10', spell(`1997-09 ${range(2, 11)}`), 'all'],
  [
    'daily until 24 December 1997',
    'FREQ=DAILY;UNTIL=19971224T000000Z',
    spell(
      `1997-09 ${range(2, 30)}`,
      `1997-10 ${range(1, 31)}`,
      `1997-11 ${range(1, 30)}`,
      `1997-12 ${range(1, 23)}`,
    ),
    'all',
  ],
  [
    'every other day',
    'FREQ=DAILY;INTERVAL=2',
    spell(`1997-09 ${range(2, 30, 2)}`, `1997-10 ${range(2, 30, 2)}`),
    'more',
  ],
  [
    'every 10 days, 5 occurrences',
    'FREQ=DAILY;INTERVAL=10;COUNT=5',
    spell('1997-09 2 12 22', '1997-10 2 12'),
    'all',
  ],
  [
    'every day in January, by the year',
    'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    spell(...[1998, 1999, 2000].map((year) => `${year}-01 ${range(1, 31)}`)),
    'all',
    '1998-01-01',
  ],
  [
    'every day in January, by the day',
    'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1',
    spell(...[1998, 1999, 2000].map((year) => `${year}-01 ${range(1, 31)}`)),
    'all',
    '1998-01-01',
  ],
  [
    'weekly for 10 occurrences',
    'FREQ=WEEKLY;COUNT=10',
    spell('1997-09 2 9 16 23 30', '1997-10 7 14 21 28', '1997-11 4'),
    'all',
  ],
  [
    'weekly until 24 December 1997',
    'FREQ=WEEKLY;UNTIL=19971224T000000Z',
    spell('1997-09 2 9 16 23 30', '1997-10 7 14 21 28', '1997-11 4 11 18 25', '1997-12 2 9 16 23'),
    'all',
  ],
  [
    'every other week',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    spell(
      '1997-09 2 16 30',
      '1997-10 14 28',
      '1997-11 11 25',
      '1997-12 9 23',
      '1998-01 6 20',
      '1998-02 3 17',
    ),
    'more',
  ],
  [
    'weekly on Tuesday and Thursday for five weeks',
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    spell('1997-09 2 4 9 11 16 18 23 25 30', '1997-10 2'),
    'all',
  ],
  [
    'the same by a count',
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    spell('1997-09 2 4 9 11 16 18 23 25 30', '1997-10 2'),
    'all',
  ],
  [
    'every other week on Monday, Wednesday and Friday',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    spell(
      '1997-09 1 3 5 15 17 19 29',
      '1997-10 1 3 13 15 17 27 29 31',
      '1997-11 10 12 14 24 26 28',
      '1997-12 8 10 12 22',
    ),
    'all',
    '1997-09-01',
  ],
  [
    'every other week on Tuesday and Thursday, 8 occurrences',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    spell('1997-09 2 4 16 18 30', '1997-10 2 14 16'),
    'all',
  ],
  [
    'monthly on the first Friday, 10 occurrences',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    spell(
      '1997-09 5',
      '1997-10 3',
      '1997-11 7',
      '1997-12 5',
      '1998-01 2',
      '1998-02 6',
      '1998-03 6',
      '1998-04 3',
      '1998-05 1',
      '1998-06 5',
    ),
    'all',
    '1997-09-05',
  ],
  [
    'monthly on the first Friday until 24 December',
    'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR',
    spell('1997-09 5', '1997-10 3', '1997-11 7', '1997-12 5'),
    'all',
    '1997-09-05',
  ],
  [
    'every other month on the first and last Sunday',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    spell('1997-09 7 28', '1997-11 2 30', '1998-01 4 25', '1998-03 1 29', '1998-05 3 31'),
    'all',
    '1997-09-07',
  ],
  [
    'monthly on the second-to-last Monday',
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    spell('1997-09 22', '1997-10 20', '1997-11 17', '1997-12 22', '1998-01 19', '1998-02 16'),
    'all',
    '1997-09-22',
  ],
  [
    'monthly on the third-to-last day',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    spell('1997-09 28', '1997-10 29', '1997-11 28', '1997-12 29', '1998-01 29', '1998-02 26'),
    'more',
    '1997-09-28',
  ],
  [
    'monthly on the 2nd and 15th',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    spell('1997-09 2 15', '1997-10 2 15', '1997-11 2 15', '1997-12 2 15', '1998-01 2 15'),
    'all',
  ],
  [
    'monthly on the first and last day',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    spell('1997-09 30', '1997-10 1 31', '1997-11 1 30', '1997-12 1 31', '1998-01 1 31', '1998-02 1'),
    'all',
    '1997-09-30',
  ],
  [
    'every 18 months on the 10th to the 15th',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    spell(`1997-09 ${range(10, 15)}`, `1999-03 ${range(10, 13)}`),
    'all',
    '1997-09-10',
  ],
  [
    'every Tuesday, every other month',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    spell('1997-09 2 9 16 23 30', '1997-11 4 11 18 25', '1998-01 6 13 20 27', '1998-03 3 10 17 24 31'),
    'more',
  ],
  [
    'yearly in June and July',
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    [1997, 1998, 1999, 2000, 2001].flatMap((year) => [`${year}-06-10`, `${year}-07-10`]),
    'all',
    '1997-06-10',
  ],
  [
    'every other year in January, February and March',
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    [
      '1997-03-10',
      '1999-01-10',
      '1999-02-10',
      '1999-03-10',
      '2001-01-10',
      '2001-02-10',
      '2001-03-10',
      '2003-01-10',
      '2003-02-10',
      '2003-03-10',
    ],
    'all',
    '1997-03-10',
  ],
  [
    'every third year on the 1st, 100th and 200th day',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    [
      '1997-01-01',
      '1997-04-10',
      '1997-07-19',
      '2000-01-01',
      '2000-04-09',
      '2000-07-18',
      '2003-01-01',
      '2003-04-10',
      '2003-07-19',
      '2006-01-01',
    ],
    'all',
    '1997-01-01',
  ],
  [
    'every 20th Monday of the year',
    'FREQ=YEARLY;BYDAY=20MO',
    ['1997-05-19', '1998-05-18', '1999-05-17'],
    'more',
    '1997-05-19',
  ],
  [
    'Monday of week 20',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    ['1997-05-12', '1998-05-11', '1999-05-17'],
    'more',
    '1997-05-12',
  ],
  [
    'every Thursday in March',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    spell('1997-03 13 20 27', '1998-03 5 12 19 26', '1999-03 4 11 18 25'),
    'more',
    '1997-03-13',
  ],
  [
    'every Thursday in June, July and August',
    'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
    spell('1997-06 5 12 19 26', '1997-07 3 10 17 24 31', '1997-08 7 14 21 28', '1998-06 4 11 18 25'),
    'more',
    '1997-06-05',
  ],
  [
    'every Friday the 13th',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    ['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13', '2000-10-13'],
    'more',
  ],
  [
    'the first Saturday after the first Sunday',
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    [
      '1997-09-13',
      '1997-10-11',
      '1997-11-08',
      '1997-12-13',
      '1998-01-10',
      '1998-02-07',
      '1998-03-07',
      '1998-04-11',
      '1998-05-09',
      '1998-06-13',
    ],
    'more',
    '1997-09-13',
  ],
  [
    'every fourth year, the Tuesday after a Monday in November',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    ['1996-11-05', '2000-11-07', '2004-11-02'],
    'more',
    '1996-11-05',
  ],
  [
    'the third of Tuesday, Wednesday and Thursday',
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    ['1997-09-04', '1997-10-07', '1997-11-06'],
    'all',
    '1997-09-04',
  ],
  [
    'the second-to-last weekday',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    ['1997-09-29', '1997-10-30', '1997-11-27', '1997-12-30', '1998-01-29', '1998-02-26', '1998-03-30'],
    'more',
    '1997-09-29',
  ],
  [
    'weeks that begin on Monday',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'],
    'all',
    '1997-08-05',
  ],
  [
    'weeks that begin on Sunday',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
    'all',
    '1997-08-05',
  ],
  [
    'the 30th of February is left out',
    'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    ['2007-01-15', '2007-01-30', '2007-02-15', '2007-03-15', '2007-03-30'],
    'all',
    '2007-01-15',
  ],
  [
    'the 29th of February comes in leap years',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    ['2096-02-29', '2104-02-29'],
    'more',
    '2095-01-01',
  ],
];

describe('the examples of RFC 5545', () => {
  it.each(examples.map((each) => [each[0], each] as const))('%s', async (_, example) => {
    const [, rrule, expected, extent, from] = example;
    expect(isRecurrenceRule(rrule)).toBe(true);
    const found = await days(repeat(rrule, from), expected.length + (extent === 'all' ? 3 : 0));
    expect(found).toEqual(expected);
  });

  it('refuses what repeats within a day, and what is no rule', () => {
    const refused = [
      'FREQ=HOURLY;INTERVAL=3',
      'FREQ=DAILY;BYHOUR=9,10',
      'FREQ=DAILY\nRDATE:19970101T000000Z',
      'FREQ=DAILY;FREQ=WEEKLY',
      'FREQ=DAILY;COUNT=2;UNTIL=19971224T000000Z',
      'FREQ=WEEKLY;BYDAY=XX',
      'BYDAY=MO',
      '',
      'FREQ=DAILY;INTERVAL=0',
    ];
    expect(refused.filter(isRecurrenceRule)).toEqual([]);
  });

  it('ends on a rule that never comes true', async () => {
    expect(await days(repeat('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), 2)).toEqual([]);
  });
});

describe('wall time in zones', () => {
  async function instants(schedule: Pick<Schedule, 'rule' | 'zone'>, after: string, most: number) {
    const slots = await listNextSlots(schedule, [], Date.parse(after), most);
    return slots.map(({ at }) => new Date(at).toISOString());
  }

  it('keeps nine o’clock in summer and winter', async () => {
    const weekly = { rule: repeat('FREQ=WEEKLY;BYDAY=SU', '2026-10-01'), zone: 'Europe/Berlin' };
    expect(await instants(weekly, '2026-10-17T00:00:00Z', 3)).toEqual([
      '2026-10-18T07:00:00.000Z',
      '2026-10-25T08:00:00.000Z',
      '2026-11-01T08:00:00.000Z',
    ]);
  });

  it('moves an hour that spring skips on, and takes the first of one that autumn repeats', async () => {
    const nightly = { rule: repeat('FREQ=DAILY', '2026-01-01', '02:30'), zone: 'Europe/Berlin' };
    expect(await instants(nightly, '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(await instants(nightly, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it('means the day of its own zone, however far from Greenwich', async () => {
    const early = {
      rule: repeat('FREQ=MONTHLY;BYMONTHDAY=1', '2026-01-01', '00:15'),
      zone: 'Pacific/Kiritimati',
    };
    const slots = await listNextSlots(early, [], Date.parse('2026-05-15T00:00:00Z'), 1);
    expect(slots).toEqual([{ date: '2026-06-01', at: Date.parse('2026-05-31T10:15:00Z') }]);
    const late = { rule: repeat('FREQ=DAILY', '2026-01-01', '23:50'), zone: 'Pacific/Pago_Pago' };
    expect(await listNextSlots(late, [], Date.parse('2026-05-15T00:00:00Z'), 1)).toEqual([
      { date: '2026-05-14', at: Date.parse('2026-05-15T10:50:00Z') },
    ]);
  });

  it('ends by the clock of Greenwich where the rule says so', async () => {
    // Two in the night of New York on the 10th is still the 9th by its morning slots.
    const rule = repeat('FREQ=DAILY;UNTIL=20260110T060000Z', '2026-01-08', '01:30');
    expect(await days(rule, 9)).toEqual(['2026-01-08', '2026-01-09']);
    expect(await days(repeat('FREQ=DAILY;UNTIL=20260110', '2026-01-08', '23:30'), 9)).toHaveLength(3);
  });

  it('has nothing in a zone that does not exist, and nothing in an empty window', async () => {
    expect(await days(repeat('FREQ=DAILY'), 3, 'Mars/Base')).toEqual([]);
    expect(
      await listSlots({ rule: repeat('FREQ=DAILY'), zone: 'UTC' }, [], { after: 9, until: 8, most: 5 }),
    ).toEqual([]);
  });
});

describe('the first working day of a month', () => {
  const first: ScheduleRule = { kind: 'workingDay', nth: 1, from: '2026-10-15', time: '08:00' };
  const zone = 'Europe/Berlin';
  const next = async (rule: ScheduleRule, holidays: readonly string[], after: string, most: number) =>
    (await listNextSlots({ rule, zone }, holidays, Date.parse(after), most)).map(({ date }) => date);

  it('passes over weekends and holidays', async () => {
    // The 1st of November 2026 is a Sunday, the 1st of January 2027 a Friday.
    expect(await next(first, [], '2026-10-15T12:00:00Z', 3)).toEqual([
      '2026-11-02',
      '2026-12-01',
      '2027-01-01',
    ]);
    expect(await next(first, ['2026-11-02', '2027-01-01'], '2026-10-15T12:00:00Z', 3)).toEqual([
      '2026-11-03',
      '2026-12-01',
      '2027-01-04',
    ]);
  });

  it('counts from the end as well, and leaves out a month that has too few', async () => {
    expect(await next({ ...first, nth: -1 }, ['2026-12-31'], '2026-10-15T12:00:00Z', 3)).toEqual([
      '2026-10-30',
      '2026-11-30',
      '2026-12-30',
    ]);
    // February 2027 has twenty.
    expect(await next({ ...first, nth: 21 }, [], '2026-12-31T12:00:00Z', 2)).toEqual([
      '2027-01-29',
      '2027-03-29',
    ]);
  });

  it('tells the same slots to who asks later, so that none is started twice', async () => {
    const [slot] = await listNextSlots({ rule: first, zone }, [], Date.parse('2026-10-15T12:00:00Z'), 1);
    const again = await listSlots({ rule: first, zone }, [], {
      after: slot?.at ?? 0,
      until: (slot?.at ?? 0) + 1000,
      most: 9,
    });
    expect(again).toEqual([slot]);
  });
});
