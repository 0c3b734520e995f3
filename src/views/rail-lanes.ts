/**
 * Puts steps in a given order onto lanes, like a commit graph: a branch leaves its lane right below
 * its source and runs straight down to its target.
 *
 * Invariants: an edge is one unbroken track, `out` of its source, `through` every row between, `in`
 * at its target, always on the same lane; a lane carries one target at a time, so tracks meet on it
 * only when they lead to the same step. A new lane opens only when none is free.
 */
import type { StepGraph } from './step-graph.ts';

/** A piece of track on one lane, with the sources of the edges that run on it. */
export interface LaneTrack {
  readonly lane: number;
  readonly to: number;
  readonly from: readonly number[];
}

export interface LaneRow {
  readonly step: number;
  readonly lane: number;
  readonly in: readonly LaneTrack[];
  readonly out: readonly LaneTrack[];
  readonly through: readonly LaneTrack[];
}

export interface LaneRows {
  readonly rows: readonly LaneRow[];
  readonly lanes: number;
}

/** `late`: every edge has its own lane up to its target. `shared`: edges to one target share a lane. */
export type MergeStyle = 'late' | 'shared';

export function assignLanes(graph: StepGraph, order: readonly number[], merge: MergeStyle): LaneRows {
  const row = new Int32Array(graph.size);
  order.forEach((step, at) => {
    row[step] = at;
  });
  const tail = tailLengths(graph, order);
  const open: (LaneTrack | null)[] = [];
  const rows: LaneRow[] = [];
  let lanes = 0;

  for (const step of order) {
    const arriving = open.filter((track): track is LaneTrack => track?.to === step);
    const lane = arriving[0]?.lane ?? freeLane();
    for (const track of arriving) open[track.lane] = null;
    const through = open.filter((track): track is LaneTrack => track !== null);
    const out = leave(step, lane);
    lanes = Math.max(lanes, lane + 1, open.length);
    rows.push({ step, lane, in: arriving, out, through });
  }
  return { rows, lanes };

  /** The longest way on goes straight; the others branch off in the order of their rows. */
  function leave(step: number, lane: number): readonly LaneTrack[] {
    const targets = [...(graph.after[step] ?? [])].sort((a, b) => (row[a] ?? 0) - (row[b] ?? 0));
    const straight = targets.reduce<number | null>(
      (best, target) => (best === null || (tail[target] ?? 0) > (tail[best] ?? 0) ? target : best),
      null,
    );
    if (straight !== null) targets.splice(targets.indexOf(straight), 1);
    const out: LaneTrack[] = [];
    for (const target of straight === null ? [] : [straight, ...targets]) {
      const shared = merge === 'shared' ? open.find((track) => track?.to === target) : undefined;
      const track = {
        lane: shared?.lane ?? (target === straight ? lane : freeLane()),
        to: target,
        from: [...(shared?.from ?? []), step],
      };
      open[track.lane] = track;
      out.push({ ...track, from: [step] });
    }
    return out.sort((a, b) => a.lane - b.lane);
  }

  function freeLane(): number {
    const free = open.findIndex((track) => track === null);
    return free < 0 ? open.length : free;
  }
}

/** Steps on the longest way from each step to an end. */
function tailLengths(graph: StepGraph, order: readonly number[]): Int32Array {
  const tail = new Int32Array(graph.size);
  for (const step of order.toReversed()) {
    for (const next of graph.after[step] ?? []) {
      tail[step] = Math.max(tail[step] ?? 0, (tail[next] ?? 0) + 1);
    }
  }
  return tail;
}
