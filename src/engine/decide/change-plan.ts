/** Changes to the plan of a running run: they touch what is open, and leave a plan that can be run [C1]. */
import type { Command } from '../../model/command.ts';
import { asId, type EventId, type StepId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import type { PatchOperation } from '../../model/patch.ts';
import { err, ok } from '../../model/result.ts';
import { validateWorkflow } from '../../model/validate-workflow.ts';
import { applyPatches, type PatchedPlan } from '../plan-changes/apply-patches.ts';
import { closeGaps } from '../plan-changes/close-gaps.ts';
import type { Refusal } from '../refusal.ts';
import type { RunState } from '../run-state.ts';
import type { Decision } from './draft.ts';
import { isClosed } from '../readiness.ts';
import { requireGoingOn } from './guards.ts';

export function decideChangePlan(
  command: Extract<Command, { kind: 'changePlan' }>,
  state: RunState,
): Decision {
  const allowed = requireGoingOn(state);
  if (!allowed.ok) return allowed;
  const operations = closeGaps(command.operations, state.steps);
  const refusal = refuseOperations(command.operations, state);
  if (refusal !== null) return err(refusal);
  const after = planAfter(state, operations);
  const [dropped] = after.flags;
  if (dropped?.kind === 'cycle')
    return err({
      type: 'invalidWorkflow',
      problems: [{ type: 'cycle', steps: [dropped.from, dropped.to] }],
    });
  const isAsBefore = isSame(after.steps, state.steps) && isSame([...after.removed], [...state.removed]);
  if (isAsBefore) return ok([]);
  const sound = validateWorkflow(runnable(after, state));
  if (!sound.ok) return err(sound.error);
  return ok([{ type: 'run.patched/2', data: { operations } }]);
}

const draftId = asId<EventId>('draft');

/** What the plan would be, to somebody who has seen all that the state has. */
export function planAfter(state: RunState, operations: readonly PatchOperation[]): PatchedPlan {
  const drafts = [{ id: draftId, data: { operations } }];
  const { steps, removed, flags } = applyPatches(state.steps, drafts, () => false);
  const restored = new Set(
    operations.flatMap((operation) => (operation.kind === 'restoreStep' ? [operation.step] : [])),
  );
  const stillRemoved = [...state.removed].filter((step) => !restored.has(step));
  return { steps, removed: new Set([...stillRemoved, ...removed]), flags };
}

/** The plan as it is run: without what was taken out, also where parts of the flow list it. */
function runnable({ steps, removed }: PatchedPlan, state: RunState) {
  const definition = state.workflow?.definition;
  const isThere = (id: StepId): boolean => !removed.has(id);
  return {
    steps: steps.filter(({ id }) => isThere(id)),
    facts: definition?.facts ?? [],
    sections: (definition?.sections ?? []).map((section) => ({
      ...section,
      steps: section.steps.filter(isThere),
    })),
  };
}

function refuseOperations(operations: readonly PatchOperation[], state: RunState): Refusal | null {
  const added = new Set<StepId>();
  for (const operation of operations) {
    if (operation.kind === 'addStep') {
      if (operation.step.title.trim() === '') return { type: 'emptyText' };
      added.add(operation.step.id);
      continue;
    }
    const step = changedStep(operation);
    if (operation.kind === 'setStep' && operation.set.title?.trim() === '') return { type: 'emptyText' };
    if (added.has(step)) continue;
    const current = state.current.get(step);
    if (current === undefined) return { type: 'unknownStep', step };
    // Where it stands in the list says nothing about what was done.
    if (operation.kind === 'moveStep' || operation.kind === 'restoreStep') continue;
    if (!canChangeStep(state, step)) return { type: 'alreadyClosed', step, status: current.status };
  }
  return null;
}

/** What is over is reopened, not changed; a failed step is not, and one that is not wanted may be again. */
export function canChangeStep({ current }: RunState, step: StepId): boolean {
  const found = current.get(step);
  return (
    found !== undefined &&
    (!isClosed(found.status) || found.status === 'failed' || found.status === 'withdrawn')
  );
}

/** Whose plan is another afterwards: of an edge, the step that it leads to. */
export function changedStep(operation: Exclude<PatchOperation, { kind: 'addStep' }>): StepId {
  return operation.kind === 'addEdge' || operation.kind === 'removeEdge' ? operation.to : operation.step;
}
