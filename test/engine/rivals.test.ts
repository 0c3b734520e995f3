import { describe, expect, it } from 'vitest';
import { computeEdge } from '../../src/engine/readiness.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import { aOrB, edge, handLog } from '../support/hand-log.ts';
import { ana, leo, occurrence, sam, step } from '../support/run-bench.ts';

const decision = [
  step('choose', [], aOrB),
  step('left', [], { after: [edge('choose', { outcomes: ['a'] })] }),
  step('either', [], { after: [edge('choose', { outcomes: ['a', 'b'] })] }),
  step('anyhow', ['choose']),
];

describe('rival outcomes', () => {
  it('[M1] completed twice with other outcomes: completed, and only the edges in dispute wait', () => {
    const log = handLog(decision);
    const start = log.last();
    const a = log.complete('choose', 'a', { saw: [start], by: ana });
    const b = log.complete('choose', 'b', { saw: [start], by: sam });
    const choose = log.of('choose');
    expect(choose).toMatchObject({ status: 'completed', outcome: null, closedBy: [ana, sam] });
    expect(choose.conflict.map(({ event, outcome }) => [event, outcome])).toEqual([
      [a.id, 'a'],
      [b.id, 'b'],
    ]);
    expect(['left', 'either', 'anyhow'].map((id) => log.of(id).status)).toEqual([
      'created',
      'ready',
      'ready',
    ]);
    expect(computeEdge(edge('choose', { outcomes: ['a'] }), choose)).toBe('unknown');
    for (const id of ['either', 'anyhow', 'left']) log.complete(id);
    expect(log.state().status).toBe('running');
    log.tell('conflict.resolved/1', 'choose', { keep: b.id });
    expect(log.of('choose')).toMatchObject({ outcome: 'b', conflict: [], closedBy: [sam] });
    expect(log.of('choose').overruled.map(({ event }) => event)).toEqual([a.id]);
    expect(log.of('left')).toMatchObject({ status: 'completed', surplus: true });
    expect(log.state().status).toBe('finished');
  });

  it('[M1] is cleared by a completion that saw both', () => {
    const log = handLog(decision);
    const start = log.last();
    log.complete('choose', 'a', { saw: [start] });
    log.complete('choose', 'b', { saw: [start], by: sam });
    log.complete('choose', 'a');
    expect(log.of('choose')).toMatchObject({ outcome: 'a', conflict: [] });
    expect(log.of('left').status).toBe('ready');
  });

  it('completed twice with one outcome is one completion, both credited', () => {
    const log = handLog(decision);
    const start = log.last();
    log.complete('choose', 'a', { saw: [start], by: ana });
    log.complete('choose', 'a', { saw: [start], by: sam });
    expect(log.of('choose')).toMatchObject({ outcome: 'a', conflict: [], closedBy: [ana, sam] });
  });

  it.each(['step.failed/1', 'step.skipped/1', 'step.reopened/1'] as const)(
    'cancelled ∥ %s: held, both sides readable',
    (type) => {
      const log = handLog([step('x')]);
      log.tell('step.failed/1', 'x', { reason: 'shut' });
      const start = log.tell('step.retried/1', 'x', {});
      log.tell('step.cancelled/1', 'x', { reason: 'no' }, { saw: [start] });
      log.tell(type, 'x', { reason: 'other' }, { saw: [start], by: sam });
      expect(log.of('x')).toMatchObject({ status: 'held' });
      expect(log.of('x').conflict.map(({ text }) => text)).toEqual(['no', 'other']);
    },
  );

  it('completed ∥ cancelled: completed, the other overruled', () => {
    const log = handLog([step('x')]);
    const start = log.last();
    log.tell('step.cancelled/1', 'x', {}, { saw: [start], by: sam });
    log.complete('x', undefined, { saw: [start] });
    expect(log.of('x')).toMatchObject({ status: 'completed', overruled: [{ type: 'step.cancelled/1' }] });
  });
});

describe('completed ∥ reopened', () => {
  it('[J8] the result stays in its pass and is offered to the next, until that is closed', () => {
    const log = handLog([step('x', [], aOrB)]);
    const start = log.complete('x', 'a');
    const late = log.tell(
      'step.completed/2',
      'x',
      { outcome: 'b', note: 'from the train' },
      { saw: [start] },
    );
    log.tell('step.reopened/1', 'x', {}, { saw: [start], by: sam });
    log.tell('step.reopened/1', 'x', {}, { saw: [start], by: leo });
    expect(log.of('x')).toMatchObject({
      occurrence: { iteration: 2 },
      status: 'ready',
      offered: { event: late.id, outcome: 'b', note: 'from the train' },
    });
    expect(log.state().occurrences.get(occurrenceKey(occurrence('x')))).toMatchObject({
      status: 'completed',
      outcome: 'b',
    });
    log.complete('x', 'a', { pass: 2 });
    expect(log.of('x').offered).toBeNull();
  });

  it('[J8] what the reopening had seen is not offered', () => {
    const log = handLog([step('x')]);
    log.complete('x');
    log.tell('step.reopened/1', 'x', {});
    expect(log.of('x').offered).toBeNull();
  });
});

describe('who has it', () => {
  it('given back it is whom the plan names again; a rival claim or hand-over holds against that', () => {
    const log = handLog([step('x', [], { assignee: { kind: 'person', person: leo } })]);
    const taken = log.tell('step.claimed/1', 'x', {}, { by: sam });
    log.tell('step.released/1', 'x', {}, { saw: [taken], by: sam });
    expect(log.of('x')).toMatchObject({ holder: leo, taken: false });
    log.tell('step.claimed/1', 'x', {}, { saw: [taken], by: ana });
    expect(log.of('x')).toMatchObject({ holder: ana, taken: true, lostMoves: [] });
  });

  it('tells whose claim or hand-over did not hold, until somebody moves it again', () => {
    const log = handLog([step('x')]);
    const start = log.last();
    log.tell('step.claimed/1', 'x', {}, { saw: [start], by: ana });
    const lost = log.tell('step.claimed/1', 'x', {}, { saw: [start], by: sam });
    expect(log.of('x')).toMatchObject({ holder: ana, lostMoves: [{ event: lost.id, person: sam }] });
    log.tell('step.reassigned/1', 'x', { to: leo });
    expect(log.of('x')).toMatchObject({ holder: leo, lostMoves: [] });
  });

  it('[M2] completed ∥ handed over: tells the new holder that it was done by then', () => {
    const log = handLog([step('x')]);
    const start = log.last();
    log.complete('x', undefined, { saw: [start], by: ana });
    const handed = log.tell('step.reassigned/1', 'x', { to: leo }, { saw: [start], by: sam });
    expect(log.of('x').takenUnseen).toMatchObject({ event: handed.id, person: leo });
    const seen = handLog([step('x')]);
    seen.tell('step.reassigned/1', 'x', { to: leo }, { by: sam });
    seen.complete('x', undefined, { by: ana });
    expect(seen.of('x').takenUnseen).toBeNull();
  });
});

describe('waiting and pausing', () => {
  it('a wait ends by an answer, by its end or by a verdict that saw it; of rivals the latest is shown', () => {
    const log = handLog([step('x')]);
    const start = log.last();
    log.tell('step.waitingStarted/1', 'x', { on: 'the bank' }, { saw: [start] });
    const later = log.tell(
      'step.waitingStarted/1',
      'x',
      { on: 'the notary', person: sam },
      { saw: [start], by: sam },
    );
    expect(log.of('x')).toMatchObject({
      status: 'waiting',
      waitingOn: { on: 'the notary', person: sam, since: later.at },
    });
    log.tell('reply.received/1', 'x', { text: 'Monday' });
    expect(log.of('x')).toMatchObject({ status: 'ready', waitingOn: null, replies: [{ text: 'Monday' }] });
  });

  it('a paused step and a suspended run are suspended where they could go on, and go on by whoever saw it', () => {
    const log = handLog([step('x'), step('y', ['x'])]);
    const start = log.last();
    const paused = log.tell('step.paused/1', 'x', {}, { saw: [start] });
    expect([log.of('x').status, log.of('y').status]).toEqual(['suspended', 'created']);
    log.tell('step.resumed/1', 'x', {}, { saw: [start], by: sam });
    expect(log.of('x').status).toBe('suspended');
    log.tell('step.resumed/1', 'x', {}, { saw: [paused] });
    expect(log.of('x').status).toBe('ready');
    log.tell('run.suspended/1', null, {});
    expect([log.state().status, log.of('x').status]).toEqual(['suspended', 'suspended']);
    log.tell('run.resumed/1', null, {});
    expect([log.state().status, log.of('x').status]).toEqual(['running', 'ready']);
  });

  it('[X3] who has read an alert is known', () => {
    const log = handLog([step('x')]);
    log.tell('alert.acknowledged/1', null, { alert: 'fact/e1' }, { by: sam });
    expect(log.state().acknowledged.get('fact/e1')).toEqual(new Set([sam]));
  });
});
