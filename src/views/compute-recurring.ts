/** What starts by itself, for the Flows screen. */
import { ruleToPattern } from '../model/repeat-pattern.ts';
import type { RecurringLine } from './flows-view.ts';
import { makePeopleDirectory } from './people-directory.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

/** The next to start comes first, then what is over or not worked out, then what is paused. */
export function computeRecurring({
  schedules = [],
  workflows,
  me,
  people,
}: SpaceSnapshot): readonly RecurringLine[] {
  const directory = makePeopleDirectory(me, people);
  const lines = schedules.map((entry): RecurringLine => {
    const { schedule } = entry;
    return {
      ...entry,
      pattern: ruleToPattern(schedule.rule),
      workflowTitle: workflows.find(({ id }) => id === schedule.workflow)?.title ?? null,
      conductor: directory.find(schedule.conductor),
    };
  });
  return lines.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ schedule, upcoming }: RecurringLine): number {
  if (schedule.paused === true) return Number.MAX_VALUE;
  return upcoming?.[0] ?? Number.MAX_SAFE_INTEGER;
}
