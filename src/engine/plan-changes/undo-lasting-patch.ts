/** Taking a change of the plan back later: as long as no other change has touched the same things since. */
import { isOpaque, type RunEventOf } from '../../model/event.ts';
import type { PatchOperation } from '../../model/patch.ts';
import { foldRun } from '../fold-run.ts';
import type { RunState } from '../run-state.ts';
import type { TakeBack } from '../take-back.ts';
import { undoPlanChange } from './undo-plan-change.ts';

export function undoLastingPatch(event: RunEventOf<'run.patched/2'>, state: RunState): TakeBack | null {
  const { operations } = event.data;
  const at = state.history.findIndex(({ id }) => id === event.id);
  const touched = new Set(operations.flatMap(thingsOf));
  const isOverwritten = state.history
    .slice(at + 1)
    .some(
      (later) =>
        !isOpaque(later) &&
        later.type === 'run.patched/2' &&
        later.data.operations.flatMap(thingsOf).some((thing) => touched.has(thing)),
    );
  if (at < 0 || isOverwritten) return null;
  const before = foldRun(state.run, state.history.slice(0, at));
  const commands = undoPlanChange(operations, before);
  if (commands.length === 0) return null;
  return { kind: operations.some(({ kind }) => kind === 'removeStep') ? 'restore' : 'undo', commands };
}

function thingsOf(operation: PatchOperation): readonly string[] {
  switch (operation.kind) {
    case 'setStep':
      return Object.keys(operation.set).map((field) => `${operation.step}:${field}`);
    case 'addStep':
      return [`${operation.step.id}:there`];
    case 'addFlow':
      return operation.steps.map(({ id }) => `${id}:there`);
    case 'removeStep':
    case 'restoreStep':
      return [`${operation.step}:there`];
    case 'moveStep':
      return [`${operation.step}:place`];
    case 'addEdge':
      return [`${operation.edge.from}>${operation.to}`];
    case 'removeEdge':
      return [`${operation.from}>${operation.to}`];
  }
}
