/**
 * Steps that can never begin, however a run goes: their join asks for more live edges than can ever come
 * together (ENGINE §4).
 *
 * Invariants: never names a step that some run could reach; to that end every bound here is one from above.
 * An edge from a step that is not there counts as if it could come, and so does a circle: both are problems
 * of their own. Costs steps plus edges.
 */
import { addGuard, commonGuards, mostTogether, type Guards, noGuards } from './branch-guards.ts';
import type { StepId } from './ids.ts';
import type { Dependency, JoinRule, StepDefinition, WorkflowDefinition } from './workflow.ts';
import { isCircular, type WorkflowGraph } from './workflow-graph.ts';

/** In definition order. */
export function findUnreachableSteps(
  graph: WorkflowGraph,
  { steps, sections = [] }: Pick<WorkflowDefinition, 'steps' | 'sections'>,
): readonly StepId[] {
  const repeated = findRepeated(steps, sections);
  const guardsOf: GuardsByPlace = graph.index.steps.map(() => undefined);
  let reachesAll = true;
  const place = (step: StepDefinition, circular: boolean): void => {
    const guards = circular ? noGuards : computeGuards(step, graph, guardsOf, repeated);
    if (guards === null) reachesAll = false;
    guardsOf[graph.index.placeById.get(step.id) as number] = guards;
  };
  if (graph.order !== null) for (const step of graph.order) place(step, false);
  else for (const knot of graph.knots) for (const step of knot) place(step, isCircular(knot));
  if (reachesAll) return [];
  return graph.index.steps.filter((_, place) => guardsOf[place] === null).map(({ id }) => id);
}

/**
 * What must have been decided for a step to begin, by the step's place; `null`: it never does, undefined:
 * not known yet.
 */
type GuardsByPlace = (Guards | null | undefined)[];

/** A step that may be done again can end one way and then the other, and what came of the first may stay. */
function findRepeated(
  steps: readonly StepDefinition[],
  sections: NonNullable<WorkflowDefinition['sections']>,
): ReadonlySet<StepId> {
  const repeated = new Set<StepId>();
  const redone = new Set<string>();
  for (const { id, outcomes } of steps) {
    if (outcomes === undefined) continue;
    for (const { redo } of outcomes) {
      if (redo === undefined) continue;
      redone.add(redo.section);
      repeated.add(id);
    }
  }
  for (const section of sections)
    if (redone.has(section.id)) for (const step of section.steps) repeated.add(step);
  return repeated;
}

/** An edge that can come, and what must have been decided for it. */
interface PossibleEdge {
  readonly edge: Dependency;
  readonly guards: Guards;
}

function computeGuards(
  step: StepDefinition,
  graph: WorkflowGraph,
  guardsOf: Readonly<GuardsByPlace>,
  repeated: ReadonlySet<StepId>,
): Guards | null {
  if (restsOnNoDecision(step, graph, guardsOf)) return noGuards;
  const edges = step.after.filter(({ strength }) => strength !== 'soft');
  const possible: PossibleEdge[] = [];
  for (const edge of edges) {
    const place = graph.index.placeById.get(edge.from);
    const before = place === undefined ? noGuards : guardsOf[place];
    if (before === null || before === undefined) continue;
    const taken = takenOutcomes(edge, place === undefined ? undefined : graph.index.steps[place]);
    if (taken === 'any') possible.push({ edge, guards: before });
    else if (taken.size > 0)
      possible.push({ edge, guards: repeated.has(edge.from) ? before : addGuard(before, edge.from, taken) });
  }
  const needed = liveEdgesNeeded(step.join);
  if (possible.length < needed) return null;
  if (needed > 1 && mostLive(possible) < needed) return null;
  // A clean-up begins once everything is over, and then nothing can be read from it.
  return step.join?.kind === 'always' ? noGuards : commonGuards(possible.map(({ guards }) => guards));
}

/** Nothing holds it up, or only what comes whatever anybody decides, as in most plans. */
function restsOnNoDecision(
  { after, join }: StepDefinition,
  { index }: WorkflowGraph,
  guardsOf: Readonly<GuardsByPlace>,
): boolean {
  let edges = 0;
  for (const { from, outcomes, strength } of after) {
    if (strength === 'soft') continue;
    edges += 1;
    if (outcomes !== undefined) return false;
    const place = index.placeById.get(from);
    if (place !== undefined && guardsOf[place] !== noGuards) return false;
  }
  return edges === 0 || edges >= liveEdgesNeeded(join);
}

function liveEdgesNeeded(join: JoinRule | undefined): number {
  return join?.kind === 'count' ? join.count : 1;
}

/** Those of the edge's outcomes that the step before has. */
function takenOutcomes(
  { outcomes }: Dependency,
  from: StepDefinition | undefined,
): ReadonlySet<string> | 'any' {
  if (outcomes === undefined || from === undefined) return 'any';
  const wanted = new Set(outcomes);
  return new Set(from.outcomes?.flatMap(({ id }) => (wanted.has(id) ? id : [])));
}

/** Whatever is decided elsewhere, a step ends in one way only; and so does each decision further up. */
function mostLive(possible: readonly PossibleEdge[]): number {
  const bySource = new Map<StepId, Guards[]>();
  for (const { edge } of possible) {
    const own =
      edge.outcomes === undefined ? noGuards : addGuard(noGuards, edge.from, new Set(edge.outcomes));
    const list = bySource.get(edge.from);
    if (list === undefined) bySource.set(edge.from, [own]);
    else list.push(own);
  }
  let together = 0;
  for (const own of bySource.values()) together += mostTogether(own);
  return Math.min(together, mostTogether(possible.map(({ guards }) => guards)));
}
