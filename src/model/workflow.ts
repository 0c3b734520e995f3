/**
 * A workflow definition: what a version pins and a run carries in `run.started`.
 * Graphs are acyclic (ENGINE [J5]); an edge is listed on the step that it leads into.
 */
import type { FactDefinition, LocalDate, LocalTime } from './fact.ts';
import type { FactId, PersonId, StepId, WorkflowId } from './ids.ts';

/** Whom a step belongs to: a person, or a named part that a start fills ("traveller", "assistant"). */
export type Assignee =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'conductor' };

/** When something is due. Resolved against the run's facts and zone. */
export type DateRule =
  | { readonly kind: 'date'; readonly date: LocalDate; readonly time?: LocalTime }
  | {
      readonly kind: 'offset';
      readonly from: FactId | 'runStart';
      /** Whole days, negative for before. */
      readonly days: number;
      readonly time?: LocalTime;
    };

export interface Dependency {
  readonly from: StepId;
}

export type StepKind = 'task' | 'wait' | 'milestone';

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
}

export interface StepDefinition {
  readonly id: StepId;
  readonly kind: StepKind;
  readonly title: string;
  /** Hard dependencies, joined by the `all` rule [J1]. */
  readonly after: readonly Dependency[];
  readonly assignee?: Assignee;
  readonly backup?: Assignee;
  /** Likely effort or waiting time, minutes. */
  readonly estimate?: number;
  readonly due?: DateRule;
  readonly instructions?: string;
  readonly checklist?: readonly ChecklistItem[];
}

/** A person that a template needs, before a real one is named. */
export interface PartDefinition {
  readonly id: string;
  readonly name: string;
}

export interface WorkflowDefinition {
  readonly id: WorkflowId;
  readonly title: string;
  readonly parts: readonly PartDefinition[];
  readonly facts: readonly FactDefinition[];
  readonly steps: readonly StepDefinition[];
}

/** An immutable, content-hashed publication of a definition. */
export interface WorkflowVersion {
  readonly number: number;
  /** SHA-256 of the canonical JSON of the definition, lower-case hexadecimal. */
  readonly hash: string;
  readonly definition: WorkflowDefinition;
}
