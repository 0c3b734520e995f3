/**
 * What a plan's list of steps answers by id. Made once for a list and kept as long as the list is: a
 * command then costs what it is about, however many steps the plan has. What needs a pass over all
 * steps is made when it is first asked for.
 */
import type { StepId } from '../../model/ids.ts';
import { computeTopologicalOrder } from '../../model/topological-order.ts';
import type { StepDefinition } from '../../model/workflow.ts';

export interface PlanIndex {
  readonly stepById: ReadonlyMap<StepId, StepDefinition>;
  /** Those with an edge from the step, soft ones too, each once, in the order of the definition. */
  readonly dependantsOf: (step: StepId) => readonly StepId[];
  /** Each once and known, so that all stand after what they depend on. */
  readonly inOrder: (steps: Iterable<StepId>) => readonly StepId[];
}

const indexBySteps = new WeakMap<readonly StepDefinition[], PlanIndex>();

/** The plans of states are never changed in place, so a list answers the same for as long as it lives. */
export function planIndexOf(steps: readonly StepDefinition[]): PlanIndex {
  const known = indexBySteps.get(steps);
  if (known !== undefined) return known;
  const made = createPlanIndex(steps);
  indexBySteps.set(steps, made);
  return made;
}

function createPlanIndex(steps: readonly StepDefinition[]): PlanIndex {
  const stepById = new Map(steps.map((step) => [step.id, step]));
  let dependants: Map<StepId, StepId[]> | null = null;
  let places: Map<StepId, number> | null = null;
  const placeById = (): Map<StepId, number> => {
    places ??= new Map((computeTopologicalOrder(steps) ?? []).map((id, index) => [id, index]));
    return places;
  };
  return {
    stepById,
    dependantsOf: (id) => {
      dependants ??= findDependants(steps);
      return dependants.get(id) ?? [];
    },
    inOrder: (wanted) => {
      const known = [...new Set(wanted)].filter((id) => stepById.has(id));
      if (known.length < 2) return known;
      const place = placeById();
      return known.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    },
  };
}

function findDependants(steps: readonly StepDefinition[]): Map<StepId, StepId[]> {
  const dependants = new Map<StepId, StepId[]>();
  for (const { id, after } of steps) {
    for (const from of new Set(after.map((dependency) => dependency.from))) {
      const list = dependants.get(from);
      if (list === undefined) dependants.set(from, [id]);
      else list.push(id);
    }
  }
  return dependants;
}
