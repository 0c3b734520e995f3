/** Whether one event has another in its past, the slow and plain way. */
import type { LogEvent } from '../../src/model/event.ts';
import type { EventId } from '../../src/model/ids.ts';

/** `events`: parents before children. */
export function makeSaw(events: readonly LogEvent[]): (later: EventId, earlier: EventId) => boolean {
  const pasts = new Map<EventId, Set<EventId>>();
  for (const event of events) {
    const past = new Set<EventId>();
    for (const parent of event.parents) {
      past.add(parent);
      for (const older of pasts.get(parent) ?? []) past.add(older);
    }
    pasts.set(event.id, past);
  }
  return (later, earlier) => pasts.get(later)?.has(earlier) ?? false;
}
