/** What a step says in the place of another that is still to say it: a figure of last month, until this month's comes [F7]. */
import type { StepDefinition } from '../../model/workflow.ts';
import { isOpen } from '../is-open.ts';
import type { OccurrenceState } from '../run-state.ts';

/** `main`: the step that it stands in for, as it is; once that is over, nothing more is to come. */
export function saysForNow(
  { writes = [] }: Pick<StepDefinition, 'writes'>,
  main: Pick<StepDefinition, 'writes'>,
  standing: Pick<OccurrenceState, 'status'>,
): boolean {
  return writes.some((fact) => main.writes?.includes(fact)) && isOpen(standing);
}
