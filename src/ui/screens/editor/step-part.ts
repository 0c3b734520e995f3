/** What every page of a step is given: the step as it would be with what was changed, and how to change it further. */
import type { StepId } from '../../../model/ids.ts';
import type { Dependency, StepDefinition } from '../../../model/workflow.ts';
import type { PlanSurface } from './plan-surface.ts';
import type { FieldChanges } from './step-draft.ts';

export interface StepPartProps {
  readonly surface: PlanSurface;
  readonly step: StepDefinition;
  /** It is not in the plan yet: what it is may still be chosen. */
  readonly isNew: boolean;
  readonly set: (fields: FieldChanges) => void;
  readonly setEdge: (from: StepId, edge: Dependency | null) => void;
}
