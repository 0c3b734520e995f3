/**
 * Many edges that count as one: those of all items of a section, as the section's rule brings them
 * together [J6], and what the section itself waits for (its gates).
 *
 * While the list is open the edge is unknown, unless the gates say that the section is not wanted. Of no items
 * the edge passes through: there is nothing to do, so it is what the gates are.
 */
import type { RunEvent } from '../../model/event.ts';
import type { Dependency } from '../../model/workflow.ts';
import {
  type Compare,
  createJoinTally,
  firingOf,
  type JoinTally,
  latestOf,
  moveEdge,
  type TalliedEdge,
} from '../join-tally.ts';
import { computeJoin, type EdgeCounts, isHard, type JoinStatus } from '../readiness.ts';
import type { EdgeStatus } from '../run-state.ts';
import type { Firing, StepNode } from '../plan-graph.ts';
import type { Gather, PlacedStep } from './placed-step.ts';

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
}

export function createGatheredEdges(step: PlacedStep): readonly GatheredEdge[] {
  const { gathers, after } = step;
  if (gathers === undefined) return none;
  return gathers.map((gather, index) => {
    const passing = after.filter((each) => each.gather === index && each.gate === true).length;
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
      itemEdges: [],
      gateEdges: [],
    };
  });
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
  if (size === 0) return isPending ? 'unknown' : joinToEdge(gate);
  const pending = rule.kind === 'count' ? rule.count : 1;
  const counts = isPending ? { ...items, unknown: items.unknown + pending } : items;
  return joinToEdge(computeJoin(rule, counts));
}

function joinToEdge(join: JoinStatus): EdgeStatus {
  switch (join) {
    case 'ready':
      return 'live';
    case 'waiting':
      return 'unknown';
    case 'blocked':
      return 'failed';
    case 'dead':
      return 'dead';
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
  return computeGathered(gather, countEdges(items, edgeOf), countEdges(gates, edgeOf));
}

function countEdges(dependencies: readonly Dependency[], edgeOf: EdgeOf): EdgeCounts {
  const counts: Record<EdgeStatus, number> = { unknown: 0, live: 0, dead: 0, failed: 0 };
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
