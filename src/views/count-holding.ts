/**
 * How many batons the holder of the device has: what is their turn, and what they are to check again or to undo.
 * Apart from the Now screen, since the frame around all screens shows it of every space.
 */
import { readActiveRuns, readUndoneRuns } from './active-runs.ts';
import { countMyUndos } from './compute-undo-lines.ts';
import { isMyCheck } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

export function countHolding(space: SpaceSnapshot, now: number): number {
  const undos = readUndoneRuns(space, now).reduce((count, run) => count + countMyUndos(run), 0);
  return readActiveRuns(space, now).reduce(
    (count, { steps }) =>
      count + steps.filter((reading) => reading.tone === 'turn' || isMyCheck(reading, space.me)).length,
    undos,
  );
}
