/**
 * What a join knows of its edges, kept up while they change, so that one edge more or less costs the
 * same at a join of three edges and at one of ten thousand.
 *
 * Invariants: the counts cover every hard edge; `latest` and `winners` are functions of the edges as they
 * are, never of the way there: what cannot be kept up by a comparison is found again when it is asked.
 */
import type { RunEvent } from '../model/event.ts';
import { neededEdges } from './readiness.ts';
import type { EdgeStatus } from './run-state.ts';
import type { StepDefinition } from '../model/workflow.ts';

export interface TalliedEdge {
  /** Its place among the edges into the step. */
  readonly index: number;
  status: EdgeStatus;
  /** The event that the status rests on; null while it is unknown. */
  by: RunEvent | null;
  /** One of the first that made the join fire. */
  wins: boolean;
}

/** How many edges are of each status, and more. */
export interface JoinTally extends Record<EdgeStatus, number> {
  /** How many live edges are enough; null where all edges are waited for. */
  readonly needed: number | null;
  latest: RunEvent | null;
  latestIsKnown: boolean;
  /** The first `needed` live edges, in the total order of what made them live. */
  winners: readonly TalliedEdge[];
  winnersAreKnown: boolean;
}

export type Compare = (a: RunEvent, b: RunEvent) => number;

const noWinners: readonly TalliedEdge[] = [];

/** `edges`: how many lead in, also from steps that are not there. */
export function createJoinTally({ join }: Pick<StepDefinition, 'join'>, edges: number): JoinTally {
  return {
    unknown: edges,
    live: 0,
    dead: 0,
    failed: 0,
    barred: 0,
    needed: join?.kind === 'any' || join?.kind === 'count' ? neededEdges(join) : null,
    latest: null,
    latestIsKnown: true,
    winners: noWinners,
    winnersAreKnown: true,
  };
}

export function moveEdge(
  tally: JoinTally,
  edge: TalliedEdge,
  status: EdgeStatus,
  by: RunEvent | null,
  compare: Compare,
): void {
  count(tally, edge.status, -1);
  count(tally, status, 1);
  if (edge.by !== by) {
    if (edge.by !== null && edge.by === tally.latest) tally.latestIsKnown = false;
    else if (by !== null && (tally.latest === null || compare(by, tally.latest) > 0)) tally.latest = by;
  }
  if (edge.wins) {
    edge.wins = false;
    tally.winnersAreKnown = false;
  }
  edge.status = status;
  edge.by = by;
  if (status === 'live' && tally.winnersAreKnown) addWinner(tally, edge, compare);
}

/** By its name, where an index would be looked up: edges are moved all the time. */
function count(tally: JoinTally, status: EdgeStatus, more: number): void {
  switch (status) {
    case 'unknown':
      tally.unknown += more;
      break;
    case 'live':
      tally.live += more;
      break;
    case 'dead':
      tally.dead += more;
      break;
    case 'failed':
      tally.failed += more;
      break;
    case 'barred':
      tally.barred += more;
      break;
  }
}

function addWinner(tally: JoinTally, edge: TalliedEdge, compare: Compare): void {
  const { needed } = tally;
  if (needed === null) return;
  if (tally.winners === noWinners) tally.winners = [];
  const winners = tally.winners as TalliedEdge[];
  const last = winners[needed - 1];
  if (last !== undefined && isBefore(last, edge, compare)) return;
  if (last !== undefined) {
    last.wins = false;
    winners.pop();
  }
  if (needed < 1) return;
  let place = winners.length;
  while (place > 0 && isBefore(edge, winners[place - 1] as TalliedEdge, compare)) place -= 1;
  winners.splice(place, 0, edge);
  edge.wins = true;
}

function isBefore(a: TalliedEdge, b: TalliedEdge, compare: Compare): boolean {
  const order = a.by === null || b.by === null ? 0 : compare(a.by, b.by);
  return order === 0 ? a.index < b.index : order < 0;
}

/** The last event that any edge rests on. */
export function latestOf(tally: JoinTally, edges: readonly TalliedEdge[], compare: Compare): RunEvent | null {
  if (!tally.latestIsKnown) {
    tally.latest = null;
    for (const { by } of edges)
      if (by !== null && (tally.latest === null || compare(by, tally.latest) > 0)) tally.latest = by;
    tally.latestIsKnown = true;
  }
  return tally.latest;
}

/** The event that made enough edges live; null while they are too few, or all are waited for. */
export function firingOf(tally: JoinTally, edges: readonly TalliedEdge[], compare: Compare): RunEvent | null {
  if (tally.needed === null || tally.live < tally.needed) return null;
  if (!tally.winnersAreKnown) {
    for (const edge of edges) edge.wins = false;
    const live = edges.filter(({ status }) => status === 'live');
    tally.winners = live.toSorted((a, b) => (isBefore(a, b, compare) ? -1 : 1)).slice(0, tally.needed);
    for (const edge of tally.winners) edge.wins = true;
    tally.winnersAreKnown = true;
  }
  return tally.winners.at(-1)?.by ?? null;
}
