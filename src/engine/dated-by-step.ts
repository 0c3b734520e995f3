/** Which steps count a date from when another one was done, and which count by working calendars. */
import { stepOfRule } from '../model/date-origin.ts';
import type { StepId } from '../model/ids.ts';
import type { DateRule, StepDefinition } from '../model/workflow.ts';
import type { Standing } from './step-standing.ts';

/** By the step that is counted from. */
export function indexDatedByStep(steps: readonly StepDefinition[]): ReadonlyMap<StepId, readonly StepId[]> {
  const datedBy = new Map<StepId, StepId[]>();
  for (const { id, start, due, undo } of steps) {
    const cancelBy = undo?.cancelBy;
    if (start === undefined && due === undefined && cancelBy === undefined) continue;
    for (const from of new Set([stepOfRule(start), stepOfRule(due), stepOfRule(cancelBy)])) {
      if (from === null) continue;
      const known = datedBy.get(from);
      if (known === undefined) datedBy.set(from, [id]);
      else known.push(id);
    }
  }
  return datedBy;
}

export function usesWorkingTime({ start, due, after, undo }: StepDefinition): boolean {
  return [start, due, undo?.cancelBy].some(countsWorking) || after.some(({ working }) => working === true);
}

function countsWorking(rule: DateRule | undefined): boolean {
  return rule?.kind === 'offset' && (rule.working === true || (rule.workingDays ?? 0) !== 0);
}

/** A skipped step counts as done: what is counted from it would otherwise never be due. */
export function closedAtOf(standing: Pick<Standing, 'status' | 'closedBy'> | undefined): number | null {
  if (standing?.status !== 'completed' && standing?.status !== 'skipped') return null;
  return standing.closedBy?.at ?? null;
}
