/** A step with fields set or taken away; its id, kind and edges stay as they are. */
import type { StepChanges } from '../../model/patch.ts';
import type { StepDefinition } from '../../model/workflow.ts';

export function withChanges(step: StepDefinition, changes: StepChanges): StepDefinition {
  const kept = Object.entries({ ...step, ...changes }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  const { id, kind, after } = step;
  return { ...(Object.fromEntries(kept) as unknown as StepDefinition), id, kind, after };
}
