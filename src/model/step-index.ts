/**
 * Where the steps of a plan stand in its list: made once for a list and kept as long as the list is, so
 * that whoever needs a step by its id, or something kept by step, does not make a map of its own.
 *
 * Invariants: of steps that share an id the first counts; plans are never changed in place, so a list
 * answers the same for as long as it lives.
 */
import type { StepId } from './ids.ts';
import type { StepDefinition } from './workflow.ts';

export interface StepIndex {
  /** Each id once, in definition order. */
  readonly steps: readonly StepDefinition[];
  /** The place in `steps`, from 0. */
  readonly placeById: ReadonlyMap<StepId, number>;
}

const indexBySteps = new WeakMap<readonly StepDefinition[], StepIndex>();

export function stepIndexOf(steps: readonly StepDefinition[]): StepIndex {
  const known = indexBySteps.get(steps);
  if (known !== undefined) return known;
  const made = createStepIndex(steps);
  indexBySteps.set(steps, made);
  return made;
}

function createStepIndex(steps: readonly StepDefinition[]): StepIndex {
  const distinct: StepDefinition[] = [];
  const placeById = new Map<StepId, number>();
  for (const step of steps) {
    if (placeById.has(step.id)) continue;
    placeById.set(step.id, distinct.length);
    distinct.push(step);
  }
  return { steps: distinct, placeById };
}

export function findStep({ steps, placeById }: StepIndex, id: StepId): StepDefinition | undefined {
  const place = placeById.get(id);
  return place === undefined ? undefined : steps[place];
}
