/** The merge table: two who change one plan while they cannot hear each other (ENGINE §8). */
import { deepStrictEqual } from 'node:assert/strict';
import type { RunState } from '../../../src/engine/run-state.ts';
import { asId, type WorkflowId } from '../../../src/model/ids.ts';
import type { PatchOperation } from '../../../src/model/patch.ts';
import type { MergeRow } from '../merge-bench.ts';
import { type Device, plan, step, stepId } from '../run-bench.ts';
import { done } from './acts.ts';

const chain = plan([step('a'), step('b', ['a']), step('c', ['b']), step('d', ['a'])]);

const changed =
  (...operations: readonly PatchOperation[]) =>
  (device: Device): unknown =>
    device.do({ kind: 'changePlan', operations });

const remove = (id: string): PatchOperation => ({ kind: 'removeStep', step: stepId(id) });
const title = (id: string, text: string): PatchOperation => ({
  kind: 'setStep',
  step: stepId(id),
  set: { title: text },
});
const link = (from: string, to: string): PatchOperation => ({
  kind: 'addEdge',
  to: stepId(to),
  edge: { from: stepId(from) },
});
const unlink = (from: string, to: string): PatchOperation => ({
  kind: 'removeEdge',
  to: stepId(to),
  from: stepId(from),
});

const edgesOf = (state: RunState, id: string): readonly string[] =>
  (state.steps.find((each) => each.id === id)?.after ?? []).map(({ from }) => from);
const flagsOf = ({ planFlags }: RunState) => planFlags.map(({ kind }) => kind);

const follows =
  (id: string, workflow: string | null) =>
  (device: Device): unknown =>
    device.do({
      kind: 'setFollowUp',
      id,
      followUp:
        workflow === null ? null : { id, when: { kind: 'finished' }, workflow: asId<WorkflowId>(workflow) },
    });
const followersOf = ({ followUps }: RunState) => followUps.map(({ id, workflow }) => `${id} ${workflow}`);

export const planRows: readonly MergeRow[] = [
  {
    cell: '[L3] two that are to start afterwards, chosen apart: both; under one id the later holds',
    plan: chain,
    before: follows('same', 'x'),
    a: (device) => [follows('one', 'a')(device), follows('same', 'a')(device)],
    b: (device) => [follows('two', 'b')(device), follows('same', null)(device)],
    expect: ({ state, a }) =>
      deepStrictEqual(
        followersOf(state).toSorted(),
        ['one a', 'two b', ...(a.isFirst ? [] : ['same a'])].toSorted(),
      ),
  },
  {
    cell: '[C2] an edge added ∥ the same edge taken away: it is there',
    plan: chain,
    a: changed(
      { kind: 'removeEdge', to: stepId('c'), from: stepId('b') },
      { kind: 'addEdge', to: stepId('c'), edge: { from: stepId('b'), strength: 'soft' } },
    ),
    b: changed(unlink('b', 'c')),
    expect: ({ state }) => deepStrictEqual([edgesOf(state, 'c'), flagsOf(state)], [['b'], []]),
  },
  {
    cell: '[C2] two edges added to one step: both are there',
    plan: chain,
    a: changed(link('d', 'c')),
    b: changed(link('a', 'c')),
    expect: ({ state }) => deepStrictEqual(edgesOf(state, 'c').toSorted(), ['a', 'b', 'd']),
  },
  {
    cell: '[C4] two edges that close a circle: the later one is dropped, and said so',
    plan: chain,
    a: changed(link('c', 'd')),
    b: changed(link('d', 'b')),
    expect: ({ state, a }) => {
      const [first, second] = [edgesOf(state, 'd').includes('c'), edgesOf(state, 'b').includes('d')];
      deepStrictEqual([first, second], a.isFirst ? [true, false] : [false, true]);
      deepStrictEqual(flagsOf(state), ['cycle']);
    },
  },
  {
    cell: '[C3] a step taken out ∥ edited: it stays with the edit, and it is said so',
    plan: chain,
    a: changed(remove('b')),
    b: changed(title('b', 'Better')),
    expect: ({ state, of }) => {
      deepStrictEqual([of('b').status, [...state.removed], flagsOf(state)], ['created', [], ['keptStep']]);
      deepStrictEqual(state.steps.find(({ id }) => id === 'b')?.title, 'Better');
    },
  },
  {
    cell: '[C3] a step taken out ∥ something made to follow it: it stays',
    plan: chain,
    a: changed(remove('b')),
    b: changed(link('b', 'd')),
    expect: ({ state }) => deepStrictEqual([[...state.removed], flagsOf(state)], [[], ['keptStep']]),
  },
  {
    cell: '[C3] a step taken out by both: it is out, once',
    plan: chain,
    a: changed(remove('b')),
    b: changed(remove('b')),
    expect: ({ state, of }) => {
      deepStrictEqual(
        [[...state.removed], flagsOf(state), edgesOf(state, 'c'), of('b').withdrawnBecause],
        [['b'], [], ['a'], 'removed'],
      );
    },
  },
  {
    cell: '[C3] [J9] a step taken out ∥ done: what was done stays, and its undo is proposed',
    plan: chain,
    before: done('a'),
    a: changed(remove('b')),
    b: done('b'),
    expect: ({ of }) =>
      deepStrictEqual([of('b').status, of('b').surplus, of('c').status], ['completed', true, 'ready']),
  },
  {
    cell: '[C2] two fields of one step: both hold; one field: the later holds',
    plan: chain,
    a: changed({ kind: 'setStep', step: stepId('b'), set: { title: 'A', instructions: 'Slowly' } }),
    b: changed({ kind: 'setStep', step: stepId('b'), set: { title: 'B', estimate: 5 } }),
    expect: ({ state, a }) => {
      const found = state.steps.find(({ id }) => id === 'b');
      deepStrictEqual(
        [found?.title, found?.instructions, found?.estimate],
        [a.isFirst ? 'B' : 'A', 'Slowly', 5],
      );
    },
  },
];
