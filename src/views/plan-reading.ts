/**
 * What the views of a run look up in its plan. Made once for a list of steps and kept as long as the
 * list is: plans of states are never changed in place.
 */
import type { StepId } from '../model/ids.ts';
import type { PlacedStep } from '../engine/items/placed-step.ts';
import { computeRailLayout, type RailLayout } from './rail-layout.ts';

export interface PlanReading {
  readonly layout: RailLayout;
  readonly stepById: ReadonlyMap<StepId, PlacedStep>;
  /** Direct dependants by step, in definition order. */
  readonly unlocks: ReadonlyMap<StepId, readonly StepId[]>;
}

const readingBySteps = new WeakMap<readonly PlacedStep[], PlanReading>();

export function readPlan(steps: readonly PlacedStep[]): PlanReading {
  const known = readingBySteps.get(steps);
  if (known !== undefined) return known;
  const made: PlanReading = {
    layout: computeRailLayout(steps),
    stepById: new Map(steps.map((step) => [step.id, step])),
    unlocks: computeUnlocks(steps),
  };
  readingBySteps.set(steps, made);
  return made;
}

function computeUnlocks(steps: readonly PlacedStep[]): ReadonlyMap<StepId, readonly StepId[]> {
  const unlocks = new Map<StepId, StepId[]>();
  for (const step of steps) {
    for (const from of new Set(step.after.map((dependency) => dependency.from))) {
      const known = unlocks.get(from);
      if (known === undefined) unlocks.set(from, [step.id]);
      else known.push(step.id);
    }
  }
  return unlocks;
}
