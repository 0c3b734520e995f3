/** When the lag of an edge is over [J4]: so many minutes after the step before, elapsed or of working time. */
import type { PersonId } from '../model/ids.ts';
import type { Dependency } from '../model/workflow.ts';
import type { RunFrame } from './run-frame.ts';
import { addWorkingMinutes, calendarOf } from './working-time.ts';

/** `from` and the answer in milliseconds since 1970; working time is that of whom the plan names for the step. */
export function lagEnd(
  from: number,
  { lag = 0, working }: Dependency,
  { context, pauses }: RunFrame,
  assigned: PersonId | null,
): number {
  const elapsed = from + lag * 60_000;
  if (working !== true || context === null) return elapsed;
  return addWorkingMinutes(from, lag, calendarOf(context, assigned), pauses) ?? elapsed;
}
