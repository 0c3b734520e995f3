/** Who hears of something that is for somebody: people who are away or outside of the household cannot act. */
import type { PersonId } from '../../model/ids.ts';
import { addDays } from '../../model/local-date.ts';
import { computeCaretaker, computeStandIn, isAway } from '../away.ts';
import type { RunState } from '../run-state.ts';
import { startOfDay } from '../zoned-time.ts';

/**
 * The person; who stands in for them while they are away; else the conductor, or who stands in there. Where
 * nobody is left who is here it is the one it is for, who reads it when they are back: never nobody [H3].
 */
export function findAddressee(state: RunState, person: PersonId | null, now: number): PersonId | null {
  const { context, conductor, personById } = state;
  if (context === null) return person ?? conductor;
  const known = person === null ? undefined : personById.get(person);
  const caretaker = computeCaretaker(context, conductor, now) ?? conductor;
  if (person === null || known?.outside === true) return caretaker;
  if (known === undefined || !isAway(known, now, context.zone)) return person;
  const standIn = computeStandIn(context, person, now, conductor);
  if (standIn !== null && personById.get(standIn)?.outside !== true) return standIn;
  return caretaker === null || isGone(state, caretaker, now) ? person : caretaker;
}

function isGone({ context, personById }: RunState, person: PersonId | null, now: number): boolean {
  const known = person === null ? undefined : personById.get(person);
  return known !== undefined && context !== null && isAway(known, now, context.zone);
}

/** The instants at which somebody of the run goes or comes back. */
export function awayChanges({ context }: RunState): readonly number[] {
  if (context === null) return [];
  return context.people.flatMap(({ away = [], zone = context.zone }) =>
    away.flatMap(({ from, to }) => {
      const back = addDays(to, 1);
      return [startOfDay(from, zone), back === null ? null : startOfDay(back, zone)].filter(
        (at) => at !== null,
      );
    }),
  );
}
