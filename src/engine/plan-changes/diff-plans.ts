/** What leads from one plan to another: the least that says the difference, in an order that can be carried out. */
import type { StepId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import type { PatchOperation, StepChanges } from '../../model/patch.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { stepKeys } from './step-keys.ts';

/** Steps that come first, then fields and edges, then what goes. A step of another kind under the same id stays as it is. */
export function diffPlans(
  from: readonly StepDefinition[],
  to: readonly StepDefinition[],
): readonly PatchOperation[] {
  const before = new Map(from.map((step) => [step.id, step]));
  const after = new Set(to.map(({ id }) => id));
  const added = to.flatMap((step, place): readonly PatchOperation[] =>
    before.has(step.id) ? [] : [{ kind: 'addStep', step, behind: to[place - 1]?.id ?? null }],
  );
  const changed = to.flatMap((step) => {
    const was = before.get(step.id);
    return was === undefined ? [] : [...fieldChanges(was, step), ...edgeChanges(was, step)];
  });
  const removed = from.flatMap(({ id }): readonly PatchOperation[] =>
    after.has(id) ? [] : [{ kind: 'removeStep', step: id }],
  );
  return [...added, ...changed, ...removed];
}

function fieldChanges(was: StepDefinition, now: StepDefinition): readonly PatchOperation[] {
  const fields = stepKeys(was, now).filter(
    (key) =>
      key !== 'id' &&
      key !== 'kind' &&
      key !== 'after' &&
      key !== 'fallbackOf' &&
      !isSame(was[key], now[key]),
  );
  if (fields.length === 0) return [];
  const set: StepChanges = Object.fromEntries(fields.map((field) => [field, now[field] ?? null]));
  return [{ kind: 'setStep', step: now.id, set }];
}

function edgeChanges(was: StepDefinition, now: StepDefinition): readonly PatchOperation[] {
  const kept = new Set<StepId>(now.after.map(({ from }) => from));
  const gone = was.after.filter(({ from }) => !kept.has(from));
  const come = now.after.filter((edge) => !was.after.some((each) => isSame(each, edge)));
  return [
    ...gone.map(({ from }): PatchOperation => ({ kind: 'removeEdge', to: now.id, from })),
    ...come.map((edge): PatchOperation => ({ kind: 'addEdge', to: now.id, edge })),
  ];
}
