/**
 * What is wrong with subflows as far as the workflow around them tells; the rest is found when they are laid
 * out. In definition order.
 */
import type { StepId } from './ids.ts';
import { isSubflow } from './subflow-as-step.ts';
import type { StepDefinition, WorkflowDefinition } from './workflow.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

const none: readonly never[] = [];

/** What is handed to the steps of the other workflow; all else is somebody's to do, and nobody does a subflow. */
const fields: ReadonlySet<string> = new Set<keyof StepDefinition>([
  'id',
  'kind',
  'title',
  'after',
  'join',
  'start',
  'due',
  'onlyIf',
  'subflow',
]);

export function findSubflowProblems({
  steps,
  parts,
}: Pick<WorkflowDefinition, 'steps'> &
  Partial<Pick<WorkflowDefinition, 'parts'>>): readonly WorkflowProblem[] {
  if (!steps.some(isSubflow)) return none;
  const subflows = new Set(steps.filter(isSubflow).map(({ id }) => id));
  const known = parts === undefined ? null : new Set(parts.map(({ id }) => id));
  return steps.flatMap((step): readonly WorkflowProblem[] => [
    ...(isSubflow(step) ? findOwnProblems(step, known) : none),
    ...askedAsOne(step)
      .filter((of) => subflows.has(of))
      .map((of) => ({ type: 'subflowAsOneStep', step: step.id, of }) as const),
  ]);
}

/** No run has a subflow: what is started, and what comes into a run, was laid out before [B1]. */
export function findSubflowsLeft(steps: readonly StepDefinition[]): readonly WorkflowProblem[] {
  return steps.filter(isSubflow).map(({ id }) => ({ type: 'subflowNotLaidOut', step: id }));
}

function findOwnProblems(
  step: StepDefinition,
  parts: ReadonlySet<string> | null,
): readonly WorkflowProblem[] {
  const { id, kind, subflow } = step;
  if (kind !== 'subflow' || subflow === undefined) return [{ type: 'subflowWithoutWorkflow', step: id }];
  const others = Object.entries(step).filter(([field, value]) => value !== undefined && !fields.has(field));
  const unknown = Object.values(subflow.parts ?? {}).flatMap((who) =>
    who.kind === 'part' && parts?.has(who.part) === false ? [who.part] : [],
  );
  return [
    ...others.map(([field]) => ({ type: 'subflowWithField', step: id, field }) as const),
    ...unknown.map((part) => ({ type: 'badSubflowPart', step: id, part }) as const),
  ];
}

/** Steps of which it matters who did them, or how they ended. */
function askedAsOne(step: StepDefinition): readonly StepId[] {
  const { assignee, backup, undo, contact, approval, fallbackOf, until, after } = step;
  const named = [assignee, backup, undo?.assignee, contact?.to, ...(approval?.by ?? none)];
  return [
    ...named.flatMap((who) => (who?.kind === 'sameAs' ? [who.step] : [])),
    ...(fallbackOf === undefined ? [] : [fallbackOf]),
    ...(until === undefined ? [] : [until]),
    ...after.flatMap(({ from, outcomes }) => (outcomes === undefined ? [] : [from])),
  ];
}
