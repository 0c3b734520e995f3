/**
 * What somebody changed about a step and has not saved, and the operations that carry it out.
 *
 * Invariant: only what was changed is kept and sent, field by field and edge by edge, so that what somebody else
 * changes meanwhile stays, and is seen at once.
 */
import type { EditOperation, StepNature } from '../../../model/edit-operation.ts';
import type { StepId } from '../../../model/ids.ts';
import type { StepChanges } from '../../../model/patch.ts';
import type { Dependency, StepDefinition } from '../../../model/workflow.ts';

export type StepField = Exclude<keyof StepDefinition, 'id' | 'after'>;

/** `null` takes a field away. */
export type FieldChanges = {
  readonly [Field in StepField]?: Exclude<StepDefinition[Field], undefined> | null;
};

export interface StepDraft {
  readonly fields: FieldChanges;
  /** By where it comes from; `null`: none from there. */
  readonly edges: ReadonlyMap<StepId, Dependency | null>;
}

export const emptyDraft: StepDraft = { fields: {}, edges: new Map() };

const natureFields: ReadonlySet<string> = new Set<keyof StepNature>([
  'kind',
  'fallbackOf',
  'until',
  'subflow',
]);

export function withFields(draft: StepDraft, fields: FieldChanges): StepDraft {
  return { ...draft, fields: { ...draft.fields, ...fields } };
}

export function withEdge(draft: StepDraft, from: StepId, edge: Dependency | null): StepDraft {
  return { ...draft, edges: new Map(draft.edges).set(from, edge) };
}

/** The step as it would be: what is there now, with what the draft changes. */
export function draftToStep(step: StepDefinition, { fields, edges }: StepDraft): StepDefinition {
  const merged = Object.entries({ ...step, ...fields }).filter(([, value]) => value !== null);
  const changed = Object.fromEntries(merged) as unknown as StepDefinition;
  if (edges.size === 0) return changed;
  const kept = step.after.flatMap((edge) => {
    const now = edges.get(edge.from);
    return now === undefined ? [edge] : now === null ? [] : [now];
  });
  const known = new Set(step.after.map(({ from }) => from));
  const come = [...edges].flatMap(([from, edge]) => (edge === null || known.has(from) ? [] : [edge]));
  return { ...changed, after: [...kept, ...come] };
}

/** Nothing when nothing is another than it is now. */
export function draftToOperations(step: StepDefinition, draft: StepDraft): readonly EditOperation[] {
  const set: Record<string, unknown> = {};
  const nature: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(tidy(draft.fields))) {
    if (isSameJson(value ?? null, step[field as StepField] ?? null)) continue;
    if (natureFields.has(field)) nature[field] = value;
    else set[field] = value;
  }
  const edges = [...draft.edges].flatMap(([from, edge]): readonly EditOperation[] => {
    const was = step.after.find((each) => each.from === from);
    if (edge === null) return was === undefined ? [] : [{ kind: 'removeEdge', to: step.id, from }];
    return isSameJson(edge, was) ? [] : [{ kind: 'addEdge', to: step.id, edge }];
  });
  return [
    ...(Object.keys(nature).length === 0
      ? []
      : [{ kind: 'setNature', step: step.id, set: nature as StepNature } as const]),
    ...(Object.keys(set).length === 0
      ? []
      : [{ kind: 'setStep', step: step.id, set: set as StepChanges } as const]),
    ...edges,
  ];
}

/** `unlocks`: steps that are to wait for it. It stands behind the last of those that it starts after. */
export function newStepToOperations(
  step: StepDefinition,
  steps: readonly StepDefinition[],
  behind: StepId | null,
  unlocks: ReadonlySet<StepId>,
): readonly EditOperation[] {
  const before = new Set(step.after.map(({ from }) => from));
  const place = steps.findLast(({ id }) => before.has(id))?.id ?? behind;
  return [
    { kind: 'addStep', step: tidyStep(step), behind: place },
    ...[...unlocks].map((to) => ({ kind: 'addEdge', to, edge: { from: step.id } }) as const),
  ];
}

function tidyStep(step: StepDefinition): StepDefinition {
  const { id, after, ...fields } = step;
  const kept = Object.entries(tidy(fields)).filter(([, value]) => value !== null && value !== undefined);
  return { id, after, ...Object.fromEntries(kept) } as unknown as StepDefinition;
}

/** Without blanks around what was written, and nothing in the place of what says nothing. */
function tidy(fields: FieldChanges): FieldChanges {
  const { title, instructions, checklist, outcomes, reads, writes, notBy } = fields;
  const lines = checklist?.filter(({ text }) => text.trim() !== '');
  return {
    ...fields,
    ...(title != null && { title: title.trim() }),
    ...(instructions != null && { instructions: orNone(instructions.trim()) }),
    ...(lines != null && { checklist: orNone(lines) }),
    ...(outcomes != null && { outcomes: orNone(outcomes) }),
    ...(reads != null && { reads: orNone(reads) }),
    ...(writes != null && { writes: orNone(writes) }),
    ...(notBy != null && { notBy: orNone(notBy) }),
  };
}

function orNone<Value extends string | readonly unknown[]>(value: Value): Value | null {
  return value.length === 0 ? null : value;
}

/** Whatever the order of their fields. */
function isSameJson(one: unknown, other: unknown): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
