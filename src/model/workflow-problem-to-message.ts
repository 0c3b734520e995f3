/**
 * The exact message of a workflow problem, in English, for whoever writes workflows: ids in quotes, first
 * where it is, then what is wrong. What people read on a screen is another text (i18n).
 */
import type { FactId, StepId } from './ids.ts';
import type { Dependency, WorkflowDefinition } from './workflow.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

/** `definition`: the one with the problem; with it some messages say more. */
export function workflowProblemToMessage(problem: WorkflowProblem, definition?: WorkflowDefinition): string {
  switch (problem.type) {
    case 'noSteps':
      return 'the workflow has no steps';
    case 'duplicateStep':
      return `step ${quoted(problem.step)} is defined more than once`;
    case 'unknownStep':
      return `step ${quoted(problem.step)} starts after ${quoted(problem.missing)}, which is not a step`;
    case 'cycle':
      return `cycle: ${[...problem.steps, ...problem.steps.slice(0, 1)].join(' → ')}; to do steps again, let an outcome redo a section`;
    case 'unreachableStep':
      return `step ${quoted(problem.step)} is unreachable: ${whyUnreachable(problem.step, definition)}`;
    case 'duplicateFact':
      return `fact ${quoted(problem.fact)} is defined more than once`;
    case 'unknownFact':
      return problem.step === null
        ? `a fact is derived from ${quoted(problem.fact)}, which is not a fact`
        : `step ${quoted(problem.step)} uses ${quoted(problem.fact)}, which is not a fact`;
    case 'badDerivation':
      return `fact ${quoted(problem.fact)} cannot be derived${fromWhat(problem.fact, definition)}: a fact follows another of its own kind, never itself, by an offset that the kind has`;
    case 'wrongFactKind':
      return `step ${quoted(problem.step)} uses fact ${quoted(problem.fact)} in a way that its kind${kindOf(problem.fact, definition)} does not have`;
    case 'writesDerivedFact':
      return `step ${quoted(problem.step)} writes fact ${quoted(problem.fact)}, which is derived`;
    case 'choiceWithoutOptions':
      return `fact ${quoted(problem.fact)} is a choice without options`;
    case 'contactWithoutWay':
      return `contact step ${quoted(problem.step)} does not say how: it has no contact`;
    case 'contactWithNobody':
      return `step ${quoted(problem.step)} calls or texts nobody: its contact names no one`;
    case 'datedByLaterStep':
      return `step ${quoted(problem.step)} counts a date from ${quoted(problem.from)}, which does not come before it`;
    case 'duplicateOutcome':
      return `step ${quoted(problem.step)} has outcome ${quoted(problem.outcome)} more than once`;
    case 'tooFewOutcomes':
      return `decision ${quoted(problem.step)} needs at least two outcomes`;
    case 'outcomeWithoutEdge':
      return `outcome ${quoted(problem.outcome)} of step ${quoted(problem.step)} leads nowhere: no edge takes it, and it neither redoes a section nor says that it ends`;
    case 'unknownOutcome':
      return `step ${quoted(problem.step)} follows outcome ${quoted(problem.outcome)} of step ${quoted(problem.from)}, which does not have it`;
    case 'approvalWithoutVoters':
      return `approval ${quoted(problem.step)} does not say who votes`;
    case 'tooFewVoters':
      return `approval ${quoted(problem.step)} needs ${problem.needed} approvals and has ${problem.voters} ${problem.voters === 1 ? 'voter' : 'voters'}`;
    case 'votesWithoutApproval':
      return `step ${quoted(problem.step)} says who votes and is not an approval`;
    case 'approvalOutcomes':
      return `approval ${quoted(problem.step)} needs the outcomes "approved" and "rejected", and no others`;
    case 'sameAsNotBefore':
      return `step ${quoted(problem.step)} belongs to whoever does ${quoted(problem.as)}, which is not a step before it`;
    case 'notByNotBefore':
      return `step ${quoted(problem.step)} is not for whoever did ${quoted(problem.did)}, which is not a step before it`;
    case 'unknownRole':
      return `step ${quoted(problem.step)} belongs to role ${quoted(problem.role)}, which the space does not have`;
    case 'endsRunUnlessMilestone':
      return `step ${quoted(problem.step)} ends the run, which only a milestone or an outcome does`;
    case 'undoWithoutTitle':
      return `the undo step of step ${quoted(problem.step)} has no title`;
    case 'leadsOnAfterEnd':
      return problem.outcome === null
        ? `step ${quoted(problem.step)} ends the run, and steps start after it`
        : `outcome ${quoted(problem.outcome)} of step ${quoted(problem.step)} ends the run, and steps start after it or a section is redone`;
    case 'duplicateSection':
      return `section ${quoted(problem.section)} is defined more than once`;
    case 'unknownSection':
      return `step ${quoted(problem.step)} redoes ${quoted(problem.section)}, which is not a section`;
    case 'unknownStepInSection':
      return `section ${quoted(problem.section)} holds ${quoted(problem.step)}, which is not a step`;
    case 'redoesLaterSection':
      return `step ${quoted(problem.step)} redoes section ${quoted(problem.section)}, which holds neither the step nor anything before it`;
    case 'unknownFallback':
      return `step ${quoted(problem.step)} stands in for ${quoted(problem.of)}, which is not a step`;
    case 'badFallback':
      return `step ${quoted(problem.step)} cannot stand in for ${quoted(problem.of)}: it waits for that step, or that step is a fallback itself`;
    case 'noFallback':
      return `step ${quoted(problem.step)} offers a fallback when it stalls, and no step stands in for it`;
    case 'ladderWithoutDue':
      return `step ${quoted(problem.step)} counts from its due date when it stalls, and has none`;
    case 'stepInTwoLists':
      return `step ${quoted(problem.step)} is in section ${quoted(problem.section)} and in another that is done per item: a section inside another is not supported`;
    case 'badItemList':
      return `section ${quoted(problem.section)} is done per item and names no items, or two under one id`;
    case 'badItemFact':
      return `fact ${quoted(problem.fact)} is kept per item: it is not asked for at the start, its section is done per item, and it follows only a fact of the same items`;
    case 'itemFactOutside':
      return `step ${quoted(problem.step)} is outside of the items of fact ${quoted(problem.fact)}, which it can only read there`;
    case 'badApart':
      return `section ${quoted(problem.section)} cannot be kept apart from section ${quoted(problem.from)}: that is no other section, shares a step with it, or one lies between steps of the other`;
    case 'badChoice':
      return `section ${quoted(problem.section)} is a choice by what is begun first: it needs two steps or more, none of which comes after another or is a subflow`;
    case 'badUntil':
      return `step ${quoted(problem.step)} can be done until ${quoted(problem.until)}, which has to be another step, neither before nor after it, and of the same items or of none`;
    case 'joinForEach':
      return `step ${quoted(problem.step)} would be done again for each edge that comes (join "each"): a step is done once a pass; put a step of its own on each way, or make it a section that is done per item`;
    case 'joinBlocks':
      return `the join of step ${quoted(problem.step)} would hold back what comes late and fire again ("blocking"): a join fires once a pass; leave "blocking" out, and let an outcome redo the section`;
    case 'joinAgain':
      return `the join of step ${quoted(problem.step)} would fire again each time all its edges have come ("again"): a join fires once a pass; leave "again" out, and make what is done several times a section that is done per item`;
    case 'readLosesFact':
      return `step ${quoted(problem.step)} would miss fact ${quoted(problem.fact)} if that came before its turn ("transient"): what was told once is kept; leave "transient" out, and it is there when the turn comes`;
    case 'completesManyTimes':
      return `step ${quoted(problem.step)} would lead on several times at once ("completionQuantity"): a step is done once a pass; make what follows a section that is done per item`;
    case 'waitsManyTimes':
      return `step ${quoted(problem.step)} would wait for the same edge several times ("startQuantity"): an edge comes once a pass; make what comes before a section that is done per item, and wait for a count of its items`;
    case 'subflowWithoutWorkflow':
      return `step ${quoted(problem.step)} is a subflow that names no workflow, or names one and is no subflow`;
    case 'subflowWithField':
      return `subflow ${quoted(problem.step)} has ${quoted(problem.field)}, which only a step that somebody does has`;
    case 'subflowAsOneStep':
      return `step ${quoted(problem.step)} takes subflow ${quoted(problem.of)} for one step: who did it, its outcome, or standing in for it`;
    case 'subflowWithManyEnds':
      return `step ${quoted(problem.step)} starts after one of several, or counts from the end of one, and subflow ${quoted(problem.of)} ends with more than one step`;
    case 'unknownWorkflow':
      return `subflow ${quoted(problem.step)} is workflow ${quoted(problem.workflow)}, which is not there`;
    case 'workflowInItself':
      return `subflow ${quoted(problem.step)} is workflow ${quoted(problem.workflow)}, which would be a part of itself; let it follow when this one is finished`;
    case 'badSubflowFact':
      return `subflow ${quoted(problem.step)} maps fact ${quoted(problem.fact)}, which its workflow does not have, has of another kind, or derives`;
    case 'badSubflowPart':
      return `subflow ${quoted(problem.step)} maps part ${quoted(problem.part)}, which is not there`;
    case 'subflowEndsRun':
      return `subflow ${quoted(problem.step)} is workflow ${quoted(problem.workflow)}, which ends its run before all is done`;
    case 'subflowNotLaidOut':
      return `step ${quoted(problem.step)} is a subflow, which has to be laid out before it is run`;
    case 'badFollowUp':
      return `follow-up ${quoted(problem.followUp)} is there twice, or names a fact, part, step or outcome that is not there`;
  }
}

/** As JSON writes it, so that an id with a quote or a line break in it stays one word. */
function quoted(id: string): string {
  return JSON.stringify(id);
}

function whyUnreachable(id: StepId, definition: WorkflowDefinition | undefined): string {
  const step = definition?.steps.find((one) => one.id === id);
  if (step === undefined) return 'the edges into it can never be live together';
  const edges = step.after.filter(({ strength }) => strength !== 'soft').map(edgeText);
  const needed = step.join?.kind === 'count' ? step.join.count : 1;
  return `${needed} of its edges must be live together, and never can be (${edges.join(', ')})`;
}

function edgeText({ from, outcomes }: Dependency): string {
  return outcomes === undefined ? from : `${from} if ${outcomes.join(' or ')}`;
}

function fromWhat(id: FactId, definition: WorkflowDefinition | undefined): string {
  const from = definition?.facts.find((fact) => fact.id === id)?.derived?.from;
  return from === undefined ? '' : ` from ${quoted(from)}`;
}

function kindOf(id: FactId, definition: WorkflowDefinition | undefined): string {
  const kind = definition?.facts.find((fact) => fact.id === id)?.kind;
  return kind === undefined ? '' : ` (${kind})`;
}
