import { describe, expect, it } from 'vitest';
import { leo, occurrence, sam, startTwo, step, ana } from '../support/run-bench.ts';

/** One step on two devices, apart; then they meet. */
function apart() {
  const { a, b, meet } = startTwo([step('call'), step('after', ['call'])]);
  return { a, b, merged: () => ({ state: meet(), call: a.of('call'), after: a.of('after') }) };
}

describe('[M2] the merge table', () => {
  it('completed ∥ completed: one completion, both credited', () => {
    const { a, b, merged } = apart();
    a.complete('call');
    b.complete('call');
    const { call, after } = merged();
    expect([call.status, [...call.closedBy].sort(), call.conflict, after.status]).toEqual([
      'completed',
      [ana, sam],
      [],
      'ready',
    ]);
  });

  it('completed ∥ failed: completed, the failure noted, its retry void', () => {
    const { a, b, merged } = apart();
    const done = a.complete('call');
    const failure = b.fail('call');
    b.do({ kind: 'retryStep', occurrence: occurrence('call') });
    const { call } = merged();
    expect([call.status, call.closedBy, call.overruled.map(({ event }) => event)]).toEqual([
      'completed',
      [done.actor],
      [failure.id],
    ]);
  });

  it('completed ∥ skipped: completed, the skip readable', () => {
    const { a, b, merged } = apart();
    a.complete('call');
    const skip = b.skip('call');
    const { call } = merged();
    expect([call.status, call.conflict, call.overruled[0]?.event]).toEqual(['completed', [], skip.id]);
  });

  it('completed ∥ handed over: completed, the new owner shown', () => {
    const { a, b, merged } = apart();
    a.complete('call');
    b.do({ kind: 'reassignStep', occurrence: occurrence('call'), to: leo });
    expect(merged().call).toMatchObject({ status: 'completed', holder: leo });
  });

  it('completed ∥ reopened: the result stays in its iteration, the next one opens', () => {
    const { a, b } = startTwo([step('call'), step('after', ['call'])]);
    a.fail('call');
    b.receive(a);
    a.complete('call');
    b.reopen('call');
    a.receive(b);
    const first = [...a.state().occurrences.values()].find(({ key }) => key === 'call//1');
    expect([first?.status, a.of('call').occurrence.iteration, a.of('call').status]).toEqual([
      'completed',
      2,
      'ready',
    ]);
    expect(a.of('after').status).toBe('created');
  });

  it('completed ∥ run cancelled: the completion is kept, what was open is terminated', () => {
    const { a, b, merged } = apart();
    a.complete('call');
    b.do({ kind: 'cancelRun', reason: 'no trip' });
    const { state, call, after } = merged();
    expect([state.status, call.status, after.status, after.reason]).toEqual([
      'cancelled',
      'completed',
      'terminated',
      'no trip',
    ]);
  });

  it('failed ∥ skipped: held, and what follows waits [M1]', () => {
    const { a, b, merged } = apart();
    a.fail('call');
    b.skip('call');
    const { call, after } = merged();
    expect([call.status, call.conflict.map(({ type }) => type).sort(), after.status]).toEqual([
      'held',
      ['step.failed/1', 'step.skipped/1'],
      'created',
    ]);
  });

  it('failed ∥ skipped stays held when the failure was retried by somebody who had not seen the skip', () => {
    const { a, b, merged } = apart();
    a.fail('call');
    a.do({ kind: 'retryStep', occurrence: occurrence('call') });
    b.skip('call');
    expect(merged().call.status).toBe('held');
  });

  it.each(['skip', 'fail'] as const)('%s ∥ reopened: held, no new iteration until it is settled', (kind) => {
    const { a, b } = startTwo([step('call')]);
    a.fail('call');
    b.receive(a);
    b.reopen('call');
    a.do({ kind: 'retryStep', occurrence: occurrence('call') });
    a[kind]('call');
    a.receive(b);
    expect([a.of('call').status, a.of('call').occurrence.iteration]).toEqual(['held', 1]);
    const keep = a.of('call').conflict.find(({ type }) => type === 'step.reopened/1')?.event;
    if (keep === undefined) throw new Error('the reopening is a side');
    a.do({ kind: 'resolveConflict', occurrence: occurrence('call'), keep });
    expect([a.of('call').status, a.of('call').occurrence.iteration]).toEqual(['ready', 2]);
  });

  it('[J8] two reopenings of one iteration open one next iteration', () => {
    const { a, b } = startTwo([step('call')]);
    a.complete('call');
    b.receive(a);
    a.reopen('call');
    b.reopen('call');
    a.receive(b);
    expect([a.of('call').occurrence.iteration, a.state().occurrences.size]).toEqual([2, 2]);
  });

  it('claim ∥ claim: the earlier in total order; hand-over ∥ hand-over: the later; hand-over beats claim', () => {
    const claims = apart();
    claims.a.do({ kind: 'claimStep', occurrence: occurrence('call') });
    claims.b.do({ kind: 'claimStep', occurrence: occurrence('call') });
    const { state, call } = claims.merged();
    const first = state.history.find(({ type }) => type === 'step.claimed/1');
    expect([call.holder, call.taken]).toEqual([first?.actor, true]);

    const hands = apart();
    hands.a.do({ kind: 'reassignStep', occurrence: occurrence('call'), to: leo });
    hands.b.do({ kind: 'reassignStep', occurrence: occurrence('call'), to: ana });
    const merged = hands.merged();
    const last = merged.state.history.findLast(({ type }) => type === 'step.reassigned/1');
    expect(merged.call.holder).toBe(last?.actor === ana ? leo : ana);

    const mixed = apart();
    mixed.a.do({ kind: 'claimStep', occurrence: occurrence('call') });
    mixed.b.do({ kind: 'reassignStep', occurrence: occurrence('call'), to: leo });
    expect(mixed.merged().call.holder).toBe(leo);
  });

  it('patch ∥ patch: fields that differ both hold, one field takes the later', () => {
    const { a, b, meet } = startTwo([step('x'), step('y')]);
    a.do({ kind: 'setStepDue', step: step('x').id, due: { kind: 'date', date: '2026-03-05' } });
    b.do({ kind: 'setStepDue', step: step('y').id, due: { kind: 'date', date: '2026-03-06' } });
    expect(meet().steps.map(({ due }) => due)).toEqual([
      { kind: 'date', date: '2026-03-05' },
      { kind: 'date', date: '2026-03-06' },
    ]);
    b.do({ kind: 'setStepDue', step: step('x').id, due: null });
    expect(meet().steps[0]?.due).toBeUndefined();
  });

  it('a late note folds into a finished run and leaves it finished', () => {
    const { a, b, meet } = startTwo([step('call')]);
    b.do({ kind: 'addNote', occurrence: occurrence('call'), text: 'they call back' });
    const done = a.complete('call');
    const state = meet();
    expect([state.status, state.finishedAt, a.of('call').notes.map(({ text }) => text)]).toEqual([
      'finished',
      done.at,
      ['they call back'],
    ]);
  });
});

describe('[M1] conflicts', () => {
  it('are cleared by conflict.resolved; the side that was not kept stays readable', () => {
    const { a, b, meet } = startTwo([step('call'), step('after', ['call'])]);
    const failure = a.fail('call');
    const skip = b.skip('call');
    meet();
    a.do({ kind: 'resolveConflict', occurrence: occurrence('call'), keep: skip.id });
    expect([a.of('call').status, a.of('call').conflict, a.of('call').overruled[0]?.event]).toEqual([
      'skipped',
      [],
      failure.id,
    ]);
    expect(a.of('after').status).toBe('ready');
  });

  it('are cleared by a verdict that saw all sides', () => {
    const { a, b, meet } = startTwo([step('call')]);
    a.fail('call');
    b.skip('call');
    meet();
    b.complete('call');
    expect([meet().status, a.of('call').conflict]).toEqual(['finished', []]);
  });

  it('[E5] stay when somebody who saw both ticks, notes or hands over', () => {
    const { a, b, meet } = startTwo([step('call', [], { checklist: [{ id: 'n', text: 'number' }] })]);
    a.fail('call');
    b.skip('call');
    meet();
    a.do({ kind: 'tickChecklist', occurrence: occurrence('call'), item: 'n', ticked: true });
    a.do({ kind: 'addNote', occurrence: occurrence('call'), text: 'hm' });
    a.do({ kind: 'reassignStep', occurrence: occurrence('call'), to: leo });
    expect(a.of('call')).toMatchObject({ status: 'held', holder: leo, ticked: new Set(['n']) });
  });

  it('two resolutions that keep different sides are a conflict again', () => {
    const { a, b, meet } = startTwo([step('call')]);
    const failure = a.fail('call');
    const skip = b.skip('call');
    meet();
    a.do({ kind: 'resolveConflict', occurrence: occurrence('call'), keep: failure.id });
    b.do({ kind: 'resolveConflict', occurrence: occurrence('call'), keep: skip.id });
    meet();
    expect([
      a.of('call').status,
      a
        .of('call')
        .conflict.map(({ event }) => event)
        .sort(),
    ]).toEqual(['held', [failure.id, skip.id].sort()]);
  });
});
