/**
 * Orders steps so that each stands after everything it depends on (Kahn, 1962).
 * Among steps that are free at once the definition's order holds, so the answer is the same everywhere.
 */
import type { StepId } from './ids.ts';
import type { StepDefinition } from './workflow.ts';

/** Null when the dependencies close a cycle. Dependencies on unknown steps are ignored. */
export function computeTopologicalOrder(
  steps: readonly Pick<StepDefinition, 'id' | 'after'>[],
): readonly StepId[] | null {
  const openCount = new Map<StepId, number>(steps.map((step) => [step.id, 0]));
  const followers = new Map<StepId, StepId[]>();
  for (const step of steps) {
    for (const { from } of step.after) {
      if (!openCount.has(from)) continue;
      openCount.set(step.id, (openCount.get(step.id) ?? 0) + 1);
      const list = followers.get(from);
      if (list === undefined) followers.set(from, [step.id]);
      else list.push(step.id);
    }
  }
  const order = steps.map((step) => step.id).filter((id) => openCount.get(id) === 0);
  // The list grows while it is walked: it is the queue and the answer in one.
  for (const id of order) {
    for (const follower of followers.get(id) ?? []) {
      const left = (openCount.get(follower) ?? 0) - 1;
      openCount.set(follower, left);
      if (left === 0) order.push(follower);
    }
  }
  return order.length === steps.length ? order : null;
}
