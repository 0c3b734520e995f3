/** The merge table of ENGINE §7: facts, what rests on them, and changes of the plan. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import type { FactDefinition, FactValue } from '../../../src/model/fact.ts';
import { asId, type FactId, type StepId } from '../../../src/model/ids.ts';
import type { RunState } from '../../../src/engine/run-state.ts';
import { type Device, event, plan, step, stepId } from '../run-bench.ts';
import { type MergeRow, passOf } from '../merge-bench.ts';
import { both, done } from './acts.ts';

const hotel = asId<FactId>('hotel');
const called = (text: string): FactValue => ({ kind: 'text', text });
const definition: FactDefinition = { id: hotel, name: 'Hotel', kind: 'text' };

const reading = { reads: [{ fact: hotel }] };
const hotelPlan = plan(
  [step('book', [], { writes: [hotel] }), step('transfer', [], reading), step('dine', ['transfer'])],
  {
    facts: [definition],
  },
);
const criticalPlan = { ...hotelPlan, facts: [{ ...definition, critical: true }] };

const set =
  (text: string) =>
  (device: Device): unknown =>
    device.do({ kind: 'setFact', fact: hotel, value: called(text) });

const rechecked = (device: Device): unknown =>
  device.do({ kind: 'recheckStep', occurrence: device.of('transfer').occurrence });

const factOf = (state: RunState) => {
  const found = state.facts.get(hotel);
  if (found === undefined) throw new Error('the plan has it');
  return found;
};
const rivalsOf = (state: RunState): readonly unknown[] => factOf(state).rivals.map(({ value }) => value);

const dueOn = (step: string, date: string | null) => (device: Device) =>
  device.do({ kind: 'setStepDue', step: stepId(step), due: date === null ? null : { kind: 'date', date } });

/** A change of the plan that no command of this program makes. */
const patched =
  (id: string, target: StepId, fields: { readonly title?: string }) =>
  (device: Device): unknown => {
    const operations = [{ kind: 'setStep', step: target, set: fields } as const];
    return device.write([event(id, 'run.patched/2', { operations }, device.state().heads)]);
  };

export const factRows: readonly MergeRow[] = [
  {
    cell: '[F1] [M2] completed ∥ a fact that it read was changed: completed, to be checked again',
    plan: hotelPlan,
    before: set('Sol'),
    a: both(done('transfer'), done('dine')),
    b: set('Mar'),
    expect: (merged) => {
      const transfer = merged.of('transfer');
      deepStrictEqual([transfer.status, transfer.validity], ['completed', 'recheck']);
      deepStrictEqual(transfer.staleReads, [
        { read: { fact: hotel }, was: called('Sol'), now: called('Mar') },
      ]);
      deepStrictEqual([merged.of('dine').status, merged.of('dine').validity], ['completed', 'provisional']);
      ok(merged.state.status === 'running');
      const after = merged.afterwards(set('Sol'));
      deepStrictEqual(
        ['transfer', 'dine'].map((id) => passOf(after, id).validity),
        ['fresh', 'fresh'],
      );
    },
  },
  {
    cell: '[F2] "still right" ∥ the fact was changed once more: to be checked again',
    plan: hotelPlan,
    before: both(set('Sol'), done('transfer'), set('Mar')),
    a: rechecked,
    b: set('Rio'),
    expect: (merged) => {
      deepStrictEqual(
        merged.of('transfer').staleReads.map(({ was }) => was),
        [called('Mar')],
      );
      const after = merged.afterwards(rechecked);
      deepStrictEqual(passOf(after, 'transfer').validity, 'fresh');
    },
  },
  {
    cell: '[F2] "still right" ∥ "still right": asked no more',
    plan: hotelPlan,
    before: both(set('Sol'), done('transfer'), set('Mar')),
    a: rechecked,
    b: rechecked,
    expect: ({ of }) => deepStrictEqual(of('transfer').validity, 'fresh'),
  },
  {
    cell: '[F1] "still right" ∥ reopened: the next pass opens',
    plan: hotelPlan,
    before: both(set('Sol'), done('transfer'), set('Mar')),
    a: rechecked,
    b: (device) => device.do({ kind: 'reopenStep', occurrence: device.of('transfer').occurrence }),
    expect: ({ of }) => {
      deepStrictEqual([of('transfer').occurrence.iteration, of('transfer').status], [2, 'ready']);
    },
  },
  {
    cell: '[M2] fact ∥ fact: both kept, the later shown; its readers go on',
    plan: hotelPlan,
    a: set('Sol'),
    b: set('Mar'),
    expect: (merged) => {
      const shown = called(merged.a.isFirst ? 'Mar' : 'Sol');
      deepStrictEqual(factOf(merged.state).value, shown);
      deepStrictEqual(rivalsOf(merged.state), [
        called(shown === null ? '' : merged.a.isFirst ? 'Sol' : 'Mar'),
        shown,
      ]);
      deepStrictEqual([merged.of('transfer').status, merged.of('transfer').disputedFacts], ['ready', []]);
    },
  },
  {
    cell: '[F6] critical fact ∥ fact: its readers wait until somebody picks one',
    plan: criticalPlan,
    a: set('Sol'),
    b: set('Mar'),
    expect: (merged) => {
      deepStrictEqual(
        [merged.of('transfer').status, merged.of('transfer').disputedFacts],
        ['created', [hotel]],
      );
      deepStrictEqual(rivalsOf(merged.state).length, 2);
      const after = merged.afterwards(set('Sol'));
      deepStrictEqual([passOf(after, 'transfer').status, rivalsOf(after)], ['ready', []]);
    },
  },
  {
    cell: '[F6] fact ∥ fact, one value: no dispute',
    plan: criticalPlan,
    a: set('Sol'),
    b: set('Sol'),
    expect: ({ of, state }) => {
      deepStrictEqual([rivalsOf(state), of('transfer').status], [[], 'ready']);
      deepStrictEqual(factOf(state).changes.length, 2, 'and both stay readable');
    },
  },
  {
    cell: '[M2] completed ∥ completed, the same outcome and other facts: one completion, both values kept',
    plan: hotelPlan,
    a: done('book', undefined, { [hotel]: called('Sol') }),
    b: done('book', undefined, { [hotel]: called('Mar') }),
    expect: ({ of, state }) => {
      deepStrictEqual(
        [of('book').status, of('book').conflict, of('book').closedBy.length],
        ['completed', [], 2],
      );
      deepStrictEqual(rivalsOf(state).length, 2);
    },
  },
  {
    cell: '[M2] completed ∥ completed, the same outcome and facts: one completion, one value',
    plan: hotelPlan,
    a: done('book', undefined, { [hotel]: called('Sol') }),
    b: done('book', undefined, { [hotel]: called('Sol') }),
    expect: ({ of, state }) => {
      deepStrictEqual([of('book').conflict, rivalsOf(state), factOf(state).value], [[], [], called('Sol')]);
    },
  },
  {
    cell: '[F5] done with the fact ∥ the fact was taken away: completed, to be checked again',
    plan: hotelPlan,
    before: set('Sol'),
    a: done('transfer'),
    b: (device) => device.do({ kind: 'setFact', fact: hotel, value: null }),
    expect: ({ of }) =>
      deepStrictEqual([of('transfer').status, of('transfer').validity], ['completed', 'recheck']),
  },
  {
    cell: '[M2] plan ∥ plan: fields that differ both hold, of one field the later',
    plan: plan([step('x'), step('y')]),
    a: both(dueOn('x', '2026-03-05'), patched('a-title', stepId('y'), { title: 'Mine' })),
    b: both(dueOn('y', '2026-03-06'), patched('b-title', stepId('y'), { title: 'Yours' })),
    expect: ({ a, state }) => {
      deepStrictEqual(
        state.steps.map(({ due }) => due),
        [
          { kind: 'date', date: '2026-03-05' },
          { kind: 'date', date: '2026-03-06' },
        ],
      );
      deepStrictEqual(state.steps[1]?.title, a.isFirst ? 'Yours' : 'Mine');
    },
  },
  {
    cell: '[F4] a date follows its fact ∥ the plan gives the step a date of its own: the plan holds',
    plan: plan([step('x', [], { due: { kind: 'offset', from: asId<FactId>('day'), days: 1 } })], {
      facts: [{ id: asId<FactId>('day'), name: 'Day', kind: 'date' }],
    }),
    a: (device) =>
      device.do({ kind: 'setFact', fact: asId<FactId>('day'), value: { kind: 'date', date: '2026-04-01' } }),
    b: dueOn('x', '2026-03-05'),
    expect: ({ of }) => deepStrictEqual(of('x').dueAt, Date.parse('2026-03-05T23:59:59.999Z')),
  },
  {
    cell: '[M2] ticked ∥ cleared: the later holds',
    plan: plan([step('x', [], { checklist: [{ id: 'n', text: 'number' }] })]),
    before: (device) => tick(device, true),
    a: (device) => tick(device, false),
    b: (device) => both(...[false, true].map((ticked) => (one: Device) => tick(one, ticked)))(device),
    expect: ({ of, b }) => deepStrictEqual(of('x').ticked.has('n'), !b.isFirst),
  },
  {
    cell: '[M2] claimed conductor ∥ conductor: the later holds',
    plan: plan([step('x')]),
    a: (device) => device.do({ kind: 'changeConductor', conductor: asId('leo') }),
    b: (device) => device.do({ kind: 'changeConductor', conductor: asId('sam') }),
    expect: ({ a, state }) => deepStrictEqual(state.conductor, a.isFirst ? 'sam' : 'leo'),
  },
];

function tick(device: Device, ticked: boolean): unknown {
  return device.do({ kind: 'tickChecklist', occurrence: device.of('x').occurrence, item: 'n', ticked });
}
