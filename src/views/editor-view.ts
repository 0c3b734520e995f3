/** A workflow as its editor shows it. */
import type { FactDefinition } from '../model/fact.ts';
import type { RoleId, StepId, WorkflowId } from '../model/ids.ts';
import type { PartDefinition, StepKind, WorkflowDefinition } from '../model/workflow.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';
import type { PlanOfferLine } from './plan-view.ts';
import type { RailLayout } from './rail-layout.ts';
import type { PersonView } from './shared.ts';

/** Whose a step is, as far as the workflow says. */
export type EditorWho =
  | { readonly kind: 'person'; readonly person: PersonView }
  /** A part of the workflow, or a role of the household. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'conductor' }
  | { readonly kind: 'voters'; readonly names: readonly string[] };

export interface EditorRow {
  readonly key: StepId;
  readonly step: StepId;
  readonly title: string;
  readonly kind: StepKind;
  /** `null`: nobody in particular. */
  readonly who: EditorWho | null;
  readonly after: readonly string[];
  /** Whoever had the baton before, where it changes hands. */
  readonly from: readonly EditorWho[];
  /** It hands over, and nothing says what happens if it stalls. */
  readonly stallsSilently: boolean;
  /** Its list, when it is done once for each of several. */
  readonly list: string | null;
  readonly inCaseOf: string | null;
  readonly wrong: boolean;
}

/** The one thing that is worth a thought next. */
export type EditorHint =
  | { readonly kind: 'problem'; readonly problem: WorkflowProblem; readonly step: StepId | null }
  | { readonly kind: 'goesOn'; readonly behind: StepId; readonly title: string }
  | { readonly kind: 'nobody'; readonly step: StepId; readonly title: string }
  | { readonly kind: 'stalls'; readonly step: StepId; readonly title: string; readonly to: EditorWho }
  | { readonly kind: 'allOne'; readonly who: EditorWho }
  | { readonly kind: 'ready'; readonly handOffs: number };

export interface EditorVersionLine {
  readonly key: string;
  readonly number: number;
  readonly hash: string;
  /** Milliseconds since 1970; `null`: nobody wrote it down. */
  readonly at: number | null;
  readonly by: PersonView | null;
  readonly inUse: boolean;
}

export interface EditorView {
  readonly kind: 'editor';
  readonly workflow: WorkflowId;
  /** `missing`: it was deleted, or never was. */
  readonly stage: 'here' | 'missing';
  readonly mayChange: boolean;
  readonly source: 'template' | 'saved' | 'new';
  readonly number: number | null;
  readonly definition: WorkflowDefinition;
  readonly rows: readonly EditorRow[];
  readonly rail: RailLayout;
  readonly hint: EditorHint | null;
  readonly problems: readonly WorkflowProblem[];
  /** What two people wrote apart from each other and cannot both hold: titles. */
  readonly dropped: readonly { readonly from: string; readonly to: string }[];
  /** What would be another from now on. */
  readonly differences: readonly PlanOfferLine[];
  /** Something of it is not in use. */
  readonly isDraft: boolean;
  readonly here: readonly PersonView[];
  readonly versions: readonly EditorVersionLine[];
  /** Flows under way that go by a version of it. */
  readonly runs: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** By step: those that it could start after. */
  readonly candidates: Readonly<Record<StepId, readonly StepId[]>>;
  readonly people: readonly PersonView[];
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[];
  readonly others: readonly {
    readonly id: WorkflowId;
    readonly title: string;
    readonly facts: readonly FactDefinition[];
    readonly parts: readonly PartDefinition[];
  }[];
  readonly namedBy: readonly string[];
  /** Deleted, it is as it ships again. */
  readonly isShipped: boolean;
  /** As capture reads it, as far as lines can say it. */
  readonly text: string;
}
