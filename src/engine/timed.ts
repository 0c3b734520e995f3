/**
 * What of a run's state depends on the time [E2]: nothing here is an event, and a completion that
 * arrives takes lateness back by itself.
 */
import type { OccurrenceKey } from '../model/occurrence.ts';
import { isClosed } from './readiness.ts';
import type { OccurrenceState, RunState } from './run-state.ts';

export interface TimedState {
  /** Open occurrences whose due instant has passed. */
  readonly late: ReadonlySet<OccurrenceKey>;
  /** The next instant at which `late` changes without an event, milliseconds since 1970 [E3]. */
  readonly nextWakeAt: number | null;
}

/** `now` in milliseconds since 1970. A due without a time is late after the end of that day in the run's zone. */
export function computeTimed(state: RunState, now: number): TimedState {
  const late = new Set<OccurrenceKey>();
  let nextWakeAt: number | null = null;
  if (state.status !== 'running') return { late, nextWakeAt };
  for (const occurrence of state.current.values()) {
    if (!isOpenWithDue(occurrence)) continue;
    const lateFrom = occurrence.dueAt + 1;
    if (now >= lateFrom) late.add(occurrence.key);
    else nextWakeAt = Math.min(nextWakeAt ?? lateFrom, lateFrom);
  }
  return { late, nextWakeAt };
}

function isOpenWithDue(state: OccurrenceState): state is OccurrenceState & { readonly dueAt: number } {
  // A failed step still waits for somebody, so it can be late.
  return state.dueAt !== null && (!isClosed(state.status) || state.status === 'failed');
}
