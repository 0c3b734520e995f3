/** Heads of a list: the events that no later one of it saw. Where rivals are, there is more than one. */
import type { EventId } from '../model/ids.ts';

export type Saw = (later: EventId, earlier: EventId) => boolean;

/** `events` in total order, so that only later ones can have seen an earlier one. */
export function computeEventHeads<Event extends { readonly id: EventId }>(
  events: readonly Event[],
  saw: Saw,
): readonly Event[] {
  if (events.length < 2) return events;
  return events.filter((event, index) => {
    for (let later = events.length - 1; later > index; later--)
      if (saw((events[later] as Event).id, event.id)) return false;
    return true;
  });
}
