import { describe, expect, it } from 'vitest';
import { summerCamps } from '../../src/templates/summer-camps.ts';
import { ben, mia } from '../support/camps.ts';
import { date, instant, text } from '../support/fact-values.ts';
import { ana, sam } from '../support/run-bench.ts';
import { startTemplate, type TemplateRun } from '../support/template-run.ts';

const opening = '2031-03-05T09:00:00Z';

function startCamps(): TemplateRun {
  return startTemplate(summerCamps, '2031-03-01T09:00:00Z', {
    parts: { planner: ana, other: sam },
    facts: { holidays: date('2031-07-01') },
    items: { children: [mia, ben] },
  });
}

function choose(camps: TemplateRun, who: string, camp: string, opens = opening): void {
  camps.finish(`choose/${who}`, {
    facts: {
      camp: text(camp),
      second: text('Climbing'),
      opens: instant(opens, 'Europe/Lisbon'),
      starts: date('2031-07-07'),
      ends: date('2031-07-11'),
    },
  });
}

function papers(camps: TemplateRun, who: string): void {
  camps.finish(`medical/${who}`);
  camps.finish(`pick-up/${who}`, { facts: { fetchers: text('Ana, Sam') } });
}

function settle(camps: TemplateRun, who: string): void {
  choose(camps, who, 'Sailing');
  camps.finish(`register/${who}`, { outcome: 'in' });
  papers(camps, who);
  camps.finish(`pay/${who}`);
}

const place = { outcome: 'in' };

describe('summer camps, run', () => {
  it('[X5] registers when the window opens; who is not there in a quarter of an hour is stood in for', () => {
    const camps = startCamps();
    choose(camps, 'mia', 'Sailing');
    expect(camps.device.of('register/mia')).toMatchObject({
      status: 'ready',
      startsAt: Date.parse(opening),
      dueAt: Date.parse('2031-03-05T10:00:00Z'),
    });
    expect(camps.told('register/mia', '2031-03-05T09:14:00Z')).toEqual([]);
    expect(camps.told('register/mia', '2031-03-05T09:15:00Z')).toEqual(['addBackup stalled: sam']);
    expect(camps.told('register/mia', '2031-03-05T11:01:00Z')).toContain('tellConductor late: ana');
  });

  it('[J5] [J6] sends a full camp back for that child alone, with the second choice at hand', () => {
    const camps = startCamps();
    choose(camps, 'mia', 'Sailing');
    choose(camps, 'ben', 'Chess');
    camps.finish('register/mia', { outcome: 'full' });
    expect([camps.status('choose/mia'), camps.status('choose/ben')]).toEqual(['ready', 'completed']);
    const seconds = camps.device.state().facts.get('second/mia' as never);
    expect(seconds?.value).toEqual(text('Climbing'));
    choose(camps, 'mia', 'Climbing', '2031-03-06T09:00:00Z');
    expect(camps.device.of('register/mia').startsAt).toBe(Date.parse('2031-03-06T09:00:00Z'));
  });

  it('[X5] gives a form that is unsigned after a week to the other parent, and a day later tells who conducts', () => {
    const camps = startCamps();
    choose(camps, 'mia', 'Sailing');
    camps.at('2031-03-05T09:05:00Z');
    camps.finish('register/mia', place);
    expect(camps.told('medical/mia', '2031-03-12T09:04:00Z')).toEqual([]);
    expect(camps.told('medical/mia', '2031-03-12T09:05:00Z')).toEqual(['addBackup stalled: ana']);
    expect(camps.told('medical/mia', '2031-03-13T09:05:00Z')).toEqual([
      'addBackup stalled: ana',
      'tellConductor stalled: ana',
    ]);
    camps.device.do({ kind: 'claimStep', occurrence: camps.device.of('medical/mia').occurrence });
    papers(camps, 'mia');
    expect(camps.status('pay/mia')).toBe('ready');
  });

  it('[J6] checks for clashes once the list is complete, settles one, and then plans the rides', () => {
    const camps = startCamps();
    settle(camps, 'mia');
    settle(camps, 'ben');
    expect(camps.status('clash')).toBe('created');
    camps.device.do({ kind: 'closeItems', section: 'children' });
    camps.finish('clash', { outcome: 'clash' });
    expect([camps.status('settle'), camps.status('carpool')]).toEqual(['ready', 'created']);
    camps.finish('settle', { facts: { agreed: text('Sam takes the Monday off') } });
    camps.finish('carpool', { facts: { rides: text('Ana there, Sam back') } });
    camps.finish('calendar');
    expect(camps.device.state().status).toBe('finished');
  });

  it('[K2] offers the camps of all children, by their names, to whoever would take turns', () => {
    const camps = startCamps();
    choose(camps, 'mia', 'Sailing');
    const carpool = camps.device.state().steps.find(({ id }) => id === 'carpool');
    expect(carpool?.contact?.text).toContain('Mia: {camp/mia}, Ben: {camp/ben}');
  });

  it('[F4] [F1] moves what is due with the first day, and has the rides looked at again', () => {
    const camps = startCamps();
    for (const who of ['mia', 'ben']) settle(camps, who);
    camps.device.do({ kind: 'closeItems', section: 'children' });
    camps.finish('clash', { outcome: 'fit' });
    camps.finish('carpool', { facts: { rides: text('Ana') } });
    expect(camps.status('settle')).toBe('withdrawn');
    const before = camps.device.of('medical/mia').dueAt ?? 0;
    camps.device.do({ kind: 'setFact', fact: 'starts/mia' as never, value: date('2031-07-14') });
    expect(camps.device.of('medical/mia').dueAt).toBe(before + 7 * 86_400_000);
    expect([camps.device.of('clash').validity, camps.device.of('carpool').validity]).toEqual([
      'recheck',
      'recheck',
    ]);
  });

  it('[U1] [J7] proposes to get back what was paid when all of it is called off', () => {
    const camps = startCamps();
    settle(camps, 'mia');
    camps.device.do({ kind: 'cancelRun' });
    expect(camps.device.of('pay/mia').undo?.status).toBe('proposed');
    expect(camps.device.of('pay/ben').status).toBe('terminated');
    camps.device.do({ kind: 'recordUndone', occurrence: camps.device.of('pay/mia').occurrence });
    expect(camps.device.of('pay/mia').undo?.status).toBe('compensated');
  });
});
