/** What the dates of a step are resolved against, while its run is folded. */
import type { FactId, PersonId, StepId } from '../model/ids.ts';
import type { DateFrame } from './dates.ts';
import type { RunFrame } from './run-frame.ts';
import type { FactState } from './run-state.ts';
import { calendarOf } from './working-time.ts';

/** `assigned`: whom the plan names for the step; working days are theirs. */
export function makeDateFrame(
  { context, started }: RunFrame,
  facts: ReadonlyMap<FactId, Pick<FactState, 'value'>>,
  assigned: PersonId | null,
  completedAt: (step: StepId) => number | null,
): DateFrame {
  return {
    zone: context?.zone ?? null,
    facts,
    startedAt: started.at,
    completedAt,
    calendar: () => (context === null ? null : calendarOf(context, assigned)),
  };
}
