/** The merge table of ENGINE §7: rival verdicts on one step, and how a conflict ends. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import type { OccurrenceState } from '../../../src/engine/run-state.ts';
import { computeTimed } from '../../../src/engine/timed.ts';
import { event, occurrence, plan, step, stepId } from '../run-bench.ts';
import { type Merged, type MergeRow, passOf } from '../merge-bench.ts';
import {
  both,
  called,
  callPlan,
  done,
  failed,
  reopened,
  resolved,
  retried,
  skipped,
  yesOrNo,
} from './acts.ts';

const choicePlan = plan([
  step('call', [], { kind: 'decision', outcomes: yesOrNo }),
  step('book', [], { after: [{ from: stepId('call'), outcomes: ['yes'] }] }),
  step('drop', [], { after: [{ from: stepId('call'), outcomes: ['no'] }] }),
  step('file', ['call']),
]);

const idsOf = (sides: OccurrenceState['conflict']): readonly string[] =>
  sides.map(({ event }) => event).sort();
const lastOf = ({ wrote }: Merged['a']): string => wrote.at(-1)?.id ?? 'nothing';

function expectDone(merged: Merged): void {
  const { status, conflict } = merged.of('call');
  deepStrictEqual([status, conflict, merged.of('after').status], ['completed', [], 'ready']);
}

/** B's word does not count, stays readable, and B is told. */
function expectOverruled(merged: Merged): void {
  expectDone(merged);
  const call = merged.of('call');
  deepStrictEqual(call.closedBy, [merged.a.person]);
  ok(call.overruled.some(({ actor }) => actor === merged.b.person));
  const notices = merged.told(merged.b).filter(({ kind }) => kind === 'overruled');
  deepStrictEqual(notices.length, 1, 'B is told once');
  deepStrictEqual(merged.told(merged.a), [], 'A need not be told');
}

function expectHeld(merged: Merged): void {
  const call = merged.of('call', 1);
  deepStrictEqual([call.status, call.conflict.length], ['held', 2]);
  deepStrictEqual(idsOf(call.conflict), [lastOf(merged.a), lastOf(merged.b)].sort(), 'both sides readable');
  deepStrictEqual(merged.of('call').occurrence.iteration, 1, 'no new pass before it is settled');
  deepStrictEqual(merged.of('after').status, 'created', 'what follows waits');
  ok(merged.state.status === 'running');
}

const heldRows = (
  [
    ['failed ∥ skipped: held', failed('call'), skipped('call'), undefined],
    ['cancelled ∥ failed: held', called('call'), failed('call'), undefined],
    ['cancelled ∥ skipped: held', called('call'), skipped('call'), undefined],
    ['skipped ∥ reopened: held', skipped('call'), reopened('call'), failed('call')],
    ['failed ∥ reopened: held', both(retried('call'), failed('call')), reopened('call'), failed('call')],
    ['cancelled ∥ reopened: held', called('call'), reopened('call'), failed('call')],
    [
      'failed and retried ∥ skipped, the failure unseen: held',
      both(failed('call'), retried('call')),
      skipped('call'),
      undefined,
    ],
  ] as const
).map(([cell, a, b, before]): MergeRow => {
  const isRetry = cell.includes('retried');
  return {
    cell: `[M2] ${cell}`,
    plan: callPlan,
    ...(before === undefined ? {} : { before }),
    a,
    b,
    expect: isRetry
      ? (merged) =>
          deepStrictEqual([merged.of('call').status, merged.of('call').conflict.length], ['held', 2])
      : expectHeld,
  };
});

export const verdictRows: readonly MergeRow[] = [
  {
    cell: '[M2] completed ∥ completed: one completion, both credited',
    plan: callPlan,
    a: done('call'),
    b: done('call'),
    expect: (merged) => {
      expectDone(merged);
      const { closedBy, overruled } = merged.of('call');
      deepStrictEqual([[...closedBy].sort(), overruled], [['ana', 'sam'], []]);
    },
  },
  {
    cell: '[M2] completed ∥ completed, the same outcome: one completion, both credited',
    plan: choicePlan,
    a: done('call', 'yes'),
    b: done('call', 'yes'),
    expect: ({ of }) => {
      deepStrictEqual([of('call').outcome, of('call').conflict, of('call').closedBy.length], ['yes', [], 2]);
      deepStrictEqual(
        ['book', 'drop', 'file'].map((id) => of(id).status),
        ['ready', 'withdrawn', 'ready'],
      );
    },
  },
  {
    cell: '[M1] [M2] completed ∥ completed, another outcome: completed, the disputed edges wait, until one is kept',
    plan: choicePlan,
    a: done('call', 'yes'),
    b: done('call', 'no'),
    expect: (merged) => {
      const { a, b, of, state } = merged;
      const call = of('call');
      deepStrictEqual([call.status, call.outcome, state.status], ['completed', null, 'running']);
      deepStrictEqual(idsOf(call.conflict), [lastOf(a), lastOf(b)].sort());
      deepStrictEqual(new Set(call.conflict.map(({ outcome }) => outcome)), new Set(['yes', 'no']));
      deepStrictEqual(
        ['book', 'drop', 'file'].map((id) => of(id).status),
        ['created', 'created', 'ready'],
      );
      const after = merged.afterwards(resolved('call', b.wrote.at(-1)?.id));
      deepStrictEqual([passOf(after, 'call').outcome, passOf(after, 'call').conflict], ['no', []]);
      deepStrictEqual(idsOf(passOf(after, 'call').overruled), [lastOf(a)], 'the other stays readable');
      deepStrictEqual([passOf(after, 'book').status, passOf(after, 'drop').status], ['withdrawn', 'ready']);
    },
  },
  {
    cell: '[M2] completed ∥ failed: completed, the failure noted',
    plan: callPlan,
    a: done('call'),
    b: failed('call'),
    expect: expectOverruled,
  },
  {
    cell: '[M2] completed ∥ failed and retried: completed, the retry void',
    plan: callPlan,
    a: done('call'),
    b: both(failed('call'), retried('call')),
    expect: expectOverruled,
  },
  {
    cell: '[M2] completed ∥ skipped: completed, B is told',
    plan: callPlan,
    a: done('call'),
    b: skipped('call'),
    expect: expectOverruled,
  },
  {
    cell: '[J7] [M2] completed ∥ cancelled the step: completed, B is told',
    plan: callPlan,
    a: done('call'),
    b: called('call'),
    expect: expectOverruled,
  },
  {
    cell: '[E2] [M2] done on time ∥ late elsewhere: lateness is taken back when the completion arrives',
    plan: plan([step('call', [], { due: { kind: 'date', date: '2026-03-02', time: '09:30' } })]),
    a: done('call'),
    b: (device) => {
      const late = computeTimed(device.state(), Date.UTC(2026, 2, 3)).late;
      ok([...late].length === 1, 'B sees it late');
    },
    expect: ({ state, of }) => {
      deepStrictEqual(computeTimed(state, Date.UTC(2026, 2, 3)).late.size, 0);
      deepStrictEqual([of('call').status, state.status], ['completed', 'finished']);
    },
  },
  ...heldRows,
  {
    cell: '[M2] failed ∥ failed, skipped ∥ skipped, cancelled ∥ cancelled: one verdict, both credited',
    plan: plan(['x', 'y', 'z'].map((id) => step(id))),
    a: both(failed('x'), skipped('y'), called('z')),
    b: both(failed('x'), skipped('y'), called('z')),
    expect: ({ of }) => {
      deepStrictEqual(
        ['x', 'y', 'z'].map((id) => of(id).status),
        ['failed', 'skipped', 'terminated'],
      );
      for (const id of ['x', 'y', 'z']) deepStrictEqual([of(id).closedBy.length, of(id).conflict], [2, []]);
      deepStrictEqual(of('x').attempts, 1, 'one failure that two saw');
    },
  },
  {
    cell: '[M2] retried ∥ skipped, both having seen the failure: skipped, the retry void',
    plan: callPlan,
    before: failed('call'),
    a: retried('call'),
    b: skipped('call'),
    expect: ({ of }) => deepStrictEqual([of('call').status, of('after').status], ['skipped', 'ready']),
  },
  {
    cell: '[M2] retried ∥ retried: ready again, once',
    plan: callPlan,
    before: failed('call'),
    a: retried('call'),
    b: retried('call'),
    expect: ({ of }) => deepStrictEqual([of('call').status, of('call').attempts], ['ready', 1]),
  },
  {
    cell: '[M1] a conflict ends when one side is kept; the other stays readable',
    plan: callPlan,
    a: failed('call'),
    b: skipped('call'),
    expect: (merged) => {
      const after = merged.afterwards(resolved('call', merged.b.wrote.at(-1)?.id));
      const call = passOf(after, 'call');
      deepStrictEqual(
        [call.status, call.conflict, idsOf(call.overruled)],
        ['skipped', [], [lastOf(merged.a)]],
      );
      deepStrictEqual(passOf(after, 'after').status, 'ready');
    },
  },
  {
    cell: '[M1] a conflict ends with a verdict that saw both sides',
    plan: callPlan,
    a: failed('call'),
    b: skipped('call'),
    expect: (merged) => {
      const after = merged.afterwards(done('call'));
      deepStrictEqual([passOf(after, 'call').status, passOf(after, 'call').conflict], ['completed', []]);
    },
  },
  {
    cell: '[E5] a conflict stays when somebody who saw both sides ticks, notes or hands over',
    plan: plan([step('call', [], { checklist: [{ id: 'n', text: 'number' }] }), step('other')]),
    a: failed('call'),
    b: skipped('call'),
    expect: (merged) => {
      const call = occurrence('call');
      const after = merged.afterwards((device) => {
        device.do({ kind: 'tickChecklist', occurrence: call, item: 'n', ticked: true });
        device.do({ kind: 'addNote', occurrence: call, text: 'hm' });
        device.do({ kind: 'reassignStep', occurrence: call, to: merged.b.person });
        device.do({ kind: 'completeStep', occurrence: occurrence('other') });
      });
      deepStrictEqual([passOf(after, 'call').status, passOf(after, 'call').conflict.length], ['held', 2]);
    },
  },
  {
    cell: '[M1] resolved ∥ resolved, other sides kept: a conflict again; resolved alike: settled',
    plan: callPlan,
    before: (device) => {
      // Both sides lie in the log that the two know.
      const { heads } = device.state();
      device.write([
        event('fail', 'step.failed/1', { reason: 'no answer' }, heads, { occurrence: occurrence('call') }),
        event('skip', 'step.skipped/1', {}, heads, { occurrence: occurrence('call') }),
      ]);
    },
    a: (device) => resolved('call', device.of('call').conflict[0]?.event)(device),
    b: (device) => resolved('call', device.of('call').conflict[1]?.event)(device),
    expect: (merged) => {
      deepStrictEqual([merged.of('call').status, merged.of('call').conflict.length], ['held', 2]);
      const after = merged.afterwards(resolved('call', merged.of('call').conflict[0]?.event));
      deepStrictEqual(passOf(after, 'call').conflict, []);
    },
  },
];
