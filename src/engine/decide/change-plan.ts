/** Changes to the plan of a running run: they touch what is open, and leave a plan that can be run [C1]. */
import type { Command } from '../../model/command.ts';
import { asId, type EventId, type StepId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import type { PatchOperation } from '../../model/patch.ts';
import { err, ok } from '../../model/result.ts';
import { validateWorkflow } from '../../model/validate-workflow.ts';
import { applyPatches, type PatchedPlan } from '../plan-changes/apply-patches.ts';
import { findCastProblems } from '../find-cast-problems.ts';
import { findSubflowsLeft } from '../../model/find-subflow-problems.ts';
import { castOf } from '../who.ts';
import { dropStandIns } from '../plan-changes/drop-stand-ins.ts';
import { closeGaps } from '../plan-changes/close-gaps.ts';
import type { Refusal } from '../refusal.ts';
import { applyPlacePatches } from '../plan-changes/apply-place-patches.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { planIndexOf } from './plan-index.ts';
import { placesOfSection } from './redo.ts';
import type { Decision } from './draft.ts';
import { isClosed } from '../readiness.ts';
import { requireGoingOn } from './guards.ts';

export function decideChangePlan(
  command: Extract<Command, { kind: 'changePlan' }>,
  state: RunState,
): Decision {
  const allowed = requireGoingOn(state);
  if (!allowed.ok) return allowed;
  const operations = closeGaps(command.operations, state.plan.steps);
  const refusal = refuseOperations(command.operations, state);
  if (refusal !== null) return err(refusal);
  const after = planAfter(state, operations);
  const [dropped] = after.flags;
  if (dropped?.kind === 'cycle')
    return err({
      type: 'invalidWorkflow',
      problems: [{ type: 'cycle', steps: [dropped.from, dropped.to] }],
    });
  const placed = applyPlacePatches(state.steps, [{ data: { operations } }]);
  const isAsBefore =
    isSame(placed, state.steps) &&
    isSame(after.steps, state.plan.steps) &&
    isSame(after.facts, state.plan.facts) &&
    isSame(after.sections, state.plan.sections) &&
    isSame([...after.removed], [...state.plan.removed]);
  // Of two dates that met, the one that holds may be the one to keep: then that is said.
  if (isAsBefore && !settlesDue(state, operations)) return ok([]);
  const sound = validateWorkflow(runnable(after));
  if (!sound.ok) return err(sound.error);
  const left = findSubflowsLeft(after.steps);
  if (left.length > 0) return err({ type: 'invalidWorkflow', problems: left });
  // A role that is gone meanwhile is no reason to leave all else as it is.
  const cast = castOf(state);
  const known = findCastProblems(state.steps, cast);
  const problems = findCastProblems(runnable(after).steps, cast).filter(
    (problem) => !known.some((before) => isSame(before, problem)),
  );
  if (problems.length > 0) return err({ type: 'invalidWorkflow', problems });
  return ok([{ type: 'run.patched/2', data: { operations } }]);
}

function settlesDue({ planFlags }: RunState, operations: readonly PatchOperation[]): boolean {
  return operations.some(
    (operation) =>
      operation.kind === 'setStep' &&
      operation.set.due !== undefined &&
      planFlags.some((flag) => flag.kind === 'rivalDue' && flag.step === operation.step),
  );
}

const draftId = asId<EventId>('draft');

/** What the plan would be, to somebody who has seen all that the state has. */
export function planAfter(state: RunState, operations: readonly PatchOperation[]): PatchedPlan {
  const drafts = [{ id: draftId, data: { operations } }];
  const { steps, removed, facts, sections, flags } = applyPatches(state.plan, drafts, () => false);
  const restored = new Set(
    operations.flatMap((operation) => (operation.kind === 'restoreStep' ? [operation.step] : [])),
  );
  const stillRemoved = [...state.plan.removed].filter((step) => !restored.has(step));
  return { steps, removed: new Set([...stillRemoved, ...removed]), facts, sections, flags };
}

/** The plan as it is run: without what was taken out, also where parts of the flow list it. */
function runnable({ steps, removed, facts, sections }: PatchedPlan) {
  const isThere = (id: StepId): boolean => !removed.has(id);
  return {
    steps: dropStandIns(steps.filter(({ id }) => isThere(id))),
    facts,
    sections: sections.map((section) => ({
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
    if (operation.kind === 'addFlow') {
      for (const { id } of operation.steps) added.add(id);
      continue;
    }
    const step = changedStep(operation);
    if (operation.kind === 'setStep' && operation.set.title?.trim() === '') return { type: 'emptyText' };
    if (added.has(step)) continue;
    const isWritten = planIndexOf(state.plan.steps).stepOf(step) !== undefined;
    if (!isWritten && !state.current.has(step)) return { type: 'unknownStep', step };
    // Where it stands in the list says nothing about what was done.
    if (operation.kind === 'moveStep' || operation.kind === 'restoreStep') continue;
    const closed = findUnchangeable(state, step);
    if (closed !== undefined) return { type: 'alreadyClosed', step, status: closed.status };
  }
  return null;
}

/**
 * What is over is reopened, not changed; a failed step is not, and one that is not wanted may be again. A step that
 * is done once an item is changed for all of them, so none of them may be over.
 */
export function canChangeStep(state: RunState, step: StepId): boolean {
  const isThere = state.current.has(step) || planIndexOf(state.plan.steps).stepOf(step) !== undefined;
  return isThere && findUnchangeable(state, step) === undefined;
}

function findUnchangeable(state: RunState, step: StepId): OccurrenceState | undefined {
  return placesOfSection(state, { steps: [step] })
    .flatMap((place) => state.current.get(place) ?? [])
    .find(({ status, occurrence }) => {
      const isCalledOff = status === 'terminated' && occurrence.items.length > 0;
      return isClosed(status) && status !== 'failed' && !isCalledOff;
    });
}

/** Whose plan is another afterwards: of an edge, the step that it leads to. */
export function changedStep(operation: Exclude<PatchOperation, { kind: 'addStep' | 'addFlow' }>): StepId {
  return operation.kind === 'addEdge' || operation.kind === 'removeEdge' ? operation.to : operation.step;
}
