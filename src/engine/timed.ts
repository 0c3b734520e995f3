/**
 * What of a run's state depends on the time [E2]: nothing here is an event, and a completion that
 * arrives takes lateness back by itself.
 */
import { findNextAwayChange } from './away.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { OccurrenceState, RunState } from './run-state.ts';
import { isOpen } from './is-open.ts';
import { isUndoOpen } from './undo-state.ts';

export interface TimedState {
  /** Open occurrences whose due instant has passed. Never of what is suspended, dormant or not wanted. */
  readonly late: ReadonlySet<OccurrenceKey>;
  /** Ready occurrences that are not to begin yet. */
  readonly scheduled: ReadonlySet<OccurrenceKey>;
  /** Passes whose undo is open although the last day on which it is free, or possible, is over [U5]. */
  readonly lateUndos: ReadonlySet<OccurrenceKey>;
  /** The next instant at which an answer changes without an event, milliseconds since 1970 [E3]. */
  readonly nextWakeAt: number | null;
}

/** `now` in milliseconds since 1970. A due without a time is late after the end of that day in the run's zone. */
export function computeTimed(state: RunState, now: number): TimedState {
  const late = new Set<OccurrenceKey>();
  const scheduled = new Set<OccurrenceKey>();
  const lateUndos = new Set<OccurrenceKey>();
  let nextWakeAt: number | null = null;
  const wakeAt = (at: number): void => {
    nextWakeAt = Math.min(nextWakeAt ?? at, at);
  };
  // A deadline outside is none of a pause's or a cancellation's business.
  for (const { key, undo } of state.occurrences.values()) {
    if (undo === null || undo.cancelBy === null || !isUndoOpen(undo)) continue;
    if (now > undo.cancelBy) lateUndos.add(key);
    else wakeAt(undo.cancelBy + 1);
  }
  if (state.status !== 'running') return { late, scheduled, lateUndos, nextWakeAt };
  const awayChangesAt = findNextAwayChange(state, now);
  if (awayChangesAt !== null) wakeAt(awayChangesAt);
  for (const occurrence of state.current.values()) {
    const { key, dueAt, startsAt, status } = occurrence;
    if (dueAt !== null && canBeLate(occurrence)) {
      if (now > dueAt) late.add(key);
      else wakeAt(dueAt + 1);
    }
    if (status !== 'ready' || startsAt === null || startsAt <= now) continue;
    scheduled.add(key);
    wakeAt(startsAt);
  }
  return { late, scheduled, lateUndos, nextWakeAt };
}

/**
 * It waits for somebody; also a failed one, and one whose turn has not come. A fallback that nobody called upon
 * waits for nobody.
 */
export function canBeLate(state: Pick<OccurrenceState, 'status' | 'dormant'>): boolean {
  return isOpen(state) && state.status !== 'suspended' && !state.dormant;
}
