/** When something follows, as an entry of a list: `finished`, `cancelled`, `done:…` and `outcome:…` of a step. */
import { asId, type StepId } from '../../../model/ids.ts';
import type { FollowUpCondition, StepDefinition } from '../../../model/workflow.ts';

export function whenToKey(when: FollowUpCondition): string {
  return 'step' in when ? `${when.kind}:${when.step}` : when.kind;
}

/** Of a step's outcomes the first, until others are chosen. */
export function keyToWhen(
  key: string,
  steps: readonly Pick<StepDefinition, 'id' | 'outcomes'>[],
): FollowUpCondition {
  if (key === 'cancelled') return { kind: 'cancelled' };
  const at = key.indexOf(':');
  const step = asId<StepId>(key.slice(at + 1));
  if (key.startsWith('done:')) return { kind: 'done', step };
  const first = steps.find(({ id }) => id === step)?.outcomes?.[0];
  if (!key.startsWith('outcome:') || first === undefined) return { kind: 'finished' };
  return { kind: 'outcome', step, outcomes: [first.id] };
}

/** At least one stays: without any it could never come true. */
export function withOutcome(
  when: Extract<FollowUpCondition, { readonly kind: 'outcome' }>,
  outcome: string,
  on: boolean,
): FollowUpCondition {
  const others = when.outcomes.filter((each) => each !== outcome);
  const outcomes = on ? [...others, outcome] : others;
  return outcomes.length === 0 ? when : { ...when, outcomes };
}
