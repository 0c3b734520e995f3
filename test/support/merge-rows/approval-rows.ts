/** The merge table: votes, and what people do meanwhile. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import type { PersonId } from '../../../src/model/ids.ts';
import type { Assignee, StepDefinition } from '../../../src/model/workflow.ts';
import { fact, factId, text } from '../fact-values.ts';
import type { MergeRow } from '../merge-bench.ts';
import { ana, type Device, leo, plan, sam, step, stepId } from '../run-bench.ts';
import { both, called, done, failed, reopened, skipped } from './acts.ts';

const by = [ana, sam, leo].map((person): Assignee => ({ kind: 'person', person }));

function agree(needed: number, veto: boolean, more: Partial<StepDefinition> = {}) {
  return plan(
    [
      step('agree', [], {
        kind: 'approval',
        approval: { by, needed, veto },
        outcomes: [
          { id: 'approved', name: 'Yes' },
          { id: 'rejected', name: 'No', ends: true },
        ],
        reads: [{ fact: factId('draft'), optional: true }],
        ...more,
      }),
      step('send', [], { after: [{ from: stepId('agree'), outcomes: ['approved'] }] }),
    ],
    { facts: [fact('draft')] },
  );
}

const voted =
  (vote: 'approve' | 'reject' | 'withdraw', person?: PersonId) =>
  (device: Device): unknown => {
    const current = device.of('agree').occurrence;
    const command = { kind: 'vote', occurrence: current, vote } as const;
    return device.do(command, person === undefined ? {} : { actor: person });
  };
const drafted = (device: Device): unknown =>
  device.do({ kind: 'setFact', fact: factId('draft'), value: text('two') });

const overruled = (
  [
    ['skipped', skipped('agree')],
    ['failed', failed('agree')],
    ['cancelled', called('agree')],
  ] as const
).map(
  ([name, act]): MergeRow => ({
    cell: `[O1] approved by votes ∥ ${name}: approved, the other overruled`,
    plan: agree(2, false),
    before: voted('approve', leo),
    a: voted('approve'),
    b: act,
    expect: ({ of, a, b }) => {
      const { status, outcome, overruled: aside } = of('agree');
      deepStrictEqual([status, outcome, of('send').status], ['completed', 'approved', 'ready']);
      ok(of('agree').closedBy.includes(a.person) && of('agree').closedBy.includes(leo));
      ok(aside.some(({ actor }) => actor === b.person));
    },
  }),
);

export const approvalRows: readonly MergeRow[] = [
  ...overruled,
  {
    cell: '[O1] yes ∥ yes, enough together: approved, both credited',
    plan: agree(2, false),
    a: voted('approve'),
    b: voted('approve'),
    expect: ({ of, a, b }) => {
      deepStrictEqual([of('agree').outcome, of('send').status], ['approved', 'ready']);
      deepStrictEqual([...of('agree').closedBy].sort(), [a.person, b.person].sort());
    },
  },
  {
    cell: '[O3] approved, and what follows done ∥ a veto: rejected, and what was done is surplus',
    plan: agree(1, true),
    a: both(voted('approve'), done('send')),
    b: voted('reject'),
    expect: ({ of, b }) => {
      deepStrictEqual([of('agree').outcome, of('agree').closedBy], ['rejected', [b.person]]);
      deepStrictEqual([of('send').status, of('send').surplus], ['completed', true]);
    },
  },
  {
    cell: '[O2] yes ∥ no of one voter: no',
    plan: agree(2, false),
    a: voted('approve', leo),
    b: voted('reject', leo),
    expect: ({ of }) => {
      const { approvals = 0, rejections = 0 } = of('agree').approval ?? {};
      deepStrictEqual([approvals, rejections], [0, 1]);
    },
  },
  {
    cell: '[O2] taken back ∥ yes of one voter again: taken back',
    plan: agree(2, false),
    before: voted('reject', leo),
    a: voted('withdraw', leo),
    b: voted('approve', leo),
    expect: ({ of }) => {
      deepStrictEqual(of('agree').approval?.voters.find(({ person }) => person === leo)?.vote, null);
    },
  },
  {
    cell: '[O4] approved ∥ a fact it judged set: void, and asked again',
    plan: agree(1, false),
    a: voted('approve'),
    b: drafted,
    expect: ({ of, a }) => {
      const voter = of('agree').approval?.voters.find(({ person }) => person === a.person);
      deepStrictEqual([of('agree').status, voter?.void, of('send').status], ['ready', true, 'created']);
    },
  },
  {
    cell: '[J8] the vote that approved it taken back ∥ reopened: a second round, without votes',
    plan: agree(1, false),
    before: voted('approve', leo),
    a: voted('withdraw', leo),
    b: reopened('agree'),
    expect: ({ of }) => {
      deepStrictEqual(of('agree').occurrence.iteration, 2);
      deepStrictEqual([of('agree').approval?.approvals, of('agree').offered], [0, null]);
    },
  },
  {
    cell: '[J7] approved ∥ the run cancelled: approved',
    plan: agree(1, false),
    a: voted('approve'),
    b: (device) => device.do({ kind: 'cancelRun' }),
    expect: ({ of }) => deepStrictEqual([of('agree').status, of('agree').outcome], ['completed', 'approved']),
  },
];
