/**
 * What a plan's list of steps answers to commands. Made once for a list and kept as long as the list is: a
 * command then costs what it is about, however many steps the plan has. What needs a pass over all
 * steps is made when it is first asked for.
 */
import type { StepId } from '../../model/ids.ts';
import { findStep, stepIndexOf } from '../../model/step-index.ts';
import { computeTopologicalOrder } from '../../model/topological-order.ts';
import type { PlacedStep } from '../items/placed-step.ts';
import { createPlanGraph, type PlanGraph } from '../plan-graph.ts';

export interface PlanIndex {
  readonly stepOf: (id: StepId) => PlacedStep | undefined;
  /** Each once and known, so that all stand after what they depend on. */
  readonly inOrder: (steps: Iterable<StepId>) => readonly StepId[];
  /** Only what its nodes say of the plan may be read: they have seen no event. */
  readonly graph: () => PlanGraph;
}

const indexBySteps = new WeakMap<readonly PlacedStep[], PlanIndex>();

/** The plans of states are never changed in place, so a list answers the same for as long as it lives. */
export function planIndexOf(steps: readonly PlacedStep[]): PlanIndex {
  const known = indexBySteps.get(steps);
  if (known !== undefined) return known;
  const made = createPlanIndex(steps);
  indexBySteps.set(steps, made);
  return made;
}

function createPlanIndex(steps: readonly PlacedStep[]): PlanIndex {
  const index = stepIndexOf(steps);
  let graph: PlanGraph | null = null;
  let places: Map<StepId, number> | null = null;
  const placeById = (): Map<StepId, number> => {
    places ??= new Map((computeTopologicalOrder(steps) ?? []).map((id, index) => [id, index]));
    return places;
  };
  return {
    stepOf: (id) => findStep(index, id),
    graph: () => {
      graph ??= createPlanGraph(steps);
      return graph;
    },
    inOrder: (wanted) => {
      const known = [...new Set(wanted)].filter((id) => index.placeById.has(id));
      if (known.length < 2) return known;
      const place = placeById();
      return known.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    },
  };
}
