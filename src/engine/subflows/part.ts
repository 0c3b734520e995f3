/** A workflow as a part of another, while it is laid out. */
import { mayEndRun } from '../../model/ends-run.ts';
import type { FactId, StepId, WorkflowId } from '../../model/ids.ts';
import type {
  Dependency,
  StepDefinition,
  SubflowDefinition,
  WorkflowDefinition,
} from '../../model/workflow.ts';

export type WorkflowLookup = (id: WorkflowId) => WorkflowDefinition | null;

export interface Part {
  /** The step that it stands for. */
  readonly step: StepDefinition;
  readonly subflow: SubflowDefinition;
  /** Laid out itself. */
  readonly inner: WorkflowDefinition;
  /** The per-item section that it is, or is in. */
  readonly list: string | null;
  /** Where the inner workflow is over, by its own ids. */
  readonly ends: readonly PartEnd[];
}

export type PartEnd = Pick<Dependency, 'from' | 'outcomes'>;

/** Of a step, a fact, a part or a section. */
export function partId<Id extends string>(step: StepId, id: Id): Id;
export function partId(step: StepId, id: string): string {
  return `${step}~${id}`;
}

/** What the fact of the inner workflow is called outside. */
export function factIdOf({ step, subflow }: Pick<Part, 'step' | 'subflow'>, fact: FactId): FactId {
  return subflow.given?.[fact] ?? subflow.handedBack?.[fact] ?? partId(step.id, fact);
}

export function isMapped({ subflow }: Pick<Part, 'subflow'>, fact: FactId): boolean {
  return subflow.given?.[fact] !== undefined || subflow.handedBack?.[fact] !== undefined;
}

/** It ends its run, which a part of a run cannot: what else of it is open would go on. */
export function endsEarly({ steps }: WorkflowDefinition): boolean {
  return steps.some(mayEndRun);
}
