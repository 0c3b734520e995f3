/**
 * When runs have to be looked at again, asked with every change of anything: worked out once for each state, and
 * again when that instant has come, or a clock was set back.
 */
import { computeNextWakeAt } from '../engine/alerts/next-wake.ts';
import type { RunState } from '../engine/run-state.ts';

interface Known {
  readonly at: number;
  readonly next: number | null;
}

const knownByState = new WeakMap<RunState, Known>();

/** As `computeNextWakeAt`. */
export function nextWakeOf(state: RunState, now: number): number | null {
  const known = knownByState.get(state);
  if (known !== undefined && known.at <= now && (known.next === null || now < known.next)) return known.next;
  const next = computeNextWakeAt(state, now);
  knownByState.set(state, { at: now, next });
  return next;
}
