/** Which steps end their run when they are completed, and how they have to end for it [Q1]. */
import type { StepDefinition } from './workflow.ts';

type Ending = Pick<StepDefinition, 'endsRun' | 'outcomes'>;

export function mayEndRun({ endsRun, outcomes }: Ending): boolean {
  return endsRun === true || outcomes?.some((outcome) => outcome.endsRun === true) === true;
}

/** `outcome`: how it was completed; null when it has none. */
export function endsRunWith({ endsRun, outcomes }: Ending, outcome: string | null): boolean {
  return endsRun === true || outcomes?.some((each) => each.endsRun === true && each.id === outcome) === true;
}
