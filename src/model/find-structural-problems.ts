/**
 * What makes a plan unreadable, because no run of it could be folded: no steps, a step twice, an edge
 * from a step that is not there, a circle [J5].
 *
 * Invariants: deterministic, in definition order; one circle a knot, a shortest one through the knot's
 * first step; costs steps plus edges.
 */
import type { StepId } from './ids.ts';
import type { Dependency, StepDefinition } from './workflow.ts';
import { createWorkflowGraph, isCircular, type WorkflowGraph } from './workflow-graph.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

const none: readonly never[] = [];

/** Plans are never changed in place, so what was sound once is so for as long as its list of steps lives. */
const sound = new WeakSet<readonly StepDefinition[]>();

export function findStructuralProblems(
  steps: readonly StepDefinition[],
  knownGraph?: WorkflowGraph,
): readonly WorkflowProblem[] {
  if (steps.length === 0) return [{ type: 'noSteps' }];
  if (sound.has(steps)) return none;
  const graph = knownGraph ?? createWorkflowGraph(steps);
  const problems = [
    ...findDuplicates(steps, graph),
    ...findMissing(steps, graph),
    ...findCycles(graph),
    ...findFallbackKnots(steps, graph),
  ];
  if (problems.length === 0) sound.add(steps);
  return problems;
}

function findDuplicates(
  steps: readonly StepDefinition[],
  { index }: WorkflowGraph,
): readonly WorkflowProblem[] {
  if (index.steps.length === steps.length) return none;
  const seen = new Set<StepId>();
  const twice = new Set<StepId>();
  for (const { id } of steps) (seen.has(id) ? twice : seen).add(id);
  return [...twice].map((step) => ({ type: 'duplicateStep', step }));
}

function findMissing(
  steps: readonly StepDefinition[],
  { index: { placeById } }: WorkflowGraph,
): readonly WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  const isMissing = ({ from }: Dependency): boolean => !placeById.has(from);
  for (const { id, after } of steps) {
    if (!after.some(isMissing)) continue;
    const missing = new Set(after.filter(isMissing).map(({ from }) => from));
    for (const from of missing) problems.push({ type: 'unknownStep', step: id, missing: from });
  }
  return problems;
}

/** A fallback hangs on its step: a step that it leads to would wait for itself. */
function findFallbackKnots(
  steps: readonly StepDefinition[],
  graph: WorkflowGraph,
): readonly WorkflowProblem[] {
  const fallbacks = steps.filter(({ fallbackOf }) => fallbackOf !== undefined);
  if (fallbacks.length === 0) return none;
  const missing = fallbacks.flatMap(({ id, fallbackOf: of }): readonly WorkflowProblem[] =>
    of === undefined || graph.index.placeById.has(of) ? none : [{ type: 'unknownFallback', step: id, of }],
  );
  if (missing.length > 0 || graph.order === null) return missing;
  const hanging = steps.map((step) =>
    step.fallbackOf === undefined ? step : { ...step, after: [...step.after, { from: step.fallbackOf }] },
  );
  return findCycles(createWorkflowGraph(hanging));
}

function findCycles(graph: WorkflowGraph): readonly WorkflowProblem[] {
  if (graph.order !== null) return none;
  const circular = graph.knots.filter(isCircular);
  const cycles = circular.map((knot) => findShortestCycle(graph, new Set(knot.map(({ id }) => id))));
  const cycleByFirst = new Map(cycles.map((steps) => [steps[0], steps]));
  return graph.index.steps.flatMap(({ id }): readonly WorkflowProblem[] => {
    const steps = cycleByFirst.get(id);
    return steps === undefined ? [] : [{ type: 'cycle', steps }];
  });
}

/** Breadth first from the knot's first step back to itself; every step of a knot lies on such a way. */
function findShortestCycle({ followersById }: WorkflowGraph, knot: ReadonlySet<StepId>): readonly StepId[] {
  const first = [...knot][0] as StepId;
  const cameFrom = new Map<StepId, StepId | null>([[first, null]]);
  // A map is walked in the order in which it grows: it is the queue too.
  for (const id of cameFrom.keys()) {
    for (const follower of followersById.get(id) ?? []) {
      if (follower === first) return pathTo(id, cameFrom);
      if (knot.has(follower) && !cameFrom.has(follower)) cameFrom.set(follower, id);
    }
  }
  return [...knot];
}

function pathTo(last: StepId, cameFrom: ReadonlyMap<StepId, StepId | null>): readonly StepId[] {
  const path: StepId[] = [];
  for (let id: StepId | null | undefined = last; id; id = cameFrom.get(id)) path.push(id);
  return path.reverse();
}
