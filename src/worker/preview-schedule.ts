/** When a draft of what starts by itself would start, before it is saved. */
import { computeDueSlots } from '../engine/schedule/due-slots.ts';
import { isRecurrenceRule } from '../model/decode-schedule.ts';
import type { LocalDate } from '../model/fact.ts';
import { draftToRecurring } from './intents/schedule-intents.ts';
import type { ScheduleDraft, SchedulePreview } from './schedule-messages.ts';
import { listNextSlots, listSlots } from './recurrence.ts';

/** As many as a form tells. */
const shown = 3;
const mostPast = 2000;

/** `now` in milliseconds since 1970. */
export async function previewSchedule(
  draft: ScheduleDraft,
  holidays: readonly LocalDate[],
  now: number,
): Promise<SchedulePreview> {
  const recurring = draftToRecurring(draft);
  const { rule } = recurring;
  const begins = Date.parse(`${rule.from}T00:00:00Z`);
  const isWhole = rule.kind === 'workingDay' || isRecurrenceRule(rule.rrule);
  if (Number.isNaN(begins) || !isWhole || !/^\d\d:\d\d$/.test(rule.time)) return { upcoming: [], atOnce: [] };
  const [past, upcoming] = await Promise.all([
    listSlots(recurring, holidays, { after: begins - 2 * 86_400_000, until: now, most: mostPast }),
    listNextSlots(recurring, holidays, now, shown),
  ]);
  const { start } = computeDueSlots(draft, past, [], now);
  return { upcoming: upcoming.map(({ at }) => at), atOnce: start.map(({ at }) => at) };
}
