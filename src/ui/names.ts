/** What people call the things that an intent or its refusal names by id. */
import type { FactId, PersonId, StepId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';

type Lookup<Id> = (id: Id) => string | undefined;

/** Every part may be left out; what is not found gets a general word. */
export interface Names {
  readonly step?: Lookup<StepId>;
  readonly fact?: Lookup<FactId>;
  readonly person?: Lookup<PersonId>;
  readonly outcome?: Lookup<string>;
  readonly section?: Lookup<string>;
}

export function definitionToNames(definition: WorkflowDefinition): Names {
  const steps = new Map(definition.steps.map(({ id, title }) => [id, title]));
  const facts = new Map(definition.facts.map(({ id, name }) => [id, name]));
  const sections = new Map((definition.sections ?? []).map(({ id, name }) => [id, name]));
  const outcomes = new Map(
    definition.steps.flatMap((step) => (step.outcomes ?? []).map(({ id, name }) => [id, name] as const)),
  );
  return {
    step: (id) => steps.get(id),
    fact: (id) => facts.get(id),
    outcome: (id) => outcomes.get(id),
    section: (id) => sections.get(id),
  };
}
