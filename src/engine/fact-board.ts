/**
 * The facts of a run while it is folded: folds again only the fact that was set and those derived from
 * it, and knows which steps that concerns.
 */
import type { FactDefinition } from '../model/fact.ts';
import type { RunEventOf } from '../model/event.ts';
import type { FactId } from '../model/ids.ts';
import { placeOf } from '../model/place.ts';
import type { StepDefinition } from '../model/workflow.ts';
import type { Saw } from './event-heads.ts';
import { computeFactIndex, type FactUse } from './facts/readers.ts';
import { factDefinitionById, factOrigin } from './facts/fact-origin.ts';
import { deriveFact, foldFact, foldFacts } from './facts/fold-fact.ts';
import type { StepNode } from './plan-graph.ts';
import type { FactState } from './run-state.ts';
import type { StepId } from '../model/ids.ts';

type SetsByFact = ReadonlyMap<FactId, readonly RunEventOf<'fact.set/1'>[]>;

export interface FactBoard {
  /** Live, in the order of the definition. */
  readonly facts: ReadonlyMap<FactId, FactState>;
  /** Steps that read it or have it in their condition. */
  readonly readersOf: (fact: FactId) => readonly StepNode[];
  /** Steps whose start or due counts from it. */
  readonly datedBy: (fact: FactId) => readonly StepNode[];
  /** The step that gave it its last value, if one did. */
  readonly nodeOfWriter: (fact: FactId) => StepNode | null;
  /** True while some fact was last written by a step that stands after one of its readers. */
  readonly hasRings: () => boolean;
  /** Answers the facts that have to be looked at again: it, and those derived from it. */
  readonly refold: (fact: FactId) => readonly FactId[];
}

export interface FactBoardInput {
  readonly definitions: readonly FactDefinition[];
  readonly steps: readonly StepDefinition[];
  readonly started: RunEventOf<'run.started/2'>;
  readonly setsByFact: SetsByFact;
  readonly saw: Saw;
  readonly nodeOf: (step: StepId) => StepNode | undefined;
}

const noUse: ReadonlyMap<FactId, FactUse> = new Map();

export function createFactBoard(input: FactBoardInput): FactBoard {
  const { definitions, steps, started, setsByFact, saw, nodeOf } = input;
  const facts = new Map(foldFacts(definitions, steps, started, setsByFact, saw));
  const index = definitions.length === 0 ? noUse : computeFactIndex(definitions, steps);
  const nodesOf = (ids: readonly StepId[] = []): readonly StepNode[] => ids.flatMap((id) => nodeOf(id) ?? []);
  const readers = new Map([...index].map(([id, use]) => [id, nodesOf(use.readers)]));
  const dated = new Map([...index].map(([id, use]) => [id, nodesOf(use.dated)]));
  const derivedOf = computeDerivedOf(definitions);
  const writers = new Map<FactId, StepNode>();
  const ringed = new Set<FactId>();
  for (const id of facts.keys()) noteWriter(id);

  function noteWriter(id: FactId): void {
    const occurrence = facts.get(id)?.changes.at(-1)?.occurrence ?? null;
    const writer = occurrence === null ? undefined : nodeOf(placeOf(occurrence));
    writers.get(id)?.wrote?.delete(id);
    if (writer === undefined) writers.delete(id);
    else {
      writers.set(id, writer);
      writer.wrote ??= new Set();
      writer.wrote.add(id);
    }
    if (writer !== undefined && readers.get(id)?.some(({ rank }) => rank < writer.rank)) ringed.add(id);
    else ringed.delete(id);
  }

  function refold(id: FactId): readonly FactId[] {
    const before = facts.get(id);
    if (before === undefined || before.definition.derived !== undefined) return [];
    const { definition, critical } = before;
    const initial = before.changes.find(({ event }) => event === started.id) ?? null;
    facts.set(id, foldFact(definition, { initial, sets: setsByFact.get(id) ?? [], saw, critical }));
    noteWriter(id);
    const derived = derivedOf.get(id) ?? [];
    for (const each of derived) {
      const origin = each.derived === undefined ? undefined : facts.get(each.derived.from);
      if (origin !== undefined) facts.set(each.id, deriveFact(each, origin));
      noteWriter(each.id);
    }
    return [id, ...derived.map((each) => each.id)];
  }

  return {
    facts,
    readersOf: (fact) => readers.get(fact) ?? [],
    datedBy: (fact) => dated.get(fact) ?? [],
    nodeOfWriter: (fact) => writers.get(fact) ?? null,
    hasRings: () => ringed.size > 0,
    refold,
  };
}

/** By a fact that is set: those that follow it, directly or not, each after the one that it follows. */
function computeDerivedOf(
  definitions: readonly FactDefinition[],
): ReadonlyMap<FactId, readonly FactDefinition[]> {
  const byId = factDefinitionById(definitions);
  const depthOf = (definition: FactDefinition): number => {
    const from = definition.derived === undefined ? undefined : byId.get(definition.derived.from);
    return from === undefined ? 0 : depthOf(from) + 1;
  };
  const derivedOf = new Map<FactId, FactDefinition[]>();
  for (const definition of byId.values()) {
    const origin = definition.derived === undefined ? null : factOrigin(definition, byId);
    if (origin !== null) derivedOf.set(origin.id, [...(derivedOf.get(origin.id) ?? []), definition]);
  }
  for (const list of derivedOf.values()) list.sort((a, b) => depthOf(a) - depthOf(b));
  return derivedOf;
}
