/**
 * Which snapshots stay: the last two always, older ones for a while. Frames stay back to the oldest kept
 * snapshot, and all of them while there is only one, so a bad snapshot can always be gone round.
 */
export interface Generation {
  readonly coversSeq: number;
  readonly createdAt: number;
}

export interface Retention {
  readonly keep: readonly Generation[];
  readonly drop: readonly Generation[];
  /** Frames up to here are no longer needed. */
  readonly base: number;
}

/** `generations` in ascending order of `coversSeq`; times in milliseconds. */
export function computeRetention(generations: readonly Generation[], now: number, keptMs: number): Retention {
  const newest = generations.slice(-2);
  const older = generations.slice(0, -2);
  const drop = older.filter((it) => it.createdAt <= now - keptMs);
  const keep = [...older.filter((it) => it.createdAt > now - keptMs), ...newest];
  return { keep, drop, base: keep.length < 2 ? 0 : (keep[0]?.coversSeq ?? 0) };
}
