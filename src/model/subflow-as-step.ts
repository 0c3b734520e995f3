/**
 * A subflow seen from outside: a step that reads what it is given and writes what it hands back, and per item a
 * section with nothing else in it. So a workflow that has one is checked without the other workflow at hand.
 */
import type { FactDefinition } from './fact.ts';
import type { FactId } from './ids.ts';
import type { SectionDefinition, StepDefinition, WorkflowDefinition } from './workflow.ts';

export function isSubflow({ kind, subflow }: Pick<StepDefinition, 'kind' | 'subflow'>): boolean {
  return kind === 'subflow' || subflow !== undefined;
}

type Seen = Pick<WorkflowDefinition, 'steps' | 'facts' | 'sections'>;

/** The definition itself when it has none. */
export function withSubflowsAsSteps<Definition extends Seen>(definition: Definition): Definition {
  if (!definition.steps.some(isSubflow)) return definition;
  const lists = definition.steps.flatMap(({ id, title, subflow }): readonly SectionDefinition[] =>
    subflow?.perItem === undefined ? [] : [{ id, name: title, steps: [id], perItem: subflow.perItem }],
  );
  const sections = [...(definition.sections ?? []), ...lists];
  return {
    ...definition,
    steps: definition.steps.map(asStep),
    facts: definition.facts.map((fact) => withItems(fact, definition.steps)),
    ...(sections.length > 0 && { sections }),
  };
}

function asStep(step: StepDefinition): StepDefinition {
  const { subflow } = step;
  if (subflow === undefined) return step;
  const reads = Object.values<FactId>(subflow.given ?? {}).map((fact) => ({ fact, optional: true }));
  const writes = Object.values<FactId>(subflow.handedBack ?? {});
  return { ...step, reads, writes };
}

/** What a subflow that is done per item hands back is one value an item. */
function withItems(fact: FactDefinition, steps: readonly StepDefinition[]): FactDefinition {
  const list = steps.find(
    ({ subflow }) =>
      subflow?.perItem !== undefined && Object.values<FactId>(subflow.handedBack ?? {}).includes(fact.id),
  );
  return list === undefined ? fact : { ...fact, perItem: list.id };
}
