/** Changes of a step in one item alone, once the plan is laid out for the items: they come after all others. */
import type { RunEventOf } from '../../model/event.ts';
import { isInItem } from '../../model/place.ts';
import type { PlacedStep } from '../items/placed-step.ts';
import { withChanges } from './with-changes.ts';

/** `patches` in total order; of one field the last holds. */
export function applyPlacePatches(
  steps: readonly PlacedStep[],
  patches: readonly Pick<RunEventOf<'run.patched/2'>, 'data'>[],
): readonly PlacedStep[] {
  const changes = patches
    .flatMap(({ data }) => data.operations)
    .flatMap((operation) => (operation.kind === 'setStep' && isInItem(operation.step) ? [operation] : []));
  if (changes.length === 0) return steps;
  return steps.map((step) =>
    changes.reduce(
      (changed, { step: place, set }) => (place === step.id ? withChanges(changed, set) : changed),
      step,
    ),
  );
}
