/** The steps that could stand in for one that stalls: not called upon yet, and still wanted. */
import { placeOf } from '../../model/place.ts';
import { stepIndexOf } from '../../model/step-index.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import type { StepId } from '../../model/ids.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';

const fallbacksBySteps = new WeakMap<readonly StepDefinition[], ReadonlyMap<StepId, readonly StepId[]>>();

function fallbacksOf(steps: readonly StepDefinition[]): ReadonlyMap<StepId, readonly StepId[]> {
  const known = fallbacksBySteps.get(steps);
  if (known !== undefined) return known;
  const made = new Map<StepId, readonly StepId[]>();
  for (const { id, fallbackOf } of stepIndexOf(steps).steps)
    if (fallbackOf !== undefined) made.set(fallbackOf, [...(made.get(fallbackOf) ?? []), id]);
  fallbacksBySteps.set(steps, made);
  return made;
}

/** In the plan's order. */
export function findFallbacks(state: RunState, { occurrence }: OccurrenceState): readonly OccurrenceState[] {
  const ids = fallbacksOf(state.steps).get(placeOf(occurrence)) ?? [];
  return ids
    .flatMap((id) => state.current.get(id) ?? [])
    .filter((each) => each.dormant && each.status === 'created');
}
