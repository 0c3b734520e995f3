/**
 * Says everything that is wrong with a plan whose shape is known to be right.
 *
 * Invariants: total, never throws; every problem exactly once, in an order that the plan alone decides
 * (that of `WorkflowProblem`, roughly: the graph, facts, contacts, outcomes, who does what, sections, what only other
 * notations have, other workflows); nearly linear in steps and edges.
 */
import { canonicalJson } from './canonical-json.ts';
import { findContactProblems } from './find-contact-problems.ts';
import { findDateProblems } from './find-date-problems.ts';
import { findEndProblems } from './find-end-problems.ts';
import { findFactProblems } from './find-fact-problems.ts';
import { findFollowUpProblems } from './find-follow-up-problems.ts';
import { findLadderProblems } from './find-ladder-problems.ts';
import { findNotOurs } from './find-not-ours.ts';
import { findOutcomeProblems } from './find-outcome-problems.ts';
import { findPerItemProblems } from './find-per-item-problems.ts';
import { findSectionProblems } from './find-section-problems.ts';
import { findStructuralProblems } from './find-structural-problems.ts';
import { findTogetherProblems } from './find-together-problems.ts';
import { findSubflowProblems } from './find-subflow-problems.ts';
import { findUnreachableSteps } from './find-unreachable-steps.ts';
import { err, ok, type Result } from './result.ts';
import { withSubflowsAsSteps } from './subflow-as-step.ts';
import type { WorkflowDefinition } from './workflow.ts';
import { findWhoProblems } from './find-who-problems.ts';
import { createWorkflowGraph } from './workflow-graph.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

export interface InvalidWorkflow {
  readonly type: 'invalidWorkflow';
  /** At least one. */
  readonly problems: readonly WorkflowProblem[];
}

export function validateWorkflow(
  written: Pick<WorkflowDefinition, 'steps' | 'facts' | 'sections' | 'ifStalls' | 'followUps'> &
    Partial<Pick<WorkflowDefinition, 'parts'>>,
): Result<null, InvalidWorkflow> {
  const definition = withSubflowsAsSteps(written);
  const { steps } = definition;
  const graph = createWorkflowGraph(steps);
  const unreachable = findUnreachableSteps(graph, definition);
  const problems = withoutRepeats([
    ...findStructuralProblems(steps, graph),
    ...unreachable.map((step) => ({ type: 'unreachableStep', step }) as const),
    ...findFactProblems(definition),
    ...findContactProblems(definition),
    ...findDateProblems(steps, graph),
    ...findOutcomeProblems(steps, graph),
    ...findWhoProblems(definition, graph),
    ...findEndProblems(steps),
    ...findSectionProblems(definition, graph),
    ...findLadderProblems(definition, graph),
    ...findPerItemProblems(definition),
    ...findTogetherProblems(definition, graph),
    ...findNotOurs(written),
    ...findSubflowProblems(written),
    ...findFollowUpProblems(definition),
  ]);
  return problems.length === 0 ? ok(null) : err({ type: 'invalidWorkflow', problems });
}

function withoutRepeats(problems: readonly WorkflowProblem[]): readonly WorkflowProblem[] {
  const byContent = new Map<string, WorkflowProblem>();
  for (const problem of problems) {
    const content = canonicalJson(problem);
    if (!byContent.has(content)) byContent.set(content, problem);
  }
  return [...byContent.values()];
}
