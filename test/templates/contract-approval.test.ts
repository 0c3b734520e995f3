import { describe, expect, it } from 'vitest';
import { computeAlerts } from '../../src/engine/alerts/compute-alerts.ts';
import { contractApproval } from '../../src/templates/contract-approval.ts';
import { date, number, text } from '../support/fact-values.ts';
import { ana, leo, sam } from '../support/run-bench.ts';
import { type Play, startPlay } from '../support/template-play.ts';

/** Ana conducts and writes, Sam is legal, Leo has the money and answers for it. */
function begin(worth = 20_000): Play {
  return startPlay(
    contractApproval,
    { drafter: ana, legal: sam, finance: leo, owner: leo },
    { at: '2026-02-01T09:00', facts: { 'sign-by': date('2026-03-23'), worth: number(worth) } },
  );
}

function draft(play: Play, version: string): void {
  play.done('draft', { facts: { version: text(version) } });
}

/** Approved by everybody and on its way to be signed, on the 1st of March. */
function sent(worth = 20_000): Play {
  const play = begin(worth);
  draft(play, '1');
  play.vote('legal-review', sam);
  play.vote('owner-review', leo);
  if (worth >= 10_000) play.vote('finance-review', leo);
  play.moveTo('2026-03-01T09:00');
  play.done('send');
  return play;
}

describe('the contract approval, run', () => {
  it('[J1] leaves finance out of a small contract, and sends it once the others approved', () => {
    const play = begin(9999);
    draft(play, '1');
    expect(play.device.of('finance-review')).toMatchObject({
      status: 'withdrawn',
      withdrawnBecause: 'condition',
    });
    play.vote('legal-review', sam);
    expect(play.status('send')).toEqual(['created']);
    play.vote('owner-review', leo);
    expect(play.status('send')).toEqual(['ready']);
  });

  it('[J4] lets nobody send it over the head of whoever checks the wording', () => {
    const play = begin();
    draft(play, '1');
    for (const id of ['finance-review', 'owner-review']) play.vote(id, leo);
    expect(
      play.device.give({ kind: 'completeStep', occurrence: play.device.of('send').occurrence }),
    ).toMatchObject({ error: { type: 'enforcedSteps', steps: ['legal-review'] } });
  });

  it('[J4] sends nothing when the wording was never checked, whoever else said yes', () => {
    const play = begin();
    draft(play, '1');
    for (const id of ['finance-review', 'owner-review']) play.vote(id, leo);
    play.device.do({ kind: 'skipStep', occurrence: play.device.of('legal-review').occurrence });
    expect(play.status('send')).toEqual(['withdrawn']);
  });

  it('[J5] goes back to the draft when anybody wants changes, and asks everybody again', () => {
    const play = begin();
    draft(play, '1');
    play.vote('owner-review', leo);
    play.vote('legal-review', sam, 'reject');
    expect(play.device.of('draft')).toMatchObject({ occurrence: { iteration: 2 }, status: 'ready' });
    draft(play, '2');
    for (const [id, by] of [
      ['legal-review', sam],
      ['finance-review', leo],
      ['owner-review', leo],
    ] as const) {
      expect([id, ...play.status(id)]).toEqual([id, 'ready']);
      play.vote(id, by);
    }
    expect(play.device.of('owner-review').occurrence.iteration).toBe(1);
    expect(play.status('send')).toEqual(['ready']);
  });

  it('[J5] is drafted three times at most, whoever wants changes', () => {
    const play = begin();
    for (const [version, id, by] of [
      ['1', 'legal-review', sam],
      ['2', 'owner-review', leo],
    ] as const) {
      draft(play, version);
      play.vote(id, by, 'reject');
    }
    expect(play.device.of('draft')).toMatchObject({ occurrence: { iteration: 3 }, status: 'ready' });
    draft(play, '3');
    play.vote('legal-review', sam, 'reject');
    expect(play.status('legal-review', 'draft')).toEqual(['completed', 'completed']);
    expect(play.device.give({ kind: 'redoSection', section: 'drafting' })).toMatchObject({
      error: { type: 'redoLimit', atMost: 3 },
    });
  });

  it('[O4] a new draft voids what was said of the older one, also when it is on the table of whoever sends it', () => {
    const play = begin(1);
    draft(play, '1');
    play.vote('legal-review', sam);
    play.vote('owner-review', leo);
    play.set('version', text('1b'));
    expect(play.status('legal-review', 'send')).toEqual(['ready', 'created']);
  });

  it('[F6] asks finance after all when it turns out to be worth more, and what was sent waits for nobody', () => {
    const play = begin(9999);
    draft(play, '1');
    play.set('worth', number(12_000));
    expect(play.device.of('finance-review')).toMatchObject({ status: 'ready' });
    play.vote('finance-review', leo);
    play.set('worth', number(15_000));
    expect(play.device.of('finance-review')).toMatchObject({ status: 'ready', approval: { lapsed: true } });
  });

  it('[X5] reminds three times that nobody signed, tells who conducts when the offer ran out, and closes nothing', () => {
    const play = sent();
    const reminders: string[] = [];
    for (const day of ['03', '04', '07', '10', '20']) {
      play.moveTo(`2026-03-${day}T12:00`);
      reminders.push(`${day}: ${play.alerts().length}`);
    }
    expect(reminders).toEqual(['03: 0', '04: 1', '07: 2', '10: 3', '20: 3']);
    expect(new Set(play.alerts())).toEqual(new Set(['signature remind ana']));
    play.moveTo('2026-03-24T20:00');
    expect(play.alerts()).toEqual(
      expect.arrayContaining(['signature tellConductor ana', 'signature addBackup leo']),
    );
    play.moveTo('2026-03-26T20:00');
    expect(play.alerts()).toContain('signature proposeCancel ana');
    expect(play.status('signature')).toEqual(['ready']);
    // More time: everything behind it moves along, and nobody is told any more.
    play.set('sign-by', date('2026-04-10'));
    expect(play.due('signature')).toBe('2026-04-10T17:00');
    expect(new Set(play.alerts())).toEqual(new Set(['signature remind ana']));
  });

  it('[J7] [U1] called off after it ran out, it proposes to withdraw the offer', () => {
    const play = sent();
    play.moveTo('2026-03-27T09:00');
    play.take('signature', 'cancelRun');
    expect(play.device.state().status).toBe('cancelled');
    expect(play.device.of('send').undo).toMatchObject({ status: 'proposed', holder: ana });
    play.device.do({ kind: 'recordUndone', occurrence: play.device.of('send').occurrence });
    expect(play.device.of('send').undo?.status).toBe('compensated');
    expect(computeAlerts(play.device.state(), Date.parse('2026-06-01')).alerts).toEqual([]);
  });

  it('[F4] asks about the renewal ninety days before it, less two weeks, and ends there', () => {
    const play = sent(1);
    for (const id of ['signature', 'file-it']) play.done(id);
    play.done('renewal-date', { facts: { renewal: date('2027-03-31') } });
    // 90 days before is 31 December, in Lisbon's winter time.
    expect(play.device.of('notice').startsAt).toBe(Date.parse('2026-12-17T09:00:00Z'));
    play.done('notice', { by: leo, outcome: 'keep' });
    expect(play.device.state().status).toBe('finished');
  });
});
