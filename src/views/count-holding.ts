/**
 * How many batons the holder of the device has: what is their turn, and what they are to check again.
 * Apart from the Now screen, since the frame around all screens shows it of every space.
 */
import { readActiveRuns } from './active-runs.ts';
import { isMyCheck } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

export function countHolding(space: SpaceSnapshot, now: number): number {
  return readActiveRuns(space, now).reduce(
    (count, { steps }) =>
      count + steps.filter((reading) => reading.tone === 'turn' || isMyCheck(reading, space.me)).length,
    0,
  );
}
