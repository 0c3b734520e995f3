import { describe, expect, it } from 'vitest';
import { computeJoin, type EdgeCounts } from '../../src/engine/readiness.ts';
import { computeTimed } from '../../src/engine/timed.ts';
import { computeWaits } from '../../src/engine/waits.ts';
import { aOrB, edge, handLog, type HandLog } from '../support/hand-log.ts';
import { occurrence, step, stepId } from '../support/run-bench.ts';

const none: EdgeCounts = { unknown: 0, live: 0, dead: 0, failed: 0, barred: 0 };
const counts = (more: Partial<EdgeCounts>): EdgeCounts => ({ ...none, ...more });
const statuses = (log: HandLog, ...steps: readonly string[]): readonly string[] =>
  steps.map((id) => log.of(id).status);

describe('how edges come together', () => {
  it('[J1] all: an unchosen branch never kills a join that has a live edge', () => {
    expect(computeJoin(undefined, counts({ dead: 1, live: 1 }))).toBe('ready');
    expect(computeJoin(undefined, counts({ dead: 2 }))).toBe('dead');
    expect(computeJoin(undefined, counts({ live: 1, unknown: 1 }))).toBe('waiting');
    expect(computeJoin(undefined, counts({ live: 1, unknown: 1, failed: 1 }))).toBe('blocked');
    expect(computeJoin(undefined, counts({}))).toBe('ready');
  });

  it('[J2] k of n: k live are enough; out of reach it is dead, or blocked when failures are why', () => {
    const two = { kind: 'count', count: 2 } as const;
    expect(computeJoin(two, counts({ live: 2, unknown: 1, failed: 1 }))).toBe('ready');
    expect(computeJoin(two, counts({ live: 1, unknown: 1, dead: 4 }))).toBe('waiting');
    expect(computeJoin(two, counts({ live: 1, dead: 2 }))).toBe('dead');
    expect(computeJoin(two, counts({ live: 1, failed: 1, dead: 1 }))).toBe('blocked');
    expect(computeJoin({ kind: 'any' }, counts({ live: 1, unknown: 3 }))).toBe('ready');
  });

  it('[J3] always: waits for nothing but an end, whichever', () => {
    expect(computeJoin({ kind: 'always' }, counts({ dead: 2, failed: 1 }))).toBe('ready');
    expect(computeJoin({ kind: 'always' }, counts({ live: 2, unknown: 1 }))).toBe('waiting');
  });
});

describe('dead paths', () => {
  const steps = [
    step('choose', [], aOrB),
    step('left', [], { after: [edge('choose', { outcomes: ['a'] })] }),
    step('right', [], { after: [edge('choose', { outcomes: ['b'] })] }),
    step('further', ['right']),
    step('join', ['left', 'further']),
  ];

  it('[J1] withdraw all that only they lead to, and the run ends without it', () => {
    const log = handLog(steps);
    log.complete('choose', 'a');
    expect(statuses(log, 'left', 'right', 'further', 'join')).toEqual([
      'ready',
      'withdrawn',
      'withdrawn',
      'created',
    ]);
    expect(log.of('further').withdrawnBecause).toBe('deadPath');
    const left = log.complete('left');
    expect(log.of('join')).toMatchObject({ status: 'ready', freedBy: left.id, readyAt: left.at });
    const end = log.complete('join');
    expect([log.state().status, log.state().finishedAt]).toEqual(['finished', end.at]);
  });

  it('[J1] a skipped decision opens only edges that name no outcome', () => {
    const log = handLog([...steps, step('anyway', ['choose'])]);
    log.tell('step.skipped/1', 'choose', {});
    expect(statuses(log, 'left', 'right', 'join', 'anyway')).toEqual([
      'withdrawn',
      'withdrawn',
      'withdrawn',
      'ready',
    ]);
  });

  it('[J7] a cancelled step is terminated and opens nothing', () => {
    const log = handLog([step('x'), step('y', ['x'])]);
    log.tell('step.cancelled/1', 'x', { reason: 'no longer' });
    expect([log.of('x').status, log.of('x').reason, log.of('y').status]).toEqual([
      'terminated',
      'no longer',
      'withdrawn',
    ]);
    expect(log.state().status).toBe('finished');
  });

  it('[J9] what was begun is withdrawn with its path; what was completed stays, as surplus, and leads on', () => {
    const log = handLog(steps);
    const start = log.last();
    log.tell('step.started/1', 'left', {}, { saw: [start] });
    log.complete('further', undefined, { saw: [start] });
    log.complete('choose', 'b');
    expect(log.of('left')).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'deadPath' });
    expect(log.of('further')).toMatchObject({ status: 'completed', surplus: false });
    log.tell('step.reopened/1', 'choose', {});
    log.complete('choose', 'a', { pass: 2 });
    expect(log.of('further')).toMatchObject({ status: 'completed', surplus: true });
    log.tell('step.skipped/1', 'left', {});
    expect(log.of('join').status).toBe('ready');
  });

  it('[J1] a failure blocks what waits for all, says so, and is over with the retry', () => {
    const log = handLog([step('x'), step('y'), step('z', ['x', 'y'])]);
    log.tell('step.failed/1', 'x', { reason: 'shut' });
    expect(log.of('z')).toMatchObject({ status: 'created', blocked: true });
    expect(computeWaits(log.state(), stepId('z'))).toMatchObject({ blockedBy: ['x'], waitingFor: ['y'] });
    log.tell('step.retried/1', 'x', {});
    expect(log.of('z').blocked).toBe(false);
  });
});

describe('a join that cancels the rest', () => {
  const steps = [
    step('ask'),
    step('a', ['ask']),
    step('b', ['ask']),
    step('b2', ['b']),
    step('c', ['ask']),
    step('else', ['c']),
    step('join', ['a', 'b2', 'c'], { join: { kind: 'any', cancelRest: true } }),
  ];

  it('[J2] withdraws the open steps that lead nowhere else once it fires', () => {
    const log = handLog(steps);
    log.complete('ask');
    log.tell('step.started/1', 'b', {});
    log.complete('a');
    expect(statuses(log, 'b', 'b2', 'c', 'else', 'join')).toEqual([
      'withdrawn',
      'withdrawn',
      'ready',
      'created',
      'ready',
    ]);
    expect(log.of('b2').withdrawnBecause).toBe('restCancelled');
    log.tell('step.reopened/1', 'a', {});
    expect(statuses(log, 'b', 'b2', 'join')).toEqual(['inProgress', 'created', 'created']);
  });

  it('[J2] is not undone by the dead edges it makes, and is asked for by whoever began early', () => {
    const log = handLog(steps);
    log.complete('ask');
    log.tell('step.started/1', 'join', {});
    expect(statuses(log, 'a', 'b', 'join')).toEqual(['withdrawn', 'withdrawn', 'inProgress']);
  });

  it('[J2] soft edges count for where a step leads: within the branch they hold nothing back, out of it they do', () => {
    const log = handLog([
      step('first'),
      step('second', [], { after: [edge('first', { strength: 'soft' })] }),
      step('third', ['first']),
      step('outside', [], { after: [edge('told', { strength: 'soft' })] }),
      step('told'),
      step('join', ['second', 'third', 'told'], { join: { kind: 'any', cancelRest: true } }),
    ]);
    log.complete('second');
    expect(statuses(log, 'first', 'third', 'told')).toEqual(['withdrawn', 'withdrawn', 'ready']);
  });

  it('[J9] a completion that came too late is surplus; of the first ones none is', () => {
    const log = handLog(steps);
    const ask = log.complete('ask');
    log.complete('a', undefined, { saw: [ask] });
    const b = log.complete('b', undefined, { saw: [ask] });
    log.complete('b2', undefined, { saw: [b] });
    expect([log.of('a').surplus, log.of('b').surplus, log.of('b2').surplus]).toEqual([false, true, true]);
    expect(log.of('join').freedBy).toBe('e003');
  });
});

describe('[J4] edges with a strength or a lag', () => {
  it('soft ones never hold a step up, they are told; enforced ones are told apart', () => {
    const log = handLog([
      step('x'),
      step('y'),
      step('z', [], { after: [edge('x', { strength: 'soft' }), edge('y', { strength: 'enforced' })] }),
    ]);
    expect(computeWaits(log.state(), stepId('z'))).toEqual({
      waitingFor: ['y'],
      enforcedFor: ['y'],
      blockedBy: [],
      softFor: ['x'],
      openLists: [],
    });
    log.complete('y');
    expect(log.of('z').status).toBe('ready');
  });

  it('an enforced one whose step ended otherwise, or was skipped, lets no other way around it', () => {
    const plan = [
      step('legal', [], aOrB),
      step('owner', [], aOrB),
      step('send', [], {
        after: [edge('legal', { outcomes: ['a'], strength: 'enforced' }), edge('owner', { outcomes: ['a'] })],
      }),
    ];
    const said = handLog(plan);
    said.complete('owner', 'a');
    said.complete('legal', 'b');
    expect(said.of('send')).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'deadPath' });
    const skipped = handLog(plan);
    skipped.complete('owner', 'a');
    skipped.tell('step.skipped/1', 'legal', {});
    expect(skipped.of('send').status).toBe('withdrawn');
    const wanted = handLog(plan);
    wanted.complete('owner', 'a');
    wanted.complete('legal', 'a');
    expect(wanted.of('send').status).toBe('ready');
    expect(computeJoin(undefined, counts({ live: 2, barred: 1, unknown: 1 }))).toBe('waiting');
  });

  it('an enforced one of a step that was not wanted itself bars nothing', () => {
    const log = handLog([
      step('choose', [], aOrB),
      step('money', [], { after: [edge('choose', { outcomes: ['b'] })] }),
      step('owner'),
      step('send', [], { after: [edge('money', { strength: 'enforced' }), edge('owner')] }),
    ]);
    log.complete('choose', 'a');
    log.complete('owner');
    expect(log.of('send').status).toBe('ready');
  });

  it('a lag and a start date make it ready and scheduled, until the later of the two', () => {
    const start = { kind: 'date', date: '2026-03-02', time: '12:00' } as const;
    const log = handLog([step('x'), step('z', [], { after: [edge('x', { lag: 240 })], start })]);
    expect(log.of('z').startsAt).toBe(Date.UTC(2026, 2, 2, 12));
    const done = log.complete('x');
    const startsAt = done.at + 240 * 60_000;
    expect(log.of('z')).toMatchObject({ status: 'ready', startsAt });
    const { key } = log.of('z');
    expect(computeTimed(log.state(), startsAt - 1)).toMatchObject({
      scheduled: new Set([key]),
      nextWakeAt: startsAt,
    });
    expect(computeTimed(log.state(), startsAt)).toMatchObject({ scheduled: new Set(), nextWakeAt: null });
  });
});

describe('what an event costs', () => {
  it('is the same at a join of three hundred edges as at one of three', () => {
    const wide = Array.from({ length: 300 }, (_, index) => `s${index}`);
    const log = handLog([...wide.map((id) => step(id)), step('join', wide)]);
    for (const id of wide.slice(1)) {
      const before = log.visits();
      log.complete(id);
      expect(log.visits() - before).toBeLessThanOrEqual(3);
    }
    expect(log.complete('s0').id).toBe(log.of('join').freedBy);
  });

  it('is at most one and a half times the steps, also where all of them are concerned', () => {
    const chain = Array.from({ length: 200 }, (_, index) =>
      step(`s${index}`, index === 0 ? [] : [`s${index - 1}`]),
    );
    const log = handLog(chain);
    const cost = (act: () => unknown): number => {
      const before = log.visits();
      act();
      return log.visits() - before;
    };
    for (const { id } of chain) log.complete(id);
    expect(cost(() => log.tell('step.reopened/1', 's0', {}))).toBeLessThanOrEqual(300);
    expect(log.of('s199').validity).toBe('provisional');
    expect(cost(() => log.complete('s0', undefined, { pass: 2 }))).toBeLessThanOrEqual(300);
    expect([log.of('s199').validity, log.of('s0').occurrence]).toEqual(['fresh', occurrence('s0', 2)]);
    expect(cost(() => log.tell('run.cancelled/1', null, {}))).toBeLessThanOrEqual(300);
  });
});
