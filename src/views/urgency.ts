/**
 * Which step comes first where several ask for attention: late, then due soonest, then how many steps
 * wait on it, then the oldest hand-off; rail order where all is equal.
 */
import { isOpen } from '../engine/is-open.ts';
import type { StepId } from '../model/ids.ts';
import type { RunReading, StepReading } from './run-reading.ts';

export interface Placed {
  readonly run: RunReading;
  readonly reading: StepReading;
}

export function sortByUrgency(placed: readonly Placed[]): readonly Placed[] {
  return placed
    .map((each) => ({ each, waiting: countWaiting(each.run, each.reading.step.id) }))
    .sort(
      (a, b) =>
        Number(b.each.reading.due?.late ?? false) - Number(a.each.reading.due?.late ?? false) ||
        order(a.each.reading.due?.at, b.each.reading.due?.at) ||
        b.waiting - a.waiting ||
        order(a.each.reading.occurrence.readyAt, b.each.reading.occurrence.readyAt),
    )
    .map(({ each }) => each);
}

/** Smaller first, none last. */
function order(a: number | null | undefined, b: number | null | undefined): number {
  const left = a ?? Number.POSITIVE_INFINITY;
  const right = b ?? Number.POSITIVE_INFINITY;
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Open steps that cannot happen before this one, near or far. */
function countWaiting(run: RunReading, step: StepId): number {
  const seen = new Set<StepId>();
  const next = [...(run.unlocks.get(step) ?? [])];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const reading = run.stepById.get(id);
    if (seen.has(id) || reading === undefined || !isOpen(reading.occurrence)) continue;
    seen.add(id);
    next.push(...(run.unlocks.get(id) ?? []));
  }
  return seen.size;
}
