/**
 * What people know from other notations and a plan here cannot do: a step that is done again for every edge
 * that comes, a join that fires again, a signal that is lost unless somebody waits for it. Read without meaning,
 * each would run as something else; so each is refused by name, and told what to write instead.
 *
 * Invariants: total on anything, so that it can be asked before a definition has its shape.
 */
import { asId, type FactId, type StepId } from './ids.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

type Fields = Readonly<Record<string, unknown>>;

const none: readonly never[] = [];

export function findNotOurs(definition: unknown): readonly WorkflowProblem[] {
  return listOf(fieldsOf(definition)['steps']).flatMap((each) => {
    const step = fieldsOf(each);
    const id = step['id'];
    return typeof id === 'string' ? findInStep(step, asId<StepId>(id)) : none;
  });
}

function findInStep(
  { join, reads, startQuantity, completionQuantity }: Fields,
  step: StepId,
): readonly WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  if (join !== undefined) {
    const rule = fieldsOf(join);
    if (rule['kind'] === 'each') problems.push({ type: 'joinForEach', step });
    if (rule['blocking'] === true) problems.push({ type: 'joinBlocks', step });
    if (rule['again'] === true) problems.push({ type: 'joinAgain', step });
  }
  if (reads !== undefined)
    for (const { fact, transient } of listOf(reads).map(fieldsOf))
      if (transient === true && typeof fact === 'string')
        problems.push({ type: 'readLosesFact', step, fact: asId<FactId>(fact) });
  if (isMany(completionQuantity)) problems.push({ type: 'completesManyTimes', step });
  if (isMany(startQuantity)) problems.push({ type: 'waitsManyTimes', step });
  return problems;
}

function isMany(value: unknown): boolean {
  return typeof value === 'number' && value > 1;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : none;
}
