/**
 * The plan of a run with its patches (ENGINE §8, and the patch rows of §7).
 *
 * Invariants
 * - Fields, edges and places merge one by one; of two that set one of them the later in total order holds,
 *   except that an edge added and, unseen, taken away is there [C2].
 * - What is removed stays in the list, so that what was done there is not lost; `removed` names it. A removal
 *   that somebody who had not seen it edited is void and flagged [C3].
 * - The result has no cycle if the plan had none: an edge that would close one is dropped and flagged [C4].
 */
import type { RunEventOf } from '../../model/event.ts';
import type { FactDefinition } from '../../model/fact.ts';
import type { EventId, StepId } from '../../model/ids.ts';
import type { PatchOperation } from '../../model/patch.ts';
import { stepOfPlace } from '../../model/place.ts';
import type {
  Dependency,
  SectionDefinition,
  StepDefinition,
  WorkflowDefinition,
} from '../../model/workflow.ts';
import { computeEventHeads, type Saw } from '../event-heads.ts';
import type { RivalDue } from './find-rival-dues.ts';
import { withAddedFlows } from './with-added-flows.ts';
import { withChanges } from './with-changes.ts';

/** What of a patch has no effect, or has rivals, and somebody should know. */
export type PlanFlag =
  | RivalDue
  | { readonly kind: 'cycle'; readonly event: EventId; readonly from: StepId; readonly to: StepId }
  | { readonly kind: 'keptStep'; readonly event: EventId; readonly step: StepId };

export interface PatchedPlan {
  /** In the order in which people see them, removed ones too. */
  readonly steps: readonly StepDefinition[];
  readonly removed: ReadonlySet<StepId>;
  /** As they were written, with those that came with other workflows [B6]. */
  readonly facts: readonly FactDefinition[];
  readonly sections: readonly SectionDefinition[];
  readonly flags: readonly PlanFlag[];
}

/** What a plan is made from before anything is patched. */
export type WrittenPlan = Pick<WorkflowDefinition, 'steps' | 'facts' | 'sections'>;

/** One operation, under the id of the patch that it came in; another workflow as the steps that it is. */
type Operation = StepOperation & { readonly id: EventId };
type StepOperation = Exclude<PatchOperation, { readonly kind: 'addFlow' }>;
type OperationOf<Kind extends StepOperation['kind']> = Extract<Operation, { readonly kind: Kind }>;

const nothing: ReadonlySet<StepId> = new Set();
const noFlags: readonly PlanFlag[] = [];
const noSections: readonly SectionDefinition[] = [];

/** `patches` in total order. An operation on a step that is not there changes nothing. */
export function applyPatches(
  written: WrittenPlan,
  patches: readonly Pick<RunEventOf<'run.patched/2'>, 'id' | 'data'>[],
  saw: Saw,
): PatchedPlan {
  const { steps, facts, sections = noSections } = written;
  if (patches.length === 0) return { steps, removed: nothing, facts, sections, flags: noFlags };
  const operations = patches.flatMap(({ id, data }) =>
    data.operations.flatMap(toStepOperations).map((operation): Operation => ({ ...operation, id })),
  );
  const listed = arrange(steps, operations);
  const changed = setFields(listed, operations);
  const linked = linkSteps(changed, operations, saw);
  const removal = findRemoved(linked.steps, operations, saw);
  const { removed } = removal;
  return {
    steps: linked.steps,
    removed,
    ...withAddedFlows(written, patches, linked.steps, removed),
    flags: [...linked.flags, ...removal.flags],
  };
}

/** Each behind the one before it. */
export function toStepOperations(operation: PatchOperation): readonly StepOperation[] {
  if (operation.kind !== 'addFlow') return [operation];
  return operation.steps.map((step, place) => ({
    kind: 'addStep',
    step,
    behind: operation.steps[place - 1]?.id ?? operation.behind,
  }));
}

/** The list with what was added and moved; a step that stands after one that is not there comes last. */
function arrange(
  steps: readonly StepDefinition[],
  operations: readonly Operation[],
): readonly StepDefinition[] {
  const ordered = [...steps];
  const known = new Set(steps.map(({ id }) => id));
  const putBehind = (step: StepDefinition, behind: StepId | null): void => {
    const place = behind === null ? 0 : ordered.findIndex(({ id }) => id === behind) + 1;
    ordered.splice(behind !== null && place === 0 ? ordered.length : place, 0, step);
  };
  for (const operation of operations) {
    if (operation.kind === 'addStep' && !known.has(operation.step.id)) {
      known.add(operation.step.id);
      putBehind(operation.step, operation.behind);
    } else if (operation.kind === 'moveStep' && operation.step !== operation.behind) {
      const place = ordered.findIndex(({ id }) => id === operation.step);
      const [moved] = place < 0 ? [] : ordered.splice(place, 1);
      if (moved !== undefined) putBehind(moved, operation.behind);
    }
  }
  return ordered;
}

function setFields(
  steps: readonly StepDefinition[],
  operations: readonly Operation[],
): readonly StepDefinition[] {
  const changesByStep = Map.groupBy(operations.filter(isKind('setStep')), ({ step }) => step);
  if (changesByStep.size === 0) return steps;
  return steps.map((step) => {
    const changes = changesByStep.get(step.id) ?? [];
    return changes.reduce((changed, { set }) => withChanges(changed, set), step);
  });
}

/** One edge as somebody wanted it; `null`: as somebody wanted it gone. */
interface EdgeWish {
  readonly id: EventId;
  readonly to: StepId;
  readonly from: StepId;
  readonly edge: Dependency | null;
}

function linkSteps(
  steps: readonly StepDefinition[],
  operations: readonly Operation[],
  saw: Saw,
): Pick<PatchedPlan, 'steps' | 'flags'> {
  const wishes = operations.flatMap(toWishes);
  if (wishes.length === 0) return { steps, flags: noFlags };
  const known = new Set(steps.map(({ id }) => id));
  const added = new Set(operations.filter(isKind('addStep')).map(({ step }) => step.id));
  // What a step came with is a wish of its patch, like any edge that came later.
  const edgesByStep = new Map(steps.map(({ id, after }) => [id, added.has(id) ? [] : [...after]]));
  const wanted: EdgeWish[] = [];
  const byEnds = Map.groupBy(wishes, ({ to, from }) => JSON.stringify([to, from]));
  for (const rivals of byEnds.values()) {
    const heads = computeEventHeads(rivals, saw);
    const kept = heads.findLast(({ edge }) => edge !== null);
    const [{ to, from }] = rivals as [EdgeWish, ...EdgeWish[]];
    const edges = edgesByStep.get(to);
    if (edges === undefined || !known.has(from)) continue;
    const place = edges.findIndex((edge) => edge.from === from);
    if (kept === undefined) edges.splice(place, place < 0 ? 0 : 1);
    else if (place >= 0) edges[place] = kept.edge as Dependency;
    else wanted.push(kept);
  }
  const place = new Map(wishes.map((wish, index) => [wish, index]));
  wanted.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  // A fallback comes after its step, as by an edge.
  const mainById = new Map(steps.map(({ id, fallbackOf }) => [id, fallbackOf]));
  const flags: PlanFlag[] = [];
  for (const { id, to, from, edge } of wanted) {
    if (leadsTo(to, from, edgesByStep, mainById)) flags.push({ kind: 'cycle', event: id, from, to });
    else edgesByStep.get(to)?.push(edge as Dependency);
  }
  return {
    steps: steps.map((step) => withEdges(step, edgesByStep.get(step.id) ?? step.after)),
    flags,
  };
}

function toWishes(operation: Operation): readonly EdgeWish[] {
  const { id } = operation;
  switch (operation.kind) {
    case 'addStep':
      return operation.step.after.map((edge) => ({ id, to: operation.step.id, from: edge.from, edge }));
    case 'addEdge':
      return [{ id, to: operation.to, from: operation.edge.from, edge: operation.edge }];
    case 'removeEdge':
      return [{ id, to: operation.to, from: operation.from, edge: null }];
    case 'setStep':
    case 'moveStep':
    case 'removeStep':
    case 'restoreStep':
      return [];
  }
}

/** The same object while its edges say the same: what is kept by step or list stays good. */
function withEdges(step: StepDefinition, after: readonly Dependency[]): StepDefinition {
  const isSameList =
    after.length === step.after.length && after.every((edge, index) => edge === step.after[index]);
  return isSameList ? step : { ...step, after };
}

/** Whether `from` comes before `to`, or is it. */
function leadsTo(
  from: StepId,
  to: StepId,
  edgesByStep: ReadonlyMap<StepId, readonly Dependency[]>,
  mainById: ReadonlyMap<StepId, StepId | undefined>,
): boolean {
  const seen = new Set<StepId>([to]);
  // A set is walked in the order in which it grows.
  for (const id of seen) {
    if (id === from) return true;
    for (const edge of edgesByStep.get(id) ?? []) seen.add(edge.from);
    const main = mainById.get(id);
    if (main !== undefined) seen.add(main);
  }
  return false;
}

function findRemoved(
  steps: readonly StepDefinition[],
  operations: readonly Operation[],
  saw: Saw,
): Pick<PatchedPlan, 'removed' | 'flags'> {
  if (!operations.some(isKind('removeStep'))) return { removed: nothing, flags: noFlags };
  const removed = new Set<StepId>();
  const flags: PlanFlag[] = [];
  for (const { id: step } of steps) {
    // What comes along in one patch with a removal (edges that close the gap) is no edit of the step.
    const removing = new Set(
      operations.filter((each) => each.kind === 'removeStep' && each.step === step).map(({ id }) => id),
    );
    if (removing.size === 0) continue;
    const said = operations.filter((each) =>
      removing.has(each.id) ? each.kind === 'removeStep' && each.step === step : speaksOf(each, step),
    );
    const heads = computeEventHeads(said, saw);
    const removal = heads.find(({ kind }) => kind === 'removeStep');
    if (removal === undefined) continue;
    if (heads.every(({ kind }) => kind === 'removeStep')) removed.add(step);
    else flags.push({ kind: 'keptStep', event: removal.id, step });
  }
  return { removed, flags };
}

/** An edge that is taken away says nothing about whether its ends are wanted. */
function speaksOf(operation: Operation, step: StepId): boolean {
  switch (operation.kind) {
    case 'addStep':
      return operation.step.id === step;
    case 'addEdge':
      return operation.to === step || operation.edge.from === step;
    case 'removeEdge':
      return false;
    case 'setStep':
      return stepOfPlace(operation.step) === step;
    case 'moveStep':
    case 'removeStep':
    case 'restoreStep':
      return operation.step === step;
  }
}

function isKind<Kind extends StepOperation['kind']>(kind: Kind) {
  return (operation: Operation): operation is OperationOf<Kind> => operation.kind === kind;
}
