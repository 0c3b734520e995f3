/**
 * What must have been decided for a step to begin: by decision the outcomes that lead to it.
 *
 * Guards are necessary, never sufficient, so leaving one out is always sound. That keeps them small: the
 * nearest few decisions of a step, each with no more than a handful of outcomes.
 */
import type { StepId } from './ids.ts';

export type Guards = ReadonlyMap<StepId, ReadonlySet<string>>;

export const noGuards: Guards = new Map();

const mostGuards = 8;
const mostOutcomes = 32;

/** The guards, and that `decision` ended with one of these. */
export function addGuard(guards: Guards, decision: StepId, outcomes: ReadonlySet<string>): Guards {
  if (outcomes.size > mostOutcomes) return guards;
  const kept = [...guards].filter(([other]) => other !== decision);
  return new Map([...kept.slice(Math.max(0, kept.length - mostGuards + 1)), [decision, outcomes]]);
}

/** What holds whichever of the ways was taken. */
export function commonGuards(ways: readonly Guards[]): Guards {
  const [first = noGuards, ...others] = ways;
  if (others.length === 0) return first;
  const common = new Map<StepId, ReadonlySet<string>>();
  for (const [decision, outcomes] of first) {
    const union = new Set(outcomes);
    const always = others.every((guards) => {
      for (const outcome of guards.get(decision) ?? []) union.add(outcome);
      return guards.has(decision) && union.size <= mostOutcomes;
    });
    if (always) common.set(decision, union);
  }
  return common;
}

/** No more of the ways than this can be taken in one run: of those that rest on one decision, one outcome's. */
export function mostTogether(ways: readonly Guards[]): number {
  const restingOn = new Map<StepId, { count: number; readonly byOutcome: Map<string, number> }>();
  for (const guards of ways) {
    for (const [decision, outcomes] of guards) {
      const resting = restingOn.get(decision) ?? { count: 0, byOutcome: new Map<string, number>() };
      restingOn.set(decision, resting);
      resting.count += 1;
      for (const outcome of outcomes)
        resting.byOutcome.set(outcome, (resting.byOutcome.get(outcome) ?? 0) + 1);
    }
  }
  let most = ways.length;
  for (const { count, byOutcome } of restingOn.values()) {
    let best = 0;
    for (const ofOutcome of byOutcome.values()) best = Math.max(best, ofOutcome);
    most = Math.min(most, ways.length - count + best);
  }
  return most;
}
