/**
 * Steps that can never begin, however a run goes: their join asks for more live edges than can ever come
 * together (ENGINE §4).
 *
 * Invariants: never names a step that some run could reach. An edge from a step that is not there counts
 * as if it could come, and so does a circle: both are problems of their own.
 */
import type { StepId } from './ids.ts';
import type { Dependency, JoinRule, StepDefinition } from './workflow.ts';
import { isCircular, type WorkflowGraph } from './workflow-graph.ts';

/** In definition order. */
export function findUnreachableSteps(graph: WorkflowGraph): readonly StepId[] {
  const unreachable = new Set<StepId>();
  for (const knot of graph.knots) {
    if (isCircular(graph, knot)) continue;
    for (const step of knot) if (!isReachable(step, graph, unreachable)) unreachable.add(step.id);
  }
  return [...graph.stepById.keys()].filter((id) => unreachable.has(id));
}

function isReachable(step: StepDefinition, graph: WorkflowGraph, unreachable: ReadonlySet<StepId>): boolean {
  const edgesByFrom = new Map<StepId, Dependency[]>();
  for (const edge of step.after) {
    if (edge.strength === 'soft') continue;
    const edges = edgesByFrom.get(edge.from);
    if (edges === undefined) edgesByFrom.set(edge.from, [edge]);
    else edges.push(edge);
  }
  // Nothing holds it up.
  if (edgesByFrom.size === 0) return true;
  const needed = liveEdgesNeeded(step.join);
  let together = 0;
  for (const [from, edges] of edgesByFrom) {
    if (!unreachable.has(from)) together += mostLiveTogether(edges, graph.stepById.get(from));
    if (together >= needed) return true;
  }
  return false;
}

function liveEdgesNeeded(join: JoinRule | undefined): number {
  return join?.kind === 'count' ? join.count : 1;
}

/** A step ends in one way only, so of its edges those come together that take one and the same outcome. */
function mostLiveTogether(edges: readonly Dependency[], from: StepDefinition | undefined): number {
  const whatever = edges.filter(({ outcomes }) => outcomes === undefined).length;
  if (from === undefined) return edges.length;
  const known = new Set(from.outcomes?.map(({ id }) => id));
  const countByOutcome = new Map<string, number>();
  for (const { outcomes = [] } of edges) {
    for (const outcome of new Set(outcomes))
      if (known.has(outcome)) countByOutcome.set(outcome, (countByOutcome.get(outcome) ?? 0) + 1);
  }
  let most = 0;
  for (const count of countByOutcome.values()) most = Math.max(most, count);
  return whatever + most;
}
