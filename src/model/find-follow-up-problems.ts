/** What is wrong with what follows a run, as far as its own workflow tells. In definition order. */
import type { FactId } from './ids.ts';
import type { FollowUp, WorkflowDefinition } from './workflow.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

type Followed = Pick<WorkflowDefinition, 'steps' | 'facts' | 'followUps'> &
  Partial<Pick<WorkflowDefinition, 'parts'>>;

export function findFollowUpProblems(definition: Followed): readonly WorkflowProblem[] {
  const { followUps = [] } = definition;
  const seen = new Set<string>();
  return followUps.flatMap((each): readonly WorkflowProblem[] => {
    const isTwice = seen.has(each.id);
    seen.add(each.id);
    return isTwice || !isSound(each, definition) ? [{ type: 'badFollowUp', followUp: each.id }] : [];
  });
}

function isSound({ when, facts = {}, parts = {} }: FollowUp, definition: Followed): boolean {
  const known = new Set(definition.facts.map(({ id }) => id));
  const played = definition.parts && new Set(definition.parts.map(({ id }) => id));
  return (
    hasEnding(when, definition) &&
    Object.values<FactId>(facts).every((fact) => known.has(fact)) &&
    Object.values(parts).every((who) => who.kind !== 'part' || played?.has(who.part) !== false)
  );
}

function hasEnding(when: FollowUp['when'], { steps }: Followed): boolean {
  if (when.kind === 'done') return steps.some(({ id }) => id === when.step);
  if (when.kind !== 'outcome') return true;
  const ends = new Set(steps.find(({ id }) => id === when.step)?.outcomes?.map(({ id }) => id));
  return when.outcomes.length > 0 && when.outcomes.every((outcome) => ends.has(outcome));
}
