/** The merge table: undoing what was done, and the explicit end of a run. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import type { PersonId } from '../../../src/model/ids.ts';
import type { MergeRow } from '../merge-bench.ts';
import { ana, type Device, leo, occurrence, plan, sam, step } from '../run-bench.ts';
import { both, done, reopened } from './acts.ts';

type Act = (device: Device) => unknown;

const bookPlan = plan([
  step('book', [], { undo: { title: 'Cancel it' } }),
  step('pack', ['book']),
  step('signed', [], { kind: 'milestone', endsRun: true }),
]);

const of = (kind: 'startUndo' | 'recordUndone' | 'declineUndo'): Act => {
  return (device) => device.do({ kind, occurrence: occurrence('book') });
};
const undone = of('recordUndone');
const declined = of('declineUndo');
const asked = of('startUndo');
const undoFailed: Act = (device) =>
  device.do({ kind: 'failUndo', occurrence: occurrence('book'), reason: 'nobody there' });
const givenTo =
  (to: PersonId): Act =>
  (device) =>
    device.do({ kind: 'handUndo', occurrence: occurrence('book'), to });
const ofRun =
  (kind: 'cancelRun' | 'finishRun' | 'resumeRun'): Act =>
  (device) =>
    device.do({ kind });
const cancelled = ofRun('cancelRun');
const finished = ofRun('finishRun');

const cancelledTrip = { plan: bookPlan, before: both(done('book'), cancelled) };

export const undoRows: readonly MergeRow[] = [
  {
    cell: '[J7] [U1] completed ∥ run cancelled: kept, and its undo is queued for whoever did it',
    plan: bookPlan,
    a: done('book'),
    b: cancelled,
    expect: ({ a, of, state }) => {
      deepStrictEqual([state.status, of('book').status], ['cancelled', 'completed']);
      const { undo } = of('book');
      deepStrictEqual([undo?.status, undo?.because, undo?.holder], ['proposed', 'runCancelled', a.person]);
    },
  },
  {
    cell: '[U2] compensated ∥ compensationFailed: undone; what did not work stays in the history',
    ...cancelledTrip,
    a: undone,
    b: undoFailed,
    expect: ({ a, of }) =>
      deepStrictEqual([of('book').undo?.status, of('book').undo?.by], ['compensated', [a.person]]),
  },
  {
    cell: '[U2] compensated ∥ compensated: undone, both credited',
    ...cancelledTrip,
    a: undone,
    b: undone,
    expect: ({ a, b, of }) => {
      const { undo } = of('book');
      deepStrictEqual(
        [undo?.status, [...(undo?.by ?? [])].sort()],
        ['compensated', [a.person, b.person].sort()],
      );
    },
  },
  {
    cell: '[U2] compensated ∥ declined: undone',
    ...cancelledTrip,
    a: undone,
    b: declined,
    expect: ({ of }) => deepStrictEqual(of('book').undo?.status, 'compensated'),
  },
  {
    cell: '[U2] compensationFailed ∥ declined: it failed, and somebody who knows says what then',
    ...cancelledTrip,
    a: undoFailed,
    b: declined,
    expect: ({ of, afterwards }) => {
      deepStrictEqual([of('book').undo?.status, of('book').undo?.text], ['failed', 'nobody there']);
      const state = afterwards(declined);
      deepStrictEqual(state.current.get(occurrence('book').step)?.undo?.status, 'declined');
    },
  },
  {
    cell: '[U2] taken up ∥ declined: somebody is at it',
    ...cancelledTrip,
    a: asked,
    b: declined,
    expect: ({ of }) => deepStrictEqual(of('book').undo?.status, 'compensating'),
  },
  {
    cell: '[U2] declined, for another reason ∥ run cancelled: proposed anew',
    plan: bookPlan,
    before: both(done('book'), asked),
    a: declined,
    b: cancelled,
    expect: ({ of, afterwards }) => {
      deepStrictEqual([of('book').undo?.status, of('book').undo?.because], ['proposed', 'runCancelled']);
      const state = afterwards(declined);
      deepStrictEqual(state.current.get(occurrence('book').step)?.undo?.status, 'declined');
    },
  },
  {
    cell: '[U6] undo given on ∥ undo given on: the later in total order has it',
    ...cancelledTrip,
    a: givenTo(leo),
    b: givenTo(sam),
    expect: ({ of, afterwards }) => {
      ok([leo, sam].includes(of('book').undo?.holder as never));
      const state = afterwards(givenTo(ana));
      deepStrictEqual(state.current.get(occurrence('book').step)?.undo?.holder, ana);
    },
  },
  {
    cell: '[U6] undo given on ∥ undone: undone',
    ...cancelledTrip,
    a: givenTo(leo),
    b: undone,
    expect: ({ of, b }) => {
      const { undo } = of('book');
      deepStrictEqual([undo?.status, undo?.holder, undo?.by], ['compensated', leo, [b.person]]);
    },
  },
  {
    cell: '[U4] [J8] compensated ∥ reopened: undone in n; n + 1 is open',
    plan: bookPlan,
    before: done('book'),
    a: undone,
    b: reopened('book'),
    expect: ({ of }) => {
      deepStrictEqual([of('book', 1).status, of('book', 1).undo?.status], ['completed', 'compensated']);
      deepStrictEqual([of('book').occurrence.iteration, of('book').status], [2, 'ready']);
    },
  },
  {
    cell: '[Q1] run finished ∥ completed: completed, and over; nothing of it is to be undone',
    plan: bookPlan,
    a: finished,
    b: done('book'),
    expect: ({ of, state }) => {
      deepStrictEqual(
        [state.status, of('book').status, of('book').surplus],
        ['finished', 'completed', false],
      );
      deepStrictEqual(of('book').undo?.status, 'none');
      deepStrictEqual([of('pack').status, of('pack').withdrawnBecause], ['withdrawn', 'runFinished']);
    },
  },
  {
    cell: '[Q1] run finished ∥ run cancelled: cancelled, for that asks what is to be undone',
    plan: bookPlan,
    before: done('book'),
    a: finished,
    b: cancelled,
    expect: ({ of, state }) => {
      deepStrictEqual([state.status, state.ending], ['cancelled', null]);
      deepStrictEqual(of('book').undo?.status, 'proposed');
    },
  },
  {
    cell: '[Q1] run finished ∥ reopened: the end holds, and the next pass is withdrawn with the rest',
    plan: bookPlan,
    before: done('book'),
    a: finished,
    b: reopened('book'),
    expect: ({ of, state }) => {
      deepStrictEqual(state.status, 'finished');
      deepStrictEqual([of('book').occurrence.iteration, of('book').withdrawnBecause], [2, 'runFinished']);
    },
  },
  {
    cell: '[Q1] run finished ∥ another completion with another answer: a conflict opens the run again',
    plan: plan([
      step('choose', [], {
        kind: 'decision',
        outcomes: [
          { id: 'yes', name: 'Yes', ends: true },
          { id: 'no', name: 'No', ends: true },
        ],
      }),
      step('other'),
    ]),
    a: both(done('choose', 'yes'), finished),
    b: done('choose', 'no'),
    expect: ({ of, state, afterwards }) => {
      deepStrictEqual([state.status, of('choose').conflict.length], ['running', 2]);
      const settled = afterwards((device) =>
        device.do({
          kind: 'resolveConflict',
          occurrence: occurrence('choose'),
          keep: of('choose').conflict[0]?.event as never,
        }),
      );
      deepStrictEqual(settled.status, 'finished');
    },
  },
  {
    cell: '[Q1] run finished ∥ the step that ends it: one end; taking it up again takes back both',
    plan: bookPlan,
    a: finished,
    b: done('signed'),
    expect: ({ state, afterwards }) => {
      deepStrictEqual(state.status, 'finished');
      const goesOn = afterwards(ofRun('resumeRun'));
      deepStrictEqual([goesOn.status, goesOn.ending], ['running', null]);
    },
  },
];
