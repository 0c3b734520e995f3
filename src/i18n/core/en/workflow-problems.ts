/**
 * What is wrong with a workflow, in plain words: what would happen, and what to change. One of each for
 * every problem a workflow can have; the switch is exhaustive, so a new problem does not compile until it
 * has its words.
 */
import type { Formats } from '../formats.ts';
import type { FailureWords } from './failures.ts';

/** A workflow problem as words need it: steps are titles; facts, outcomes and sections are names. */
export type SayableProblem =
  | { readonly type: 'noSteps' }
  | { readonly type: 'duplicateStep'; readonly step: string }
  | { readonly type: 'unknownStep'; readonly step: string }
  | { readonly type: 'cycle'; readonly steps: readonly string[] }
  | { readonly type: 'unreachableStep'; readonly step: string }
  | { readonly type: 'duplicateFact'; readonly fact: string }
  | { readonly type: 'unknownFact'; readonly step: string | null }
  | { readonly type: 'badDerivation'; readonly fact: string }
  | { readonly type: 'wrongFactKind'; readonly fact: string; readonly step: string }
  | { readonly type: 'writesDerivedFact'; readonly fact: string; readonly step: string }
  | { readonly type: 'choiceWithoutOptions'; readonly fact: string }
  | { readonly type: 'contactWithoutWay'; readonly step: string }
  | { readonly type: 'contactWithNobody'; readonly step: string }
  | { readonly type: 'datedByLaterStep'; readonly step: string; readonly from: string }
  | { readonly type: 'duplicateOutcome'; readonly step: string; readonly outcome: string }
  | { readonly type: 'tooFewOutcomes'; readonly step: string }
  | { readonly type: 'outcomeWithoutEdge'; readonly step: string; readonly outcome: string }
  | { readonly type: 'unknownOutcome'; readonly step: string; readonly from: string }
  | { readonly type: 'approvalWithoutVoters'; readonly step: string }
  | {
      readonly type: 'tooFewVoters';
      readonly step: string;
      readonly needed: number;
      readonly voters: number;
    }
  | { readonly type: 'votesWithoutApproval'; readonly step: string }
  | { readonly type: 'approvalOutcomes'; readonly step: string }
  | { readonly type: 'sameAsNotBefore'; readonly step: string; readonly as: string }
  | { readonly type: 'notByNotBefore'; readonly step: string; readonly did: string }
  | { readonly type: 'unknownRole'; readonly step: string }
  | { readonly type: 'endsRunUnlessMilestone'; readonly step: string }
  | { readonly type: 'undoWithoutTitle'; readonly step: string }
  | { readonly type: 'leadsOnAfterEnd'; readonly step: string; readonly outcome: string | null }
  | { readonly type: 'duplicateSection'; readonly section: string }
  | { readonly type: 'unknownSection'; readonly step: string }
  | { readonly type: 'unknownStepInSection'; readonly section: string }
  | { readonly type: 'redoesLaterSection'; readonly step: string; readonly section: string }
  | { readonly type: 'unknownFallback'; readonly step: string }
  | { readonly type: 'noFallback'; readonly step: string }
  | { readonly type: 'ladderWithoutDue'; readonly step: string }
  | { readonly type: 'badFallback'; readonly step: string; readonly of: string }
  | { readonly type: 'stepInTwoLists'; readonly step: string; readonly section: string }
  | { readonly type: 'badItemList'; readonly section: string }
  | { readonly type: 'badItemFact'; readonly fact: string }
  | { readonly type: 'itemFactOutside'; readonly fact: string; readonly step: string }
  | { readonly type: 'badApart'; readonly section: string; readonly from: string }
  | { readonly type: 'badChoice'; readonly section: string }
  | { readonly type: 'badUntil'; readonly step: string; readonly until: string }
  | { readonly type: 'joinForEach'; readonly step: string }
  | { readonly type: 'joinBlocks'; readonly step: string }
  | { readonly type: 'joinAgain'; readonly step: string }
  | { readonly type: 'completesManyTimes'; readonly step: string }
  | { readonly type: 'waitsManyTimes'; readonly step: string }
  | { readonly type: 'readLosesFact'; readonly step: string; readonly fact: string }
  | { readonly type: 'subflowWithoutWorkflow'; readonly step: string }
  | { readonly type: 'subflowWithField'; readonly step: string }
  | { readonly type: 'unknownWorkflow'; readonly step: string }
  | { readonly type: 'workflowInItself'; readonly step: string }
  | { readonly type: 'badSubflowFact'; readonly step: string }
  | { readonly type: 'badSubflowPart'; readonly step: string }
  | { readonly type: 'subflowEndsRun'; readonly step: string }
  | { readonly type: 'subflowNotLaidOut'; readonly step: string }
  | { readonly type: 'subflowAsOneStep'; readonly step: string; readonly of: string }
  | { readonly type: 'subflowWithManyEnds'; readonly step: string; readonly of: string }
  | { readonly type: 'badFollowUp' };

export function workflowProblemWords(f: Formats) {
  const says = (what: string, wayOut: string): FailureWords => ({ what, wayOut });
  const circle = ([first = '', ...others]: readonly string[]): FailureWords =>
    others.length === 0
      ? says(`“${first}” waits for itself, so it could never start.`, 'Change what it starts after.')
      : says(
          `${f.list([first, ...others].map((title) => `“${title}”`))} wait for each other, so none could ever start.`,
          'Change what one of them starts after.',
        );
  return (problem: SayableProblem): FailureWords => {
    switch (problem.type) {
      case 'noSteps':
        return says('There are no steps yet.', 'Write one step a line.');
      case 'duplicateStep':
        return says(`“${problem.step}” is there twice.`, 'Take one of them out, or make it a new step.');
      case 'unknownStep':
        return says(
          `“${problem.step}” starts after a step that is not there.`,
          'Change what it starts after.',
        );
      case 'cycle':
        return circle(problem.steps);
      case 'unreachableStep':
        return says(
          `“${problem.step}” could never start: what it waits for never all happens.`,
          'Ask for fewer of them, or change what it starts after.',
        );
      case 'duplicateFact':
        return says(`“${problem.fact}” is there twice.`, 'Keep one of them.');
      case 'unknownFact':
        return says(
          problem.step === null
            ? 'Something follows a detail that is not there.'
            : `“${problem.step}” needs a detail that is not there.`,
          'Add it, or choose another one.',
        );
      case 'badDerivation':
        return says(
          `“${problem.fact}” cannot be worked out from what it follows.`,
          'Let it follow another detail of the same kind.',
        );
      case 'wrongFactKind':
        return says(
          `“${problem.step}” cannot use “${problem.fact}” like this.`,
          'Choose another detail, or another way to compare it.',
        );
      case 'writesDerivedFact':
        return says(
          `“${problem.step}” asks for “${problem.fact}”, which follows from something else.`,
          'Ask for what it follows from instead.',
        );
      case 'choiceWithoutOptions':
        return says(`“${problem.fact}” has nothing to choose from.`, 'Write at least one answer.');
      case 'contactWithoutWay':
        return says(
          `“${problem.step}” does not say how to get in touch.`,
          'Choose a call, a text, a mail or sharing.',
        );
      case 'contactWithNobody':
        return says(
          `“${problem.step}” calls or texts nobody.`,
          'Say whom, or choose a mail or sharing instead.',
        );
      case 'datedByLaterStep':
        return says(
          `“${problem.step}” counts a date from “${problem.from}”, which does not come before it.`,
          'Count from a step before it, or from the start.',
        );
      case 'duplicateOutcome':
        return says(`“${problem.step}” has the answer “${problem.outcome}” twice.`, 'Keep one of them.');
      case 'tooFewOutcomes':
        return says(`“${problem.step}” leaves nothing to decide.`, 'Give it at least two answers.');
      case 'outcomeWithoutEdge':
        return says(
          `After “${problem.outcome}” at “${problem.step}” nothing would happen.`,
          'Say which step comes then, or that the flow ends there.',
        );
      case 'unknownOutcome':
        return says(
          `“${problem.step}” waits for an answer that “${problem.from}” does not have.`,
          'Choose one of its answers.',
        );
      case 'approvalWithoutVoters':
        return says(`Nobody has a vote on “${problem.step}”.`, 'Say who decides.');
      case 'tooFewVoters':
        return says(
          `“${problem.step}” needs ${f.number(problem.needed)} approvals, and only ${f.number(problem.voters)} could vote.`,
          'Name more people, or ask for fewer approvals.',
        );
      case 'votesWithoutApproval':
        return says(
          `“${problem.step}” says who votes, and nothing is voted on there.`,
          'Make it an approval, or leave the voters out.',
        );
      case 'approvalOutcomes':
        return says(
          `“${problem.step}” can end as approved or as sent back, and has to say what follows either way.`,
          'Give it these two answers and no others.',
        );
      case 'sameAsNotBefore':
        return says(
          `“${problem.step}” is for whoever does “${problem.as}”, which does not come before it.`,
          'Choose an earlier step, or name somebody.',
        );
      case 'notByNotBefore':
        return says(
          `“${problem.step}” is not for whoever did “${problem.did}”, which does not come before it.`,
          'Choose an earlier step.',
        );
      case 'unknownRole':
        return says(
          `“${problem.step}” belongs to a role that is not there.`,
          'Make the role under People, or name somebody.',
        );
      case 'endsRunUnlessMilestone':
        return says(
          `“${problem.step}” would end the whole flow, which only a milestone or an answer does.`,
          'Make it a milestone, or let one of its answers end the flow.',
        );
      case 'undoWithoutTitle':
        return says(
          `It does not say what undoing “${problem.step}” means.`,
          'Write it as a thing to do, such as “Cancel the hotel”.',
        );
      case 'leadsOnAfterEnd':
        return says(
          problem.outcome === null
            ? `“${problem.step}” ends the flow, and still something comes after it.`
            : `“${problem.outcome}” at “${problem.step}” ends the flow, and still something comes after it.`,
          'Let the flow go on there, or take out what comes after.',
        );
      case 'duplicateSection':
        return says(`Two parts of this flow are called “${problem.section}”.`, 'Give one another name.');
      case 'unknownSection':
        return says(
          `“${problem.step}” goes back to a part of the flow that is not there.`,
          'Choose what to do again.',
        );
      case 'unknownStepInSection':
        return says(`“${problem.section}” has a step that is not there.`, 'Take it out of that part.');
      case 'redoesLaterSection':
        return says(
          `“${problem.step}” goes back to “${problem.section}”, which only comes after it.`,
          'Choose something that comes before it.',
        );
      case 'unknownFallback':
        return says(
          `“${problem.step}” stands in for a step that is not there.`,
          'Choose the step that it helps out.',
        );
      case 'badFallback':
        return says(
          `“${problem.step}” cannot help out for “${problem.of}”, because it could not start without it.`,
          'Let it start after something earlier, or help out for another step.',
        );
      case 'noFallback':
        return says(
          `When “${problem.step}” stalls another step is to be offered, and there is none.`,
          'Add the step that helps out, or leave the offer away.',
        );
      case 'ladderWithoutDue':
        return says(
          `What happens when “${problem.step}” stalls counts from its due date, and it has none.`,
          'Give it a due date, or count from when its turn comes.',
        );
      case 'stepInTwoLists':
        return says(
          `“${problem.step}” would be done for each one in “${problem.section}” and in another list.`,
          'Leave it in one of the two.',
        );
      case 'badItemList':
        return says(`“${problem.section}” does not say for whom it is done.`, 'Name each of them once.');
      case 'badItemFact':
        return says(
          `“${problem.fact}” cannot be kept for each one separately.`,
          'Ask for it at a step of each one.',
        );
      case 'itemFactOutside':
        return says(
          `“${problem.step}” cannot tell whose “${problem.fact}” it is about.`,
          'Use a detail there that all share.',
        );
      case 'badApart':
        return says(
          `“${problem.section}” and “${problem.from}” cannot keep out of each other’s way.`,
          'Choose another part of the flow with other steps, none of them in between.',
        );
      case 'badChoice':
        return says(
          `“${problem.section}” leaves nothing to choose from.`,
          'Give it two steps or more, none of which waits for another.',
        );
      case 'badUntil':
        return says(
          `“${problem.step}” can be done until “${problem.until}”, and that never runs beside it.`,
          'Choose a step that comes neither before nor after it.',
        );
      case 'joinForEach':
        return says(
          `“${problem.step}” would be done once more each time something before it is done.`,
          'Put a step of its own on each way, or make it a part that is done for each one.',
        );
      case 'joinBlocks':
        return says(
          `“${problem.step}” would start again once the rest has come in too.`,
          'Let it start once, and let an answer send that part back to be done again.',
        );
      case 'joinAgain':
        return says(
          `“${problem.step}” would start again every time all it waits for has happened.`,
          'Let it start once, and make what comes before it a part that is done for each one.',
        );
      case 'readLosesFact':
        return says(
          `“${problem.step}” would miss “${problem.fact}” if somebody told it too early.`,
          'Let it keep what was told: it is there when the turn comes.',
        );
      case 'completesManyTimes':
        return says(
          `“${problem.step}” would set off what follows several times at once.`,
          'Make what follows a part that is done for each one.',
        );
      case 'waitsManyTimes':
        return says(
          `“${problem.step}” would wait for the same thing to be done several times.`,
          'Make what comes before it a part that is done for each one, and wait for some of them.',
        );
      case 'subflowWithoutWorkflow':
        return says(`“${problem.step}” does not say which flow it is.`, 'Choose a flow, or make it a step.');
      case 'subflowWithField':
        return says(
          `“${problem.step}” is another flow, and something was said of it that only a step can have.`,
          'Say it at one of the steps of that flow.',
        );
      case 'unknownWorkflow':
        return says(
          `The flow that “${problem.step}” is made of is not there any more.`,
          'Choose another one, or keep that flow again.',
        );
      case 'workflowInItself':
        return says(
          `“${problem.step}” would have itself as a part, and never end.`,
          'Choose another flow, or start it again when this one is done.',
        );
      case 'badSubflowFact':
        return says(
          `“${problem.step}” and its flow do not agree about a detail that they share.`,
          'Choose details of the same kind, and none that follows from another.',
        );
      case 'badSubflowPart':
        return says(
          `“${problem.step}” hands a part to somebody who is not there.`,
          'Choose who plays it again.',
        );
      case 'subflowEndsRun':
        return says(
          `The flow of “${problem.step}” can end before all is done, and a part of a flow cannot.`,
          'Start it when this one is done, or choose another flow.',
        );
      case 'subflowNotLaidOut':
        return says(
          `“${problem.step}” is another flow, which cannot be added while this one is going on.`,
          'Let it start when this one is done.',
        );
      case 'subflowAsOneStep':
        return says(
          `“${problem.step}” takes “${problem.of}” for one step, and it has many.`,
          'Choose one of its steps, or name somebody.',
        );
      case 'subflowWithManyEnds':
        return says(
          `“${problem.step}” cannot tell when “${problem.of}” is done: it ends with several steps.`,
          'Put a step in between that starts after all of them.',
        );
      case 'badFollowUp':
        return says(
          'What is to start afterwards asks for something that is not there.',
          'Take it away and choose it again.',
        );
    }
  };
}
