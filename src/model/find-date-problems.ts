/**
 * Dates that count from a step which does not come before them: such a date would come too late, or never.
 * In definition order. Costs steps plus edges for every step that dates are counted from.
 */
import { stepOfRule } from './date-origin.ts';
import type { StepId } from './ids.ts';
import type { StepDefinition } from './workflow.ts';
import type { WorkflowGraph } from './workflow-graph.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

export function findDateProblems(
  steps: readonly StepDefinition[],
  graph: WorkflowGraph,
): readonly WorkflowProblem[] {
  const laterById = new Map<StepId, ReadonlySet<StepId>>();
  const laterThan = (from: StepId): ReadonlySet<StepId> => {
    const known = laterById.get(from) ?? findLater(from, graph);
    laterById.set(from, known);
    return known;
  };
  return steps.flatMap(({ id: step, start, due }): readonly WorkflowProblem[] =>
    [start, due].flatMap((rule): readonly WorkflowProblem[] => {
      const from = stepOfRule(rule);
      return from === null || laterThan(from).has(step) ? [] : [{ type: 'datedByLaterStep', step, from }];
    }),
  );
}

/** What comes after a step by any edges; without itself, unless it is in a circle. */
function findLater(from: StepId, { followersById }: WorkflowGraph): ReadonlySet<StepId> {
  const later = new Set<StepId>(followersById.get(from));
  for (const id of later) for (const follower of followersById.get(id) ?? []) later.add(follower);
  return later;
}
