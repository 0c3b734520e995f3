/** What is wrong with how a part and the workflow around it share facts, people and beginnings. */
import type { FactId } from '../../model/ids.ts';
import type { WorkflowDefinition } from '../../model/workflow.ts';
import type { WorkflowProblem } from '../../model/workflow-problem.ts';
import { isFirst } from './part-edges.ts';
import type { Part } from './part.ts';

export function findMappingProblems(part: Part, outer: WorkflowDefinition): readonly WorkflowProblem[] {
  const { step, subflow, inner } = part;
  const { given = {}, handedBack = {}, parts = {} } = subflow;
  const known = new Set(inner.parts.map(({ id }) => id));
  const facts = [...Object.entries<FactId>(given), ...Object.entries<FactId>(handedBack)].filter(
    ([own, around]) => !isSharable(own, around, part, outer),
  );
  const first = inner.steps.filter((each) => isFirst(each) && each.fallbackOf === undefined);
  const cancels = step.join !== undefined && 'cancelRest' in step.join && step.join.cancelRest;
  return [
    ...facts.map(([, around]): WorkflowProblem => ({ type: 'badSubflowFact', step: step.id, fact: around })),
    ...Object.keys(parts)
      .filter((own) => !known.has(own))
      .map((own): WorkflowProblem => ({ type: 'badSubflowPart', step: step.id, part: own })),
    // Each of the first steps would be a join of its own, and none of them could let the rest go.
    ...(cancels && first.length > 1 ? [withField(part, 'join')] : []),
    // A step has one condition.
    ...(step.onlyIf !== undefined && first.some(({ onlyIf }) => onlyIf !== undefined)
      ? [withField(part, 'onlyIf')]
      : []),
  ];
}

function withField({ step }: Part, field: string): WorkflowProblem {
  return { type: 'subflowWithField', step: step.id, field };
}

/** One value for both: of one kind, and nothing that is worked out twice. */
function isSharable(
  own: string,
  around: FactId,
  { subflow, inner }: Part,
  outer: WorkflowDefinition,
): boolean {
  const inside = inner.facts.find(({ id }) => id === own);
  const outside = outer.facts.find(({ id }) => id === around);
  if (inside === undefined || outside === undefined || inside.kind !== outside.kind) return false;
  const isGiven = subflow.given?.[inside.id] !== undefined;
  const isTwice = isGiven && subflow.handedBack?.[inside.id] !== undefined;
  if (inside.perItem !== undefined || isTwice) return false;
  return inside.derived === undefined || (!isGiven && outside.derived === undefined);
}
