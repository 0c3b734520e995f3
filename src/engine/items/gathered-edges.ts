/**
 * Many edges that count as one: those of all items of a section, as the section's rule brings them
 * together [J6], and what the section itself waits for (its gates).
 *
 * Of an item whose step has another that stands in for it, both edges count as one: live as soon as one of them is.
 * While the list is open the edge is unknown, unless the gates say that the section is not wanted. Of no items
 * the edge passes through: there is nothing to do, so it is what the gates are.
 */
import type { RunEvent } from '../../model/event.ts';
import type { Dependency, JoinRule } from '../../model/workflow.ts';
import {
  type Compare,
  createJoinTally,
  firingOf,
  type JoinTally,
  latestOf,
  moveEdge,
  type TalliedEdge,
} from '../join-tally.ts';
import { computeJoin, type EdgeCounts, isHard } from '../readiness.ts';
import type { EdgeStatus } from '../run-state.ts';
import type { Firing, StepNode } from '../plan-graph.ts';
import type { Gather, PlacedDependency, PlacedStep } from './placed-step.ts';

export interface GatheredEdge extends TalliedEdge, Firing {
  readonly gather: Gather;
  /** Where the rest is cancelled: the step that it leads to, and the steps of its items that lead only there. */
  to: StepNode | null;
  branch: readonly StepNode[];
  /** What closed the list, once it is known. */
  closing: RunEvent | null;
  readonly items: JoinTally;
  readonly gates: JoinTally;
  /** Edges of items, and gates; each with its place within its own list. */
  readonly itemEdges: TalliedEdge[];
  readonly gateEdges: TalliedEdge[];
  /** By item, in place of the items' own edges; empty where nothing stands in for the step. */
  readonly pairs: readonly PairedEdge[];
}

/** The edges of one item's step and of what stands in for it. */
export interface PairedEdge extends TalliedEdge {
  readonly either: JoinTally;
  readonly edges: TalliedEdge[];
}

const either: JoinRule = { kind: 'any' };

export function createGatheredEdges(step: PlacedStep): readonly GatheredEdge[] {
  const { gathers, after } = step;
  if (gathers === undefined) return none;
  return gathers.map((gather, index) => {
    const own = after.filter((each) => each.gather === index);
    const passing = own.filter(({ gate }) => gate === true).length;
    const pairs = createPairs(own, gather.size);
    return {
      gather,
      index,
      status: 'unknown',
      by: null,
      wins: false,
      closing: null,
      to: null,
      branch: none,
      fired: false,
      firedBy: null,
      items: createJoinTally({ join: gather.rule }, gather.size),
      gates: createJoinTally({}, passing + gather.gates.length),
      itemEdges: [...pairs],
      gateEdges: [],
      pairs,
    };
  });
}

function createPairs(own: readonly PlacedDependency[], size: number): readonly PairedEdge[] {
  const paired = own.filter(({ pair }) => pair !== undefined);
  if (paired.length === 0) return none;
  return Array.from({ length: size }, (_, index) => ({
    index,
    status: 'unknown',
    by: null,
    wins: false,
    either: createJoinTally({ join: either }, paired.filter(({ pair }) => pair === index).length),
    edges: [],
  }));
}

/** Moves one of its edges, and of a pair the one as which both count. */
export function moveWithin(
  { items, gates, pairs }: GatheredEdge,
  edge: TalliedEdge,
  { gate, pair }: PlacedDependency,
  status: EdgeStatus,
  by: RunEvent | null,
  compare: Compare,
): void {
  const together = pair === undefined ? undefined : pairs[pair];
  if (together === undefined) {
    moveEdge(gate === true ? gates : items, edge, status, by, compare);
    return;
  }
  const { either: tally, edges } = together;
  moveEdge(tally, edge, status, by, compare);
  const now = joinToEdge(either, tally);
  const because =
    now === 'unknown'
      ? null
      : now === 'live'
        ? firingOf(tally, edges, compare)
        : latestOf(tally, edges, compare);
  if (now !== together.status || because !== together.by) moveEdge(items, together, now, because, compare);
}

const none: readonly never[] = [];

/** How many edges a step's own join counts: hard ones, those of one gathering once. */
export function countJoined({ after, gathers }: PlacedStep): number {
  let count = gathers?.length ?? 0;
  for (const dependency of after) if (isHard(dependency) && dependency.gather === undefined) count += 1;
  return count;
}

function computeGathered({ size, isOpen, rule }: Gather, items: EdgeCounts, gates: EdgeCounts): EdgeStatus {
  const gate = computeJoin(undefined, gates);
  const isPending = isOpen && gate !== 'dead';
  if (size === 0) return isPending ? 'unknown' : joinToEdge(undefined, gates);
  const pending = rule.kind === 'count' ? rule.count : 1;
  const counts = isPending ? { ...items, unknown: items.unknown + pending } : items;
  return joinToEdge(rule, counts);
}

/** As which one edge these count, brought together so. */
function joinToEdge(rule: JoinRule | undefined, counts: EdgeCounts): EdgeStatus {
  switch (computeJoin(rule, counts)) {
    case 'ready':
      return 'live';
    case 'waiting':
      return 'unknown';
    case 'blocked':
      return 'failed';
    case 'dead':
      return counts.barred > 0 ? 'barred' : 'dead';
  }
}

/** What the edge is now, and the event that made it so. */
function settleGathered(
  edge: GatheredEdge,
  compare: Compare,
): { readonly status: EdgeStatus; readonly by: RunEvent | null } {
  const { gather, closing, items, gates, itemEdges, gateEdges } = edge;
  const status = computeGathered(gather, items, gates);
  if (status === 'unknown') return { status, by: null };
  if (gather.size === 0) return { status, by: later(latestOf(gates, gateEdges, compare), closing, compare) };
  if (status === 'live' && gather.rule.kind === 'count')
    return { status, by: firingOf(items, itemEdges, compare) };
  return { status, by: later(latestOf(items, itemEdges, compare), closing, compare) };
}

/** Puts the edge where its items put it. Answers the steps that are let go for it now, or wanted again. */
export function moveGatheredEdge(
  tally: JoinTally,
  edge: GatheredEdge,
  compare: Compare,
): readonly StepNode[] {
  const { status, by } = settleGathered(edge, compare);
  if (status !== edge.status || by !== edge.by) moveEdge(tally, edge, status, by, compare);
  return fireGathered(edge, compare) ? edge.branch : none;
}

/** Whether enough of its items are done for the others to be let go, and by what; says whether that is another answer. */
function fireGathered(edge: GatheredEdge, compare: Compare): boolean {
  const { gather, items, itemEdges } = edge;
  if (gather.cancelRest !== true) return false;
  const firedBy = firingOf(items, itemEdges, compare);
  const isOther = firedBy !== edge.firedBy;
  edge.fired = firedBy !== null;
  edge.firedBy = firedBy;
  return isOther;
}

function later(a: RunEvent | null, b: RunEvent | null, compare: Compare): RunEvent | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) < 0 ? b : a;
}

type EdgeOf = (dependency: Dependency) => EdgeStatus;

/** As which one edge the edges of a gathering count, by what each of them says. */
export function computeGatherEdge({ after, gathers }: PlacedStep, index: number, edgeOf: EdgeOf): EdgeStatus {
  const gather = gathers?.[index];
  if (gather === undefined) return 'unknown';
  const own = after.filter((each) => each.gather === index);
  const items = own.filter(({ gate }) => gate !== true);
  const gates = [...own.filter(({ gate }) => gate === true), ...gather.gates];
  return computeGathered(gather, countItems(items, edgeOf), countEdges(gates, edgeOf));
}

function countItems(edges: readonly PlacedDependency[], edgeOf: EdgeOf): EdgeCounts {
  const counts = {
    ...countEdges(
      edges.filter(({ pair }) => pair === undefined),
      edgeOf,
    ),
  };
  for (const own of groupPairs(edges)) counts[computePairEdge(own, edgeOf)] += 1;
  return counts;
}

/** As which one edge those of an item's step and of what stands in for it count. */
export function computePairEdge(edges: readonly PlacedDependency[], edgeOf: EdgeOf): EdgeStatus {
  return joinToEdge(either, countEdges(edges, edgeOf));
}

/** The edges that count as one with others of their item, item by item. */
export function groupPairs(edges: readonly PlacedDependency[]): readonly (readonly PlacedDependency[])[] {
  const byPair = new Map<number, PlacedDependency[]>();
  for (const edge of edges) {
    if (edge.pair === undefined) continue;
    const own = byPair.get(edge.pair);
    if (own === undefined) byPair.set(edge.pair, [edge]);
    else own.push(edge);
  }
  return [...byPair.values()];
}

function countEdges(dependencies: readonly Dependency[], edgeOf: EdgeOf): EdgeCounts {
  const counts: Record<EdgeStatus, number> = { unknown: 0, live: 0, dead: 0, failed: 0, barred: 0 };
  for (const dependency of dependencies) counts[edgeOf(dependency)] += 1;
  return counts;
}

/** What a step's join counts: hard edges, those of one gathering as one. */
export function countJoinedEdges(step: PlacedStep, edgeOf: EdgeOf): EdgeCounts {
  const single = step.after.filter((each) => isHard(each) && each.gather === undefined);
  const counts = { ...countEdges(single, edgeOf) };
  (step.gathers ?? none).forEach((_, index) => {
    counts[computeGatherEdge(step, index, edgeOf)] += 1;
  });
  return counts;
}
