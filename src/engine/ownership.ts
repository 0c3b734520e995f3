/**
 * Who holds a step. Ownership is a hand-over, not a permission: people act for each other [E4].
 * Rivals: two claims, the earlier holds; two hand-overs, the later holds; a hand-over beats a claim
 * (ENGINE §7). Earlier and later are the total order's, never a clock's.
 */
import type { RunEvent } from '../model/event.ts';
import type { EventId, PersonId } from '../model/ids.ts';
import type { Assignee } from '../model/workflow.ts';

/** `events`: all of one occurrence, in total order. Null when nobody took it or was handed it. */
export function computeTaker(
  events: readonly RunEvent[],
  saw: (later: EventId, earlier: EventId) => boolean,
): PersonId | null {
  const moves = events.filter(
    (event) => event.type === 'step.claimed/1' || event.type === 'step.reassigned/1',
  );
  const heads = moves.filter(
    (move, index) => !moves.slice(index + 1).some((later) => saw(later.id, move.id)),
  );
  const handOver = heads.findLast((event) => event.type === 'step.reassigned/1');
  if (handOver !== undefined) return handOver.data.to;
  const claim = heads[0];
  return claim === undefined ? null : (claim.onBehalfOf ?? claim.actor);
}

/** Whom the definition names, as far as the run filled its parts. */
export function assigneeToPerson(
  assignee: Assignee | undefined,
  parts: Readonly<Record<string, PersonId>>,
  conductor: PersonId | null,
): PersonId | null {
  switch (assignee?.kind) {
    case undefined:
      return null;
    case 'person':
      return assignee.person;
    case 'part':
      return Object.hasOwn(parts, assignee.part) ? (parts[assignee.part] ?? null) : null;
    case 'conductor':
      return conductor;
  }
}
