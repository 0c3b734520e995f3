/** Recurrence by the examples of RFC 5545, section 3.8.5.3, and what it leaves to us: zones, clocks, holidays. */
import { describe, expect, it } from 'vitest';
import type { Schedule, ScheduleRule } from '../../src/model/schedule.ts';
import { listNextSlots, listSlots } from '../../src/worker/recurrence.ts';
import { examples } from '../support/rfc5545-examples.ts';
import { isRecurrenceRule } from '../../src/model/decode-schedule.ts';

const newYork = 'America/New_York';

function repeat(rrule: string, from = '1997-09-02', time = '09:00'): ScheduleRule {
  return { kind: 'rrule', rrule, from, time };
}

async function days(rule: ScheduleRule, most: number, zone = newYork): Promise<readonly string[]> {
  const from = Date.parse(`${rule.from}T00:00:00Z`) - 86_400_000;
  return (await listNextSlots({ rule, zone }, [], from, most)).map(({ date }) => date);
}

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
