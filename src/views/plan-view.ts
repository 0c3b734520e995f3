/** A flow's plan as it can be changed: what the plan sheet shows. */
import type { FactDefinition } from '../model/fact.ts';
import type { RoleId, RunId, StepId, WorkflowId } from '../model/ids.ts';
import type { PatchableField, PatchOperation } from '../model/patch.ts';
import type { Dependency, PartDefinition, SectionDefinition, StepDefinition } from '../model/workflow.ts';
import type { FollowUpChoice, FollowUpView } from './follow-up-views.ts';
import type { PersonView, StepLine } from './shared.ts';

export interface PlanStep extends StepLine {
  /** What is over is reopened, not changed. */
  readonly mayChange: boolean;
  /** As the plan says it. */
  readonly definition: StepDefinition;
  /** True when somebody claimed it or was handed it: the plan does not say any more who has it. */
  readonly taken: boolean;
  readonly after: readonly Dependency[];
  /** The step in whose place it is, if somebody calls upon it. */
  readonly standsInFor: StepId | null;
  /** Steps that it could start after, in the plan's order: all but itself and what comes after it. */
  readonly candidates: readonly StepId[];
}

/** One difference between the plan of a run and the version of its workflow that it is offered. */
export type PlanOfferLine =
  | { readonly kind: 'addStep' | 'removeStep' | 'restoreStep' | 'moveStep'; readonly title: string }
  /** Another workflow, or facts that steps beside it name: what they are called. */
  | { readonly kind: 'addFlow'; readonly names: readonly string[] }
  | { readonly kind: 'setStep'; readonly title: string; readonly fields: readonly PatchableField[] }
  | { readonly kind: 'addEdge' | 'removeEdge'; readonly title: string; readonly from: string };

export interface PlanOffer {
  /** For one `changePlan`, a line each. */
  readonly operations: readonly PatchOperation[];
  readonly lines: readonly PlanOfferLine[];
  /** Steps that are another in that version, and stay here as they were done. */
  readonly stays: readonly string[];
}

/** Another workflow, as far as it matters to who brings it in. */
export interface OtherWorkflowView {
  readonly id: WorkflowId;
  readonly title: string;
  readonly facts: readonly FactDefinition[];
  readonly parts: readonly PartDefinition[];
}

export interface PlanView {
  readonly kind: 'plan';
  readonly run: RunId;
  readonly title: string;
  readonly mayChange: boolean;
  /** In the plan's order, as the list is arranged by hand. */
  readonly steps: readonly PlanStep[];
  /** What its steps may name; of facts those that are no item's alone. */
  readonly facts: readonly FactDefinition[];
  readonly sections: readonly SectionDefinition[];
  readonly parts: readonly PartDefinition[];
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[];
  /** What can come into it as a part. */
  readonly workflows: readonly OtherWorkflowView[];
  /** What starts when it has ended. */
  readonly followUps: readonly FollowUpView[];
  /** What could. */
  readonly choices: readonly FollowUpChoice[];
  readonly people: readonly PersonView[];
  /** The plan is not what its workflow starts with: it can be kept for the next time. */
  readonly mayKeep: boolean;
  readonly workflow: WorkflowId | null;
  /** How many other flows under way the latest version of its workflow would change. */
  readonly others: number;
  /** A version of its workflow that came later. */
  readonly offer: PlanOffer | null;
}
