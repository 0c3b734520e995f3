/** The merge table of ENGINE §7: passes, what a plan no longer leads to, and the run as a whole. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { plan, step, stepId } from '../run-bench.ts';
import { type MergeRow, passOf } from '../merge-bench.ts';
import { both, callPlan, done, failed, reopened, skipped, yesOrNo } from './acts.ts';

/** Written and laid out; whoever approves may send both back. */
const textPlan = plan(
  [
    step('write'),
    step('layout', ['write']),
    step('approve', ['write'], {
      kind: 'decision',
      outcomes: [
        { id: 'ok', name: 'Fine', ends: true },
        { id: 'back', name: 'Again', redo: { section: 'text', atMost: 2 } },
      ],
    }),
    step('print', [], { after: [{ from: stepId('layout') }] }),
  ],
  { sections: [{ id: 'text', name: 'Text', steps: ['write', 'layout', 'approve'].map(stepId) }] },
);

/** Either answer will do; then the other is not needed any more. */
const anyPlan = plan([
  step('mail'),
  step('phone'),
  step('answered', ['mail', 'phone'], { join: { kind: 'any', cancelRest: true } }),
]);

const deadPathPlan = plan([
  step('choose', [], { kind: 'decision', outcomes: yesOrNo }),
  step('book', [], { after: [{ from: stepId('choose'), outcomes: ['yes'] }] }),
  step('drop', [], { after: [{ from: stepId('choose'), outcomes: ['no'] }] }),
  step('close', ['book', 'drop']),
]);

const redo = (device: Parameters<MergeRow['a']>[0]): unknown =>
  device.do({ kind: 'redoSection', section: 'text', reason: 'misprint' });

export const flowRows: readonly MergeRow[] = [
  {
    cell: '[J8] [M2] completed ∥ reopened: the result stays in its pass and is offered to the next',
    plan: callPlan,
    before: failed('call'),
    a: done('call'),
    b: reopened('call'),
    expect: ({ a, of }) => {
      const [first, second] = [of('call', 1), of('call')];
      deepStrictEqual([first.status, first.closedBy, first.conflict], ['completed', [a.person], []]);
      deepStrictEqual([second.occurrence.iteration, second.status], [2, 'ready']);
      deepStrictEqual([second.offered?.event, second.offered?.actor], [a.wrote.at(-1)?.id, a.person]);
      deepStrictEqual(of('after').status, 'created', 'what follows waits for the next pass');
    },
  },
  {
    cell: '[J5] [M2] completed ∥ rejected upstream: the result stays in its pass and is offered to the next',
    plan: textPlan,
    before: both(done('write'), failed('layout')),
    a: done('layout'),
    b: done('approve', 'back'),
    expect: ({ a, of }) => {
      deepStrictEqual([of('layout', 1).status, of('layout', 1).closedBy], ['completed', [a.person]]);
      deepStrictEqual(
        [of('layout').occurrence.iteration, of('layout').offered?.event],
        [2, a.wrote.at(-1)?.id],
      );
      deepStrictEqual([of('write').occurrence.iteration, of('write').status], [2, 'ready']);
      deepStrictEqual([of('approve', 1).outcome, of('approve').status], ['back', 'created']);
    },
  },
  {
    cell: '[J5] [J8] approved ∥ sent back: both outcomes are not one; the approval is offered to the next pass',
    plan: textPlan,
    before: done('write'),
    a: done('approve', 'ok'),
    b: done('approve', 'back'),
    expect: ({ a, of }) => {
      deepStrictEqual([of('approve', 1).status, of('approve', 1).outcome], ['completed', 'ok']);
      deepStrictEqual(
        [of('approve').occurrence.iteration, of('approve').offered?.event],
        [2, a.wrote.at(-1)?.id],
      );
    },
  },
  {
    cell: '[J5] [J8] redone ∥ redone: one next pass',
    plan: textPlan,
    before: both(done('write'), done('layout')),
    a: redo,
    b: redo,
    expect: ({ of, state }) => {
      deepStrictEqual(
        ['write', 'layout'].map((id) => of(id).occurrence.iteration),
        [2, 2],
      );
      deepStrictEqual(
        [of('write').status, of('layout').status, of('print').status],
        ['ready', 'created', 'created'],
      );
      deepStrictEqual([...state.occurrences.keys()].filter((key) => key.startsWith('write')).length, 2);
    },
  },
  {
    cell: '[J8] reopened ∥ reopened: one next pass',
    plan: callPlan,
    before: done('call'),
    a: reopened('call'),
    b: reopened('call'),
    expect: ({ of, state }) => {
      deepStrictEqual([of('call').occurrence.iteration, of('call').status], [2, 'ready']);
      deepStrictEqual(state.occurrences.size, 3, 'two passes of the call, one of what follows');
    },
  },
  {
    cell: '[J8] completed ∥ what it rests on reopened: completed, provisional until that is done again',
    plan: callPlan,
    before: done('call'),
    a: done('after'),
    b: reopened('call'),
    expect: (merged) => {
      const { of, state } = merged;
      deepStrictEqual(
        [of('after').status, of('after').validity, state.status],
        ['completed', 'provisional', 'running'],
      );
      const after = merged.afterwards(done('call'));
      deepStrictEqual([passOf(after, 'after').validity, after.status], ['fresh', 'finished']);
    },
  },
  {
    cell: '[J8] started ∥ what it rests on reopened: the work goes on, ahead of its turn',
    plan: callPlan,
    before: done('call'),
    a: (device) => device.do({ kind: 'startStep', occurrence: device.of('after').occurrence }),
    b: reopened('call'),
    expect: ({ of }) => deepStrictEqual([of('after').status, of('after').ahead], ['inProgress', true]),
  },
  {
    cell: '[J7] [M2] completed ∥ cancelled the run: the completion is kept, what was open has ended',
    plan: callPlan,
    a: done('call'),
    b: (device) => device.do({ kind: 'cancelRun', reason: 'no trip' }),
    expect: ({ a, of, state }) => {
      deepStrictEqual(
        [state.status, of('call').status, of('call').closedBy],
        ['cancelled', 'completed', [a.person]],
      );
      deepStrictEqual([of('after').status, of('after').reason], ['terminated', 'no trip']);
    },
  },
  {
    cell: '[M2] completed ∥ suspended the run: completed, and what follows rests',
    plan: callPlan,
    a: done('call'),
    b: (device) => device.do({ kind: 'suspendRun' }),
    expect: (merged) => {
      deepStrictEqual([merged.state.status, merged.of('call').status], ['suspended', 'completed']);
      deepStrictEqual(merged.of('after').status, 'suspended');
      const after = merged.afterwards((device) => device.do({ kind: 'resumeRun' }));
      deepStrictEqual([after.status, passOf(after, 'after').status], ['running', 'ready']);
    },
  },
  {
    cell: '[J2] [J9] done ∥ done, where one is enough: the join has fired once, the later of the two is surplus',
    plan: anyPlan,
    a: done('mail'),
    b: done('phone'),
    expect: ({ a, b, of, state }) => {
      const [mail, phone, answered] = [of('mail'), of('phone'), of('answered')];
      deepStrictEqual([mail.status, phone.status, answered.status], ['completed', 'completed', 'ready']);
      deepStrictEqual([mail.surplus, phone.surplus], [b.isFirst, a.isFirst]);
      ok(![...state.occurrences.keys()].some((key) => key.startsWith('answered//2')), 'and it fires once');
      deepStrictEqual(answered.freedBy, (a.isFirst ? a : b).wrote.at(-1)?.id);
    },
  },
  {
    cell: '[J9] completed ∥ its path went dead: kept, as surplus, and the join behind it stays as it is',
    plan: deadPathPlan,
    before: done('choose', 'yes'),
    a: done('book'),
    b: both(reopened('choose'), done('choose', 'no')),
    expect: (merged) => {
      const book = merged.of('book');
      deepStrictEqual([book.status, book.surplus, book.conflict], ['completed', true, []]);
      deepStrictEqual([merged.of('drop').status, merged.of('choose').outcome], ['ready', 'no']);
      const after = merged.afterwards(done('drop'));
      deepStrictEqual([passOf(after, 'close').status, passOf(after, 'book').surplus], ['ready', true]);
    },
  },
  {
    cell: '[J2] failed ∥ done, where one is enough: the failure blocks nothing',
    plan: anyPlan,
    a: failed('mail'),
    b: done('phone'),
    expect: ({ of }) => deepStrictEqual([of('mail').status, of('answered').status], ['failed', 'ready']),
  },
  {
    cell: '[J1] skipped ∥ completed, two ways into one step: it is ready once both are there',
    plan: plan([step('mail'), step('phone'), step('next', ['mail', 'phone'])]),
    a: skipped('mail'),
    b: done('phone'),
    expect: ({ of }) => deepStrictEqual(of('next').status, 'ready'),
  },
  {
    cell: '[M2] a late note ∥ the last completion: folds in, and the run stays finished',
    plan: plan([step('call')]),
    a: done('call'),
    b: (device) =>
      device.do({ kind: 'addNote', occurrence: device.of('call').occurrence, text: 'they call back' }),
    expect: ({ a, of, state }) => {
      deepStrictEqual([state.status, state.finishedAt], ['finished', a.wrote.at(-1)?.at]);
      deepStrictEqual(
        of('call').notes.map(({ text }) => text),
        ['they call back'],
      );
    },
  },
  {
    cell: '[M2] a late rival outcome ∥ the run finished: reopens it for the conflict',
    plan: plan([
      step('call', [], { kind: 'decision', outcomes: yesOrNo.map((one) => ({ ...one, ends: true })) }),
    ]),
    a: done('call', 'yes'),
    b: done('call', 'no'),
    expect: ({ a, state, of }) => {
      deepStrictEqual([a.device.state().status, state.status], ['running', 'running']);
      deepStrictEqual([state.finishedAt, of('call').conflict.length], [null, 2]);
    },
  },
];
