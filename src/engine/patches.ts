/**
 * Changes to the plan of a running run (ENGINE §8). Patches merge field by field: of two that set one
 * field the later in total order holds, and fields that they do not share both hold.
 */
import type { PatchOperation, RunEventOf } from '../model/event.ts';
import type { StepId } from '../model/ids.ts';
import { isInItem } from '../model/place.ts';
import type { StepDefinition } from '../model/workflow.ts';
import type { PlacedStep } from './items/placed-step.ts';

/** `patches` in total order. A patch of a step that is not there changes nothing. */
export function applyPatches(
  steps: readonly StepDefinition[],
  patches: readonly RunEventOf<'run.patched/1'>[],
): readonly StepDefinition[] {
  if (patches.length === 0) return steps;
  const stepById = new Map<StepId, StepDefinition>(steps.map((step) => [step.id, step]));
  for (const patch of patches) {
    for (const operation of patch.data.operations) {
      const step = stepById.get(operation.step);
      if (step !== undefined) stepById.set(step.id, setFields(step, operation));
    }
  }
  return steps.map((step) => stepById.get(step.id) ?? step);
}

/** Those about a step in one item alone, once the plan is laid out for the items: they come after the others. */
export function applyPlacePatches(
  steps: readonly PlacedStep[],
  patches: readonly RunEventOf<'run.patched/1'>[],
): readonly PlacedStep[] {
  const ofPlaces = patches.filter(({ data }) => data.operations.some(({ step }) => isInItem(step)));
  return ofPlaces.length === 0 ? steps : applyPatches(steps, ofPlaces);
}

function setFields(step: StepDefinition, { set }: PatchOperation): StepDefinition {
  const { due: oldDue, backup: oldBackup, ...rest } = step;
  const due = set.due === undefined ? oldDue : set.due;
  const backup = set.backup === undefined ? oldBackup : set.backup;
  return {
    ...rest,
    ...(set.title === undefined ? {} : { title: set.title }),
    ...(due === undefined || due === null ? {} : { due }),
    ...(backup === undefined || backup === null ? {} : { backup }),
  };
}
