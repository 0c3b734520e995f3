/** Ends of a choice that no line takes further: where others are taken, that one leads nowhere is meant [B4]. */
import type { StepId } from '../model/ids.ts';
import type { StepDefinition } from '../model/workflow.ts';

export function withMeantEnds(steps: readonly StepDefinition[]): readonly StepDefinition[] {
  const taken = new Map<StepId, Set<string> | 'all'>();
  for (const { from, outcomes } of steps.flatMap(({ after }) => after)) {
    const known = taken.get(from);
    if (known === 'all') continue;
    if (outcomes === undefined) taken.set(from, 'all');
    else taken.set(from, new Set([...(known ?? []), ...outcomes]));
  }
  return steps.map((step) => {
    const led = taken.get(step.id);
    if (step.outcomes === undefined || led === undefined || led === 'all') return step;
    const outcomes = step.outcomes.map((each) => (led.has(each.id) ? each : { ...each, ends: true }));
    return { ...step, outcomes };
  });
}
