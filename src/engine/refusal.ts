/**
 * Why a command was refused. Each names the steps or people in the way; the screen maps every one
 * to a sentence and a way out.
 */
import type { FactId, PersonId, StepId } from '../model/ids.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';
import type { OccurrenceStatus } from './run-state.ts';

export type Refusal =
  | { readonly type: 'runNotStarted' }
  | { readonly type: 'runAlreadyStarted' }
  | { readonly type: 'runEnded' }
  | { readonly type: 'unknownStep'; readonly step: StepId }
  | { readonly type: 'unknownPerson' }
  | { readonly type: 'unknownChecklistItem' }
  /** A later iteration exists, so this one is history. */
  | { readonly type: 'notCurrent'; readonly step: StepId }
  | { readonly type: 'stepsInTheWay'; readonly step: StepId; readonly steps: readonly StepId[] }
  | { readonly type: 'blocked'; readonly step: StepId; readonly by: readonly StepId[] }
  | { readonly type: 'alreadyClosed'; readonly step: StepId; readonly status: OccurrenceStatus }
  | { readonly type: 'notClosed'; readonly step: StepId }
  | { readonly type: 'notFailed'; readonly step: StepId }
  | { readonly type: 'noConflict'; readonly step: StepId }
  /** Something in it (a date, a name) could not be read again once it is written. */
  | { readonly type: 'unreadableInput' }
  | { readonly type: 'emptyText' }
  | { readonly type: 'runSuspended' }
  | { readonly type: 'stepPaused'; readonly step: StepId }
  /** In the way, and the plan does not let them be completed along with it. */
  | { readonly type: 'enforcedSteps'; readonly step: StepId; readonly steps: readonly StepId[] }
  /** `who`: those who can supply them. */
  | {
      readonly type: 'factsMissing';
      readonly step: StepId;
      readonly facts: readonly FactId[];
      readonly who: readonly PersonId[];
    }
  | { readonly type: 'factsDisputed'; readonly step: StepId; readonly facts: readonly FactId[] }
  | { readonly type: 'unknownFact' }
  /** The value is not of the fact's kind, or not one of its options. */
  | { readonly type: 'wrongFactKind'; readonly fact: FactId }
  /** It follows another fact: that one has to be set. */
  | { readonly type: 'derivedFact'; readonly fact: FactId; readonly from: FactId }
  | { readonly type: 'outcomeNeeded'; readonly step: StepId; readonly outcomes: readonly string[] }
  | { readonly type: 'unknownOutcome'; readonly step: StepId }
  /** The section has had as many passes as the plan allows. */
  | {
      readonly type: 'redoLimit';
      readonly step: StepId;
      readonly section: string;
      readonly atMost: number;
    }
  | { readonly type: 'unknownSection' }
  | { readonly type: 'unknownItem' }
  /** The list does not grow, or somebody closed it. */
  | { readonly type: 'listClosed'; readonly section: string }
  /** The step waits for all items of a list that may still grow: it has to be closed first [J6]. */
  | { readonly type: 'listOpen'; readonly step: StepId; readonly sections: readonly string[] }
  /** It is to be said at the start for whom the section is done. */
  | { readonly type: 'itemsNeeded'; readonly section: string }
  /** It cannot be done again; it can be amended. */
  | { readonly type: 'irreversible'; readonly step: StepId; readonly holder: PersonId | null }
  | { readonly type: 'nothingToCheck'; readonly step: StepId }
  /** It was not completed, has no undo step, or its undo is over. */
  | { readonly type: 'nothingToUndo'; readonly step: StepId }
  | { readonly type: 'notWaiting'; readonly step: StepId }
  /** The plan no longer leads to it. */
  | { readonly type: 'stepWithdrawn'; readonly step: StepId }
  /** An approval is nobody's to complete, take or hand on: those who are named vote. */
  | { readonly type: 'peopleVote'; readonly step: StepId }
  | { readonly type: 'notAnApproval'; readonly step: StepId }
  | { readonly type: 'notAVoter'; readonly step: StepId; readonly voters: readonly PersonId[] }
  /** Whoever did `did` must not do this step, says the plan. */
  | {
      readonly type: 'didItsPart';
      readonly step: StepId;
      readonly person: PersonId;
      readonly did: StepId;
    }
  /** It stands in for nothing. */
  | { readonly type: 'notAFallback'; readonly step: StepId }
  /** A fallback that nobody has called upon: it can be called upon, done or skipped. */
  | { readonly type: 'fallbackAsleep'; readonly step: StepId }
  /** `steps` are under way, and the plan keeps it apart from them [T1] [T2]. */
  | {
      readonly type: 'underWay';
      readonly step: StepId;
      readonly section: string;
      readonly steps: readonly StepId[];
    }
  | { readonly type: 'invalidWorkflow'; readonly problems: readonly WorkflowProblem[] };
