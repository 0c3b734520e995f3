/** Rules about what is done at the same time and until when, put onto random plans where they fit. */
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { StepId } from '../../src/model/ids.ts';
import type {
  SectionDefinition,
  StepDefinition,
  TogetherRule,
  WorkflowDefinition,
} from '../../src/model/workflow.ts';
import { makeRandom, pick, type Random } from './random.ts';

/** With a chance of its own, so that the plans themselves stay as they were drawn. Half of the plans get something. */
export function withTogether(seed: number, definition: WorkflowDefinition): WorkflowDefinition {
  const random = makeRandom(seed + 77);
  const changed = [withRule, withUntil].reduce(
    (plan, change) => keepValid(plan, random() < 0.4 ? change(random, plan) : plan),
    definition,
  );
  return changed;
}

function keepValid(before: WorkflowDefinition, after: WorkflowDefinition): WorkflowDefinition {
  return validateWorkflow(after).ok ? after : before;
}

function withRule(random: Random, definition: WorkflowDefinition): WorkflowDefinition {
  const { sections = [], steps } = definition;
  const together = pick(random, rules);
  // Large parts hardly ever fit: what is to be chosen from stands in no order, what is apart is not entangled.
  const [least, most] = together.kind === 'oneAtATime' ? [0, 0.6] : [2, 0.25];
  const roots = steps.filter(({ after }) => after.length === 0);
  const own = someSteps(random, together.kind === 'firstBegun' ? roots : steps, least, most);
  const others = steps.filter(({ id }) => !own.includes(id));
  const left: SectionDefinition = { id: 'left', name: 'Left', steps: own, together };
  const right = { id: 'right', name: 'Right', steps: someSteps(random, others, least, most) };
  return { ...definition, sections: [...sections, left, right] };
}

const rules: readonly TogetherRule[] = [
  { kind: 'oneAtATime' },
  { kind: 'firstBegun' },
  { kind: 'firstBegun' },
  { kind: 'apartFrom', sections: ['right'] },
  { kind: 'apartFrom', sections: ['right'] },
];

function someSteps(
  random: Random,
  steps: readonly StepDefinition[],
  least: number,
  chance: number,
): readonly StepId[] {
  const some = steps.filter((_, index) => index < least || random() < chance);
  return some.map(({ id }) => id);
}

function withUntil(random: Random, definition: WorkflowDefinition): WorkflowDefinition {
  const { steps } = definition;
  const [limited, until] = [pick(random, steps), pick(random, steps)];
  return {
    ...definition,
    steps: steps.map((step) => (step === limited ? { ...step, until: until.id } : step)),
  };
}
