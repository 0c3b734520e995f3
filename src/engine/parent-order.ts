/**
 * Puts events after their parents, whatever order they came in.
 *
 * Invariants: parents that are not among the given events do not hold an event back, so a log with
 * holes folds; a cycle of parents (only a corrupt log has one) is broken at its lowest id, and the
 * answer depends on the set alone, also when later events grow out of the cycle.
 */
import type { LogEvent } from '../model/event.ts';
import type { EventId } from '../model/ids.ts';

/** Where each event may stand, with the parents that count for it. */
export interface Placed {
  readonly event: LogEvent;
  /** True for an event whose unplaced parents were cut to break a cycle. */
  readonly cut: boolean;
}

export function placeAfterParents(events: readonly LogEvent[]): readonly Placed[] {
  const sorted = [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
  const eventById = new Map(sorted.map((event) => [event.id, event]));
  const openParents = new Map<EventId, number>();
  const childrenById = new Map<EventId, EventId[]>();
  for (const event of sorted) {
    const parents = [...new Set(event.parents)].filter((parent) => eventById.has(parent));
    openParents.set(event.id, parents.length);
    for (const parent of parents) {
      const children = childrenById.get(parent);
      if (children === undefined) childrenById.set(parent, [event.id]);
      else children.push(event.id);
    }
  }
  const placed = new Map<EventId, Placed>();
  const queue: Placed[] = sorted
    .filter((event) => openParents.get(event.id) === 0)
    .map((event) => ({ event, cut: false }));
  let taken = 0;
  for (;;) {
    for (let next = queue[taken++]; next !== undefined; next = queue[taken++]) {
      placed.set(next.event.id, next);
      for (const child of childrenById.get(next.event.id) ?? []) {
        const left = (openParents.get(child) ?? 0) - 1;
        openParents.set(child, left);
        if (left === 0 && !placed.has(child))
          queue.push({ event: eventById.get(child) as LogEvent, cut: false });
      }
    }
    taken = queue.length;
    const knot = placed.size === sorted.length ? null : lowestInCycles(sorted, placed, childrenById);
    if (knot === null) return [...placed.values()];
    queue.push({ event: knot, cut: true });
  }
}

/** The lowest unplaced event that some unplaced event still waits for in turn, never a mere descendant. */
function lowestInCycles(
  sorted: readonly LogEvent[],
  placed: ReadonlyMap<EventId, Placed>,
  childrenById: ReadonlyMap<EventId, readonly EventId[]>,
): LogEvent | null {
  const left = new Map(
    sorted.filter((event) => !placed.has(event.id)).map((event) => [event.id, event] as const),
  );
  const openChildren = new Map<EventId, number>();
  for (const id of left.keys())
    openChildren.set(id, (childrenById.get(id) ?? []).filter((child) => left.has(child)).length);
  const leaves = [...left.keys()].filter((id) => openChildren.get(id) === 0);
  for (const leaf of leaves) {
    const event = left.get(leaf);
    left.delete(leaf);
    for (const parent of new Set(event?.parents)) {
      if (!left.has(parent)) continue;
      const open = (openChildren.get(parent) ?? 0) - 1;
      openChildren.set(parent, open);
      if (open === 0) leaves.push(parent);
    }
  }
  return left.values().next().value ?? null;
}
