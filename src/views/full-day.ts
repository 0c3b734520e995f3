/** Days on which more is due of one person than they should need. */
import { instantToLocalDate } from '../engine/zoned-time.ts';
import type { LocalDate } from '../model/fact.ts';
import type { StepReading } from './run-reading.ts';

/** So many due on one day are worth a word. */
export const fullDaySteps = 3;
const weekMs = 7 * 86_400_000;

/** How many of the steps are due on each day there; what is late is due on none any more. */
export function countDueByDay(steps: readonly StepReading[], zone: string): ReadonlyMap<LocalDate, number> {
  const counts = new Map<LocalDate, number>();
  for (const { due } of steps) {
    const date = due === null || due.late ? null : instantToLocalDate(due.at, zone);
    if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return counts;
}

/** The fullest day within a week; the earlier one of two. Null when none is full. */
export function findFullDay(
  steps: readonly StepReading[],
  zone: string,
  now: number,
): { readonly date: LocalDate; readonly steps: number } | null {
  const soon = steps.filter(({ due }) => due !== null && due.at <= now + weekMs);
  const [fullest] = [...countDueByDay(soon, zone)].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return fullest === undefined || fullest[1] < fullDaySteps ? null : { date: fullest[0], steps: fullest[1] };
}
