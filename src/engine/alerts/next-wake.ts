/** When to ask a run again, for whoever shows what time makes of it [E3]. */
import type { RunState } from '../run-state.ts';
import { computeTimed } from '../timed.ts';
import { computeAlerts } from './compute-alerts.ts';

/** The next instant at which lateness, a start or an alert of the run changes without an event; null: never. */
export function computeNextWakeAt(state: RunState, now: number): number | null {
  const instants = [computeTimed(state, now).nextWakeAt, computeAlerts(state, now).nextWakeAt];
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
