/**
 * What somebody does to a workflow that is being written, as the entries that it sets. Nothing is set that would
 * change nothing, and no edge that would close a circle.
 */
import type { EditOperation } from './edit-operation.ts';
import {
  decodeWish,
  type DraftEntries,
  edgeKey,
  fieldKey,
  isThereKey,
  listKey,
  type ListName,
  rankKey,
  stallsKey,
  titleKey,
  type Wish,
} from './draft-entries.ts';
import { asId, type StepId } from './ids.ts';
import { omit } from './omit.ts';
import { rankBetween } from './rank.ts';
import { type DraftReading, leadsTo, readDraft } from './read-draft.ts';
import type { Dependency, WorkflowDefinition } from './workflow.ts';

type Change = readonly [key: string, value: unknown];

/** `at`: milliseconds since 1970. Each operation stands on those before it. */
export function operationsToEntries(
  base: WorkflowDefinition,
  entries: DraftEntries,
  operations: readonly EditOperation[],
  at: number,
): DraftEntries {
  const changes = new Map<string, unknown>();
  const now = new Map(entries);
  let reading: DraftReading | null = null;
  for (const operation of operations.flatMap(withoutFlows)) {
    reading ??= readDraft(base, now);
    const made = operationToChanges(base, reading, now, operation, at);
    if (made.length === 0) continue;
    reading = null;
    for (const [key, value] of made) {
      changes.set(key, value);
      now.set(key, value);
    }
  }
  return changes;
}

type SingleOperation = Exclude<EditOperation, { readonly kind: 'addFlow' }>;

/** Steps that come together, each behind the one before it, and what they name. */
function withoutFlows(operation: EditOperation): readonly SingleOperation[] {
  if (operation.kind !== 'addFlow') return [operation];
  const { steps, facts, sections, behind } = operation;
  return [
    ...facts.map((fact) => ({ kind: 'putFact', fact }) as const),
    ...steps.map(
      (step, place) => ({ kind: 'addStep', step, behind: steps[place - 1]?.id ?? behind }) as const,
    ),
    ...sections.map((section) => ({ kind: 'putSection', section }) as const),
  ];
}

/** The same without anybody's entries: the definition that comes of it. */
export function applyOperations(
  definition: WorkflowDefinition,
  operations: readonly EditOperation[],
): WorkflowDefinition {
  const none: DraftEntries = new Map();
  return readDraft(definition, operationsToEntries(definition, none, operations, 0)).definition;
}

function operationToChanges(
  base: WorkflowDefinition,
  reading: DraftReading,
  entries: DraftEntries,
  operation: SingleOperation,
  at: number,
): readonly Change[] {
  const isThere = (step: StepId): boolean => reading.rankById.has(step);
  const put = (list: ListName, id: string, value: object): readonly Change[] => {
    const before = decodeWish(entries.get(listKey(list, id)));
    const since = before === null || before.value === null ? at : before.at;
    return [[listKey(list, id), { value, at: since } satisfies Wish]];
  };
  const drop = (list: ListName, id: string): readonly Change[] => [
    [listKey(list, id), { value: null, at } satisfies Wish],
  ];
  const setFields = (step: StepId, set: object): readonly Change[] =>
    isThere(step)
      ? Object.entries(set).flatMap(([field, value]): Change[] =>
          value === undefined ? [] : [[fieldKey(step, field), value]],
        )
      : [];
  switch (operation.kind) {
    case 'setStep':
    case 'setNature':
      return setFields(operation.step, operation.set);
    case 'addStep':
      return isThere(operation.step.id) ? [] : addStep(base, reading, entries, operation, at);
    case 'moveStep':
      return isThere(operation.step) && operation.step !== operation.behind
        ? placeBehind(reading, operation.step, operation.behind)
        : [];
    case 'removeStep':
      return isThere(operation.step) ? [[isThereKey(operation.step), false]] : [];
    case 'restoreStep':
      return isThere(operation.step) ? [] : [[isThereKey(operation.step), true]];
    case 'addEdge':
      return addEdge(reading, operation.to, operation.edge, at);
    case 'removeEdge':
      return isThere(operation.to)
        ? [[edgeKey(operation.to, operation.from), { value: null, at } satisfies Wish]]
        : [];
    case 'setWorkflow': {
      const { title, ifStalls } = operation.set;
      return [
        ...(title === undefined ? [] : [[titleKey, title] as const]),
        ...(ifStalls === undefined ? [] : [[stallsKey, ifStalls] as const]),
      ];
    }
    case 'putPart':
      return put('part', operation.part.id, operation.part);
    case 'dropPart':
      return drop('part', operation.part);
    case 'putFact':
      return put('fact', operation.fact.id, operation.fact);
    case 'dropFact':
      return drop('fact', operation.fact);
    case 'putSection':
      return put('section', operation.section.id, operation.section);
    case 'dropSection':
      return drop('section', operation.section);
    case 'putFollowUp':
      return put('followUp', operation.followUp.id, operation.followUp);
    case 'dropFollowUp':
      return drop('followUp', operation.followUp);
  }
}

/** What was there under its id before, and was taken out, is there again as it is given now. */
function addStep(
  base: WorkflowDefinition,
  reading: DraftReading,
  entries: DraftEntries,
  { step, behind }: Extract<EditOperation, { readonly kind: 'addStep' }>,
  at: number,
): readonly Change[] {
  const { id, after, ...fields } = step;
  const before = base.steps.find((each) => each.id === id);
  const said = (prefix: string): readonly string[] =>
    [...entries.keys()].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  const old = [...Object.keys(omit(before ?? step, 'id', 'after')), ...said(fieldKey(id, ''))];
  const oldSources = [
    ...(before?.after ?? []).map(({ from }) => from),
    ...said(edgeKey(id, asId<StepId>(''))),
  ];
  const given = new Map<string, unknown>(Object.entries(fields));
  const edges = after.filter(({ from }) => reading.rankById.has(from));
  const sources = new Set<string>(edges.map(({ from }) => from));
  return [
    [isThereKey(id), true],
    ...placeBehind(reading, id, behind),
    ...[...new Set([...given.keys(), ...old])].map(
      (field): Change => [fieldKey(id, field), given.get(field) ?? null],
    ),
    ...oldSources
      .filter((from) => !sources.has(from))
      .map((from): Change => [edgeKey(id, asId<StepId>(from)), { value: null, at } satisfies Wish]),
    ...edges.map((edge): Change => [edgeKey(id, edge.from), { value: edge, at } satisfies Wish]),
  ];
}

function addEdge(
  { definition, rankById }: DraftReading,
  to: StepId,
  edge: Dependency,
  at: number,
): readonly Change[] {
  if (!rankById.has(to) || !rankById.has(edge.from)) return [];
  const edgesById = new Map(definition.steps.map(({ id, after }) => [id, after]));
  const isNew = !edgesById.get(to)?.some(({ from }) => from === edge.from);
  const mainById = new Map(definition.steps.map(({ id, fallbackOf }) => [id, fallbackOf]));
  if (isNew && leadsTo(to, edge.from, edgesById, mainById)) return [];
  return [[edgeKey(to, edge.from), { value: edge, at } satisfies Wish]];
}

/** Right behind the step, at the end when that is not there; those that share a place are set apart. */
function placeBehind({ rankById }: DraftReading, step: StepId, behind: StepId | null): readonly Change[] {
  const others = [...rankById].filter(([id]) => id !== step);
  const found = others.findIndex(([id]) => id === behind);
  const place = behind === null ? 0 : found < 0 ? others.length : found + 1;
  const above = others[place - 1]?.[1] ?? null;
  const tied = others.slice(place).filter(([, rank]) => rank === above);
  const below = others[place + tied.length]?.[1] ?? null;
  let last = above;
  return [step, ...tied.map(([id]) => id)].map((id): Change => {
    last = rankBetween(last, below);
    return [rankKey(id), last];
  });
}
