/** A run of a plan with facts and sections, on one device or two. */
import type { FactDefinition, FactValue } from '../../src/model/fact.ts';
import { asId } from '../../src/model/ids.ts';
import type { Command } from '../../src/model/command.ts';
import type { Refusal } from '../../src/engine/refusal.ts';
import type { SectionDefinition, StepDefinition } from '../../src/model/workflow.ts';
import { ana, type Device, makeDevice, sam, startCommand, stepId } from './run-bench.ts';

export interface Plan {
  readonly steps: readonly StepDefinition[];
  readonly facts?: readonly FactDefinition[];
  readonly sections?: readonly SectionDefinition[];
  /** What the start says. */
  readonly given?: Readonly<Record<string, FactValue>>;
  readonly alreadyDone?: readonly string[];
}

export function section(id: string, ...steps: readonly string[]): SectionDefinition {
  return { id, name: id, steps: steps.map(stepId) };
}

export function planCommand(plan: Plan): Command {
  const definition = {
    id: asId<never>('plan'),
    title: 'Plan',
    parts: [{ id: 'traveller', name: 'Traveller' }],
    facts: plan.facts ?? [],
    steps: plan.steps,
    ...(plan.sections === undefined ? {} : { sections: plan.sections }),
  };
  return startCommand(plan.steps, {
    workflow: { number: 1, hash: '00', definition },
    facts: plan.given ?? {},
    alreadyDone: (plan.alreadyDone ?? []).map(stepId),
  });
}

export function startPlan(plan: Plan): Device {
  const device = makeDevice(ana, 'phone-a');
  device.do(planCommand(plan));
  return device;
}

/** Both know the start; `meet` brings what they wrote together. */
export function startPlanOnTwo(plan: Plan): { a: Device; b: Device; meet: () => void } {
  const a = startPlan(plan);
  const b = makeDevice(sam, 'phone-b');
  b.receive(a);
  return {
    a,
    b,
    meet: () => {
      a.receive(b);
      b.receive(a);
    },
  };
}

export function refusalOf(device: Device, command: Command): Refusal | null {
  const made = device.give(command);
  return made.ok ? null : made.error;
}
