/** The fields that either of two steps has. */
import type { StepDefinition } from '../../model/workflow.ts';

export function stepKeys(a: StepDefinition, b: StepDefinition): readonly (keyof StepDefinition)[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof StepDefinition)[];
}
