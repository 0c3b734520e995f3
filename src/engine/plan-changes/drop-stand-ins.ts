/** A fallback of a step that is not there any more is a step like any other. */
import { omit } from '../../model/omit.ts';
import type { StepDefinition } from '../../model/workflow.ts';

export function dropStandIns(steps: readonly StepDefinition[]): readonly StepDefinition[] {
  const known = new Set(steps.map(({ id }) => id));
  return steps.map((step) =>
    step.fallbackOf === undefined || known.has(step.fallbackOf) ? step : omit(step, 'fallbackOf'),
  );
}
