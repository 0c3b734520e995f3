import { describe, expect, it } from 'vitest';
import { computeAlerts } from '../../src/engine/alerts/compute-alerts.ts';
import { monthlyReport } from '../../src/templates/monthly-report.ts';
import { date, number } from '../support/fact-values.ts';
import { ana, leo, sam } from '../support/run-bench.ts';
import { type Play, startPlay } from '../support/template-play.ts';

const known = monthlyReport.sections?.[0]?.perItem?.known ?? [];

/** Sam has the numbers, Leo writes, Ana conducts and approves. The 2nd of March 2026 is a Monday. */
function begin(): Play {
  return startPlay(
    monthlyReport,
    { books: sam, writer: leo, approver: ana },
    { at: '2026-03-02T09:00', facts: { begins: date('2026-03-02') }, items: { sources: known } },
  );
}

function figure(play: Play, step: string, source: string, value: number): void {
  play.done(`${step}/${source}`, { by: sam, facts: { [`figure/${source}`]: number(value) } });
}

function write(play: Play, version = 'first'): void {
  const facts = { report: { kind: 'link', url: `https://example.org/${version}` } } as const;
  play.done('draft', { by: leo, facts });
}

/** Costs are last month's; everything is approved and out. */
function published(): Play {
  const play = begin();
  figure(play, 'numbers', 'income', 100);
  figure(play, 'numbers', 'hours', 320);
  play.device.do({ kind: 'openFallback', occurrence: play.device.of('last-month/costs').occurrence });
  figure(play, 'last-month', 'costs', 60);
  play.done('reconcile', { by: sam, facts: { result: number(40) } });
  write(play);
  play.vote('approve', ana);
  play.done('publish', { by: leo });
  return play;
}

describe('the monthly report, run', () => {
  it('[S1] counts in working days from the first: numbers by the second after it, agreed by the third', () => {
    const play = begin();
    expect(['numbers/income', 'last-month/income', 'reconcile', 'draft', 'publish'].map(play.due)).toEqual([
      '2026-03-04T18:00',
      '2026-03-05T12:00',
      '2026-03-05T18:00',
      '2026-03-06T18:00',
      '2026-03-10T18:00',
    ]);
  });

  it('[J6] begins to reconcile with two sources of three, and not with one that came twice', () => {
    const play = begin();
    figure(play, 'last-month', 'income', 90);
    expect(play.status('reconcile')).toEqual(['created']);
    figure(play, 'numbers', 'income', 100);
    expect(play.status('reconcile')).toEqual(['created']);
    figure(play, 'numbers', 'costs', 60);
    expect(play.status('reconcile', 'numbers/hours')).toEqual(['ready', 'ready']);
  });

  it('[X5] offers last month’s figure to who conducts the morning after a source is missing', () => {
    const play = begin();
    figure(play, 'numbers', 'income', 100);
    figure(play, 'numbers', 'hours', 320);
    play.moveTo('2026-03-04T18:30');
    expect(play.alerts()).toEqual(['numbers/costs remind sam']);
    play.moveTo('2026-03-05T09:30');
    expect(play.alerts()).toContain('numbers/costs offerFallback ana');
    play.take('numbers/costs', 'fallback');
    expect(play.status('last-month/costs', 'numbers/costs')).toEqual(['ready', 'ready']);
    expect(play.device.of('last-month/costs').holder).toBe(leo);
    play.moveTo('2026-03-05T18:30');
    expect(play.alerts()).toContain('numbers/costs addBackup leo');
    expect(play.alerts().join()).not.toContain('proposeSkip');
  });

  it('[F7] marks what rests on last month’s figure as done for now, to the end, and stays open for the real one', () => {
    const play = published();
    expect(play.validity('last-month/costs', 'reconcile', 'draft', 'approve', 'publish')).toEqual(
      Array.from({ length: 5 }, () => 'provisional'),
    );
    expect(play.device.state().status).toBe('running');
    play.device.do({ kind: 'skipStep', occurrence: play.device.of('numbers/costs').occurrence });
    expect(play.validity('reconcile', 'publish')).toEqual(['fresh', 'fresh']);
    expect(play.device.state().status).toBe('finished');
  });

  it('[F1] [F2] asks who reconciled to look again when the figure comes after all, and nobody else if it agrees', () => {
    const play = published();
    figure(play, 'numbers', 'costs', 61);
    expect(play.validity('reconcile', 'draft', 'approve')).toEqual(['recheck', 'provisional', 'provisional']);
    play.recheck('reconcile');
    expect(play.validity('reconcile', 'draft', 'publish')).toEqual(['fresh', 'fresh', 'fresh']);
    expect(play.device.state().status).toBe('finished');
  });

  it('[O4] [F3] with another result the draft is looked at, the vote is void, and what is out can be corrected', () => {
    const play = published();
    figure(play, 'numbers', 'costs', 90);
    play.device.do({ kind: 'reopenStep', occurrence: play.device.of('reconcile').occurrence });
    play.done('reconcile', { by: sam, facts: { result: number(10) } });
    expect(play.validity('draft', 'publish')).toEqual(['recheck', 'recheck']);
    expect(play.device.of('approve')).toMatchObject({ status: 'ready', approval: { lapsed: true } });
    expect(play.device.of('publish').undo).toMatchObject({ status: 'proposed' });
    play.device.do({ kind: 'reopenStep', occurrence: play.device.of('draft').occurrence });
    write(play);
    play.vote('approve', ana);
    play.device.do(
      { kind: 'recordUndone', occurrence: play.device.of('publish').occurrence },
      { actor: leo },
    );
    expect(play.device.state().status).toBe('finished');
  });

  it('[J5] goes back to the draft when the report is not approved, three times at most', () => {
    const play = begin();
    for (const source of ['income', 'costs', 'hours']) figure(play, 'numbers', source, 1);
    play.done('reconcile', { by: sam, facts: { result: number(3) } });
    write(play);
    play.vote('approve', ana, 'reject');
    expect(play.device.of('draft')).toMatchObject({ occurrence: { iteration: 2 }, holder: leo });
    expect(play.status('publish')).toEqual(['created']);
    write(play);
    play.vote('approve', ana);
    play.done('publish', { by: leo });
    expect(play.status('last-month/costs')).toEqual(['withdrawn']);
    expect(play.device.state().status).toBe('finished');
    expect(computeAlerts(play.device.state(), Date.parse('2026-06-01')).alerts).toEqual([]);
  });
});
