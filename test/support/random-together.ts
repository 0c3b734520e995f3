/** Rules about what is done at the same time and until when, put onto random plans where they fit. */
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { SectionDefinition, TogetherRule, WorkflowDefinition } from '../../src/model/workflow.ts';
import { makeRandom, pick, type Random } from './random.ts';

/** With a chance of its own, so that the plans themselves stay as they were drawn. Two plans in five get something. */
export function withTogether(seed: number, definition: WorkflowDefinition): WorkflowDefinition {
  const random = makeRandom(seed + 77);
  const changed = [withRule, withUntil].reduce(
    (plan, change) => keepValid(plan, random() < 0.25 ? change(random, plan) : plan),
    definition,
  );
  return changed;
}

function keepValid(before: WorkflowDefinition, after: WorkflowDefinition): WorkflowDefinition {
  return validateWorkflow(after).ok ? after : before;
}

function withRule(random: Random, definition: WorkflowDefinition): WorkflowDefinition {
  const { sections = [], steps } = definition;
  const some = (chance: number) => steps.map(({ id }) => id).filter(() => random() < chance);
  const own = some(0.6);
  const rules: readonly TogetherRule[] = [
    { kind: 'oneAtATime' },
    { kind: 'firstBegun' },
    { kind: 'apartFrom', sections: ['right'] },
  ];
  const left: SectionDefinition = { id: 'left', name: 'Left', steps: own, together: pick(random, rules) };
  const right = { id: 'right', name: 'Right', steps: some(0.4).filter((id) => !own.includes(id)) };
  return { ...definition, sections: [...sections, left, right] };
}

function withUntil(random: Random, definition: WorkflowDefinition): WorkflowDefinition {
  const { steps } = definition;
  const [limited, until] = [pick(random, steps), pick(random, steps)];
  return {
    ...definition,
    steps: steps.map((step) => (step === limited ? { ...step, until: until.id } : step)),
  };
}
