/**
 * What still has to happen before a step may: all its open predecessors, theirs too, in an order in
 * which they can be done. A step that already happened hides what is behind it.
 */
import type { StepId } from '../../model/ids.ts';
import { computeTopologicalOrder } from '../../model/topological-order.ts';
import { statusToEdge } from '../readiness.ts';
import type { RunState } from '../run-state.ts';

export function computeStepsInTheWay(state: RunState, step: StepId): readonly StepId[] {
  const stepById = new Map(state.steps.map((definition) => [definition.id, definition]));
  const found = new Set<StepId>();
  const queue: StepId[] = [step];
  for (const id of queue) {
    for (const { from } of stepById.get(id)?.after ?? []) {
      const status = state.current.get(from)?.status;
      if (found.has(from) || status === undefined || statusToEdge(status) === 'live') continue;
      found.add(from);
      queue.push(from);
    }
  }
  return (computeTopologicalOrder(state.steps) ?? []).filter((id) => found.has(id));
}
