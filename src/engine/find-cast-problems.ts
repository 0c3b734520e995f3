/** What is wrong with a plan for these very people: roles that are not there, approvals with too few voters. */
import type { PersonId } from '../model/ids.ts';
import { findRoleProblems } from '../model/find-who-problems.ts';
import type { StepDefinition } from '../model/workflow.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';
import { assigneeToPeople, type Cast } from './who.ts';

export function findCastProblems(steps: readonly StepDefinition[], cast: Cast): readonly WorkflowProblem[] {
  return [...findRoleProblems(steps, cast.roles), ...steps.flatMap((step) => findTooFew(step, cast))];
}

/** A part that nobody plays yet may still be somebody's, and so may a role without people: they count as one each. */
function findTooFew({ id: step, approval }: StepDefinition, cast: Cast): readonly WorkflowProblem[] {
  if (approval === undefined) return [];
  const people = new Set<PersonId>();
  let open = 0;
  for (const who of approval.by) {
    const found = assigneeToPeople(who, cast, () => null);
    if (found.length === 0) open += 1;
    for (const person of found) people.add(person);
  }
  const { needed } = approval;
  const voters = people.size + open;
  return voters < needed ? [{ type: 'tooFewVoters', step, needed, voters }] : [];
}
