/** A step with fields set or taken away; its id, kind, edges and what it stands in for stay as they are. */
import type { StepChanges } from '../../model/patch.ts';
import type { StepDefinition } from '../../model/workflow.ts';

export function withChanges(step: StepDefinition, changes: StepChanges): StepDefinition {
  const kept = Object.entries({ ...step, ...changes }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  const { id, kind, after, fallbackOf } = step;
  const { fallbackOf: _, ...changed } = Object.fromEntries(kept) as unknown as StepDefinition;
  return { ...changed, id, kind, after, ...(fallbackOf !== undefined && { fallbackOf }) };
}
