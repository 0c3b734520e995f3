/**
 * Which steps have to do with a fact: what a change of it can reach.
 */
import { factOfRule } from '../../model/date-origin.ts';
import type { FactDefinition } from '../../model/fact.ts';
import type { FactId, StepId } from '../../model/ids.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { factDefinitionById, factOrigin } from './fact-origin.ts';
import { readsOfStep } from './stale-reads.ts';

/** Each list in the order of the steps, each step once. */
export interface FactUse {
  /** Steps that a change can put to recheck: they read it or a fact derived from it, or depend on it by `onlyIf`. */
  readonly readers: readonly StepId[];
  /** Steps whose `onlyIf` looks at it, or at a fact derived from it. */
  readonly conditions: readonly StepId[];
  /** Steps whose start, due or last day to undo counts from it, or from a fact derived from it. */
  readonly dated: readonly StepId[];
  /** Steps that write it; of a derived fact those that write its origin. */
  readonly writers: readonly StepId[];
}

/** By fact, in the order of the definitions. */
export function computeFactIndex(
  definitions: readonly FactDefinition[],
  steps: readonly StepDefinition[],
): ReadonlyMap<FactId, FactUse> {
  const definitionById = factDefinitionById(definitions);
  const upstream = new Map([...definitionById].map(([id]) => [id, followed(id, definitionById)]));
  const usesOf = steps.map((step) => ({
    step: step.id,
    reads: reach(
      readsOfStep(step).map(({ fact }) => fact),
      upstream,
    ),
    condition: reach(step.onlyIf === undefined ? [] : [step.onlyIf.fact], upstream),
    dates: reach(
      [step.start, step.due, step.undo?.cancelBy].flatMap((rule) => factOfRule(rule) ?? []),
      upstream,
    ),
    writes: new Set(step.writes),
  }));
  const stepsWhere = (uses: (use: (typeof usesOf)[number]) => boolean): readonly StepId[] =>
    usesOf.filter(uses).map(({ step }) => step);
  return new Map(
    [...definitionById].map(([id, definition]) => {
      const written = (factOrigin(definition, definitionById) ?? definition).id;
      return [
        id,
        {
          readers: stepsWhere(({ reads }) => reads.has(id)),
          conditions: stepsWhere(({ condition }) => condition.has(id)),
          dated: stepsWhere(({ dates }) => dates.has(id)),
          writers: stepsWhere(({ writes }) => writes.has(written)),
        },
      ];
    }),
  );
}

/** The fact itself and all it follows. */
function followed(fact: FactId, definitionById: ReadonlyMap<FactId, FactDefinition>): ReadonlySet<FactId> {
  const chain = new Set<FactId>();
  for (let id: FactId | undefined = fact; id !== undefined && !chain.has(id); ) {
    chain.add(id);
    id = definitionById.get(id)?.derived?.from;
  }
  return chain;
}

function reach(
  facts: readonly FactId[],
  upstream: ReadonlyMap<FactId, ReadonlySet<FactId>>,
): ReadonlySet<FactId> {
  return new Set(facts.flatMap((fact) => [...(upstream.get(fact) ?? [])]));
}
