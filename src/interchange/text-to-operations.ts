/**
 * What changed lines change of a workflow. Lines are matched with the steps that they were written from, and a step
 * is changed only in what its line now says otherwise: what lines cannot say (votes, ladders, facts …) stays [R2].
 *
 * Invariants: pure; lines as they were written give no operations; edges are told before a step is taken out, so
 * that nothing has to be bridged. New ids come from the context.
 */
import type { EditOperation, StepNature } from '../model/edit-operation.ts';
import type { StepId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import type { StepChanges } from '../model/patch.ts';
import type { Assignee, Dependency, StepDefinition, WorkflowDefinition } from '../model/workflow.ts';
import { parseCapture, type CaptureContext } from './capture.ts';
import { writeDefinition } from './definition-to-text.ts';
import { foldText } from './folded-text.ts';
import { matchSteps } from './match-steps.ts';
import { freeId } from './slug.ts';

/** Fields that lines say, each by itself. */
const fields = ['title', 'assignee', 'backup', 'estimate', 'start', 'due', 'checklist'] as const;

export function textToOperations(
  before: WorkflowDefinition,
  text: string,
  context: CaptureContext,
): EditOperation[] {
  const written = writeDefinition(before);
  const known = before.steps.map(({ id }) => id);
  const base = parseCapture(written.text, {
    ...context,
    newId: (n) => written.steps[n - 1]?.id ?? before.id,
  });
  const read = parseCapture(text, { ...context, newId: (n) => `line-${n}` }).definition;
  if (read.steps.length === 0) return [];
  const kept = matchSteps(base.definition.steps, read.steps);
  const idByRead = nameSteps(read.steps, kept, known, context);
  const parts = nameParts(before, read);
  const beforeById = new Map(before.steps.map((step) => [step.id, step]));
  const after = withOwnEnds(
    read.steps.map((step) => withIds(step, idByRead, parts.idByRead)),
    beforeById,
  );
  const partByBase = nameParts(before, base.definition).idByRead;
  const baseSteps = base.definition.steps.map((step) => withIds(step, new Map(), partByBase));
  const baseById = new Map(withOwnEnds(baseSteps, beforeById).map((step) => [step.id, step]));
  const dropped = before.steps.filter(({ id }) => !after.some((step) => step.id === id));
  const renamed = isSame(read.title, base.definition.title) ? [] : [read.title];
  return [
    ...renamed.map((title): EditOperation => ({ kind: 'setWorkflow', set: { title } })),
    ...parts.added.map((part): EditOperation => ({ kind: 'putPart', part })),
    ...orderOperations(
      written.steps.map(({ id }) => id),
      after,
      baseById,
    ),
    ...after.flatMap((step) => {
      const [was, full] = [baseById.get(step.id), beforeById.get(step.id)];
      return was === undefined || full === undefined ? [] : stepOperations(was, step, full);
    }),
    ...dropped.flatMap((step) => dropOperations(step, before.steps)),
  ];
}

/** Steps that stay keep their ids; new ones get ids that nothing has. */
function nameSteps(
  read: readonly StepDefinition[],
  kept: ReadonlyMap<StepId, StepId>,
  known: readonly StepId[],
  context: CaptureContext,
): ReadonlyMap<StepId, StepId> {
  const taken = new Set<string>(known);
  return new Map(
    read.map(({ id }, index) => {
      const own = kept.get(id) ?? (freeId(context.newId(index + 1), taken) as StepId);
      taken.add(own);
      return [id, own];
    }),
  );
}

function nameParts(before: WorkflowDefinition, read: WorkflowDefinition) {
  const idByName = new Map(before.parts.map(({ id, name }) => [foldText(name), id]));
  const taken = new Set(before.parts.map(({ id }) => id));
  const idByRead = new Map<string, string>();
  const added = read.parts.flatMap((part) => {
    const known = idByName.get(foldText(part.name));
    const id = known ?? freeId(part.id, taken);
    idByRead.set(part.id, id);
    taken.add(id);
    return known === undefined ? [{ id, name: part.name }] : [];
  });
  return { idByRead, added };
}

function withIds(
  step: StepDefinition,
  idByRead: ReadonlyMap<StepId, StepId>,
  partByRead: ReadonlyMap<string, string>,
): StepDefinition {
  const idOf = (id: StepId): StepId => idByRead.get(id) ?? id;
  const whom = (one: Assignee): Assignee =>
    one.kind === 'part' ? { kind: 'part', part: partByRead.get(one.part) ?? one.part } : one;
  const { assignee, backup, approval, fallbackOf } = step;
  return {
    ...step,
    id: idOf(step.id),
    after: step.after.map((edge) => ({ ...edge, from: idOf(edge.from) })),
    ...(assignee === undefined ? {} : { assignee: whom(assignee) }),
    ...(backup === undefined ? {} : { backup: whom(backup) }),
    ...(approval === undefined ? {} : { approval: { ...approval, by: approval.by.map(whom) } }),
    ...(fallbackOf === undefined ? {} : { fallbackOf: idOf(fallbackOf) }),
  };
}

/** Ends of the same name are the same ends, whatever id the lines gave them. */
function withOwnEnds(
  steps: readonly StepDefinition[],
  beforeById: ReadonlyMap<StepId, StepDefinition>,
): readonly StepDefinition[] {
  const stepById = new Map(steps.map((step) => [step.id, step]));
  const own = (step: StepId, outcome: string): string => {
    const name = foldText(stepById.get(step)?.outcomes?.find(({ id }) => id === outcome)?.name ?? '');
    const known = beforeById.get(step)?.outcomes?.find((each) => foldText(each.name) === name);
    return known?.id ?? outcome;
  };
  return steps.map((step) => ({
    ...step,
    after: step.after.map((edge) =>
      edge.outcomes === undefined
        ? edge
        : { ...edge, outcomes: edge.outcomes.map((outcome) => own(edge.from, outcome)) },
    ),
    ...(step.outcomes === undefined
      ? {}
      : { outcomes: step.outcomes.map((each) => ({ ...each, id: own(step.id, each.id) })) }),
  }));
}

/** New steps where their lines are, and steps whose lines were moved. */
function orderOperations(
  wrote: readonly StepId[],
  after: readonly StepDefinition[],
  baseById: ReadonlyMap<StepId, StepDefinition>,
): readonly EditOperation[] {
  const operations: EditOperation[] = [];
  const stay = new Set(after.map(({ id }) => id));
  const order = wrote.filter((id) => stay.has(id));
  after.forEach((step, index) => {
    const behind = after[index - 1]?.id ?? null;
    if (!baseById.has(step.id)) {
      operations.push({ kind: 'addStep', step, behind });
      order.splice(index, 0, step.id);
      return;
    }
    if (order[index] === step.id) return;
    operations.push({ kind: 'moveStep', step: step.id, behind });
    order.splice(order.indexOf(step.id), 1);
    order.splice(index, 0, step.id);
  });
  return operations;
}

function stepOperations(
  was: StepDefinition,
  step: StepDefinition,
  full: StepDefinition,
): readonly EditOperation[] {
  const set: Record<string, unknown> = {};
  for (const field of fields) if (!isSame(was[field], step[field])) set[field] = step[field] ?? null;
  if (set['checklist'] !== undefined && set['checklist'] !== null) set['checklist'] = keepItems(step, full);
  if (!isSame(was.approval, step.approval) || !isSame(was.outcomes, step.outcomes)) {
    Object.assign(set, endOperations(was, step, full));
  }
  const nature: { kind?: StepDefinition['kind']; fallbackOf?: StepId | null } = {};
  if (was.kind !== step.kind) nature.kind = step.kind;
  if (was.fallbackOf !== step.fallbackOf) nature.fallbackOf = step.fallbackOf ?? null;
  return [
    ...(Object.keys(nature).length === 0
      ? []
      : [{ kind: 'setNature', step: step.id, set: nature as StepNature } as const]),
    ...(Object.keys(set).length === 0
      ? []
      : [{ kind: 'setStep', step: step.id, set: set as StepChanges } as const]),
    ...edgeOperations(was, step, full),
  ];
}

/** How it may end and who votes: what stays as it is keeps what lines cannot say of it. */
function endOperations(was: StepDefinition, step: StepDefinition, full: StepDefinition): object {
  const set: Record<string, unknown> = {};
  const ends = step.outcomes?.map((each) => {
    const known = full.outcomes?.find(({ id }) => id === each.id);
    const meant = was.outcomes?.find(({ id }) => id === each.id)?.ends;
    if (known === undefined || meant === each.ends) return known ?? each;
    const { ends: _, ...rest } = known;
    return each.ends === true ? { ...rest, ends: true } : rest;
  });
  if (!isSame(ends, full.outcomes)) set['outcomes'] = ends ?? null;
  if (isSame(was.approval, step.approval)) return set;
  const needed = Math.min(full.approval?.needed ?? 1, step.approval?.by.length ?? 1);
  set['approval'] = step.approval === undefined ? null : { ...full.approval, ...step.approval, needed };
  return set;
}

/** Items of the same words are the same items. */
function keepItems(step: StepDefinition, full: StepDefinition): StepDefinition['checklist'] {
  const free = [...(full.checklist ?? [])];
  const taken = new Set(free.map(({ id }) => id));
  return step.checklist?.map((item) => {
    const at = free.findIndex(({ text }) => foldText(text) === foldText(item.text));
    const known = at < 0 ? undefined : free.splice(at, 1)[0];
    if (known !== undefined) return { ...known, text: item.text };
    const id = freeId(item.id, taken);
    taken.add(id);
    return { id, text: item.text };
  });
}

function edgeOperations(
  was: StepDefinition,
  step: StepDefinition,
  full: StepDefinition,
): readonly EditOperation[] {
  const edgeIn = (edges: readonly Dependency[], from: StepId) => edges.find((edge) => edge.from === from);
  const gone = was.after.filter(({ from }) => edgeIn(step.after, from) === undefined);
  const come = step.after.filter((edge) => !isSame(edge, edgeIn(was.after, edge.from)));
  return [
    ...gone.map(({ from }): EditOperation => ({ kind: 'removeEdge', to: step.id, from })),
    ...come.map((edge): EditOperation => {
      const strength = edgeIn(full.after, edge.from)?.strength;
      return { kind: 'addEdge', to: step.id, edge: strength === undefined ? edge : { ...edge, strength } };
    }),
  ];
}

function dropOperations(
  { id: step, after }: StepDefinition,
  steps: readonly StepDefinition[],
): readonly EditOperation[] {
  const followers = steps.filter((each) => each.after.some(({ from }) => from === step));
  return [
    ...followers.map(({ id: to }): EditOperation => ({ kind: 'removeEdge', to, from: step })),
    ...after.map(({ from }): EditOperation => ({ kind: 'removeEdge', to: step, from })),
    { kind: 'removeStep', step },
  ];
}
