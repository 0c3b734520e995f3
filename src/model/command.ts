/**
 * What a person asks of a run. A command says what is wanted; `decide` answers with events or a refusal.
 */
import type { EventId, PersonId, StepId } from './ids.ts';
import type { Occurrence } from './occurrence.ts';
import type { RunContext } from './person.ts';
import type { FactValue } from './fact.ts';
import type { FactId } from './ids.ts';
import type { DateRule, WorkflowVersion } from './workflow.ts';

export type Command =
  | {
      readonly kind: 'startRun';
      readonly title: string;
      readonly workflow: WorkflowVersion;
      readonly conductor: PersonId;
      readonly parts: Readonly<Record<string, PersonId>>;
      readonly facts: Readonly<Record<FactId, FactValue>>;
      readonly context: RunContext;
      /** Steps that were done before the run began, in any order. */
      readonly alreadyDone: readonly StepId[];
    }
  | { readonly kind: 'setContext'; readonly context: RunContext }
  | { readonly kind: 'changeConductor'; readonly conductor: PersonId }
  | { readonly kind: 'cancelRun'; readonly reason?: string }
  | { readonly kind: 'claimStep'; readonly occurrence: Occurrence }
  | { readonly kind: 'startStep'; readonly occurrence: Occurrence }
  | {
      readonly kind: 'reassignStep';
      readonly occurrence: Occurrence;
      readonly to: PersonId;
      readonly note?: string;
    }
  | {
      readonly kind: 'completeStep';
      readonly occurrence: Occurrence;
      readonly note?: string;
      /** Complete these steps in the way as well, the offer that a refusal `stepsInTheWay` makes. */
      readonly including?: readonly StepId[];
    }
  | { readonly kind: 'failStep'; readonly occurrence: Occurrence; readonly reason: string }
  | { readonly kind: 'retryStep'; readonly occurrence: Occurrence }
  | { readonly kind: 'skipStep'; readonly occurrence: Occurrence; readonly reason?: string }
  | { readonly kind: 'reopenStep'; readonly occurrence: Occurrence; readonly reason?: string }
  | { readonly kind: 'setStepDue'; readonly step: StepId; readonly due: DateRule | null }
  | { readonly kind: 'addNote'; readonly occurrence: Occurrence; readonly text: string }
  | {
      readonly kind: 'tickChecklist';
      readonly occurrence: Occurrence;
      readonly item: string;
      readonly ticked: boolean;
    }
  | { readonly kind: 'resolveConflict'; readonly occurrence: Occurrence; readonly keep: EventId };
