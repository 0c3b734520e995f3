/** The merge table, where a section is done once for each of several [J6]. */
import { deepStrictEqual } from 'node:assert/strict';
import { findTwins } from '../../../src/engine/items/find-twins.ts';
import type { Command } from '../../../src/model/command.ts';
import { add, callOff, child, children, close, rename, reopen } from '../camps.ts';
import type { MergeRow } from '../merge-bench.ts';
import { plan, step, stepId } from '../run-bench.ts';
import type { Device } from '../run-bench.ts';
import { both, done } from './acts.ts';

const give =
  (command: Command) =>
  (device: Device): unknown =>
    device.do(command);

const zoe = child('zoe', 'Zoe');
const max = child('max', 'Max');

/** Nobody is there at the start; what comes after waits for all. */
const listPlan = plan([step('choose'), step('pay', ['choose']), step('clash', ['pay'])], {
  sections: [{ ...children(), steps: ['choose', 'pay'].map(stepId) }],
});

const names = ({ items }: { items: readonly { items: readonly { name: string }[] }[] }): readonly string[] =>
  (items[0]?.items ?? []).map(({ name }) => name).toSorted();

export const itemRows: readonly MergeRow[] = [
  {
    cell: '[J6] item added ∥ list closed: the item is kept, and what comes after waits for it too',
    plan: listPlan,
    before: both(give(add(max)), done('choose/max'), done('pay/max')),
    a: give(add(zoe)),
    b: give(close),
    expect: ({ state, of, afterwards }) => {
      deepStrictEqual(names(state), ['Max', 'Zoe']);
      deepStrictEqual([state.items[0]?.isOpen, of('clash').status], [false, 'created']);
      const after = afterwards(both(done('choose/zoe'), done('pay/zoe')));
      deepStrictEqual(after.current.get(stepId('clash'))?.status, 'ready');
    },
  },
  {
    cell: '[J6] item added ∥ item added, one name: both are there, and are offered to be one',
    plan: listPlan,
    a: give(add(zoe)),
    b: give(add(child('zoe-too', 'Zoe'))),
    expect: ({ state, afterwards }) => {
      deepStrictEqual(names(state), ['Zoe', 'Zoe']);
      const [twins] = findTwins(state);
      deepStrictEqual(twins?.name, 'Zoe');
      const kept = afterwards(give(callOff({ id: twins.drop, name: '' })));
      deepStrictEqual(findTwins(kept), []);
    },
  },
  {
    cell: '[J6] [M2] completed in an item ∥ the item cancelled: what was done stands, the rest is cancelled',
    plan: listPlan,
    before: give(add(zoe)),
    a: done('choose/zoe'),
    b: give(callOff(zoe)),
    expect: ({ a, of }) => {
      deepStrictEqual([of('choose/zoe').status, of('choose/zoe').closedBy], ['completed', [a.person]]);
      deepStrictEqual(of('pay/zoe').status, 'terminated');
    },
  },
  {
    cell: '[J6] list closed ∥ list closed: closed once, and nobody is told anything',
    plan: listPlan,
    a: give(close),
    b: give(close),
    expect: ({ state, of }) => {
      deepStrictEqual([state.items[0]?.isOpen, of('clash').status], [false, 'ready']);
    },
  },
  {
    cell: '[J6] list closed again ∥ list reopened: it is open, until somebody who saw both closes it',
    plan: listPlan,
    before: give(close),
    a: give(reopen),
    b: both(give(reopen), give(close)),
    expect: ({ state, afterwards }) => {
      deepStrictEqual(state.items[0]?.isOpen, true);
      deepStrictEqual(afterwards(give(close)).items[0]?.isOpen, false);
    },
  },
  {
    cell: '[I1] item renamed ∥ item renamed, another name: the later holds and both are shown, until somebody keeps one',
    plan: listPlan,
    before: give(add(zoe)),
    a: give(rename(zoe, 'Zoë')),
    b: give(rename(zoe, 'Zora')),
    expect: ({ state, afterwards }) => {
      const item = state.items[0]?.items[0];
      deepStrictEqual(new Set([item?.name, ...(item?.otherNames ?? [])]), new Set(['Zora', 'Zoë']));
      const kept = afterwards(give(rename(zoe, item?.name ?? '')));
      deepStrictEqual(kept.items[0]?.items[0], { ...item, otherNames: [] });
    },
  },
  {
    cell: '[I1] item renamed ∥ item renamed to the same name: nothing is left to ask',
    plan: listPlan,
    before: give(add(zoe)),
    a: give(rename(zoe, 'Zora')),
    b: give(rename(zoe, 'Zora')),
    expect: ({ state }) => {
      deepStrictEqual([state.items[0]?.items[0]?.name, state.items[0]?.items[0]?.otherNames], ['Zora', []]);
    },
  },
  {
    cell: '[J6] [J8] the step after the list completed ∥ item added: done, and it rests on what is still to come',
    plan: listPlan,
    before: both(give(add(max)), done('choose/max'), done('pay/max'), give(close)),
    a: done('clash'),
    b: both(give(reopen), give(add(zoe)), give(close)),
    expect: ({ of, state }) => {
      deepStrictEqual([of('clash').status, of('choose/zoe').status], ['completed', 'ready']);
      deepStrictEqual(state.status, 'running');
    },
  },
];
