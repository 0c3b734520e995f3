/**
 * What is wrong with how steps end their run, and with how they are undone. In definition order; costs
 * steps plus edges.
 */
import { mayEndRun } from './ends-run.ts';
import type { StepId } from './ids.ts';
import type { OutcomeDefinition, StepDefinition } from './workflow.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

export function findEndProblems(steps: readonly StepDefinition[]): readonly WorkflowProblem[] {
  const concerned = steps.filter((step) => step.undo !== undefined || mayEndRun(step));
  if (concerned.length === 0) return [];
  const taken = findTaken(steps);
  return concerned.flatMap((step) => findProblems(step, taken.get(step.id) ?? nothing));
}

/** The outcomes that edges follow; `null` stands for edges that follow any. */
type Taken = ReadonlySet<string | null>;

const nothing: Taken = new Set();

/** Soft edges wait for nothing. */
function findTaken(steps: readonly StepDefinition[]): ReadonlyMap<StepId, Taken> {
  const taken = new Map<StepId, Set<string | null>>();
  for (const { from, outcomes, strength } of steps.flatMap(({ after }) => after)) {
    if (strength === 'soft') continue;
    const known = taken.get(from) ?? new Set<string | null>();
    for (const outcome of outcomes ?? [null]) known.add(outcome);
    taken.set(from, known);
  }
  return taken;
}

function findProblems(step: StepDefinition, taken: Taken): readonly WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  if (step.undo !== undefined && step.undo.title.trim() === '')
    problems.push({ type: 'undoWithoutTitle', step: step.id });
  if (step.endsRun === true && step.kind !== 'milestone')
    problems.push({ type: 'endsRunUnlessMilestone', step: step.id });
  if (step.endsRun === true && taken.size > 0)
    problems.push({ type: 'leadsOnAfterEnd', step: step.id, outcome: null });
  for (const outcome of step.outcomes ?? [])
    if (leadsOn(outcome, taken))
      problems.push({ type: 'leadsOnAfterEnd', step: step.id, outcome: outcome.id });
  return problems;
}

/** An edge that follows any outcome may be there for the others. */
function leadsOn({ id, endsRun, redo }: OutcomeDefinition, taken: Taken): boolean {
  return endsRun === true && (taken.has(id) || redo !== undefined);
}
