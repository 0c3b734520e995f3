/**
 * A workflow with what somebody has written over it.
 *
 * Invariants: total; depends on the base and the entries alone, not on how they came; steps stand in the order of
 * their ranks; no edge closes a circle and none comes from a step that is gone; what cannot be read leaves the rest
 * as it is.
 */
import { isReadable } from './decode-workflow.ts';
import {
  decodeWish,
  type DraftEntries,
  type ListName,
  stallsKey,
  titleKey,
  type Wish,
} from './draft-entries.ts';
import { asId, type StepId } from './ids.ts';
import { omit } from './omit.ts';
import { isRank, rankAt } from './rank.ts';
import type { Dependency, StepDefinition, WorkflowDefinition } from './workflow.ts';

export interface DraftReading {
  readonly definition: WorkflowDefinition;
  /** By step, of those that are there. */
  readonly rankById: ReadonlyMap<StepId, string>;
  /** Edges that would close a circle with what somebody else wrote meanwhile. */
  readonly dropped: readonly DroppedEdge[];
}

export interface DroppedEdge {
  readonly from: StepId;
  readonly to: StepId;
}

interface StepEntries {
  readonly fields: Map<string, unknown>;
  there?: boolean;
  rank?: string;
}

interface EdgeWish extends Wish {
  readonly to: StepId;
  readonly from: StepId;
}

interface Sorted {
  readonly steps: ReadonlyMap<StepId, StepEntries>;
  readonly edges: readonly EdgeWish[];
  readonly lists: Readonly<Record<ListName, ReadonlyMap<string, Wish>>>;
}

export function readDraft(base: WorkflowDefinition, entries: DraftEntries): DraftReading {
  const sorted = sortEntries(entries);
  const { steps: unlinked, rankById } = readSteps(base, sorted.steps);
  const { steps, dropped } = linkSteps(unlinked, sorted.edges);
  const known = new Set(steps.map(({ id }) => id));
  const title = entries.get(titleKey);
  const ifStalls = entries.get(stallsKey);
  const sections = readList(base.sections ?? [], sorted.lists.section, isReadable.section).map((section) =>
    section.steps.every((id) => known.has(id))
      ? section
      : { ...section, steps: section.steps.filter((id) => known.has(id)) },
  );
  const followUps = readList(base.followUps ?? [], sorted.lists.followUp, isReadable.followUp);
  const definition: WorkflowDefinition = {
    ...base,
    ...(typeof title === 'string' && { title }),
    parts: readList(base.parts, sorted.lists.part, isReadable.part),
    facts: readList(base.facts, sorted.lists.fact, isReadable.fact),
    steps,
    ...(sections.length > 0 && { sections }),
    ...(followUps.length > 0 && { followUps }),
    ...(isReadable.ladder(ifStalls) && { ifStalls }),
  };
  return { definition: withoutEmpty(definition, { sections, followUps, ifStalls }), rankById, dropped };
}

/** What is empty, or was taken away, is not there at all. */
function withoutEmpty(
  definition: WorkflowDefinition,
  now: {
    readonly sections: readonly unknown[];
    readonly followUps: readonly unknown[];
    readonly ifStalls: unknown;
  },
): WorkflowDefinition {
  let result: WorkflowDefinition = definition;
  if (now.sections.length === 0) result = omit(result, 'sections');
  if (now.followUps.length === 0) result = omit(result, 'followUps');
  return now.ifStalls === null ? omit(result, 'ifStalls') : result;
}

function sortEntries(entries: DraftEntries): Sorted {
  const steps = new Map<StepId, StepEntries>();
  const edges: EdgeWish[] = [];
  const lists = {
    part: new Map<string, Wish>(),
    fact: new Map<string, Wish>(),
    section: new Map<string, Wish>(),
    followUp: new Map<string, Wish>(),
  };
  const ofStep = (id: StepId): StepEntries => {
    const found = steps.get(id) ?? { fields: new Map<string, unknown>() };
    steps.set(id, found);
    return found;
  };
  for (const [key, value] of entries) {
    const [sort = '', id = '', what = '', field = ''] = key.split('/');
    if (sort === 'step') {
      const step = ofStep(asId<StepId>(id));
      if (what === 'there') step.there = value === true;
      else if (what === 'rank' && isRank(value)) step.rank = value;
      else if (what === 'is') step.fields.set(field, value);
      continue;
    }
    const wish = decodeWish(value);
    if (wish === null) continue;
    if (sort === 'edge') edges.push({ ...wish, to: asId<StepId>(id), from: asId<StepId>(what) });
    else if (Object.hasOwn(lists, sort)) lists[sort as ListName].set(key.slice(sort.length + 1), wish);
  }
  return { steps, edges, lists };
}

function readSteps(
  base: WorkflowDefinition,
  entriesById: ReadonlyMap<StepId, StepEntries>,
): Pick<DraftReading, 'rankById'> & { readonly steps: readonly StepDefinition[] } {
  const isBase = new Set(base.steps.map(({ id }) => id));
  const added = [...entriesById].flatMap(([id, entries]) => {
    if (isBase.has(id) || entries.there !== true) return [];
    const step: unknown = { id, after: [], ...presentFields(entries.fields) };
    return isReadable.step(step) ? [{ step, rank: entries.rank ?? rankAt(base.steps.length) }] : [];
  });
  const kept = base.steps.flatMap((step, index) => {
    const entries = entriesById.get(step.id);
    if (entries === undefined) return [{ step, rank: rankAt(index) }];
    if (entries.there === false) return [];
    return [{ step: withFields(step, entries.fields), rank: entries.rank ?? rankAt(index) }];
  });
  const placed = [...kept, ...added].sort(
    (a, b) => compareText(a.rank, b.rank) || compareText(a.step.id, b.step.id),
  );
  const isThere = new Set(placed.map(({ step }) => step.id));
  return {
    steps: placed.map(({ step }) =>
      step.fallbackOf === undefined || isThere.has(step.fallbackOf) ? step : omit(step, 'fallbackOf'),
    ),
    rankById: new Map(placed.map(({ step, rank }) => [step.id, rank])),
  };
}

const fixed: ReadonlySet<string> = new Set(['id', 'after']);

function presentFields(fields: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> {
  const present = [...fields].filter(([field, value]) => !fixed.has(field) && value !== null);
  return Object.fromEntries(present);
}

/** One by one: a field that cannot be read stays as it was. */
function withFields(step: StepDefinition, fields: ReadonlyMap<string, unknown>): StepDefinition {
  let result = step;
  for (const [field, value] of fields) {
    if (fixed.has(field)) continue;
    const { [field as keyof StepDefinition]: _, ...others } = result;
    const changed: unknown = value === null ? others : { ...others, [field]: value };
    if (isReadable.step(changed)) result = changed;
  }
  return result;
}

function linkSteps(
  steps: readonly StepDefinition[],
  wishes: readonly EdgeWish[],
): { readonly steps: readonly StepDefinition[]; readonly dropped: readonly DroppedEdge[] } {
  const known = new Set(steps.map(({ id }) => id));
  const mainById = new Map(steps.map(({ id, fallbackOf }) => [id, fallbackOf]));
  const edgesById = new Map<StepId, Dependency[]>(
    steps.map(({ id, after }) => [id, after.filter(({ from }) => known.has(from))]),
  );
  const wanted: (EdgeWish & { readonly value: Dependency })[] = [];
  for (const wish of wishes) {
    const edges = edgesById.get(wish.to);
    if (edges === undefined || !known.has(wish.from)) continue;
    const place = edges.findIndex(({ from }) => from === wish.from);
    if (wish.value === null) edges.splice(place, place < 0 ? 0 : 1);
    else if (!isReadable.dependency(wish.value) || wish.value.from !== wish.from) continue;
    else if (place >= 0) edges[place] = wish.value;
    else wanted.push({ ...wish, value: wish.value });
  }
  wanted.sort((a, b) => a.at - b.at || compareText(a.to, b.to) || compareText(a.from, b.from));
  const dropped: DroppedEdge[] = [];
  for (const { to, from, value } of wanted) {
    if (leadsTo(to, from, edgesById, mainById)) dropped.push({ from, to });
    else edgesById.get(to)?.push(value);
  }
  // A step that stands in for another comes after it, as by an edge.
  for (const { id, fallbackOf } of steps) {
    if (fallbackOf === undefined) continue;
    mainById.set(id, undefined);
    if (leadsTo(id, fallbackOf, edgesById, mainById)) dropped.push({ from: fallbackOf, to: id });
    else mainById.set(id, fallbackOf);
  }
  return { steps: steps.map((step) => relink(step, edgesById, mainById)), dropped };
}

/** The same object while it says the same. */
function relink(
  step: StepDefinition,
  edgesById: ReadonlyMap<StepId, readonly Dependency[]>,
  mainById: ReadonlyMap<StepId, StepId | undefined>,
): StepDefinition {
  const after = edgesById.get(step.id) ?? [];
  const isSameList =
    after.length === step.after.length && after.every((edge, index) => edge === step.after[index]);
  const linked = isSameList ? step : { ...step, after };
  return step.fallbackOf === mainById.get(step.id) ? linked : omit(linked, 'fallbackOf');
}

/** Whether `from` comes after `to`, or is it: an edge between them would close a circle. */
export function leadsTo(
  to: StepId,
  from: StepId,
  edgesById: ReadonlyMap<StepId, readonly Dependency[]>,
  mainById: ReadonlyMap<StepId, StepId | undefined>,
): boolean {
  const seen = new Set<StepId>([from]);
  // A set is walked in the order in which it grows.
  for (const id of seen) {
    if (id === to) return true;
    for (const edge of edgesById.get(id) ?? []) seen.add(edge.from);
    const main = mainById.get(id);
    if (main !== undefined) seen.add(main);
  }
  return false;
}

function readList<Element extends { readonly id: string }>(
  base: readonly Element[],
  wishById: ReadonlyMap<string, Wish>,
  isElement: (value: unknown) => value is Element,
): readonly Element[] {
  if (wishById.size === 0) return base;
  const wanted = (id: string): Element | null | undefined => {
    const wish = wishById.get(id);
    if (wish === undefined || wish.value === null) return wish?.value === null ? null : undefined;
    return isElement(wish.value) && wish.value.id === id ? wish.value : undefined;
  };
  const isBase = new Set(base.map(({ id }) => id));
  const kept = base.flatMap((element) => {
    const wish = wanted(element.id);
    return wish === null ? [] : [wish ?? element];
  });
  const added = [...wishById]
    .filter(([id]) => !isBase.has(id))
    .sort(([a, { at: first }], [b, { at: second }]) => first - second || compareText(a, b))
    .flatMap(([id]) => wanted(id) ?? []);
  return [...kept, ...added];
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
