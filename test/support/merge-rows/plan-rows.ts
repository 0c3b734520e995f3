/** The merge table: two who change one plan while they cannot hear each other (ENGINE §8). */
import { deepStrictEqual } from 'node:assert/strict';
import type { RunState } from '../../../src/engine/run-state.ts';
import { asId, type WorkflowId } from '../../../src/model/ids.ts';
import type { DateRule } from '../../../src/model/workflow.ts';
import type { PatchOperation } from '../../../src/model/patch.ts';
import type { MergeRow } from '../merge-bench.ts';
import { factId } from '../fact-values.ts';
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
const dueOn = (id: string, date: string): PatchOperation => ({
  kind: 'setStep',
  step: stepId(id),
  set: { due: { kind: 'date', date: date } },
});
const dateOf = (due: DateRule | null | undefined): string | null => (due?.kind === 'date' ? due.date : null);
const dueOf = (state: RunState, id: string): string | null =>
  dateOf(state.steps.find((each) => each.id === id)?.due);
const rivalDatesOf = ({ planFlags }: RunState): readonly (string | null)[] =>
  planFlags.flatMap((flag) => (flag.kind === 'rivalDue' ? flag.sides.map(({ due }) => dateOf(due)) : []));
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

const flow = (name: string): PatchOperation => ({
  kind: 'addFlow',
  steps: [step(`${name}~do`, ['a'], { writes: [factId(`${name}~fact`)] })],
  facts: [{ id: factId(`${name}~fact`), name, kind: 'text' }],
  sections: [{ id: name, name, workflow: asId<WorkflowId>('other'), steps: [stepId(`${name}~do`)] }],
  behind: stepId('a'),
});
const partsOf = ({ plan: { sections } }: RunState) => sections.map(({ id }) => id).toSorted();

export const planRows: readonly MergeRow[] = [
  {
    cell: '[B6] two other workflows added apart: both come, with their facts',
    plan: chain,
    a: changed(flow('one')),
    b: changed(flow('two')),
    expect: ({ state }) =>
      deepStrictEqual(
        [partsOf(state), state.facts.size, edgesOf(state, 'two~do')],
        [['one', 'two'], 2, ['a']],
      ),
  },
  {
    cell: '[B6] [C3] another workflow taken out ∥ one of its steps done: that stays, with what it belongs to',
    plan: chain,
    before: (device) => [done('a')(device), changed(flow('one'))(device)],
    a: changed(remove('one~do')),
    b: (device) => device.do({ kind: 'completeStep', occurrence: device.of('one~do').occurrence, facts: {} }),
    expect: ({ state, of }) =>
      deepStrictEqual([of('one~do').status, of('one~do').surplus, partsOf(state)], ['completed', true, []]),
  },
  {
    cell: '[B6] [C3] another workflow taken out ∥ a step made to wait for it: it stays',
    plan: chain,
    before: changed(flow('one')),
    a: changed(remove('one~do')),
    b: changed(link('one~do', 'c')),
    expect: ({ state }) =>
      deepStrictEqual([partsOf(state), flagsOf(state), state.facts.size], [['one'], ['keptStep'], 1]),
  },
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
    cell: '[C7] [C2] due on two days: the later holds, and both are shown',
    plan: chain,
    a: changed(dueOn('b', '2026-11-26')),
    b: changed(dueOn('b', '2026-11-27')),
    expect: ({ state, a }) => {
      const dates = a.isFirst ? ['2026-11-26', '2026-11-27'] : ['2026-11-27', '2026-11-26'];
      deepStrictEqual([rivalDatesOf(state), dueOf(state, 'b')], [dates, dates[1]]);
    },
  },
  {
    cell: '[C7] due on one day, said by both: nothing is to be chosen',
    plan: chain,
    a: changed(dueOn('b', '2026-11-26')),
    b: changed(dueOn('b', '2026-11-26')),
    expect: ({ state }) => deepStrictEqual([flagsOf(state), dueOf(state, 'b')], [[], '2026-11-26']),
  },
  {
    cell: '[C7] due on another day ∥ not due any more: both are shown',
    plan: chain,
    before: changed(dueOn('b', '2026-11-25')),
    a: changed(dueOn('b', '2026-11-26')),
    b: changed({ kind: 'setStep', step: stepId('b'), set: { due: null } }),
    expect: ({ state, a }) =>
      deepStrictEqual(rivalDatesOf(state), a.isFirst ? ['2026-11-26', null] : [null, '2026-11-26']),
  },
  {
    cell: '[C7] due on another day ∥ another field: both hold, and nothing is to be chosen',
    plan: chain,
    a: changed(dueOn('b', '2026-11-26')),
    b: changed(title('b', 'Better')),
    expect: ({ state }) => deepStrictEqual([flagsOf(state), dueOf(state, 'b')], [[], '2026-11-26']),
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
