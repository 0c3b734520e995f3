/**
 * When a schedule's slots are. RFC 5545 is a library's matter, which is loaded when the first schedule
 * needs it: it is larger than all the rest of a household without any. It brings the calendar that it
 * reckons with, for engines that have none of their own.
 */
import { instantToWall, ruleToWallLines, wallToSlot } from '../engine/schedule/rrule-window.ts';
import { listWorkingDaySlots } from '../engine/schedule/working-day-slots.ts';
import type { LocalDate } from '../model/fact.ts';
import type { Schedule, Slot } from '../model/schedule.ts';

export interface SlotWindow {
  /** The first instant that counts, and the last; milliseconds since 1970. */
  readonly after: number;
  readonly until: number;
  readonly most: number;
}

type Recurring = Pick<Schedule, 'rule' | 'zone'>;

/** Rules that never come true are given up after this many periods. */
const mostPeriods = 5000;
/** No schedule looks further ahead than what is due within ten years. */
const farthestMs = 3660 * 86_400_000;
/** A wall clock is never further from UTC than this. */
const widestOffsetMs = 26 * 60 * 60_000;

/** Slots within a window, oldest first, at most `most` of them; none in a zone that does not exist. */
export async function listSlots(
  { rule, zone }: Recurring,
  holidays: readonly LocalDate[],
  window: SlotWindow,
): Promise<readonly Slot[]> {
  if (window.until < window.after || window.most <= 0) return [];
  if (rule.kind === 'workingDay') return listWorkingDaySlots(rule, zone, holidays, window);
  const lines = ruleToWallLines(rule, zone);
  const wall = instantToWall(window.after, zone);
  if (lines === null || wall === null) return [];
  const { RRuleTemporal } = await import('rrule-temporal');
  const slots: Slot[] = [];
  try {
    const rrule = new RRuleTemporal({ rruleString: lines, maxIterations: mostPeriods });
    let day = rrule.next(new Date(wall - widestOffsetMs), true);
    while (day !== null && slots.length < window.most) {
      const slot = wallToSlot(day.epochMilliseconds, rule, zone);
      if (slot === null || slot.at > window.until) break;
      if (slot.at >= window.after) slots.push(slot);
      day = rrule.next(new Date(day.epochMilliseconds), false);
    }
  } catch {
    // It gives up with an exception on what cannot come true: nothing more comes.
  }
  return slots;
}

/** The next slots after an instant, oldest first. Milliseconds since 1970. */
export function listNextSlots(
  recurring: Recurring,
  holidays: readonly LocalDate[],
  after: number,
  most: number,
): Promise<readonly Slot[]> {
  return listSlots(recurring, holidays, { after: after + 1, until: after + farthestMs, most });
}
