/** What is wrong with how steps end and with what follows from it. In definition order; costs steps plus edges. */
import type { StepId } from './ids.ts';
import type { Dependency, OutcomeDefinition, StepDefinition } from './workflow.ts';
import type { WorkflowGraph } from './workflow-graph.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

export function findOutcomeProblems(
  steps: readonly StepDefinition[],
  { index }: WorkflowGraph,
): readonly WorkflowProblem[] {
  if (!steps.some(hasToDoWithOutcomes)) return [];
  const takenByStep = findTakenOutcomes(steps);
  const outcomeIdsByStep = new Map<StepId, ReadonlySet<string>>();
  for (const { id, outcomes = [] } of index.steps)
    outcomeIdsByStep.set(id, new Set(outcomes.map((outcome) => outcome.id)));
  return steps.flatMap((step) => [
    ...findOwnProblems(step, takenByStep.get(step.id)),
    ...step.after.flatMap((edge) => findUnknown(step.id, edge, outcomeIdsByStep.get(edge.from))),
  ]);
}

function hasToDoWithOutcomes({ kind, outcomes, after }: StepDefinition): boolean {
  return kind === 'decision' || outcomes !== undefined || after.some((edge) => edge.outcomes !== undefined);
}

/** The outcomes that lead somewhere, by step; `all` where an edge follows whatever the outcome. */
type Taken = ReadonlySet<string> | 'all';

/** Soft edges wait for nothing, so they take nothing further. */
function findTakenOutcomes(steps: readonly StepDefinition[]): ReadonlyMap<StepId, Taken> {
  const taken = new Map<StepId, Set<string> | 'all'>();
  for (const { from, outcomes, strength } of steps.flatMap(({ after }) => after)) {
    const known = taken.get(from) ?? new Set<string>();
    if (strength === 'soft' || known === 'all') continue;
    if (outcomes === undefined) taken.set(from, 'all');
    else taken.set(from, known);
    for (const outcome of outcomes ?? []) known.add(outcome);
  }
  return taken;
}

function findOwnProblems(step: StepDefinition, taken: Taken | undefined): readonly WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  const seen = new Set<string>();
  for (const outcome of step.outcomes ?? []) {
    if (seen.has(outcome.id)) problems.push({ type: 'duplicateOutcome', step: step.id, outcome: outcome.id });
    else if (leadsNowhere(outcome, taken))
      problems.push({ type: 'outcomeWithoutEdge', step: step.id, outcome: outcome.id });
    seen.add(outcome.id);
  }
  if (step.kind === 'decision' && seen.size < 2) problems.push({ type: 'tooFewOutcomes', step: step.id });
  return problems;
}

/** Where nothing depends on the step at all, every outcome may end there. */
function leadsNowhere(outcome: OutcomeDefinition, taken: Taken | undefined): boolean {
  if (taken === undefined || taken === 'all') return false;
  return (
    !taken.has(outcome.id) && outcome.redo === undefined && outcome.ends !== true && outcome.endsRun !== true
  );
}

function findUnknown(
  step: StepId,
  { from, outcomes = [] }: Dependency,
  known: ReadonlySet<string> | undefined,
): readonly WorkflowProblem[] {
  // A step that is not there is a problem of its own.
  if (known === undefined) return [];
  return outcomes
    .filter((outcome) => !known.has(outcome))
    .map((outcome) => ({ type: 'unknownOutcome', step, from, outcome }));
}
