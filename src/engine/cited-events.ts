/**
 * Events that a state names by id. They lie in its `history`; a state restored from a checkpoint also has
 * the few that its open steps name at hand, because a screen that tells them must not wait for the log.
 */
import type { LogEvent } from '../model/event.ts';
import type { EventId } from '../model/ids.ts';
import { isOpen } from './is-open.ts';
import type { RunState } from './run-state.ts';

const citedByState = new WeakMap<RunState, ReadonlyMap<EventId, LogEvent>>();

/** In the order of the log. */
export function collectCited(state: RunState): readonly LogEvent[] {
  const named = new Set([...state.current.values()].filter(isOpen).map(({ freedBy }) => freedBy));
  return state.history.filter(({ id }) => named.has(id));
}

export function citeEvents(state: RunState, events: readonly LogEvent[]): void {
  citedByState.set(state, new Map(events.map((event) => [event.id, event])));
}

/** `null`: the log does not have it. */
export function findCitedEvent(state: RunState, id: EventId): LogEvent | null {
  return citedByState.get(state)?.get(id) ?? state.history.findLast((event) => event.id === id) ?? null;
}
