/**
 * Another version of its workflow, offered to a run that is under way [C6]: what changed between the version
 * that it pins and the other one, as far as the run has not got it and can still take it.
 */
import type { StepId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import type { PatchableField, PatchOperation } from '../../model/patch.ts';
import type { StepDefinition, WorkflowVersion } from '../../model/workflow.ts';
import { canChangeStep, changedStep, planAfter } from '../decide/change-plan.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import type { RunState } from '../run-state.ts';
import { closeGaps } from './close-gaps.ts';
import { diffPlans } from './diff-plans.ts';

export interface VersionOffer {
  /** For one `changePlan`. */
  readonly operations: readonly PatchOperation[];
  /** Steps that are another in that version, and are over here: they stay as they were done. */
  readonly stays: readonly StepId[];
}

/** `null`: nothing of it is new here. */
export function offerVersion(state: RunState, version: WorkflowVersion): VersionOffer | null {
  const pinned = state.workflow;
  if (pinned === null || pinned.hash === version.hash || pinned.definition.id !== version.definition.id)
    return null;
  if (state.status !== 'running' && state.status !== 'suspended') return null;
  const pinnedById = new Map(pinned.definition.steps.map((step) => [step.id, step]));
  const news = diffPlans(pinned.definition.steps, version.definition.steps)
    .flatMap((operation) => withoutOwn(state, operation, pinnedById))
    // Each on top of those before it: an edge may come from a step that comes with it.
    .reduce<readonly PatchOperation[]>(
      (kept, operation) => (bringsNews(state, kept, operation) ? [...kept, operation] : kept),
      [],
    );
  const added = new Set(news.flatMap((each) => (each.kind === 'addStep' ? [each.step.id] : [])));
  const isTaken = (operation: PatchOperation): boolean =>
    operation.kind === 'addStep' ||
    added.has(changedStep(operation)) ||
    canChangeStep(state, changedStep(operation));
  const operations = news.filter(isTaken);
  if (operations.length === 0) return null;
  const stays = news.flatMap((operation) =>
    operation.kind === 'addStep' || isTaken(operation) ? [] : [changedStep(operation)],
  );
  return { operations, stays: [...new Set(stays)] };
}

/** What this run has changed by itself stays as it is here. */
function withoutOwn(
  state: RunState,
  operation: PatchOperation,
  pinnedById: ReadonlyMap<StepId, StepDefinition>,
): readonly PatchOperation[] {
  if (operation.kind !== 'setStep') return [operation];
  const [here, pinned] = [
    planIndexOf(state.plan.steps).stepOf(operation.step),
    pinnedById.get(operation.step),
  ];
  if (here === undefined || pinned === undefined) return [];
  const fields = (Object.keys(operation.set) as PatchableField[]).filter((field) =>
    isSame(here[field], pinned[field]),
  );
  if (fields.length === 0) return [];
  const set = Object.fromEntries(fields.map((field) => [field, operation.set[field]]));
  return [{ ...operation, set }];
}

function bringsNews(state: RunState, kept: readonly PatchOperation[], operation: PatchOperation): boolean {
  const isKnown = (id: StepId): boolean => planIndexOf(state.plan.steps).stepOf(id) !== undefined;
  if (operation.kind === 'addStep') return !isKnown(operation.step.id);
  const step = changedStep(operation);
  if (state.plan.removed.has(step)) return false;
  const before = planAfter(state, closeGaps(kept, state.plan.steps));
  const after = planAfter(state, closeGaps([...kept, operation], state.plan.steps));
  return !isSame(after.steps, before.steps) || after.removed.size !== before.removed.size;
}
