/**
 * What is wrong with whom steps belong to: approvals, "the same person as", "not the person who". In
 * definition order. Nothing is "the same as" a step that is not before it, so never in a ring either; nor, from
 * elsewhere, as one that is done once an item.
 */
import { canonicalJson } from './canonical-json.ts';
import type { RoleId, StepId } from './ids.ts';
import type { Role } from './person.ts';
import { type Assignee, approvalOutcomes, type StepDefinition, type WorkflowDefinition } from './workflow.ts';
import type { WorkflowGraph } from './workflow-graph.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

const none: readonly never[] = [];

export function findWhoProblems(
  { steps, sections = none }: Pick<WorkflowDefinition, 'steps' | 'sections'>,
  graph: WorkflowGraph,
): readonly WorkflowProblem[] {
  const listed = new Map<StepId, string>(
    sections.flatMap(({ id, perItem, steps: own }) =>
      perItem === undefined ? [] : own.map((step): readonly [StepId, string] => [step, id]),
    ),
  );
  /** Done once an item, by as many people; only what is done in the same item knows who of them is meant. */
  const isManyPeoples = (of: StepId, by: StepId): boolean =>
    listed.has(of) && listed.get(of) !== listed.get(by);
  return steps.flatMap((step) => [
    ...findApprovalProblems(step),
    ...[
      ...findNotBefore(step, graph, namedSame(step)),
      ...namedSame(step).filter((as) => isManyPeoples(as, step.id)),
    ].map((as): WorkflowProblem => ({ type: 'sameAsNotBefore', step: step.id, as })),
    ...findNotBefore(step, graph, step.notBy ?? none).map(
      (did): WorkflowProblem => ({ type: 'notByNotBefore', step: step.id, did }),
    ),
  ]);
}

/** Roles that steps name and the space does not have. A plan knows none of them by itself, so it is asked apart. */
export function findRoleProblems(
  steps: readonly StepDefinition[],
  roles: readonly Role[] = none,
): readonly WorkflowProblem[] {
  const known = new Set<RoleId>(roles.map(({ id }) => id));
  return steps.flatMap((step) =>
    assigneesOf(step).flatMap((who): readonly WorkflowProblem[] =>
      who.kind === 'role' && !known.has(who.role)
        ? [{ type: 'unknownRole', step: step.id, role: who.role }]
        : none,
    ),
  );
}

function assigneesOf({ assignee, backup, approval, undo, contact }: StepDefinition): readonly Assignee[] {
  const named = contact?.to;
  const to = named?.kind === 'outside' || named?.kind === 'item' ? undefined : named;
  const all = [assignee, backup, undo?.assignee, to, ...(approval?.by ?? none)];
  return all.filter((who) => who !== undefined);
}

function findApprovalProblems({
  id: step,
  kind,
  approval,
  outcomes = none,
}: StepDefinition): readonly WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  if (kind !== 'approval') {
    if (approval !== undefined) problems.push({ type: 'votesWithoutApproval', step });
    return problems;
  }
  if (approval === undefined || approval.by.length === 0)
    problems.push({ type: 'approvalWithoutVoters', step });
  else {
    const { needed } = approval;
    const voters = countVoters(approval.by);
    if (voters < needed) problems.push({ type: 'tooFewVoters', step, needed, voters });
  }
  const ids = new Set<string>(outcomes.map(({ id }) => id));
  if (ids.size !== approvalOutcomes.length || !approvalOutcomes.every((id) => ids.has(id)))
    problems.push({ type: 'approvalOutcomes', step });
  return problems;
}

/** At most so many: a role is any number of people, and so is a part, which a role may play. */
function countVoters(by: readonly Assignee[]): number {
  if (by.some(({ kind }) => kind === 'role' || kind === 'part')) return Number.POSITIVE_INFINITY;
  return new Set(by.map((who) => canonicalJson(who))).size;
}

function namedSame(step: StepDefinition): readonly StepId[] {
  return assigneesOf(step).flatMap((who): readonly StepId[] => (who.kind === 'sameAs' ? [who.step] : none));
}

/** Those of `named` from which no way leads to the step; in a plan with a circle that is another problem. */
function findNotBefore(
  { id }: StepDefinition,
  { index, followersById }: WorkflowGraph,
  named: readonly StepId[],
): readonly StepId[] {
  return named.filter((from) => {
    if (from === id || !index.placeById.has(from)) return true;
    const reached = new Set<StepId>([from]);
    for (const each of reached) for (const next of followersById.get(each) ?? none) reached.add(next);
    return !reached.has(id);
  });
}
