/** The merge table of ENGINE §7: claims, hand-overs, and who is told. */
import { deepStrictEqual } from 'node:assert/strict';
import type { ContactWay } from '../../../src/model/contact-way.ts';
import type { PersonId } from '../../../src/model/ids.ts';
import { type Device, leo } from '../run-bench.ts';
import type { Merged, MergeRow } from '../merge-bench.ts';
import { callPlan, done } from './acts.ts';

const claimed = (device: Device): unknown =>
  device.do({ kind: 'claimStep', occurrence: device.of('call').occurrence });

const handedTo =
  (to: PersonId) =>
  (device: Device): unknown =>
    device.do({ kind: 'reassignStep', occurrence: device.of('call').occurrence, to });

const handedBack = (device: Device): unknown =>
  device.do({ kind: 'releaseStep', occurrence: device.of('call').occurrence });

const nudged =
  (how: ContactWay) =>
  (device: Device): unknown =>
    device.do({ kind: 'sendNudge', occurrence: device.of('call').occurrence, to: leo, how });

/** The persons of the claims and hand-overs that had no effect. */
const lost = ({ of }: Merged): readonly PersonId[] => of('call').lostMoves.map(({ person }) => person);

export const ownershipRows: readonly MergeRow[] = [
  {
    cell: '[M2] completed ∥ claimed: completed; who took it is told that it is done',
    plan: callPlan,
    a: done('call'),
    b: claimed,
    expect: (merged) => {
      const { a, b, of } = merged;
      deepStrictEqual([of('call').status, of('call').closedBy], ['completed', [a.person]]);
      deepStrictEqual([of('call').holder, of('call').takenUnseen?.person], [b.person, b.person]);
      deepStrictEqual(
        merged.told(b).map(({ kind }) => kind),
        ['alreadyDone'],
      );
    },
  },
  {
    cell: '[M2] completed ∥ handed over: completed; the new holder is told that it is done',
    plan: callPlan,
    a: done('call'),
    b: handedTo(leo),
    expect: (merged) => {
      const { a, of } = merged;
      deepStrictEqual([of('call').status, of('call').closedBy], ['completed', [a.person]]);
      deepStrictEqual([of('call').holder, of('call').takenUnseen?.person], [leo, leo]);
      const told = merged.told({ ...merged.b, person: leo });
      deepStrictEqual(
        told.map((notice) => [notice.kind, 'by' in notice && notice.by]),
        [['alreadyDone', [a.person]]],
      );
    },
  },
  {
    cell: '[M2] claimed ∥ claimed: the earlier in total order has it; the other is told',
    plan: callPlan,
    a: claimed,
    b: claimed,
    expect: (merged) => {
      const [first, second] = merged.a.isFirst ? [merged.a, merged.b] : [merged.b, merged.a];
      deepStrictEqual([merged.of('call').holder, merged.of('call').taken], [first.person, true]);
      deepStrictEqual(lost(merged), [second.person]);
      deepStrictEqual(
        merged.told(second).map(({ kind }) => kind),
        ['goesToAnother'],
      );
      deepStrictEqual(merged.told(first), []);
    },
  },
  {
    cell: '[M2] handed over ∥ handed over: the later in total order holds; the one who lost it is told',
    plan: callPlan,
    a: (device) => handedTo(device.state().conductor ?? leo)(device),
    b: handedTo(leo),
    expect: (merged) => {
      const conductor = merged.state.conductor;
      const [holder, loser] = merged.b.isFirst ? [conductor, leo] : [leo, conductor];
      deepStrictEqual([merged.of('call').holder, lost(merged)], [holder, [loser]]);
      const told = merged.told({ ...merged.a, person: loser as PersonId });
      deepStrictEqual(
        told.map((notice) => [notice.kind, 'holder' in notice && notice.holder]),
        [['goesToAnother', holder]],
      );
    },
  },
  {
    cell: '[M2] handed over ∥ claimed: the hand-over holds; who claimed it is told',
    plan: callPlan,
    a: handedTo(leo),
    b: claimed,
    expect: (merged) => {
      deepStrictEqual([merged.of('call').holder, lost(merged)], [leo, [merged.b.person]]);
      deepStrictEqual(
        merged.told(merged.b).map(({ kind }) => kind),
        ['goesToAnother'],
      );
    },
  },
  {
    cell: '[M2] handed over ∥ handed over, to one person: theirs, and nobody lost it',
    plan: callPlan,
    a: handedTo(leo),
    b: handedTo(leo),
    expect: (merged) => deepStrictEqual([merged.of('call').holder, lost(merged)], [leo, []]),
  },
  {
    cell: '[M2] claimed ∥ given back: the claim holds',
    plan: callPlan,
    before: handedTo(leo),
    a: claimed,
    b: handedBack,
    expect: (merged) =>
      deepStrictEqual([merged.of('call').holder, merged.of('call').taken], [merged.a.person, true]),
  },
  {
    cell: '[N1] [M2] nudged ∥ nudged, by two people: both are kept, and the step stays as it is',
    plan: callPlan,
    a: nudged('text'),
    b: nudged('mail'),
    expect: ({ a, b, of }) => {
      const { nudges } = of('call');
      deepStrictEqual(new Set(nudges.map(({ actor }) => actor)), new Set([a.person, b.person]));
      deepStrictEqual(
        nudges.map(({ to }) => to),
        [leo, leo],
      );
      deepStrictEqual([of('call').status, of('call').taken], ['ready', false]);
    },
  },
  {
    cell: '[N1] [M2] nudged ∥ completed: done, and the nudge is kept',
    plan: callPlan,
    a: nudged('text'),
    b: done('call'),
    expect: ({ b, of }) => {
      const { status, closedBy, conflict, nudges } = of('call');
      deepStrictEqual([status, closedBy, conflict, nudges.length], ['completed', [b.person], [], 1]);
    },
  },
  {
    cell: '[M2] waits on somebody ∥ they answered: the answer is kept, and nothing waits that had not seen it',
    plan: callPlan,
    before: (device) =>
      device.do({ kind: 'startWaiting', occurrence: device.of('call').occurrence, on: 'the hotel' }),
    a: (device) =>
      device.do({ kind: 'recordReply', occurrence: device.of('call').occurrence, text: 'from three on' }),
    b: (device) => device.do({ kind: 'endWaiting', occurrence: device.of('call').occurrence }),
    expect: ({ of }) => {
      deepStrictEqual([of('call').status, of('call').waitingOn], ['ready', null]);
      deepStrictEqual(
        of('call').replies.map(({ text }) => text),
        ['from three on'],
      );
    },
  },
];
