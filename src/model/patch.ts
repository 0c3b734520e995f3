/**
 * Changes to the plan of a running run (ENGINE §8). A patch holds operations that belong together; fields of a
 * step and edges merge one by one with those of other patches.
 */
import type { FactDefinition } from './fact.ts';
import type { StepId } from './ids.ts';
import type { Dependency, SectionDefinition, StepDefinition } from './workflow.ts';

/**
 * What of a step an operation may set. What it stands in for and until when it may be done is settled when it comes;
 * its edges, its place and whether it is there have operations of their own.
 */
export type PatchableField = Exclude<
  keyof StepDefinition,
  'id' | 'kind' | 'after' | 'fallbackOf' | 'until' | 'subflow'
>;

/** `null` takes a field away, except the title, which every step has. */
export type StepChanges = {
  readonly [Field in Exclude<PatchableField, 'title'>]?: Exclude<StepDefinition[Field], undefined> | null;
} & { readonly title?: string };

export type PatchOperation =
  /** `step`: of the plan, or its place in one item alone. */
  | { readonly kind: 'setStep'; readonly step: StepId; readonly set: StepChanges }
  /** `behind`: whom it follows in the list; `null`: it comes first. Its edges are in `step.after`. */
  | { readonly kind: 'addStep'; readonly step: StepDefinition; readonly behind: StepId | null }
  /**
   * Steps of another workflow, laid out, with the facts and sections that they name [B6]; facts and sections under
   * ids that are there stay as they are. Without steps: what steps that are added beside it name.
   */
  | {
      readonly kind: 'addFlow';
      readonly steps: readonly StepDefinition[];
      readonly facts: readonly FactDefinition[];
      readonly sections: readonly SectionDefinition[];
      readonly behind: StepId | null;
    }
  | { readonly kind: 'moveStep'; readonly step: StepId; readonly behind: StepId | null }
  | { readonly kind: 'removeStep'; readonly step: StepId }
  | { readonly kind: 'restoreStep'; readonly step: StepId }
  /** Also changes the edge between the two that is there. */
  | { readonly kind: 'addEdge'; readonly to: StepId; readonly edge: Dependency }
  | { readonly kind: 'removeEdge'; readonly to: StepId; readonly from: StepId };
