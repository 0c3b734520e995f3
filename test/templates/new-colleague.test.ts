import { describe, expect, it } from 'vitest';
import { computeNotices } from '../../src/engine/notices.ts';
import { computeTimed } from '../../src/engine/timed.ts';
import { newColleague } from '../../src/templates/new-colleague.ts';
import { date, text } from '../support/fact-values.ts';
import { dayMs, hourMs, item, playTemplate, type TemplatePlay } from '../support/play-template.ts';
import { ana, leo, sam } from '../support/run-bench.ts';

/** Lisbon has summer time from the 29th of March on. */
const began = Date.parse('2026-04-01T09:00:00Z');
const firstDay = Date.parse('2026-04-21T23:00:00Z');

const at = (daysBefore: number, hours: number): number => firstDay - daysBefore * dayMs + hours * hourMs;

function hired(): TemplatePlay {
  const play = playTemplate(newColleague, {
    now: began,
    parts: { manager: ana, office: sam, it: leo },
    facts: { 'first-day': date('2026-04-22'), name: text('Rui') },
    items: {
      teams: [item('sales', 'Sales'), item('support', 'Support')],
      documents: [item('id', 'Passport or ID'), item('bank', 'Bank details')],
    },
  });
  play.complete('hire');
  return play;
}

/** All but what comes from outside. */
function prepare(play: TemplatePlay): void {
  play.complete('accounts', { by: leo, facts: { 'work-mail': text('rui@example.org') } });
  play.moveTo(began + hourMs);
  play.complete('payroll', { by: sam });
  for (const team of ['sales', 'support'])
    play.complete(`rights/${team}`, { by: leo, facts: { [`may-use/${team}`]: text('The office') } });
  play.complete('request', { by: sam });
}

describe('a new colleague', () => {
  it('[J6] goes to its end: four ways beside each other, the badge on the first day, the first week', () => {
    const play = hired();
    const beside = ['accounts', 'payroll', 'rights/sales', 'rights/support', 'request'];
    expect(play.statuses(...beside)).toEqual(beside.map(() => 'ready'));
    prepare(play);
    for (const document of ['id', 'bank']) {
      play.complete(`document/${document}`, { by: sam });
      expect(play.device.of('badge').status).toBe('created');
      play.complete(`verify/${document}`, { outcome: 'right' });
    }
    const badge = play.device.of('badge');
    expect(badge).toMatchObject({ status: 'ready', holder: sam, startsAt: at(0, 8), dueAt: at(0, 12) });
    expect(computeTimed(play.device.state(), at(1, 0)).scheduled.has(badge.key)).toBe(true);
    expect(computeTimed(play.device.state(), at(0, 8)).scheduled.has(badge.key)).toBe(false);
    play.moveTo(at(0, 8));
    play.complete('badge', { by: sam });
    play.complete('first-week');
    expect(play.device.state().status).toBe('finished');
  });

  it('[J5] asks for a document that is not right once more, and for that one alone', () => {
    const play = hired();
    prepare(play);
    for (const document of ['id', 'bank']) play.complete(`document/${document}`, { by: sam });
    play.complete('verify/bank', { outcome: 'right' });
    play.complete('verify/id', { outcome: 'again' });
    expect(play.device.of('document/id')).toMatchObject({ occurrence: { iteration: 2 }, status: 'ready' });
    expect(play.statuses('document/bank', 'verify/bank', 'badge')).toEqual([
      'completed',
      'completed',
      'created',
    ]);
    expect(play.told(began + 2 * hourMs)).toContain('document/id rejected remind → sam');
    for (const round of [2, 3]) {
      expect(play.device.of('verify/id').occurrence.iteration).toBe(round);
      play.complete('document/id', { by: sam });
      if (round < 3) play.complete('verify/id', { outcome: 'again' });
    }
    const { occurrence } = play.device.of('verify/id');
    expect(play.device.give({ kind: 'completeStep', occurrence, outcome: 'again' })).toMatchObject({
      error: { type: 'redoLimit', atMost: 3 },
    });
    play.complete('verify/id', { outcome: 'right' });
    expect(play.device.of('badge').status).toBe('ready');
  });

  it('[X5] tells who conducts of a document that is missing three days before, and nobody gets a badge', () => {
    const play = hired();
    prepare(play);
    play.complete('document/id', { by: sam });
    play.complete('verify/id', { outcome: 'right' });
    const due = at(3, 9);
    expect(play.told(due - hourMs)).toEqual(['document/bank noReply remind → sam']);
    expect(play.told(due + 1)).toEqual([
      'document/bank noReply remind → sam',
      'document/bank late remind → sam',
      'document/bank late tellConductor → ana',
    ]);
    expect(play.ways(due + 1, 'document/bank', ana)).toEqual(expect.arrayContaining(['ask', 'skip', 'open']));
    // What rests on it waits, whatever the day.
    expect(play.statuses('verify/bank', 'badge', 'first-week')).toEqual(['created', 'created', 'created']);
    const { occurrence } = play.device.of('badge');
    expect(play.device.give({ kind: 'completeStep', occurrence })).toMatchObject({
      error: { type: 'enforcedSteps' },
    });
    play.complete('document/bank', { by: sam });
    expect(play.told(due + 1)).toEqual([]);
  });

  it('[F4] [F1] moves with the first day: dates follow, and who reckoned with the old one looks again', () => {
    const play = hired();
    prepare(play);
    play.moveTo(at(3, 10));
    expect(play.told(at(3, 10)).length).toBeGreaterThan(0);
    play.set('first-day', date('2026-04-29'));
    expect(play.device.of('document/bank').dueAt).toBe(at(-4, 9));
    expect(play.device.of('first-week').dueAt).toBe(at(-14, 18));
    const unsure = [...play.device.state().current.values()].filter(({ validity }) => validity === 'recheck');
    expect(unsure.map(({ occurrence }) => occurrence.step)).toEqual(['payroll', 'request']);
    const [notice] = computeNotices(play.device.state(), sam);
    expect(notice).toMatchObject({
      kind: 'factMoved',
      fact: 'first-day',
      checks: ['payroll//1', 'request//1'],
    });
    expect(notice?.kind === 'factMoved' ? notice.moved.map(({ key }) => key) : []).toEqual(
      expect.arrayContaining(['document/id/1', 'document/bank/1', 'badge//1']),
    );
    for (const step of ['payroll', 'request'])
      play.device.do({ kind: 'recheckStep', occurrence: play.device.of(step).occurrence }, { actor: sam });
    expect(play.told(at(3, 10)).filter((each) => each.includes(' late '))).toEqual([]);
  });

  it('[J7] proposes to take everything back when they do not come after all, last first', () => {
    const play = hired();
    prepare(play);
    play.complete('document/id', { by: sam });
    play.device.do({ kind: 'cancelRun', reason: 'They stay where they are' });
    expect(play.undos()).toEqual(['document/id', 'rights/support', 'rights/sales', 'payroll', 'accounts']);
    expect(play.device.of('accounts').undo?.holder).toBe(leo);
  });

  it('hears of a badge that is not there within the hour', () => {
    const play = hired();
    prepare(play);
    for (const document of ['id', 'bank']) {
      play.complete(`document/${document}`, { by: sam });
      play.complete(`verify/${document}`, { outcome: 'right' });
    }
    expect(play.told(at(0, 12) + 1)).toEqual(['badge late remind → sam']);
    expect(play.told(at(0, 13) + 1)).toEqual([
      'badge late remind → sam',
      'badge late tellConductor → ana',
      'badge late addBackup → ana',
    ]);
  });
});
