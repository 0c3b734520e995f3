/**
 * Another version of its workflow, offered to a run that is under way [C6]: what changed between the version
 * that it pins and the other one, as far as the run has not got it and can still take it.
 */
import type { StepId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import type { PatchableField, PatchOperation } from '../../model/patch.ts';
import type { StepDefinition, WorkflowDefinition, WorkflowVersion } from '../../model/workflow.ts';
import { canChangeStep, changedStep, planAfter } from '../decide/change-plan.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import type { RunState } from '../run-state.ts';
import type { PatchedPlan } from './apply-patches.ts';
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
  const news = newsFor(state, pinned, version);
  const added = new Set(news.flatMap(addedSteps));
  const isTaken = (operation: PatchOperation): boolean =>
    isAddition(operation) ||
    added.has(changedStep(operation)) ||
    canChangeStep(state, changedStep(operation));
  const operations = news.filter(isTaken);
  if (operations.length === 0) return null;
  const stays = news.flatMap((operation) =>
    isAddition(operation) || isTaken(operation) ? [] : [changedStep(operation)],
  );
  return { operations, stays: [...new Set(stays)] };
}

interface KnownNews {
  readonly pinned: string;
  readonly version: string;
  readonly news: readonly PatchOperation[];
}

/** By plan, which is another object whenever it was patched: what is new to it hangs on nothing else of the run. */
const knownByPlan = new WeakMap<RunState['plan'], KnownNews>();

function newsFor(
  state: RunState,
  pinned: WorkflowVersion,
  version: WorkflowVersion,
): readonly PatchOperation[] {
  const known = knownByPlan.get(state.plan);
  if (known?.version === version.hash && known.pinned === pinned.hash) return known.news;
  const pinnedById = new Map(pinned.definition.steps.map((step) => [step.id, step]));
  const differences = [
    ...findShared(pinned.definition, version.definition),
    ...diffPlans(pinned.definition.steps, version.definition.steps),
  ];
  const news = gatherNews(
    state,
    differences.flatMap((operation) => withoutOwn(state, operation, pinnedById)),
  );
  knownByPlan.set(state.plan, { pinned: pinned.hash, version: version.hash, news });
  return news;
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

type Addition = Extract<PatchOperation, { readonly kind: 'addStep' | 'addFlow' }>;

function isAddition(operation: PatchOperation): operation is Addition {
  return operation.kind === 'addStep' || operation.kind === 'addFlow';
}

function addedSteps(operation: PatchOperation): readonly StepId[] {
  if (operation.kind === 'addFlow') return operation.steps.map(({ id }) => id);
  return operation.kind === 'addStep' ? [operation.step.id] : [];
}

/** Facts that are new, and sections of nothing but new steps: what the steps that come in may name. */
function findShared(was: WorkflowDefinition, now: WorkflowDefinition): readonly PatchOperation[] {
  const known = new Set<string>(was.steps.map(({ id }) => id));
  const facts = now.facts.filter(({ id }) => !was.facts.some((fact) => fact.id === id));
  const sections = (now.sections ?? []).filter(
    ({ id, steps }) =>
      !(was.sections ?? []).some((section) => section.id === id) && !steps.some((step) => known.has(step)),
  );
  return facts.length + sections.length === 0
    ? []
    : [{ kind: 'addFlow', steps: [], facts, sections, behind: null }];
}

function isSamePlan(before: PatchedPlan, after: PatchedPlan): boolean {
  return (
    isSame(before.steps, after.steps) &&
    isSame(before.facts, after.facts) &&
    isSame(before.sections, after.sections) &&
    before.removed.size === after.removed.size
  );
}

/** Each on top of those before it: an edge may come from a step that comes with it. */
function gatherNews(state: RunState, operations: readonly PatchOperation[]): readonly PatchOperation[] {
  const { steps, removed } = state.plan;
  const kept: PatchOperation[] = [];
  let before = planAfter(state, kept);
  for (const operation of operations) {
    const isSettled =
      operation.kind === 'addStep'
        ? planIndexOf(steps).stepOf(operation.step.id) !== undefined
        : operation.kind !== 'addFlow' && removed.has(changedStep(operation));
    if (isSettled) continue;
    const after = planAfter(state, closeGaps([...kept, operation], steps));
    if (isSamePlan(before, after)) continue;
    kept.push(operation);
    before = after;
  }
  return kept;
}
