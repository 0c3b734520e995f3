/**
 * Folds the lanes that a phone has no room for onto the last that it shows: lanes never get narrower.
 *
 * Every lane from the last one on becomes a strand on that lane. What is drawn stays true:
 * - A step of a folded lane stands on the last lane, and its own tracks begin and end in its node.
 * - Tracks of one row on the last lane are one track, told as `many` when they lead to different steps, so
 *   that nobody takes a strand for one way.
 * - A strand that passes a row whose node stands on the last lane is in that row's `through`: it is drawn
 *   around the node, never into it. On all other lanes nothing passes under a node.
 * - The strand of a row carries on with exactly the edges that the rows below it end or pass.
 */
import type { RailLayoutRow, RailLayoutTrack } from './rail-layout.ts';

/** `most`: lanes to show, at least 1. Rows that need no more are given back as they are. */
export function foldLanes(rows: readonly RailLayoutRow[], most: number): readonly RailLayoutRow[] {
  const last = most - 1;
  return rows.map((row) => ({
    step: row.step,
    lane: Math.min(row.lane, last),
    in: foldTracks(row.in, last),
    out: foldTracks(row.out, last),
    through: foldTracks(row.through, last),
  }));
}

function foldTracks(tracks: readonly RailLayoutTrack[], last: number): readonly RailLayoutTrack[] {
  const beyond = tracks.filter(({ lane }) => lane >= last);
  if (beyond.length === 0) return tracks;
  const edges = beyond.flatMap((track) => track.edges);
  const leadsOn = new Set(edges.map(({ to }) => to)).size > 1;
  const strand: RailLayoutTrack = { lane: last, edges, ...(leadsOn && { many: true }) };
  return [...tracks.filter(({ lane }) => lane < last), strand];
}
