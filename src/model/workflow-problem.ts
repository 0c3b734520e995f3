/**
 * What can be wrong with a workflow. Each has an exact message for whoever writes workflows
 * (`workflowProblemToMessage`) and a sentence for the screen (i18n).
 */
import type { FactId, RoleId, StepId, WorkflowId } from './ids.ts';

export type WorkflowProblem =
  | { readonly type: 'noSteps' }
  | { readonly type: 'duplicateStep'; readonly step: StepId }
  /** `step` starts after `missing`, which is not there. */
  | { readonly type: 'unknownStep'; readonly step: StepId; readonly missing: StepId }
  /** Each depends on the one before it, the first on the last. */
  | { readonly type: 'cycle'; readonly steps: readonly StepId[] }
  /** However the run goes, its edges can never come together. */
  | { readonly type: 'unreachableStep'; readonly step: StepId }
  | { readonly type: 'duplicateFact'; readonly fact: FactId }
  | { readonly type: 'unknownFact'; readonly fact: FactId; readonly step: StepId | null }
  /** A fact that follows itself, or follows one of another kind. */
  | { readonly type: 'badDerivation'; readonly fact: FactId }
  /** A condition, projection or tolerance that a fact of this kind cannot have. */
  | { readonly type: 'wrongFactKind'; readonly fact: FactId; readonly step: StepId }
  /** A derived fact cannot be written. */
  | { readonly type: 'writesDerivedFact'; readonly fact: FactId; readonly step: StepId }
  | { readonly type: 'choiceWithoutOptions'; readonly fact: FactId }
  /** A contact step that does not say how. */
  | { readonly type: 'contactWithoutWay'; readonly step: StepId }
  /** A call or a text message to nobody. */
  | { readonly type: 'contactWithNobody'; readonly step: StepId }
  /** `step` counts a date from `from`, which does not come before it. */
  | { readonly type: 'datedByLaterStep'; readonly step: StepId; readonly from: StepId }
  | { readonly type: 'duplicateOutcome'; readonly step: StepId; readonly outcome: string }
  | { readonly type: 'tooFewOutcomes'; readonly step: StepId }
  /** Ending `step` so leads nowhere, and it does not say that this is meant. */
  | { readonly type: 'outcomeWithoutEdge'; readonly step: StepId; readonly outcome: string }
  /** `step` follows an outcome that `from` does not have. */
  | {
      readonly type: 'unknownOutcome';
      readonly step: StepId;
      readonly from: StepId;
      readonly outcome: string;
    }
  /** An approval that does not say who votes, or another step that does. */
  | { readonly type: 'approvalWithoutVoters'; readonly step: StepId }
  /** Fewer people have a vote than it takes. */
  | {
      readonly type: 'tooFewVoters';
      readonly step: StepId;
      readonly needed: number;
      readonly voters: number;
    }
  | { readonly type: 'votesWithoutApproval'; readonly step: StepId }
  /** It has to be able to end as `approved` and as `rejected`, and in no other way. */
  | { readonly type: 'approvalOutcomes'; readonly step: StepId }
  /** `step` belongs to whoever does `as`, which does not come before it. */
  | { readonly type: 'sameAsNotBefore'; readonly step: StepId; readonly as: StepId }
  /** `step` is not for whoever did `did`, which does not come before it. */
  | { readonly type: 'notByNotBefore'; readonly step: StepId; readonly did: StepId }
  /** The space does not have the role. */
  | { readonly type: 'unknownRole'; readonly step: StepId; readonly role: RoleId }
  /** Only a milestone, or an outcome, ends a run. */
  | { readonly type: 'endsRunUnlessMilestone'; readonly step: StepId }
  /** Its undo step has no words of its own. */
  | { readonly type: 'undoWithoutTitle'; readonly step: StepId }
  /** Ending `step` so ends the run, and leads somewhere all the same. */
  | { readonly type: 'leadsOnAfterEnd'; readonly step: StepId; readonly outcome: string | null }
  | { readonly type: 'duplicateSection'; readonly section: string }
  | { readonly type: 'unknownSection'; readonly step: StepId; readonly section: string }
  | { readonly type: 'unknownStepInSection'; readonly section: string; readonly step: StepId }
  /** A step redoes a section that it does not end: nothing of it comes before the step. */
  | { readonly type: 'redoesLaterSection'; readonly step: StepId; readonly section: string }
  /** `step` stands in for `of`, which is not there. */
  | { readonly type: 'unknownFallback'; readonly step: StepId; readonly of: StepId }
  /** `step` stands in for `of`, and waits for it as well, or that is a fallback itself. */
  | { readonly type: 'badFallback'; readonly step: StepId; readonly of: StepId }
  /** Its ladder offers a fallback, and no step stands in for it. */
  | { readonly type: 'noFallback'; readonly step: StepId }
  /** Its ladder counts from a due date that it does not have. */
  | { readonly type: 'ladderWithoutDue'; readonly step: StepId }
  /** A step in two per-item sections: it would have to be done once for each pair. */
  | { readonly type: 'stepInTwoLists'; readonly step: StepId; readonly section: string }
  /** The items of `section` are to be known with the plan, and there are none, or two under one id. */
  | { readonly type: 'badItemList'; readonly section: string }
  /** A fact of items cannot be asked for at the start, nor follow one that is not the same items' own. */
  | { readonly type: 'badItemFact'; readonly fact: FactId }
  /** Outside of its section a fact of items is only read: there is one value an item. */
  | { readonly type: 'itemFactOutside'; readonly fact: FactId; readonly step: StepId }
  /** `section` is kept apart from one that is not there, shares steps with it, or lies between its steps. */
  | { readonly type: 'badApart'; readonly section: string; readonly from: string }
  /** Of `section` the first step begun is the choice: there are fewer than two, one comes after another, or is a subflow. */
  | { readonly type: 'badChoice'; readonly section: string }
  /** `step` can be done until `until`, which is not there, waits for it, comes before it or is done for other items. */
  | { readonly type: 'badUntil'; readonly step: StepId; readonly until: StepId }
  /** Its join (`each`) would do the step again for every edge that comes. */
  | { readonly type: 'joinForEach'; readonly step: StepId }
  /** Its join (`blocking`) would wait for the rest, and fire again. */
  | { readonly type: 'joinBlocks'; readonly step: StepId }
  /** Its join (`again`) would fire once more each time all edges have come. */
  | { readonly type: 'joinAgain'; readonly step: StepId }
  /** It reads a fact (`transient`) that would be lost were it told before the step's turn. */
  | { readonly type: 'readLosesFact'; readonly step: StepId; readonly fact: FactId }
  /** One completion (`completionQuantity`) would count as several. */
  | { readonly type: 'completesManyTimes'; readonly step: StepId }
  /** It would wait until the same edge has come several times (`startQuantity`). */
  | { readonly type: 'waitsManyTimes'; readonly step: StepId }
  /** A subflow that does not say which workflow it is, or another step that does. */
  | { readonly type: 'subflowWithoutWorkflow'; readonly step: StepId }
  /** A subflow has what only a step that somebody does can have. */
  | { readonly type: 'subflowWithField'; readonly step: StepId; readonly field: string }
  /** `step` asks who did the subflow `of`, stands in for it, or follows one of its outcomes: it has many steps. */
  | { readonly type: 'subflowAsOneStep'; readonly step: StepId; readonly of: StepId }
  /** `step` starts after one of several, and the subflow `of` among them ends with more than one step. */
  | { readonly type: 'subflowWithManyEnds'; readonly step: StepId; readonly of: StepId }
  /** The workflow of a subflow is not there, or has something wrong in it, or is far too large. */
  | { readonly type: 'unknownWorkflow'; readonly step: StepId; readonly workflow: WorkflowId }
  /** The workflow of a subflow has, by way of others, itself as a part. */
  | { readonly type: 'workflowInItself'; readonly step: StepId; readonly workflow: WorkflowId }
  /** A fact that the subflow's workflow does not have, or of another kind, or a derived one that would be set. */
  | { readonly type: 'badSubflowFact'; readonly step: StepId; readonly fact: FactId }
  /** A part that the subflow's workflow does not have, or that this one lacks. */
  | { readonly type: 'badSubflowPart'; readonly step: StepId; readonly part: string }
  /** The subflow's workflow ends its run before its steps are done, and a part of a run cannot. */
  | { readonly type: 'subflowEndsRun'; readonly step: StepId; readonly workflow: WorkflowId }
  /** A subflow in a plan that is to be run. */
  | { readonly type: 'subflowNotLaidOut'; readonly step: StepId }
  /** Two that follow under one id, or one that hands on a fact, a part, a step or an outcome that is not there. */
  | { readonly type: 'badFollowUp'; readonly followUp: string };
