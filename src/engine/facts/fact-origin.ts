/**
 * Which fact a derived one follows in the end. Only that one is ever given a value.
 */
import type { FactDefinition } from '../../model/fact.ts';
import type { FactId } from '../../model/ids.ts';
import type { FactState } from '../run-state.ts';

/**
 * The first fact of the chain, a fact that follows nothing being its own. Null when there is none: the
 * chain leaves the definitions, closes on itself, or mixes kinds, and such a fact never has a value.
 */
export function factOrigin(
  definition: FactDefinition,
  definitionById: Pick<ReadonlyMap<FactId, FactDefinition>, 'get'>,
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

/** Of a run's fact: the one to set where it is another, itself or the one that it follows. Null also of an unknown one. */
export function findOrigin(facts: ReadonlyMap<FactId, FactState>, fact: FactId): FactDefinition | null {
  const definition = facts.get(fact)?.definition;
  return definition === undefined ? null : factOrigin(definition, { get: (id) => facts.get(id)?.definition });
}

/** The first definition of an id holds; a plan that has two is refused before it starts. */
export function factDefinitionById(
  definitions: readonly FactDefinition[],
): ReadonlyMap<FactId, FactDefinition> {
  const byId = new Map<FactId, FactDefinition>();
  for (const definition of definitions) if (!byId.has(definition.id)) byId.set(definition.id, definition);
  return byId;
}
