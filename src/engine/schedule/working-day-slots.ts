/** The days of "the first working day of the month" and its like, which RFC 5545 cannot say: it knows no holidays. */
import type { LocalDate } from '../../model/fact.ts';
import { addDays } from '../../model/local-date.ts';
import type { ScheduleRule, Slot } from '../../model/schedule.ts';
import { addWorkingDays, compileCalendar } from '../working-time.ts';
import { instantToLocalDate, zonedToInstant } from '../zoned-time.ts';

type WorkingDayRule = Extract<ScheduleRule, { readonly kind: 'workingDay' }>;

/** More months than anybody looks ahead or behind. */
const mostMonths = 1200;

/**
 * Slots from one instant up to and with another, oldest first, at most `most` of them. Nobody in particular
 * works from Monday to Friday, and never on a holiday. Milliseconds since 1970.
 */
export function listWorkingDaySlots(
  { nth, from, time }: WorkingDayRule,
  zone: string,
  holidays: readonly LocalDate[],
  window: { readonly after: number; readonly until: number; readonly most: number },
): readonly Slot[] {
  const calendar = compileCalendar({ zone, holidays });
  const first = instantToLocalDate(
    Math.max(window.after, zonedToInstant(from, '00:00', zone) ?? Infinity),
    zone,
  );
  const slots: Slot[] = [];
  let month = first === null ? null : `${first.slice(0, 7)}-01`;
  for (let looked = 0; month !== null && looked < mostMonths && slots.length < window.most; looked += 1) {
    const next: LocalDate | null = nextMonth(month);
    // Counted from the day before the month, or back from the day after it.
    const edge = nth > 0 ? addDays(month, -1) : next;
    const date = edge === null ? null : addWorkingDays(edge, nth, calendar);
    const at = date === null ? null : zonedToInstant(date, time, zone);
    if (at !== null && at > window.until) break;
    const isInMonth = date !== null && date.slice(0, 7) === month.slice(0, 7);
    if (date !== null && at !== null && isInMonth && date >= from && at >= window.after)
      slots.push({ date, at });
    month = next;
  }
  return slots;
}

function nextMonth(first: LocalDate): LocalDate | null {
  const later = addDays(first, 31);
  return later === null ? null : `${later.slice(0, 7)}-01`;
}
