/** A small plan with a per-item section: ask → per child choose → register → pay; all of them → clash → ride. */
import type { Command } from '../../src/model/command.ts';
import type { FactDefinition } from '../../src/model/fact.ts';
import { asId, type ItemId } from '../../src/model/ids.ts';
import type { ItemDefinition, PerItem } from '../../src/model/per-item.ts';
import type { SectionDefinition, StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { fact } from './fact-values.ts';
import { ana, type Device, makeDevice, plan, startPlan, step, stepId } from './run-bench.ts';

export const child = (id: string, name: string = id): ItemDefinition => ({ id: asId<ItemId>(id), name });
export const mia = child('mia', 'Mia');
export const ben = child('ben', 'Ben');

export const campSteps: readonly StepDefinition[] = [
  step('ask'),
  step('choose', ['ask'], { writes: [asId('camp')] }),
  step('register', ['choose'], {
    kind: 'decision',
    reads: [{ fact: asId('camp'), optional: true }],
    outcomes: [
      { id: 'in', name: 'In' },
      { id: 'full', name: 'Full', redo: { section: 'choice', atMost: 2 } },
    ],
  }),
  step('pay', [], { after: [{ from: stepId('register'), outcomes: ['in'] }] }),
  step('clash', ['pay'], { reads: [{ fact: asId('camp'), optional: true }] }),
  step('ride', ['clash']),
];

export const campFacts: readonly FactDefinition[] = [{ ...fact('camp'), perItem: 'children' }];

export function children(more: Partial<PerItem> = {}): SectionDefinition {
  return {
    id: 'children',
    name: 'Children',
    steps: ['choose', 'register', 'pay'].map(stepId),
    perItem: { name: 'child', items: 'growing', wait: { kind: 'all' }, ...more },
  };
}

const choice: SectionDefinition = {
  id: 'choice',
  name: 'Choice',
  steps: ['choose', 'register'].map(stepId),
};

export function campPlan(
  more: Partial<PerItem> = {},
  steps: readonly StepDefinition[] = campSteps,
): WorkflowDefinition {
  return plan(steps, { facts: campFacts, sections: [children(more), choice] });
}

export function startCamps(
  definition: WorkflowDefinition = campPlan(),
  items: readonly ItemDefinition[] = [mia, ben],
  device: Device = makeDevice(ana),
): Device {
  device.do(startPlan(definition, { items: { children: items } }));
  return device;
}

export const add = ({ id, name }: ItemDefinition): Command => ({
  kind: 'addItem',
  section: 'children',
  item: id,
  name,
});
export const close: Command = { kind: 'closeItems', section: 'children' };
export const reopen: Command = { kind: 'reopenItems', section: 'children' };
export const callOff = ({ id }: ItemDefinition): Command => ({
  kind: 'cancelItem',
  section: 'children',
  item: id,
});
export const rename = ({ id }: ItemDefinition, name: string): Command => ({
  kind: 'renameItem',
  section: 'children',
  item: id,
  name,
});

/** Ends a step of the item's, or several one after the other. */
export function finish(device: Device, item: ItemDefinition, ...steps: readonly string[]): void {
  for (const id of steps.length === 0 ? ['choose', 'register', 'pay'] : steps) {
    const { occurrence } = device.of(`${id}/${item.id}`);
    device.do({ kind: 'completeStep', occurrence, ...(id === 'register' ? { outcome: 'in' } : {}) });
  }
}

export function statuses(device: Device, ...places: readonly string[]): readonly string[] {
  return places.map((place) => device.of(place)?.status ?? 'none');
}
