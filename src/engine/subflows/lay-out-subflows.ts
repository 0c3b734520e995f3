/**
 * Lays a workflow out with the steps of the workflows that it has as parts [B1], so that what a run pins is one
 * plan: one log to fold, one forecast, one order in which it is undone.
 *
 * Invariants: pure and total; what comes out has no subflow; a workflow without any comes out as it is; ids of a
 * part are `step~id`, so that two parts of one workflow are kept apart, and edges stay without a circle.
 */
import type { StepId, WorkflowId } from '../../model/ids.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { isSubflow, withSubflowsAsSteps } from '../../model/subflow-as-step.ts';
import type { InvalidWorkflow } from '../../model/validate-workflow.ts';
import type { SectionDefinition, WorkflowDefinition } from '../../model/workflow.ts';
import type { WorkflowProblem } from '../../model/workflow-problem.ts';
import { layOutFacts } from './lay-out-facts.ts';
import { type Around, layOutPart, withPartsAround } from './lay-out-steps.ts';
import { findMappingProblems } from './find-mapping-problems.ts';
import { endsOf } from './part-edges.ts';
import { endsEarly, partId, type Part, type WorkflowLookup } from './part.ts';

/** More steps than this are no plan of a household, and parts of parts multiply. */
const mostSteps = 5000;

/** `workflowById`: shipped or saved, as they are kept. Problems name steps of `definition` itself. */
export function layOutSubflows(definition: WorkflowDefinition, workflowById: WorkflowLookup): LaidOut {
  const known = new Map<WorkflowId, LaidOut>();
  // Each is laid out once, however many have it as a part.
  const layOutOther: LayOutOther = (id, path) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = workflowById(id);
    const made = found === null ? null : layOut(found, layOutOther, new Set([...path, id]));
    if (made !== null) known.set(id, made);
    return made;
  };
  return layOut(definition, layOutOther, new Set([definition.id]));
}

type LaidOut = Result<WorkflowDefinition, InvalidWorkflow>;
type LayOutOther = (id: WorkflowId, path: ReadonlySet<WorkflowId>) => LaidOut | null;

function layOut(
  written: WorkflowDefinition,
  layOutOther: LayOutOther,
  path: ReadonlySet<WorkflowId>,
): LaidOut {
  const subflows = written.steps.filter(isSubflow);
  if (subflows.length === 0) return ok(written);
  const partById = new Map<StepId, Part>();
  const problems: WorkflowProblem[] = [];
  let size = written.steps.length;
  for (const step of subflows) {
    const { id, subflow } = step;
    if (subflow === undefined) {
      problems.push({ type: 'subflowWithoutWorkflow', step: id });
      continue;
    }
    const { workflow } = subflow;
    if (path.has(workflow)) {
      problems.push({ type: 'workflowInItself', step: id, workflow });
      continue;
    }
    const whole = layOutOther(workflow, path);
    if (whole === null) problems.push({ type: 'unknownWorkflow', step: id, workflow });
    // What is wrong further in is told of the step that brings it.
    else if (!whole.ok)
      problems.push(...whole.error.problems.slice(0, 1).map((problem) => ofStep(problem, id, workflow)));
    else if (endsEarly(whole.value)) problems.push({ type: 'subflowEndsRun', step: id, workflow });
    else {
      const part: Part = {
        step,
        subflow,
        inner: whole.value,
        list: listOf(step.id, written),
        ends: endsOf(whole.value),
      };
      partById.set(id, part);
      size += part.inner.steps.length;
      if (size > mostSteps)
        return err({ type: 'invalidWorkflow', problems: [{ type: 'unknownWorkflow', step: id, workflow }] });
      problems.push(...findMappingProblems(part, written));
    }
  }
  const around: Around = { written, partById };
  const laid = problems.length === 0 ? withPartsAround(around) : { steps: [], problems };
  const wrong = problems.length === 0 ? laid.problems : problems;
  if (wrong.length > 0) return err({ type: 'invalidWorkflow', problems: wrong });
  const parts = [...partById.values()];
  const sections = layOutSections(written, parts);
  return ok({
    ...written,
    parts: [...written.parts, ...parts.flatMap((part) => ownParts(part, written))],
    facts: layOutFacts(withSubflowsAsSteps(written).facts, parts),
    steps: laid.steps.flatMap((step) => {
      const part = partById.get(step.id);
      return part === undefined ? [step] : layOutPart({ ...part, step }, around);
    }),
    ...(sections.length > 0 && { sections }),
  });
}

function ofStep(problem: WorkflowProblem, step: StepId, workflow: WorkflowId): WorkflowProblem {
  switch (problem.type) {
    case 'unknownWorkflow':
    case 'workflowInItself':
    case 'subflowEndsRun':
      return { ...problem, step };
    default:
      return { type: 'unknownWorkflow', step, workflow };
  }
}

/** The per-item section in whose items the part's steps are. */
function listOf(step: StepId, { sections = [], steps }: WorkflowDefinition): string | null {
  if (steps.find(({ id }) => id === step)?.subflow?.perItem !== undefined) return step;
  return sections.find(({ perItem, steps: own }) => perItem !== undefined && own.includes(step))?.id ?? null;
}

function ownParts(
  { step, subflow, inner }: Part,
  { parts }: WorkflowDefinition,
): WorkflowDefinition['parts'] {
  const taken = new Set(parts.map(({ name }) => name));
  return inner.parts
    .filter(({ id }) => subflow.parts?.[id] === undefined)
    .map(({ id, name }) => ({
      id: partId(step.id, id),
      name: taken.has(name) ? `${name} · ${step.title}` : name,
    }));
}

/** Where a part was listed all its steps are; the part is a section of its own, and so is each of its sections. */
function layOutSections(
  { sections = [] }: WorkflowDefinition,
  parts: readonly Part[],
): readonly SectionDefinition[] {
  const stepsOf = ({ step, inner }: Part): readonly StepId[] =>
    inner.steps.map(({ id }) => partId(step.id, id));
  const partById = new Map(parts.map((part) => [part.step.id, part]));
  const own = sections.map((section) => ({
    ...section,
    steps: section.steps.flatMap((id) => {
      const part = partById.get(id);
      return part === undefined ? [id] : stepsOf(part);
    }),
  }));
  const brought = parts.flatMap((part): readonly SectionDefinition[] => [
    {
      id: part.step.id,
      name: part.step.title,
      workflow: part.subflow.workflow,
      steps: stepsOf(part),
      ...(part.subflow.perItem !== undefined && { perItem: part.subflow.perItem }),
    },
    ...(part.inner.sections ?? []).map((section) => ({
      ...section,
      id: partId(part.step.id, section.id),
      steps: section.steps.map((id) => partId(part.step.id, id)),
      ...(section.together?.kind === 'apartFrom' && {
        together: {
          ...section.together,
          sections: section.together.sections.map((id) => partId(part.step.id, id)),
        },
      }),
    })),
  ]);
  return [...own, ...brought];
}
