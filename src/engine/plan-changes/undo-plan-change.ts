/** The operations that lead from a changed plan back to the one before, last first. */
import type { Command } from '../../model/command.ts';
import type { StepId } from '../../model/ids.ts';
import type { PatchOperation, StepChanges } from '../../model/patch.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import type { RunState } from '../run-state.ts';
import { closeGaps } from './close-gaps.ts';

/** `before`: the state that the operations were decided on. */
export function undoPlanChange(operations: readonly PatchOperation[], before: RunState): readonly Command[] {
  const { stepOf } = planIndexOf(before.plan.steps);
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
      return step === undefined ? [] : [{ ...operation, set: valuesBefore(operation.set, step) }];
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
