/**
 * When somebody may be told something [X3]. Quiet hours delay the telling and never what is told; who says
 * nothing of theirs is left alone at night all the same. Wall time of the person's zone, else the run's.
 */
import { addDays, localTimeToMinutes } from '../../model/local-date.ts';
import type { DailyHours, Person } from '../../model/person.ts';
import { instantToLocalDate, instantToMinutes, zonedToInstant } from '../zoned-time.ts';

/** For whoever has not said. */
const usualQuiet: DailyHours = { from: '22:00', to: '07:00' };

/** The first instant from `at` on that is not quiet for them; milliseconds since 1970. */
export function afterQuiet(
  at: number,
  person: Pick<Person, 'quiet' | 'zone'> | undefined,
  zone: string,
): number {
  const { from, to } = person?.quiet ?? usualQuiet;
  const where = person?.zone ?? zone;
  const minutes = instantToMinutes(at, where);
  const today = instantToLocalDate(at, where);
  if (minutes === null || today === null) return at;
  const [begins, ends] = [localTimeToMinutes(from), localTimeToMinutes(to)];
  const overMidnight = ends < begins;
  const isQuiet = overMidnight ? minutes >= begins || minutes < ends : minutes >= begins && minutes < ends;
  if (!isQuiet) return at;
  const day = overMidnight && minutes >= begins ? addDays(today, 1) : today;
  const end = day === null ? null : zonedToInstant(day, to, where);
  // An hour that autumn repeats may have ended already the first time.
  return end === null ? at : Math.max(at, end);
}
