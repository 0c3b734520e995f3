/** Adds to a plan what happens when its steps stall: ladders, tries, backups and fallbacks. Valid as it was. */
import { rungActions, rungOrigins, type Rung } from '../../src/model/ladder.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { pick, type Random } from './random.ts';
import { leo } from './run-bench.ts';

export function withLadders(random: Random, definition: WorkflowDefinition): WorkflowDefinition {
  const steps = definition.steps.map(
    (step): StepDefinition => ({
      ...step,
      ...(random() < 0.3 ? { ifStalls: randomLadder(random) } : {}),
      ...(random() < 0.3 ? { retry: { attempts: 2, firstDelay: 30, maxDelay: 120 } } : {}),
      ...(random() < 0.3 ? { backup: { kind: 'person', person: leo } } : {}),
    }),
  );
  const laddered = firstValid({ ...definition, steps }, definition);
  if (random() < 0.5) return laddered;
  const [main, fallback] = [pick(random, steps), pick(random, steps)];
  const helped = laddered.steps.map((step) =>
    step.id === fallback.id ? { ...step, fallbackOf: main.id } : step,
  );
  return firstValid({ ...laddered, steps: helped }, laddered);
}

function firstValid(wanted: WorkflowDefinition, known: WorkflowDefinition): WorkflowDefinition {
  return validateWorkflow(wanted).ok ? wanted : known;
}

function randomLadder(random: Random): readonly Rung[] {
  // From its due date alone a step without one would count nothing, which is refused.
  const origins = random() < 0.5 ? (['ready', 'waiting'] as const) : rungOrigins;
  return Array.from({ length: Math.floor(random() * 4) }, () => ({
    from: pick(random, origins),
    after: pick(random, [0, 60, 1440]),
    action: pick(
      random,
      rungActions.filter((action) => action !== 'offerFallback'),
    ),
  }));
}
