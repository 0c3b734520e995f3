import { describe, expect, it } from 'vitest';
import { familyWeek } from '../../src/templates/family-week.ts';
import { suggestedRepeat } from '../../src/templates/suggested-repeat.ts';
import { child } from '../support/camps.ts';
import { date, text } from '../support/fact-values.ts';
import { ana, leo, sam } from '../support/run-bench.ts';
import { startTemplate, type TemplateRun } from '../support/template-run.ts';

/** A Sunday; summer time in Lisbon has just begun. */
const sunday = '2026-03-29T16:00:00Z';

function startWeek(): TemplateRun {
  return startTemplate(familyWeek, sunday, {
    parts: { planner: ana, other: sam, driver: leo },
    facts: { sunday: date('2026-03-29') },
    items: { people: [child('mia', 'Mia'), child('sam', 'Sam')] },
  });
}

function allTold(): TemplateRun {
  const week = startWeek();
  for (const who of ['mia', 'sam']) week.finish(`plans/${who}`, { facts: { plans: text('Swimming') } });
  return week;
}

const confirmed = { outcome: 'yes' };

/** As far as the calendar, without a clash. */
function planned(): TemplateRun {
  const week = allTold();
  week.finish('clashes', { outcome: 'fits' });
  week.finish('drives', { facts: { drives: text('Leo on Tuesday') } });
  week.finish('confirm', confirmed);
  week.finish('calendar');
  return week;
}

describe('the family week, run', () => {
  it('[J6] asks each of them, and looks for clashes once the last has answered', () => {
    const week = startWeek();
    expect([week.status('plans/mia'), week.status('plans/sam'), week.status('clashes')]).toEqual([
      'ready',
      'ready',
      'created',
    ]);
    week.finish('plans/mia', { facts: { plans: text('Swimming on Tuesday') } });
    expect(week.status('clashes')).toBe('created');
    week.finish('plans/sam');
    expect(week.status('clashes')).toBe('ready');
    expect(week.device.of('plans/mia').dueAt).toBe(Date.parse('2026-03-30T16:00:00Z'));
  });

  it('[K1] [X5] lets the other parent ask as well once somebody has been silent for twelve hours', () => {
    const week = startWeek();
    const { occurrence } = week.device.of('plans/mia');
    week.device.do({ kind: 'startWaiting', occurrence, on: 'Mia' });
    expect(week.told('plans/mia', '2026-03-30T03:59:00Z')).toEqual([]);
    expect(week.told('plans/mia', '2026-03-30T04:00:00Z')).toEqual(['addBackup noReply: sam']);
    expect(week.told('plans/mia', '2026-03-30T16:01:00Z')).toEqual([
      'addBackup noReply: sam',
      'remind late: ana',
    ]);
    expect(week.told('plans/mia', '2026-03-31T05:00:00Z')).toContain('tellConductor late: ana');
    week.device.do({ kind: 'claimStep', occurrence }, { actor: sam });
    week.device.do({ kind: 'recordReply', occurrence, text: 'Swimming' }, { actor: sam });
    week.finish('plans/mia');
    expect(week.told('plans/mia', '2026-03-31T05:00:00Z')).toEqual([]);
  });

  it('[J1] settles a clash before the drives, and leaves that out where everything fits', () => {
    const week = allTold();
    week.finish('clashes', { outcome: 'clash' });
    expect([week.status('settle'), week.status('drives')]).toEqual(['ready', 'created']);
    week.finish('settle', { facts: { agreed: text('Chess moves') } });
    expect(week.status('drives')).toBe('ready');
    const easy = allTold();
    easy.finish('clashes', { outcome: 'fits' });
    expect([easy.status('settle'), easy.status('drives')]).toEqual(['withdrawn', 'ready']);
  });

  it('[J5] shares the drives out anew when who was asked cannot', () => {
    const week = allTold();
    week.finish('clashes', { outcome: 'fits' });
    week.finish('drives', { facts: { drives: text('Leo on Tuesday') } });
    week.finish('confirm', { outcome: 'no' });
    expect(week.device.of('drives')).toMatchObject({ status: 'ready', occurrence: { iteration: 2 } });
    expect(week.status('calendar')).toBe('created');
    week.finish('drives', { facts: { drives: text('Leo on Thursday') } });
    week.finish('confirm', confirmed);
    expect(week.status('calendar')).toBe('ready');
  });

  it('ends with a week that held, of which nobody has to be told', () => {
    const week = planned();
    expect(week.device.of('week').startsAt).toBe(Date.parse('2026-03-31T06:00:00Z'));
    week.finish('week', { outcome: 'held' });
    expect([week.status('stay'), week.device.state().status]).toEqual(['withdrawn', 'finished']);
  });

  it('[F1] [X5] finds somebody for a child that falls ill within the hour, and has the calendar checked', () => {
    const week = planned();
    week.at('2026-04-01T06:00:00Z');
    week.finish('week', { outcome: 'ill' });
    expect(week.device.of('stay').dueAt).toBe(Date.parse('2026-04-01T07:00:00Z'));
    expect(week.told('stay', '2026-04-01T06:15:00Z')).toEqual(['addBackup stalled: ana']);
    expect(week.told('stay', '2026-04-01T07:31:00Z')).toEqual([
      'addBackup stalled: ana',
      'remind late: sam',
      'tellConductor late: ana',
    ]);
    week.at('2026-04-01T06:20:00Z');
    week.finish('stay', { facts: { 'at-home': text('Sam at home, Leo drives Mia') } });
    expect(week.device.of('calendar').validity).toBe('recheck');
    expect(week.device.of('tell').dueAt).toBe(Date.parse('2026-04-01T07:20:00Z'));
    week.finish('tell');
    expect(week.device.state().status).toBe('running');
    const { occurrence } = week.device.of('calendar');
    week.device.do({ kind: 'recheckStep', occurrence });
    expect(week.device.state().status).toBe('finished');
  });

  it('comes again every Sunday', () => {
    expect(suggestedRepeat(familyWeek.id)).toEqual({ kind: 'weekly', every: 1, days: ['SU'] });
  });
});
