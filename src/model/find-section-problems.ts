/**
 * What is wrong with sections and with who redoes them. In definition order. Costs steps plus edges, once
 * for every thirty sections that are redone.
 */
import type { StepId } from './ids.ts';
import type { SectionDefinition, StepDefinition, WorkflowDefinition } from './workflow.ts';
import type { WorkflowGraph } from './workflow-graph.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

/** As many as bitwise operators take without their sign. */
const sectionsAtOnce = 30;

interface Redo {
  readonly step: StepId;
  readonly section: string;
}

export function findSectionProblems(
  { sections = [], steps }: Pick<WorkflowDefinition, 'sections' | 'steps'>,
  graph: WorkflowGraph,
): readonly WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  const sectionById = new Map<string, SectionDefinition>();
  for (const section of sections) {
    if (sectionById.has(section.id)) problems.push({ type: 'duplicateSection', section: section.id });
    else sectionById.set(section.id, section);
  }
  for (const section of sections) {
    const missing = section.steps.filter((step) => !graph.index.placeById.has(step));
    problems.push(
      ...missing.map((step) => ({ type: 'unknownStepInSection', section: section.id, step }) as const),
    );
  }
  const redoes = steps.flatMap(redoesOf);
  const unknown = redoes.filter(({ section }) => !sectionById.has(section));
  const known = redoes.filter(({ section }) => sectionById.has(section));
  const later = findLater(known, sectionById, graph);
  return [
    ...problems,
    ...unknown.map((redo) => ({ type: 'unknownSection', ...redo }) as const),
    ...later.map((redo) => ({ type: 'redoesLaterSection', ...redo }) as const),
  ];
}

const none: readonly never[] = [];

function redoesOf(step: StepDefinition): readonly Redo[] {
  if (step.outcomes === undefined) return none;
  return step.outcomes.flatMap(({ redo }) =>
    redo === undefined ? [] : [{ step: step.id, section: redo.section }],
  );
}

/** Redoes of a section that holds neither the step nor anything before it. */
function findLater(
  redoes: readonly Redo[],
  sectionById: ReadonlyMap<string, SectionDefinition>,
  graph: WorkflowGraph,
): readonly Redo[] {
  const redone = [...new Set(redoes.map(({ section }) => section))];
  const indexById = new Map(redone.map((section, index) => [section, index]));
  const later = new Set<Redo>();
  for (let start = 0; start < redone.length; start += sectionsAtOnce) {
    const chunk = redone.slice(start, start + sectionsAtOnce).flatMap((id) => sectionById.get(id) ?? []);
    const reached = spreadForwards(chunk, graph);
    for (const redo of redoes) {
      const bit = (indexById.get(redo.section) ?? 0) - start;
      const concerns = bit >= 0 && bit < sectionsAtOnce;
      if (concerns && ((reached.get(redo.step) ?? 0) & (1 << bit)) === 0) later.add(redo);
    }
  }
  return redoes.filter((redo) => later.has(redo));
}

/** By step the sections, as bits, that hold it or something before it. */
function spreadForwards(
  sections: readonly SectionDefinition[],
  { knots }: WorkflowGraph,
): ReadonlyMap<StepId, number> {
  const reached = new Map<StepId, number>();
  sections.forEach(({ steps }, bit) => {
    for (const step of steps) reached.set(step, (reached.get(step) ?? 0) | (1 << bit));
  });
  for (const knot of knots) {
    let mask = 0;
    for (const { id, after } of knot) {
      mask |= reached.get(id) ?? 0;
      for (const { from } of after) mask |= reached.get(from) ?? 0;
    }
    for (const { id } of knot) reached.set(id, mask);
  }
  return reached;
}
