/**
 * Which fact a derived one follows in the end. Only that one is ever given a value.
 */
import type { FactDefinition } from '../../model/fact.ts';
import type { FactId } from '../../model/ids.ts';

/**
 * The first fact of the chain, a fact that follows nothing being its own. Null when there is none: the
 * chain leaves the definitions, closes on itself, or mixes kinds, and such a fact never has a value.
 */
export function factOrigin(
  definition: FactDefinition,
  definitionById: ReadonlyMap<FactId, FactDefinition>,
): FactDefinition | null {
  const seen = new Set<FactId>();
  let at = definition;
  while (at.derived !== undefined) {
    seen.add(at.id);
    const next = definitionById.get(at.derived.from);
    if (next === undefined || next.kind !== at.kind || seen.has(next.id)) return null;
    at = next;
  }
  return at;
}

/** The first definition of an id holds; a plan that has two is refused before it starts. */
export function factDefinitionById(
  definitions: readonly FactDefinition[],
): ReadonlyMap<FactId, FactDefinition> {
  const byId = new Map<FactId, FactDefinition>();
  for (const definition of definitions) if (!byId.has(definition.id)) byId.set(definition.id, definition);
  return byId;
}
