/** Which pass of a step is the present one, and what of it matters to the steps after it. */
import type { RunEvent } from '../model/event.ts';
import { isSame } from '../model/is-same.ts';
import { getIteration, iterationsOf } from './by-iteration.ts';
import { emptyPass, type PassFold } from './fold-pass.ts';
import type { StepNode } from './plan-graph.ts';

/** The highest iteration that has a verdict, or the one that its reopening opened. */
export function findPresent({ passes }: StepNode): number {
  let highest = 1;
  for (const iteration of iterationsOf(passes)) {
    const { said } = getIteration(passes, iteration) ?? emptyPass;
    if (said.reopenedBy !== null) highest = Math.max(highest, iteration + 1);
    else if (said.status !== 'open') highest = Math.max(highest, iteration);
  }
  return highest;
}

export function restsOn({ verdict, footing }: PassFold): RunEvent | null {
  return footing?.by ?? verdict.settledBy;
}

export function hasLapsed({ approval }: PassFold): boolean {
  return approval?.lapsed === true;
}

export function isSameOutcome(a: PassFold, b: PassFold): boolean {
  return (
    hasLapsed(a) === hasLapsed(b) &&
    a.verdict.outcome === b.verdict.outcome &&
    isSame(a.verdict.conflict, b.verdict.conflict)
  );
}
