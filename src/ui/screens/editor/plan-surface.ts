/**
 * What the pages of a step are shown over: the plan of a flow that is under way, or a workflow that is being written.
 * The pages know no more of either than this.
 */
import type { EditOperation } from '../../../model/edit-operation.ts';
import type { FactDefinition } from '../../../model/fact.ts';
import type { RoleId, StepId, WorkflowId } from '../../../model/ids.ts';
import type { PartDefinition, SectionDefinition, StepDefinition } from '../../../model/workflow.ts';
import type { PersonView } from '../../../views/shared.ts';

/** Another workflow that a step can be, or that can follow. */
export interface OtherWorkflow {
  readonly id: WorkflowId;
  readonly title: string;
  readonly facts: readonly FactDefinition[];
  readonly parts: readonly PartDefinition[];
}

export interface PlanSurface {
  /** A run takes operations of a plan alone (`PatchOperation`); what only a workflow has is not offered there. */
  readonly of: 'run' | 'workflow';
  readonly mayChange: boolean;
  /** In the plan's order. */
  readonly steps: readonly StepDefinition[];
  readonly parts: readonly PartDefinition[];
  readonly facts: readonly FactDefinition[];
  readonly sections: readonly SectionDefinition[];
  readonly people: readonly PersonView[];
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[];
  readonly workflows: readonly OtherWorkflow[];
  /** Steps that the step could start after: all but itself and what comes after it. */
  readonly candidatesOf: (step: StepId) => readonly StepId[];
  /** Applies them as one change that can be undone; false when it was refused, which has been said then. */
  readonly change: (operations: readonly EditOperation[], said: string) => Promise<boolean>;
}
