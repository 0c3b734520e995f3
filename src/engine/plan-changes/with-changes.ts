/** A step with fields set or taken away; its id, kind, edges and what it stands in for stay as they are. */
import type { StepChanges } from '../../model/patch.ts';
import type { StepDefinition } from '../../model/workflow.ts';

export function withChanges<Step extends StepDefinition>(step: Step, changes: StepChanges): Step {
  const kept = Object.entries({ ...step, ...changes }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  const { id, kind, after } = step;
  const changed = { ...(Object.fromEntries(kept) as unknown as Step), id, kind, after };
  // Whom a step stands in for is no field to set.
  const { fallbackOf: _, ...others } = changed;
  return { ...others, ...('fallbackOf' in step && { fallbackOf: step.fallbackOf }) } as Step;
}
