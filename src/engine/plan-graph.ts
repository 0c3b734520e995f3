/**
 * A run's plan as a graph that a fold walks: a node a step, joined by its hard edges. What can be said
 * without any event is worked out here once: places in topological order, who leads where, and the
 * branches that a join which cancels the rest would withdraw.
 */
import type { RunEvent } from '../model/event.ts';
import type { FactId, PersonId, StepId } from '../model/ids.ts';
import { stepIndexOf } from '../model/step-index.ts';
import type { Dependency, StepDefinition } from '../model/workflow.ts';
import { type ByIteration, createByIteration } from './by-iteration.ts';
import type { DueInstant } from './dates.ts';
import { createJoinTally, type JoinTally, type TalliedEdge } from './join-tally.ts';
import { isHard } from './readiness.ts';
import type { OccurrenceState, StaleRead } from './run-state.ts';
import { emptyPass, type PassFold } from './fold-pass.ts';
import type { StepLogs } from './log-store.ts';
import type { Ranked } from './rank-queue.ts';
import { type Standing, untouched } from './step-standing.ts';

export interface PlanEdge extends TalliedEdge {
  readonly from: StepNode;
  readonly to: StepNode;
  readonly dependency: Dependency;
  /** What it leads from is not certain any more, so neither is what rests on it. */
  unsound: boolean;
}

export interface StepNode extends Ranked {
  readonly id: StepId;
  /** Place in topological order: those it depends on have lower ones. */
  rank: number;
  queues: number;
  /** With patches applied. */
  step: StepDefinition;
  into: readonly PlanEdge[];
  outOf: readonly PlanEdge[];
  /** Those of `into` that carry a lag. */
  lagged: readonly PlanEdge[];
  /** The steps that it leads to by soft edges. */
  softly: readonly StepNode[];
  readonly tally: JoinTally;
  /** Of a join that cancels the rest: the steps that lead only here. */
  branch: readonly StepNode[];
  /** The joins in whose branches it is. */
  branchOf: readonly StepNode[];

  /** By iteration. */
  readonly passes: ByIteration<PassFold>;
  /** The step's events; null while there are none. */
  logs: StepLogs | null;
  /** Iterations whose own events are to be folded again. */
  stalePasses: number[] | null;
  iteration: number;
  /** The present iteration's. */
  pass: PassFold;
  /** What opened the present iteration, from the second on. */
  reopening: RunEvent | null;
  due: DueInstant;
  startRuleAt: number | null;
  /** Until when it can be undone; `noDue` where its undo has no such date. */
  cancelBy: DueInstant;
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
  wrote: Set<FactId> | null;

  /** Lowest iteration first; `noStates` while there is only one, which is `current`. */
  states: readonly OccurrenceState[];
  current: OccurrenceState | null;
  isOver: boolean;
}

export interface PlanGraph {
  /** In definition order; empty when the plan has a cycle. */
  readonly nodes: readonly StepNode[];
  readonly nodeOf: (step: StepId) => StepNode | undefined;
}

export function createPlanGraph(steps: readonly StepDefinition[]): PlanGraph {
  const index = stepIndexOf(steps);
  const nodes = index.steps.map(createNode);
  const nodeOf = (step: StepId): StepNode | undefined => {
    const place = index.placeById.get(step);
    return place === undefined ? undefined : nodes[place];
  };
  for (const to of nodes) {
    for (const dependency of to.step.after) {
      const from = nodeOf(dependency.from);
      if (from === undefined) continue;
      // Until a node has its place, its rank counts the edges into it that are still open, below zero.
      to.rank -= 1;
      if (isHard(dependency)) linkNodes(from, to, dependency);
      else from.softly = withItem(from.softly, to, noNodes);
    }
  }
  if (nodes.length < steps.length || !rankNodes(nodes)) return { nodes: [], nodeOf: () => undefined };
  findBranches(nodes);
  return { nodes, nodeOf };
}

/** Most steps have no edge of one sort or another, and share one empty list. */
const noEdges: readonly PlanEdge[] = [];
const noNodes: readonly StepNode[] = [];

function createNode(step: StepDefinition): StepNode {
  return {
    id: step.id,
    rank: 0,
    queues: 0,
    step,
    into: noEdges,
    outOf: noEdges,
    lagged: noEdges,
    softly: noNodes,
    // An edge from a step that is not there stays unknown, so that nothing begins too early.
    tally: createJoinTally(step, countHard(step)),
    branch: noNodes,
    branchOf: noNodes,
    passes: createByIteration(),
    logs: null,
    stalePasses: null,
    iteration: 1,
    pass: emptyPass,
    reopening: null,
    due: noDue,
    startRuleAt: null,
    cancelBy: noDue,
    assigned: null,
    standing: untouched,
    fired: false,
    firedBy: null,
    unsoundEdges: 0,
    unsound: false,
    openAgain: false,
    validity: 'fresh',
    staleReads: nothingStale,
    wrote: null,
    states: noStates,
    current: null,
    isOver: false,
  };
}

const noDue: DueInstant = { dueAt: null, dueHasTime: false };
const nothingStale: readonly StaleRead[] = [];
export const noStates: readonly OccurrenceState[] = [];

function countHard({ after }: StepDefinition): number {
  let count = 0;
  for (const dependency of after) if (isHard(dependency)) count += 1;
  return count;
}

function linkNodes(from: StepNode, to: StepNode, dependency: Dependency): void {
  const edge: PlanEdge = {
    from,
    to,
    dependency,
    index: to.into.length,
    status: 'unknown',
    by: null,
    wins: false,
    unsound: false,
  };
  to.into = withItem(to.into, edge, noEdges);
  from.outOf = withItem(from.outOf, edge, noEdges);
  if (dependency.lag !== undefined) to.lagged = withItem(to.lagged, edge, noEdges);
}

function withItem<Item>(list: readonly Item[], item: Item, empty: readonly Item[]): readonly Item[] {
  if (list === empty) return [item];
  (list as Item[]).push(item);
  return list;
}

/** Gives each node its place (Kahn, 1962). False when edges close a cycle. */
function rankNodes(nodes: readonly StepNode[]): boolean {
  const order = nodes.filter(({ rank }) => rank === 0);
  const close = (to: StepNode): void => {
    to.rank += 1;
    if (to.rank === 0) order.push(to);
  };
  let rank = 0;
  for (const node of order) {
    node.rank = rank++;
    for (const { to } of node.outOf) close(to);
    for (const to of node.softly) close(to);
  }
  return order.length === nodes.length;
}

/**
 * A branch is every step that leads to the join by hard edges and nowhere else: each of its dependants,
 * soft ones too, is in the branch or the join itself [J2].
 */
function findBranches(nodes: readonly StepNode[]): void {
  for (const join of nodes) {
    if (!cancelsRest(join.step)) continue;
    const inside = new Set<StepNode>([join]);
    // Dependants first, so that each finds its own already decided.
    for (const node of ancestorsOf(join).sort((a, b) => b.rank - a.rank)) {
      const only = node.outOf.every(({ to }) => inside.has(to)) && node.softly.every((to) => inside.has(to));
      if (!only) continue;
      inside.add(node);
      join.branch = withItem(join.branch, node, noNodes);
      node.branchOf = withItem(node.branchOf, join, noNodes);
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
