/**
 * Changes to a workflow of one's own while it is written. Those of a plan are the same for a running run; what only
 * a workflow has (its names, its facts, what its steps are) can be changed here alone.
 */
import type { FactDefinition } from './fact.ts';
import type { FactId, StepId } from './ids.ts';
import type { Rung } from './ladder.ts';
import type { PatchOperation } from './patch.ts';
import type { FollowUp, PartDefinition, SectionDefinition, StepDefinition } from './workflow.ts';

/** What of a step is settled once it runs; `null` takes a field away, except the kind, which every step has. */
export type StepNature = {
  readonly [Field in 'fallbackOf' | 'until' | 'subflow']?: Exclude<StepDefinition[Field], undefined> | null;
} & { readonly kind?: StepDefinition['kind'] };

/** `put…`: adds it, or replaces the one of the same id. `drop…`: takes it out, and whatever names it stays and is told as a problem. */
export type DefinitionOperation =
  | {
      readonly kind: 'setWorkflow';
      readonly set: { readonly title?: string; readonly ifStalls?: readonly Rung[] | null };
    }
  | { readonly kind: 'setNature'; readonly step: StepId; readonly set: StepNature }
  | { readonly kind: 'putPart'; readonly part: PartDefinition }
  | { readonly kind: 'dropPart'; readonly part: string }
  | { readonly kind: 'putFact'; readonly fact: FactDefinition }
  | { readonly kind: 'dropFact'; readonly fact: FactId }
  | { readonly kind: 'putSection'; readonly section: SectionDefinition }
  | { readonly kind: 'dropSection'; readonly section: string }
  | { readonly kind: 'putFollowUp'; readonly followUp: FollowUp }
  | { readonly kind: 'dropFollowUp'; readonly followUp: string };

export type EditOperation = PatchOperation | DefinitionOperation;
