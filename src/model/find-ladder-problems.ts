/**
 * What is wrong with ladders and fallbacks. In definition order; costs steps plus edges.
 * A fallback stands in for one step that comes before it in no other way, so that calling it never waits for
 * the step that stalled.
 */
import type { StepId } from './ids.ts';
import type { StepDefinition, WorkflowDefinition } from './workflow.ts';
import type { WorkflowGraph } from './workflow-graph.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

export function findLadderProblems(
  { steps, ifStalls = [] }: Pick<WorkflowDefinition, 'steps' | 'ifStalls'>,
  { index }: WorkflowGraph,
): readonly WorkflowProblem[] {
  const fallbacks = steps.filter(({ fallbackOf }) => fallbackOf !== undefined);
  const laddered = steps.filter((step) => step.ifStalls !== undefined);
  if (fallbacks.length === 0 && laddered.length === 0 && ifStalls.length === 0) return none;
  const standIns = new Set(fallbacks.map(({ fallbackOf }) => fallbackOf));
  const fallbackIds = new Set(fallbacks.map(({ id }) => id));
  return [
    ...fallbacks.flatMap((step) => findFallbackProblems(step, index.placeById, fallbackIds)),
    ...laddered
      .filter((step) => offersFallback(step) && !standIns.has(step.id))
      .map(({ id }): WorkflowProblem => ({ type: 'noFallback', step: id })),
    ...laddered
      .filter(({ due, ifStalls: rungs }) => due === undefined && rungs?.some(({ from }) => from === 'due'))
      .map(({ id }): WorkflowProblem => ({ type: 'ladderWithoutDue', step: id })),
  ];
}

const none: readonly never[] = [];

function offersFallback({ ifStalls }: StepDefinition): boolean {
  return ifStalls?.some(({ action }) => action === 'offerFallback') === true;
}

function findFallbackProblems(
  { id, fallbackOf, after }: StepDefinition,
  known: ReadonlyMap<StepId, unknown>,
  fallbacks: ReadonlySet<StepId>,
): readonly WorkflowProblem[] {
  if (fallbackOf === undefined) return none;
  // One that is not there, or leads to its own step, is told with the graph.
  if (fallbackOf === id || !known.has(fallbackOf)) return none;
  const waitsForIt = after.some(({ from }) => from === fallbackOf);
  // A fallback of a fallback would be dormant behind one that is dormant.
  return waitsForIt || fallbacks.has(fallbackOf) ? [{ type: 'badFallback', step: id, of: fallbackOf }] : none;
}
