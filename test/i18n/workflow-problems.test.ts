import { describe, expect, it } from 'vitest';
import { createFormats } from '../../src/i18n/core/formats.ts';
import { workflowProblemWords, type SayableProblem } from '../../src/i18n/core/en/workflow-problems.ts';
import type { WorkflowProblem } from '../../src/model/workflow-problem.ts';

const say = workflowProblemWords(createFormats({ locale: 'en-GB', zone: 'Europe/Lisbon' }));
const [step, fact, outcome, section] = ['Book flights', 'Budget', 'Too much', 'The review'];

/** Does not compile while a problem has no words. */
const problems: {
  readonly [Type in WorkflowProblem['type']]: Extract<SayableProblem, { type: Type }>;
} = {
  noSteps: { type: 'noSteps' },
  duplicateStep: { type: 'duplicateStep', step },
  unknownStep: { type: 'unknownStep', step },
  cycle: { type: 'cycle', steps: [step, 'Pack', 'Rest'] },
  unreachableStep: { type: 'unreachableStep', step },
  duplicateFact: { type: 'duplicateFact', fact },
  unknownFact: { type: 'unknownFact', step },
  badDerivation: { type: 'badDerivation', fact },
  wrongFactKind: { type: 'wrongFactKind', fact, step },
  writesDerivedFact: { type: 'writesDerivedFact', fact, step },
  choiceWithoutOptions: { type: 'choiceWithoutOptions', fact },
  contactWithoutWay: { type: 'contactWithoutWay', step },
  contactWithNobody: { type: 'contactWithNobody', step },
  duplicateOutcome: { type: 'duplicateOutcome', step, outcome },
  tooFewOutcomes: { type: 'tooFewOutcomes', step },
  outcomeWithoutEdge: { type: 'outcomeWithoutEdge', step, outcome },
  unknownOutcome: { type: 'unknownOutcome', step, from: 'Pack' },
  approvalWithoutVoters: { type: 'approvalWithoutVoters', step },
  tooFewVoters: { type: 'tooFewVoters', step, needed: 3, voters: 2 },
  votesWithoutApproval: { type: 'votesWithoutApproval', step },
  approvalOutcomes: { type: 'approvalOutcomes', step },
  sameAsNotBefore: { type: 'sameAsNotBefore', step, as: 'Pack' },
  notByNotBefore: { type: 'notByNotBefore', step, did: 'Pack' },
  unknownRole: { type: 'unknownRole', step },
  datedByLaterStep: { type: 'datedByLaterStep', step, from: 'Pack' },
  endsRunUnlessMilestone: { type: 'endsRunUnlessMilestone', step },
  undoWithoutTitle: { type: 'undoWithoutTitle', step },
  leadsOnAfterEnd: { type: 'leadsOnAfterEnd', step, outcome },
  duplicateSection: { type: 'duplicateSection', section },
  unknownSection: { type: 'unknownSection', step },
  unknownStepInSection: { type: 'unknownStepInSection', section },
  redoesLaterSection: { type: 'redoesLaterSection', step, section },
  unknownFallback: { type: 'unknownFallback', step },
  badFallback: { type: 'badFallback', step, of: 'Pack' },
  noFallback: { type: 'noFallback', step },
  ladderWithoutDue: { type: 'ladderWithoutDue', step },
  stepInTwoLists: { type: 'stepInTwoLists', step, section },
  badItemList: { type: 'badItemList', section },
  badItemFact: { type: 'badItemFact', fact },
  itemFactOutside: { type: 'itemFactOutside', fact, step },
  badApart: { type: 'badApart', section, from: 'The kitchen' },
  badChoice: { type: 'badChoice', section },
  badUntil: { type: 'badUntil', step, until: 'Pack' },
  joinForEach: { type: 'joinForEach', step },
  joinBlocks: { type: 'joinBlocks', step },
  joinAgain: { type: 'joinAgain', step },
  readLosesFact: { type: 'readLosesFact', step, fact },
  completesManyTimes: { type: 'completesManyTimes', step },
  waitsManyTimes: { type: 'waitsManyTimes', step },
  subflowWithoutWorkflow: { type: 'subflowWithoutWorkflow', step },
  subflowWithField: { type: 'subflowWithField', step },
  unknownWorkflow: { type: 'unknownWorkflow', step },
  workflowInItself: { type: 'workflowInItself', step },
  badSubflowFact: { type: 'badSubflowFact', step },
  badSubflowPart: { type: 'badSubflowPart', step },
  subflowEndsRun: { type: 'subflowEndsRun', step },
  subflowNotLaidOut: { type: 'subflowNotLaidOut', step },
  subflowAsOneStep: { type: 'subflowAsOneStep', step, of: 'Pack' },
  subflowWithManyEnds: { type: 'subflowWithManyEnds', step, of: 'Pack' },
  badFollowUp: { type: 'badFollowUp' },
};

describe('What is wrong with a workflow', () => {
  it('is said of each problem in plain words: what would happen, what to do, and nobody’s jargon', () => {
    const said = Object.values(problems).map(say);
    for (const { what, wayOut } of said) {
      for (const sentence of [what, wayOut]) expect(sentence).toMatch(/^[A-Z“].{9,140}\.$/u);
      expect(`${what} ${wayOut}`).not.toMatch(
        /\b(cycle|node|edge|graph|fact|outcome|section|join|undefined)\b/iu,
      );
    }
    // An answer alone must tell which problem it is.
    expect(new Set(said.map(({ what, wayOut }) => what + wayOut)).size).toBe(said.length);
  });

  it('names every step of a circle, and a step that waits for itself as such', () => {
    expect(say(problems.cycle).what).toBe(
      '“Book flights”, “Pack” and “Rest” wait for each other, so none could ever start.',
    );
    expect(say({ type: 'cycle', steps: [step] }).what).toBe(
      '“Book flights” waits for itself, so it could never start.',
    );
  });
});
