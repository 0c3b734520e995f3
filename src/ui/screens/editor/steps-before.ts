/** Everything that comes before a step, however far, in the plan's order: only those can it ask after. */
import type { StepId } from '../../../model/ids.ts';
import type { StepDefinition } from '../../../model/workflow.ts';

/** `step`: as it would be; of the others what is in the plan. */
export function stepsBefore(
  steps: readonly StepDefinition[],
  step: Pick<StepDefinition, 'id' | 'after'>,
): readonly StepDefinition[] {
  const edges = new Map(steps.map(({ id, after }) => [id, after]));
  const before = new Set<StepId>(step.after.map(({ from }) => from));
  // A set is walked in the order in which it grows.
  for (const id of before) for (const { from } of edges.get(id) ?? []) before.add(from);
  return steps.filter(({ id }) => id !== step.id && before.has(id));
}
