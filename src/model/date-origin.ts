/** What a date is counted from, when it is counted from anything. */
import type { FactId, StepId } from './ids.ts';
import type { DateRule } from './workflow.ts';

export function factOfRule(rule: DateRule | undefined): FactId | null {
  if (rule?.kind !== 'offset' || rule.from === 'runStart' || typeof rule.from === 'object') return null;
  return rule.from;
}

export function stepOfRule(rule: DateRule | undefined): StepId | null {
  return rule?.kind === 'offset' && typeof rule.from === 'object' ? rule.from.step : null;
}
