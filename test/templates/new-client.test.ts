import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../src/model/fact.ts';
import { newClient } from '../../src/templates/new-client.ts';
import { date, instant, text } from '../support/fact-values.ts';
import { dayMs, hourMs, minuteMs, playTemplate, type TemplatePlay } from '../support/play-template.ts';
import { ana, leo, sam } from '../support/run-bench.ts';

const began = Date.parse('2026-03-02T09:00:00Z');
const plus: FactValue = { kind: 'choice', choice: 'plus' };
const address: FactValue = { kind: 'link', url: 'https://acme.example.org' };

function won(): TemplatePlay {
  return playTemplate(newClient, {
    now: began,
    parts: { lead: leo, 'set-up': sam, books: leo },
    facts: { start: date('2026-03-23'), client: text('Acme') },
  });
}

/** Up to the access. */
function signed(): TemplatePlay {
  const play = won();
  play.complete('contract', { by: leo });
  play.complete('crm', { by: leo });
  play.complete('billing', { by: leo, facts: { plan: plus } });
  play.complete('hand-off', { by: leo, facts: { promised: text('Two seats more'), hopes: text('Reports') } });
  return play;
}

function welcomed(): TemplatePlay {
  const play = signed();
  play.complete('access', { by: sam, facts: { 'sign-in': address } });
  play.complete('access-works', { by: leo, outcome: 'works' });
  return play;
}

describe('a new client', () => {
  it('[K1] is asked again while the contract does not come back, and a week later somebody else knows', () => {
    const play = won();
    const { occurrence } = play.device.of('contract');
    const sendIt = (): void => {
      play.device.do({ kind: 'startWaiting', occurrence, on: 'the other side' }, { actor: leo });
    };
    sendIt();
    expect(play.told(began + 2 * dayMs - 1)).toEqual([]);
    expect(play.told(began + 2 * dayMs)).toEqual(['contract noReply remind → leo']);
    expect(play.told(began + 5 * dayMs)).toEqual([
      'contract noReply remind → leo',
      'contract noReply tellConductor → ana',
    ]);
    // Asked again, the patience begins anew.
    play.moveTo(began + 3 * dayMs);
    play.device.do({ kind: 'endWaiting', occurrence }, { actor: leo });
    expect(play.device.of('contract').status).toBe('ready');
    sendIt();
    expect(play.told(began + 5 * dayMs - 1)).toEqual([]);
    play.device.do({ kind: 'recordReply', occurrence, text: 'Signed' }, { actor: leo });
    play.complete('contract', { by: leo });
    expect(play.statuses('crm', 'billing', 'hand-off')).toEqual(['ready', 'ready', 'ready']);
  });

  it('proposes to give up once they should have begun, and does nothing by itself', () => {
    const play = won();
    const due = Date.parse('2026-03-13T18:00:00Z');
    expect(play.told(due + 10 * dayMs + 1).at(-1)).toBe('contract late proposeCancel → ana');
    expect(play.ways(due + 10 * dayMs + 1, 'contract', ana)).toContain('cancelRun');
    expect(play.device.state().status).toBe('running');
  });

  it('[F5] sets nothing up before the plan is known, and nobody has to ask twice', () => {
    const play = won();
    for (const step of ['contract', 'billing', 'hand-off']) play.complete(step, { by: leo });
    expect(play.device.of('access')).toMatchObject({ status: 'created', missingFacts: ['plan'] });
    play.set('plan', plus);
    expect(play.device.of('access').status).toBe('ready');
    play.complete('access', { by: sam });
    play.set('plan', { kind: 'choice', choice: 'basic' });
    expect(play.device.of('access').validity).toBe('recheck');
  });

  it('[X1] has the access tried three times, and then asks who conducts', () => {
    const play = signed();
    const { occurrence } = play.device.of('access');
    let now = began;
    for (const wait of [30, 60]) {
      play.device.do({ kind: 'failStep', occurrence, reason: 'It does not let me in' }, { actor: sam });
      expect(play.told(now + wait * minuteMs - 1)).toEqual([]);
      now += wait * minuteMs;
      expect(play.told(now)).toEqual(['access failed remind → sam']);
      expect(play.ways(now, 'access', sam)[0]).toBe('retry');
      play.moveTo(now);
      play.device.do({ kind: 'retryStep', occurrence }, { actor: sam });
      expect(play.told(now)).toEqual([]);
    }
    play.device.do({ kind: 'failStep', occurrence, reason: 'It does not let me in' }, { actor: sam });
    expect(play.told(now)).toEqual(['access failed tellConductor → ana']);
    expect(play.ways(now, 'access', ana).slice(0, 3)).toEqual(['handOver', 'takeOver', 'retry']);
    play.device.do({ kind: 'reassignStep', occurrence, to: leo });
    play.device.do({ kind: 'retryStep', occurrence }, { actor: leo });
    play.complete('access', { by: leo });
    expect(play.told(now)).toEqual([]);
  });

  it('[J5] goes back to the access until it works, and welcomes nobody before', () => {
    const play = signed();
    for (const round of [1, 2]) {
      expect(play.device.of('access').occurrence.iteration).toBe(round);
      play.complete('access', { by: sam });
      play.complete('access-works', { by: leo, outcome: 'does-not' });
    }
    play.complete('access', { by: sam });
    const { occurrence } = play.device.of('access-works');
    expect(play.device.give({ kind: 'completeStep', occurrence, outcome: 'does-not' })).toMatchObject({
      error: { type: 'redoLimit', atMost: 3 },
    });
    const welcome = play.device.of('welcome').occurrence;
    expect(play.device.give({ kind: 'completeStep', occurrence: welcome })).toMatchObject({
      error: { type: 'enforcedSteps', steps: ['access-works'] },
    });
    play.complete('access-works', { by: leo, outcome: 'works' });
    expect(play.device.of('welcome').status).toBe('ready');
  });

  it('[F4] calls at the hour of the client’s zone, and looks back two weeks after the call', () => {
    const play = welcomed();
    play.complete('welcome', {
      by: leo,
      facts: { 'kick-off': instant('2026-03-24T13:30:00Z', 'America/New_York') },
    });
    const call = Date.parse('2026-03-24T13:30:00Z');
    expect(play.device.of('kick-off')).toMatchObject({ startsAt: call, dueAt: call + 3 * hourMs });
    // They cannot, and ask for the next day at the same hour.
    play.set('kick-off', instant('2026-03-25T13:30:00Z', 'America/New_York'));
    expect(play.device.of('kick-off').startsAt).toBe(call + dayMs);
    play.moveTo(call + dayMs + hourMs);
    play.complete('kick-off', { by: leo });
    // Nine in Lisbon, where summer time began in between.
    expect(play.device.of('two-weeks')).toMatchObject({
      startsAt: Date.parse('2026-04-08T08:00:00Z'),
      dueAt: Date.parse('2026-04-10T17:00:00Z'),
    });
    play.complete('two-weeks', { by: leo });
    expect(play.device.state().status).toBe('finished');
  });

  it('[X5] is not forgotten when nobody said when the kick-off is', () => {
    const play = welcomed();
    play.complete('welcome', { by: leo });
    expect(play.device.of('kick-off')).toMatchObject({ status: 'ready', dueAt: null });
    expect(play.told(began + 4 * dayMs)).toEqual([
      'kick-off stalled remind → leo',
      'kick-off stalled tellConductor → ana',
    ]);
  });

  it('[J7] proposes to take everything back when they change their mind', () => {
    const play = welcomed();
    play.device.do({ kind: 'cancelRun' });
    expect(play.undos()).toEqual(['access', 'billing', 'crm']);
    expect(play.device.of('access').undo?.holder).toBe(sam);
  });
});
