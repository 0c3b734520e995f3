/**
 * Exponential backoff with full jitter (Brooker, "Exponential Backoff And Jitter", AWS 2015): after a relay
 * restarts, its clients come back spread out.
 */
const firstStep = 250;
const longest = 30_000;

/** Milliseconds to wait before try number `tries` (0 is the first retry); `random` is 0 ≤ n < 1. */
export function computeBackoff(tries: number, random: number): number {
  return random * Math.min(longest, firstStep * 2 ** Math.min(tries, 16));
}
