/** Who is credited with events: whoever is spoken for first, then who spoke [E4]. */
import type { RunEvent } from '../model/event.ts';
import type { PersonId } from '../model/ids.ts';

const nobody: readonly PersonId[] = [];

/** Each once. */
export function eventsToPeople(events: readonly RunEvent[]): readonly PersonId[] {
  const [first] = events;
  if (first === undefined) return nobody;
  if (events.length === 1 && first.onBehalfOf === undefined) return [first.actor];
  return [
    ...new Set(events.flatMap(({ actor, onBehalfOf }) => (onBehalfOf ? [onBehalfOf, actor] : [actor]))),
  ];
}
