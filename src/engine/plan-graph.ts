/**
 * A run's plan as a graph that a fold walks: a node a step, joined by its hard edges. What can be said
 * without any event is worked out here once: places in topological order, who leads where, and the
 * branches that a join which cancels the rest would withdraw.
 */
import type { RunEvent } from '../model/event.ts';
import type { FactId, PersonId, StepId } from '../model/ids.ts';
import { stepIndexOf } from '../model/step-index.ts';
import type { StepDefinition } from '../model/workflow.ts';
import { type ByIteration, createByIteration } from './by-iteration.ts';
import type { DueInstant } from './dates.ts';
import { countJoined, createGatheredEdges, type GatheredEdge } from './items/gathered-edges.ts';
import type { PlacedDependency, PlacedStep } from './items/placed-step.ts';
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
  readonly dependency: PlacedDependency;
  /** The edge as which it counts with those of the other items; null: it counts by itself. */
  readonly gathered: GatheredEdge | null;
  /** What it leads from is not certain any more, so neither is what rests on it. */
  unsound: boolean;
}

/** A join that cancels the rest, or a list that does. */
export interface Firing {
  /** It has had enough, by the event if there is one that did it. */
  fired: boolean;
  firedBy: RunEvent | null;
}

export interface StepNode extends Ranked, Firing {
  readonly id: StepId;
  /** Place in topological order: those it depends on have lower ones. */
  rank: number;
  queues: number;
  /** With patches applied. */
  step: PlacedStep;
  into: readonly PlanEdge[];
  /** What its join counts: the same as `into`, but for gathered edges, which count as one. */
  joined: readonly TalliedEdge[];
  readonly gathered: readonly GatheredEdge[];
  outOf: readonly PlanEdge[];
  /** Those of `into` that carry a lag. */
  lagged: readonly PlanEdge[];
  /** The steps that it leads to by soft edges. */
  softly: readonly StepNode[];
  readonly tally: JoinTally;
  /** As a fallback: the step that it stands in for. */
  fallbackFor: StepNode | null;
  /** The steps that stand in for it. */
  fallbacks: readonly StepNode[];
  /** Of a join that cancels the rest: the steps that lead only here. */
  branch: readonly StepNode[];
  /** The joins in whose branches it is. */
  branchOf: readonly StepNode[];
  /** The lists of which it is let go once enough of their items are done. */
  restOf: readonly GatheredEdge[];
  /** The other options of its choices [T3]. */
  rivals: readonly StepNode[];
  /** It is let go once that one is completed [T5]. */
  until: StepNode | null;
  /** Those that ask whether this one was begun or completed, wherever they stand in the plan. */
  watchers: readonly StepNode[];

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

export function createPlanGraph(steps: readonly PlacedStep[]): PlanGraph {
  const index = stepIndexOf(steps);
  const nodes = index.steps.map(createNode);
  const nodeOf = (step: StepId): StepNode | undefined => {
    const place = index.placeById.get(step);
    return place === undefined ? undefined : nodes[place];
  };
  for (const to of nodes) {
    linkFallback(to, nodeOf);
    linkUntil(to, nodeOf);
    for (const dependency of to.step.after) {
      const from = nodeOf(dependency.from);
      if (from === undefined) continue;
      // Until a node has its place, its rank counts the edges into it that are still open, below zero.
      to.rank -= 1;
      if (isHard(dependency)) linkNodes(from, to, dependency);
      else from.softly = withItem(from.softly, to, noNodes);
    }
    for (const gathered of to.gathered) linkGates(gathered, to, nodeOf);
  }
  if (nodes.length < steps.length || !rankNodes(nodes)) return { nodes: [], nodeOf: () => undefined };
  findBranches(nodes);
  for (const node of nodes) for (const gathered of node.gathered) findRest(node, gathered);
  linkRivals(nodes);
  return { nodes, nodeOf };
}

/** Most steps have no edge of one sort or another, and share one empty list. */
const noEdges: readonly PlanEdge[] = [];
const noNodes: readonly StepNode[] = [];
const noGathered: readonly GatheredEdge[] = [];

function createNode(step: PlacedStep): StepNode {
  const gathered = createGatheredEdges(step);
  return {
    id: step.id,
    rank: 0,
    queues: 0,
    step,
    into: noEdges,
    joined: gathered.length === 0 ? noEdges : [...gathered],
    gathered,
    outOf: noEdges,
    lagged: noEdges,
    softly: noNodes,
    // An edge from a step that is not there stays unknown, so that nothing begins too early.
    tally: createJoinTally(step, countJoined(step)),
    fallbackFor: null,
    fallbacks: noNodes,
    branch: noNodes,
    branchOf: noNodes,
    restOf: noGathered,
    rivals: noNodes,
    until: null,
    watchers: noNodes,
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

/** Gates that no edge of the plan stands for: they are known of, and shown nowhere. */
function linkGates(gathered: GatheredEdge, to: StepNode, nodeOf: PlanGraph['nodeOf']): void {
  for (const gate of gathered.gather.gates) {
    const from = nodeOf(gate.from);
    if (from === undefined) continue;
    to.rank -= 1;
    linkNodes(from, to, { ...gate, gather: gathered.index, gate: true });
  }
}

function linkNodes(from: StepNode, to: StepNode, dependency: PlacedDependency): void {
  const { gather } = dependency;
  const gathered = gather === undefined ? null : (to.gathered[gather] ?? null);
  const siblings = gathered === null ? to.joined : siblingsIn(gathered, dependency);
  const edge: PlanEdge = {
    from,
    to,
    dependency,
    gathered,
    index: siblings.length,
    status: 'unknown',
    by: null,
    wins: false,
    unsound: false,
  };
  to.into = withItem(to.into, edge, noEdges);
  if (gathered !== null) (siblings as TalliedEdge[]).push(edge);
  else if (to.gathered.length === 0) to.joined = to.into;
  else (siblings as TalliedEdge[]).push(edge);
  from.outOf = withItem(from.outOf, edge, noEdges);
  if (dependency.lag !== undefined) to.lagged = withItem(to.lagged, edge, noEdges);
}

function siblingsIn(gathered: GatheredEdge, { gate, pair }: PlacedDependency): readonly TalliedEdge[] {
  if (gate === true) return gathered.gateEdges;
  return pair === undefined ? gathered.itemEdges : (gathered.pairs[pair]?.edges ?? gathered.itemEdges);
}

function withItem<Item>(list: readonly Item[], item: Item, empty: readonly Item[]): readonly Item[] {
  if (list === empty) return [item];
  (list as Item[]).push(item);
  return list;
}

/** What becomes of a fallback hangs on its step, so it has its place after it. */
function linkFallback(node: StepNode, nodeOf: PlanGraph['nodeOf']): void {
  if (node.step.fallbackOf === undefined) return;
  const main = nodeOf(node.step.fallbackOf);
  if (main === undefined) return;
  node.rank -= 1;
  node.fallbackFor = main;
  main.fallbacks = withItem(main.fallbacks, node, noNodes);
}

/** Hangs on what was said of that step alone, so it needs no place after it. */
function linkUntil(node: StepNode, nodeOf: PlanGraph['nodeOf']): void {
  const until = node.step.until === undefined ? undefined : nodeOf(node.step.until);
  if (until === undefined) return;
  node.until = until;
  until.watchers = withItem(until.watchers, node, noNodes);
}

/** They hang on each other, in no order. */
function linkRivals(nodes: readonly StepNode[]): void {
  const options = new Map<string, StepNode[]>();
  for (const node of nodes)
    for (const choice of node.step.choices ?? []) options.set(choice, [...(options.get(choice) ?? []), node]);
  for (const group of options.values()) {
    for (const node of group) {
      for (const other of group) {
        if (other === node) continue;
        node.rivals = withItem(node.rivals, other, noNodes);
        other.watchers = withItem(other.watchers, node, noNodes);
      }
    }
  }
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
    for (const to of node.fallbacks) close(to);
  }
  return order.length === nodes.length;
}

/** Each after all that it depends on. */
export function inRankOrder(nodes: readonly StepNode[]): readonly StepNode[] {
  const byRank: StepNode[] = [...nodes];
  for (const node of nodes) byRank[node.rank] = node;
  return byRank;
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

/** As `findBranches`, for a list that wants only some of its items: no further than the section. */
function findRest(to: StepNode, gathered: GatheredEdge): void {
  const { section, cancelRest } = gathered.gather;
  if (cancelRest !== true) return;
  gathered.to = to;
  const inside = new Set<StepNode>([to]);
  const ofSection = ancestorsOf(to).filter(({ step }) => step.inItem?.section === section);
  for (const node of ofSection.sort((a, b) => b.rank - a.rank)) {
    const leads = node.outOf.every((edge) =>
      edge.to === to ? edge.gathered === gathered : inside.has(edge.to),
    );
    if (!leads || !node.softly.every((each) => inside.has(each))) continue;
    inside.add(node);
    gathered.branch = [...gathered.branch, node];
    node.restOf = withItem(node.restOf, gathered, noGathered);
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
