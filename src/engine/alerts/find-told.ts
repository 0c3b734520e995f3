/**
 * All that the rules say is to be told of a run that goes on, read or unread; of late steps whose turn has not
 * come apart, with those at which they wait.
 */
import type { OccurrenceKey } from '../../model/occurrence.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { findHeldUpBy } from './held-up-by.ts';
import { findIncidents } from './incidents.ts';
import { findStalls } from './stalls.ts';
import type { HasCome, ToldOfStep } from './told.ts';

export interface ToldWith extends ToldOfStep {
  readonly alsoLate?: readonly OccurrenceKey[];
}

/** What would be told of a late step whose turn has not come, and at which of those it waits that are told of. */
export interface LateBehind {
  readonly told: readonly ToldOfStep[];
  readonly reasons: readonly OccurrenceKey[];
}

export interface AllTold {
  readonly told: readonly ToldWith[];
  readonly behind: readonly LateBehind[];
}

const none: readonly never[] = [];

/** What can be acted on first, so that what waits behind it is told with it. */
export function findTold(state: RunState, now: number, hasCome: HasCome): AllTold {
  const { stepOf } = planIndexOf(state.steps);
  const told: ToldOfStep[] = [];
  const waiting: { readonly occurrence: OccurrenceState; readonly step: StepDefinition }[] = [];
  for (const [id, occurrence] of state.current) {
    const step = stepOf(id);
    if (step === undefined) continue;
    if (occurrence.status === 'created') {
      if (!occurrence.dormant) waiting.push({ occurrence, step });
      continue;
    }
    told.push(
      ...findIncidents(step, occurrence, state, now, hasCome),
      ...findStalls(step, occurrence, state, hasCome),
    );
  }
  const ownKeys = new Set(told.map(({ occurrence }) => occurrence.key));
  const alsoLate = new Map<OccurrenceKey, OccurrenceKey[]>();
  const behind: LateBehind[] = [];
  for (const { occurrence, step } of waiting) {
    if (findStalls(step, occurrence, state, hasCome).length === 0) continue;
    const before = findHeldUpBy(state, step.id);
    const reasons = before.flatMap(({ key }) => (ownKeys.has(key) ? [key] : []));
    for (const key of reasons) alsoLate.set(key, [...(alsoLate.get(key) ?? []), occurrence.key]);
    behind.push({ told: findStalls(step, occurrence, state, hasCome, before), reasons });
  }
  return {
    told: told.map((each) => ({ ...each, alsoLate: alsoLate.get(each.occurrence.key) ?? none })),
    behind,
  };
}
