/** The operations that lead from a changed plan back to the one before, last first. */
import type { Command } from '../../model/command.ts';
import type { StepId } from '../../model/ids.ts';
import type { PatchOperation, StepChanges } from '../../model/patch.ts';
import { isSame } from '../../model/is-same.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import type { RunState } from '../run-state.ts';
import { closeGaps } from './close-gaps.ts';

/** `before`: the state that the operations were decided on. */
export function undoPlanChange(operations: readonly PatchOperation[], before: RunState): readonly Command[] {
  const written = planIndexOf(before.plan.steps);
  const placed = planIndexOf(before.steps);
  // Fields may have been set in one item alone; there the plan is what it was laid out to.
  const stepOf = (id: StepId): StepDefinition | undefined => written.stepOf(id) ?? placed.stepOf(id);
  const made = closeGaps(operations, before.plan.steps);
  const back = made.toReversed().flatMap((operation) => undoOperation(operation, stepOf, before.plan.steps));
  return back.length === 0 ? [] : [{ kind: 'changePlan', operations: back }];
}

function undoOperation(
  operation: PatchOperation,
  stepOf: (id: StepId) => StepDefinition | undefined,
  steps: readonly StepDefinition[],
): readonly PatchOperation[] {
  switch (operation.kind) {
    case 'addStep':
      return [{ kind: 'removeStep', step: operation.step.id }];
    case 'addFlow':
      return operation.steps.toReversed().map(({ id }) => ({ kind: 'removeStep', step: id }));
    case 'removeStep':
      return [{ kind: 'restoreStep', step: operation.step }];
    case 'restoreStep':
      return [{ kind: 'removeStep', step: operation.step }];
    case 'moveStep': {
      const place = steps.findIndex(({ id }) => id === operation.step);
      return place < 0
        ? []
        : [{ kind: 'moveStep', step: operation.step, behind: steps[place - 1]?.id ?? null }];
    }
    case 'setStep': {
      const step = stepOf(operation.step);
      if (step === undefined) return [];
      const set = valuesBefore(operation.set, step);
      // Of rival dates the one that held was kept: nothing would be another afterwards.
      return isSame(set, operation.set) ? [] : [{ ...operation, set }];
    }
    case 'addEdge':
    case 'removeEdge': {
      const from = operation.kind === 'addEdge' ? operation.edge.from : operation.from;
      const edge = stepOf(operation.to)?.after.find((each) => each.from === from);
      if (edge !== undefined) return [{ kind: 'addEdge', to: operation.to, edge }];
      return operation.kind === 'addEdge' ? [{ kind: 'removeEdge', to: operation.to, from }] : [];
    }
  }
}

function valuesBefore(set: StepChanges, step: StepDefinition): StepChanges {
  const fields = Object.keys(set) as (keyof StepChanges)[];
  return Object.fromEntries(fields.map((field) => [field, step[field] ?? null]));
}
