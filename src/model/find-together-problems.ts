/**
 * What is wrong with rules about what is done at the same time, and until when. In definition order; costs
 * steps plus edges, once for every such rule.
 */
import type { StepId } from './ids.ts';
import { isSubflow } from './subflow-as-step.ts';
import type { SectionDefinition, StepDefinition, WorkflowDefinition } from './workflow.ts';
import type { WorkflowGraph } from './workflow-graph.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

const none: readonly never[] = [];

export function findTogetherProblems(
  { sections = none, steps }: Pick<WorkflowDefinition, 'sections' | 'steps'>,
  graph: WorkflowGraph,
): readonly WorkflowProblem[] {
  const limited = steps.filter(({ until }) => until !== undefined);
  const ruled = sections.filter(({ together }) => together !== undefined);
  if (limited.length + ruled.length === 0) return none;
  return [
    ...ruled.flatMap((section) => findInSection(section, sections, graph)),
    ...limited.filter((step) => isBadUntil(step, sections, graph)).map(toProblem),
  ];
}

function toProblem({ id, until = id }: StepDefinition): WorkflowProblem {
  return { type: 'badUntil', step: id, until };
}

function findInSection(
  section: SectionDefinition,
  sections: readonly SectionDefinition[],
  graph: WorkflowGraph,
): readonly WorkflowProblem[] {
  const { id, steps, together } = section;
  switch (together?.kind) {
    case undefined:
    case 'oneAtATime':
      return none;
    case 'firstBegun': {
      const own = new Set(steps);
      const isOrdered = reachedFrom(graph, own).some((step) => own.has(step));
      // A part begins with several steps, or with one of several: which of them would choose it is not said.
      const isWhole = graph.index.steps.some((step) => own.has(step.id) && isSubflow(step));
      return own.size < 2 || isOrdered || isWhole ? [{ type: 'badChoice', section: id }] : none;
    }
    case 'apartFrom':
      return together.sections
        .filter((other) => {
          const found = sections.find((each) => each.id === other);
          return found === undefined || found === section || areEntangled(section, found, graph);
        })
        .map((from) => ({ type: 'badApart', section: id, from }) as const);
  }
}

/** They share a step; or one would have to wait for the other while it is under way itself. */
function areEntangled(a: SectionDefinition, b: SectionDefinition, graph: WorkflowGraph): boolean {
  const [ownOfA, ownOfB] = [new Set(a.steps), new Set(b.steps)];
  if (a.steps.some((step) => ownOfB.has(step))) return true;
  const behindA = reachedFrom(graph, ownOfA).some((step) => ownOfB.has(step));
  const behindB = reachedFrom(graph, ownOfB).some((step) => ownOfA.has(step));
  return behindA && behindB;
}

function isBadUntil(
  { id, until = id }: StepDefinition,
  sections: readonly SectionDefinition[],
  graph: WorkflowGraph,
): boolean {
  if (until === id || !graph.index.placeById.has(until)) return true;
  const listOf = (step: StepId): string | undefined =>
    sections.find(({ perItem, steps }) => perItem !== undefined && steps.includes(step))?.id;
  const list = listOf(until);
  if (list !== undefined && list !== listOf(id)) return true;
  return reaches(graph, id, until) || reaches(graph, until, id);
}

function reaches(graph: WorkflowGraph, from: StepId, to: StepId): boolean {
  return reachedFrom(graph, new Set([from])).includes(to);
}

/** Every step behind one of these; one of these itself only where it comes after another. */
function reachedFrom({ followersById }: WorkflowGraph, from: ReadonlySet<StepId>): readonly StepId[] {
  const reached = new Set([...from].flatMap((step) => followersById.get(step) ?? none));
  // A set is walked in the order in which it grows: it is the queue too.
  for (const step of reached) for (const next of followersById.get(step) ?? none) reached.add(next);
  return [...reached];
}
