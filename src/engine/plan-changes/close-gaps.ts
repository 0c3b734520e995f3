/** What has to change along with a removal: who followed the step follows those that it followed [C5]. */
import type { EditOperation } from '../../model/edit-operation.ts';
import type { StepId } from '../../model/ids.ts';
import type { PatchOperation } from '../../model/patch.ts';
import type { Dependency, StepDefinition } from '../../model/workflow.ts';

/** The operations, and right behind each removal the edges that it tears. */
export function closeGaps<Other extends EditOperation = never>(
  operations: readonly (PatchOperation | Other)[],
  steps: readonly StepDefinition[],
): readonly (PatchOperation | Other)[] {
  if (!operations.some(({ kind }) => kind === 'removeStep')) return operations;
  const edgesByStep = new Map(steps.map(({ id, after }) => [id, after]));
  return operations.flatMap((operation): readonly (PatchOperation | Other)[] => {
    if (operation.kind !== 'removeStep') {
      follow(operation, edgesByStep);
      return [operation];
    }
    const gone = operation.step;
    const before = edgesByStep.get(gone) ?? [];
    const torn: PatchOperation[] = [];
    for (const [to, after] of edgesByStep) {
      const edge = after.find(({ from }) => from === gone);
      if (edge === undefined) continue;
      const joined = before.filter(({ from }) => !after.some((each) => each.from === from));
      const gained = joined.map((each) => inherit(each, edge));
      edgesByStep.set(to, [...after.filter((each) => each !== edge), ...gained]);
      torn.push({ kind: 'removeEdge', to, from: gone });
      torn.push(...gained.map((each): PatchOperation => ({ kind: 'addEdge', to, edge: each })));
    }
    edgesByStep.delete(gone);
    return [operation, ...torn];
  });
}

/** What the operations before a removal have made of the edges counts, too. */
function follow(operation: EditOperation, edgesByStep: Map<StepId, readonly Dependency[]>): void {
  const without = (to: StepId, from: StepId): readonly Dependency[] =>
    (edgesByStep.get(to) ?? []).filter((edge) => edge.from !== from);
  if (operation.kind === 'addStep') edgesByStep.set(operation.step.id, operation.step.after);
  else if (operation.kind === 'addFlow')
    for (const { id, after } of operation.steps) edgesByStep.set(id, after);
  else if (operation.kind === 'removeEdge')
    edgesByStep.set(operation.to, without(operation.to, operation.from));
  else if (operation.kind === 'addEdge')
    edgesByStep.set(operation.to, [...without(operation.to, operation.edge.from), operation.edge]);
}

/** As strong as the edge that it stands for; a lag was counted from the step that is gone. */
function inherit(before: Dependency, { strength }: Dependency): Dependency {
  const { from, outcomes } = before;
  return {
    from,
    ...(outcomes === undefined ? {} : { outcomes }),
    ...(strength === undefined ? {} : { strength }),
  };
}
