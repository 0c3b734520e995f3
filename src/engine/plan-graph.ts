/**
 * A run's plan as a graph that a fold walks: a node a step, joined by its hard edges. What can be said
 * without any event is worked out here once: places in topological order, who leads where, and the
 * branches that a join which cancels the rest would withdraw.
 */
import type { RunEvent } from '../model/event.ts';
import type { FactId, PersonId, StepId } from '../model/ids.ts';
import { computeTopologicalOrder } from '../model/topological-order.ts';
import type { Dependency, StepDefinition } from '../model/workflow.ts';
import type { DueInstant } from './dates.ts';
import type { PassFold } from './fold-pass.ts';
import { createJoinTally, type JoinTally, type TalliedEdge } from './join-tally.ts';
import { isHard } from './readiness.ts';
import type { OccurrenceState, StaleRead } from './run-state.ts';
import { emptyPass } from './fold-pass.ts';
import { type Standing, untouched } from './step-standing.ts';

export interface PlanEdge extends TalliedEdge {
  readonly from: StepNode;
  readonly to: StepNode;
  readonly dependency: Dependency;
  /** What it leads from is not certain any more, so neither is what rests on it. */
  unsound: boolean;
}

export interface StepNode {
  readonly id: StepId;
  /** Place in topological order: those it depends on have lower ones. */
  readonly rank: number;
  /** With patches applied. */
  step: StepDefinition;
  readonly into: readonly PlanEdge[];
  readonly outOf: readonly PlanEdge[];
  /** Those of `into` that carry a lag. */
  readonly lagged: readonly PlanEdge[];
  readonly tally: JoinTally;
  /** Of a join that cancels the rest: the steps that lead only here. */
  readonly branch: readonly StepNode[];
  /** The joins in whose branches it is. */
  readonly branchOf: readonly StepNode[];

  /** By iteration. */
  readonly passes: Map<number, PassFold>;
  /** Iterations whose own events are to be folded again. */
  readonly stalePasses: Set<number>;
  iteration: number;
  /** The present iteration's. */
  pass: PassFold;
  /** What opened the present iteration, from the second on. */
  reopening: RunEvent | null;
  due: DueInstant;
  startRuleAt: number | null;
  assigned: PersonId | null;

  standing: Standing;
  /** As a join that cancels the rest: it has fired, by the event if there is one that did it. */
  fired: boolean;
  firedBy: RunEvent | null;

  /** Hard edges into it that are unsound. */
  unsoundEdges: number;
  unsound: boolean;
  /** Completed once and open again: what rests on it is not certain. */
  openAgain: boolean;
  validity: OccurrenceState['validity'];
  staleReads: readonly StaleRead[];
  /** Facts whose last value is from this step. */
  readonly wrote: Set<FactId>;

  /** Lowest iteration first. */
  states: readonly OccurrenceState[];
  current: OccurrenceState | null;
  isOver: boolean;
}

export interface PlanGraph {
  /** In definition order; empty when the plan has a cycle. */
  readonly nodes: readonly StepNode[];
  readonly nodeById: ReadonlyMap<StepId, StepNode>;
}

export function createPlanGraph(steps: readonly StepDefinition[]): PlanGraph {
  const order = computeTopologicalOrder(steps);
  const nodeById = new Map<StepId, StepNode>();
  if (order === null) return { nodes: [], nodeById };
  const rankById = new Map(order.map((id, rank) => [id, rank]));
  const nodes = steps.map((step) => createNode(step, rankById.get(step.id) ?? 0));
  for (const node of nodes) nodeById.set(node.id, node);
  for (const to of nodes) {
    for (const dependency of to.step.after) {
      const from = nodeById.get(dependency.from);
      if (from === undefined || !isHard(dependency)) continue;
      const index = to.into.length;
      const edge: PlanEdge = {
        ...{ from, to, dependency, index },
        ...{ status: 'unknown', by: null, wins: false, unsound: false },
      };
      (to.into as PlanEdge[]).push(edge);
      (from.outOf as PlanEdge[]).push(edge);
      if (dependency.lag !== undefined) (to.lagged as PlanEdge[]).push(edge);
    }
  }
  findBranches(nodes, nodeById);
  return { nodes, nodeById };
}

function createNode(step: StepDefinition, rank: number): StepNode {
  return {
    ...{ id: step.id, rank, step, into: [], outOf: [], lagged: [], branch: [], branchOf: [] },
    // An edge from a step that is not there stays unknown, so that nothing begins too early.
    tally: createJoinTally(step, step.after.filter(isHard).length),
    ...{ passes: new Map(), stalePasses: new Set(), iteration: 1, pass: emptyPass, reopening: null },
    ...{ due: { dueAt: null, dueHasTime: false }, startRuleAt: null, assigned: null },
    ...{ standing: untouched, fired: false, firedBy: null },
    ...{ unsoundEdges: 0, unsound: false, openAgain: false, validity: 'fresh', staleReads: [] },
    ...{ wrote: new Set(), states: [], current: null, isOver: false },
  };
}

/**
 * A branch is every step that leads to the join by hard edges and nowhere else: each of its dependants,
 * soft ones too, is in the branch or the join itself [J2].
 */
function findBranches(nodes: readonly StepNode[], nodeById: ReadonlyMap<StepId, StepNode>): void {
  const joins = nodes.filter(({ step }) => step.join !== undefined && cancelsRest(step));
  if (joins.length === 0) return;
  const softly = new Map<StepNode, StepNode[]>();
  for (const node of nodes)
    for (const dependency of node.step.after) {
      const from = nodeById.get(dependency.from);
      if (from === undefined || isHard(dependency)) continue;
      softly.set(from, [...(softly.get(from) ?? []), node]);
    }
  for (const join of joins) {
    const inside = new Set<StepNode>([join]);
    const found = ancestorsOf(join).sort((a, b) => b.rank - a.rank);
    for (const node of found) {
      const only =
        node.outOf.every(({ to }) => inside.has(to)) &&
        (softly.get(node) ?? []).every((dependant) => inside.has(dependant));
      if (!only) continue;
      inside.add(node);
      (join.branch as StepNode[]).push(node);
      (node.branchOf as StepNode[]).push(join);
    }
  }
}

export function cancelsRest({ join }: StepDefinition): boolean {
  return (join?.kind === 'any' || join?.kind === 'count') && join.cancelRest === true;
}

function ancestorsOf(join: StepNode): StepNode[] {
  const found = new Set<StepNode>([join]);
  for (const node of found) for (const { from } of node.into) found.add(from);
  found.delete(join);
  return [...found];
}
