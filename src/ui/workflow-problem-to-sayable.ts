/** A problem of a workflow in the form that words want it: ids become titles and names. */
import type { SayableProblem } from '../i18n/core/en/workflow-problems.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';
import type { Naming } from './naming.ts';

export function workflowProblemToSayable(problem: WorkflowProblem, named: Naming): SayableProblem {
  switch (problem.type) {
    case 'noSteps':
      return { type: problem.type };
    case 'duplicateStep':
    case 'unknownStep':
    case 'unreachableStep':
    case 'tooFewOutcomes':
    case 'approvalWithoutVoters':
    case 'votesWithoutApproval':
    case 'approvalOutcomes':
    case 'unknownRole':
    case 'contactWithoutWay':
    case 'contactWithNobody':
    case 'unknownSection':
    case 'joinForEach':
    case 'joinBlocks':
    case 'joinAgain':
    case 'completesManyTimes':
    case 'waitsManyTimes':
      return { type: problem.type, step: named.step(problem.step) };
    case 'cycle':
      return { type: problem.type, steps: problem.steps.map(named.step) };
    case 'duplicateFact':
    case 'badDerivation':
    case 'choiceWithoutOptions':
    case 'badItemFact':
      return { type: problem.type, fact: named.fact(problem.fact) };
    case 'unknownFact':
      return { type: problem.type, step: problem.step === null ? null : named.step(problem.step) };
    case 'wrongFactKind':
    case 'writesDerivedFact':
    case 'itemFactOutside':
    case 'readLosesFact':
      return { type: problem.type, fact: named.fact(problem.fact), step: named.step(problem.step) };
    case 'datedByLaterStep':
      return { type: problem.type, step: named.step(problem.step), from: named.step(problem.from) };
    case 'duplicateOutcome':
    case 'outcomeWithoutEdge':
      return { type: problem.type, step: named.step(problem.step), outcome: named.outcome(problem.outcome) };
    case 'unknownOutcome':
      return { type: problem.type, step: named.step(problem.step), from: named.step(problem.from) };
    case 'tooFewVoters': {
      const { type, needed, voters } = problem;
      return { type, step: named.step(problem.step), needed, voters };
    }
    case 'sameAsNotBefore':
      return { type: problem.type, step: named.step(problem.step), as: named.step(problem.as) };
    case 'notByNotBefore':
      return { type: problem.type, step: named.step(problem.step), did: named.step(problem.did) };
    case 'endsRunUnlessMilestone':
    case 'undoWithoutTitle':
      return { type: problem.type, step: named.step(problem.step) };
    case 'leadsOnAfterEnd':
      return {
        type: problem.type,
        step: named.step(problem.step),
        outcome: problem.outcome === null ? null : named.outcome(problem.outcome),
      };
    case 'duplicateSection':
    case 'unknownStepInSection':
    case 'badItemList':
    case 'badChoice':
      return { type: problem.type, section: named.section(problem.section) };
    case 'unknownFallback':
    case 'noFallback':
    case 'ladderWithoutDue':
      return { type: problem.type, step: named.step(problem.step) };
    case 'badFallback':
      return { type: problem.type, step: named.step(problem.step), of: named.step(problem.of) };
    case 'badApart':
      return {
        type: problem.type,
        section: named.section(problem.section),
        from: named.section(problem.from),
      };
    case 'badUntil':
      return { type: problem.type, step: named.step(problem.step), until: named.step(problem.until) };
    case 'redoesLaterSection':
    case 'stepInTwoLists':
      return { type: problem.type, step: named.step(problem.step), section: named.section(problem.section) };
    case 'subflowWithoutWorkflow':
    case 'subflowWithField':
    case 'unknownWorkflow':
    case 'workflowInItself':
    case 'badSubflowFact':
    case 'badSubflowPart':
    case 'subflowEndsRun':
    case 'subflowNotLaidOut':
      return { type: problem.type, step: named.step(problem.step) };
    case 'subflowAsOneStep':
    case 'subflowWithManyEnds':
      return { type: problem.type, step: named.step(problem.step), of: named.step(problem.of) };
    case 'badFollowUp':
      return { type: problem.type };
  }
}
