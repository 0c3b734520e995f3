/**
 * Facts whose rival values make their readers wait [F6]: those that the plan calls so, and by
 * themselves those that decide whether or when a step may begin.
 */
import { factOfRule } from '../../model/date-origin.ts';
import type { FactDefinition } from '../../model/fact.ts';
import type { FactId } from '../../model/ids.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { factDefinitionById, factOrigin } from './fact-origin.ts';

/**
 * Of a chain of derived facts all are critical when one is: they have their values, and so their
 * rivals, from one origin.
 */
export function computeCriticalFacts(
  definitions: readonly FactDefinition[],
  steps: readonly StepDefinition[],
): ReadonlySet<FactId> {
  const definitionById = factDefinitionById(definitions);
  const originOf = (definition: FactDefinition): FactId =>
    (factOrigin(definition, definitionById) ?? definition).id;
  const origins = new Set<FactId>();
  const add = (definition: FactDefinition | undefined): void => {
    if (definition !== undefined) origins.add(originOf(definition));
  };
  for (const definition of definitionById.values()) if (definition.critical === true) add(definition);
  for (const { onlyIf, start } of steps) {
    if (onlyIf !== undefined) add(definitionById.get(onlyIf.fact));
    const startsFrom = factOfRule(start);
    if (startsFrom !== null) add(definitionById.get(startsFrom));
  }
  const all = [...definitionById.values()].filter((definition) => origins.has(originOf(definition)));
  return new Set(all.map(({ id }) => id));
}
