/**
 * The facts of a workflow with those that its parts bring. Where a part is done once an item, what its steps write
 * is one value an item, and what follows from that; the rest is said once, for all items.
 */
import type { FactDefinition } from '../../model/fact.ts';
import type { FactId } from '../../model/ids.ts';
import { omit } from '../../model/omit.ts';
import { factIdOf, isMapped, type Part, partId } from './part.ts';

/** `facts`: those around, with what is handed back per item marked as such. */
export function layOutFacts(
  facts: readonly FactDefinition[],
  parts: readonly Part[],
): readonly FactDefinition[] {
  const names = new Set(facts.map(({ name }) => name));
  return [
    ...facts.map((fact) => parts.reduce((made, part) => withShared(made, part), fact)),
    ...parts.flatMap((part) => {
      const perItem = factsOfItems(part, facts);
      return part.inner.facts
        .filter(({ id }) => !isMapped(part, id))
        .map((fact) => ownFact(fact, part, perItem.has(fact.id), names));
    }),
  ];
}

function withShared(fact: FactDefinition, part: Part): FactDefinition {
  const shared = part.inner.facts.filter(({ id }) => isMapped(part, id) && factIdOf(part, id) === fact.id);
  return shared.reduce(
    (made, { derived, critical }) => ({
      ...made,
      ...(derived !== undefined && { derived: { ...derived, from: factIdOf(part, derived.from) } }),
      ...(critical === true && { critical }),
    }),
    fact,
  );
}

function ownFact(
  fact: FactDefinition,
  part: Part,
  isOfItem: boolean,
  names: ReadonlySet<string>,
): FactDefinition {
  const { anchor, atStart, derived, perItem, name } = fact;
  const isAsked = !isOfItem && perItem === undefined && (anchor === true || atStart === true);
  return {
    ...omit(fact, 'anchor', 'atStart'),
    id: partId(part.step.id, fact.id),
    name: names.has(name) ? `${name} · ${part.step.title}` : name,
    // Its anchor is a date among others here.
    ...(isAsked && { atStart: true }),
    ...(derived !== undefined && { derived: { ...derived, from: factIdOf(part, derived.from) } }),
    ...(perItem !== undefined && { perItem: partId(part.step.id, perItem) }),
    ...(isOfItem && part.list !== null && { perItem: part.list }),
  };
}

/** The part's own facts of which each item has a value. */
function factsOfItems(part: Part, around: readonly FactDefinition[]): ReadonlySet<FactId> {
  if (part.list === null) return new Set();
  const written = new Set(part.inner.steps.flatMap(({ writes = [] }) => writes));
  const factById = new Map(part.inner.facts.map((fact) => [fact.id, fact]));
  const isOfItem = (fact: FactId, seen: ReadonlySet<FactId>): boolean => {
    if (isMapped(part, fact))
      return around.some(({ id, perItem }) => id === factIdOf(part, fact) && perItem === part.list);
    const from = factById.get(fact)?.derived?.from;
    if (from === undefined) return written.has(fact);
    return !seen.has(fact) && isOfItem(from, new Set([...seen, fact]));
  };
  return new Set([...factById.keys()].filter((fact) => isOfItem(fact, new Set())));
}
