/** A shipped workflow begun on Ana's phone, as a start pins it: with the steps of the workflows that it has as parts. */
import { layOutSubflows } from '../../src/engine/subflows/lay-out-subflows.ts';
import type { FactValue } from '../../src/model/fact.ts';
import type { PersonId } from '../../src/model/ids.ts';
import type { ItemDefinition } from '../../src/model/per-item.ts';
import type { RunContext } from '../../src/model/person.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { templateById } from '../../src/templates/templates.ts';
import { ana, context as everybody, type Device, makeDevice, startPlan } from './run-bench.ts';

export interface TemplateStart {
  readonly parts: Readonly<Record<string, PersonId>>;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly items?: Readonly<Record<string, readonly ItemDefinition[]>>;
}

export function layOutTemplate(definition: WorkflowDefinition): WorkflowDefinition {
  const laid = layOutSubflows(definition, templateById);
  if (!laid.ok) throw new Error(JSON.stringify(laid.error));
  return laid.value;
}

/** Ana conducts. */
export function beginTemplate(
  definition: WorkflowDefinition,
  clock: () => number,
  { parts, facts, items = {} }: TemplateStart,
  context: RunContext = everybody,
): Device {
  const device = makeDevice(ana, 'phone', clock);
  device.do(startPlan(layOutTemplate(definition), { title: definition.title, parts, facts, items, context }));
  return device;
}
