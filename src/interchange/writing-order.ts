/** The order in which steps are written: each behind what it waits for, a stand-in right behind its step where it can be. */
import type { StepId } from '../model/ids.ts';
import { computeTopologicalOrder } from '../model/topological-order.ts';
import type { StepDefinition } from '../model/workflow.ts';

/** The definition's own order where it serves. */
export function inWritingOrder(steps: readonly StepDefinition[]): readonly StepDefinition[] {
  return standInsBehind(inOrderOfEdges(steps));
}

function inOrderOfEdges(steps: readonly StepDefinition[]): readonly StepDefinition[] {
  const seen = new Set<StepId>();
  const serves = steps.every((step) => {
    seen.add(step.id);
    return step.after.every(({ from }) => from !== step.id && seen.has(from));
  });
  const order = serves ? null : computeTopologicalOrder(steps);
  if (order === null) return steps;
  const stepById = new Map(steps.map((step) => [step.id, step]));
  return order.map((id) => stepById.get(id) as StepDefinition);
}

function standInsBehind(steps: readonly StepDefinition[]): readonly StepDefinition[] {
  if (steps.every((step) => step.fallbackOf === undefined)) return steps;
  const placeById = new Map(steps.map((step, place) => [step.id, place]));
  const canFollow = ({ fallbackOf, after }: StepDefinition): boolean => {
    const place = fallbackOf === undefined ? undefined : placeById.get(fallbackOf);
    return place !== undefined && after.every(({ from }) => (placeById.get(from) ?? -1) < place);
  };
  const standInsById = new Map<StepId, StepDefinition[]>();
  const rest: StepDefinition[] = [];
  for (const step of steps) {
    const { fallbackOf } = step;
    const isFirst =
      fallbackOf !== undefined && (placeById.get(fallbackOf) ?? Infinity) < (placeById.get(step.id) ?? 0);
    if (fallbackOf === undefined || !isFirst || !canFollow(step)) rest.push(step);
    else standInsById.set(fallbackOf, [...(standInsById.get(fallbackOf) ?? []), step]);
  }
  return rest.flatMap((step) => withStandIns(step, standInsById));
}

function withStandIns(
  step: StepDefinition,
  standInsById: ReadonlyMap<StepId, readonly StepDefinition[]>,
): readonly StepDefinition[] {
  return [step, ...(standInsById.get(step.id) ?? []).flatMap((each) => withStandIns(each, standInsById))];
}
