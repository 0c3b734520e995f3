/** The event that ended a run: the last without which something of it would still be open. */
import type { LogEvent, RunEvent } from '../model/event.ts';
import { getIteration, iterationsOf } from './by-iteration.ts';
import { lastOfCompensation } from './compensation.ts';
import type { Compare } from './join-tally.ts';
import type { StepNode } from './plan-graph.ts';

/**
 * `first`: what ends it at the earliest; `closings`: what closed its lists; `lastOfLog`: nothing can be later.
 * Every step is over.
 */
export function findFinisher(
  nodes: readonly StepNode[],
  first: RunEvent,
  closings: readonly RunEvent[],
  lastOfLog: LogEvent | undefined,
  compare: Compare,
): RunEvent {
  let last = first;
  for (const closing of closings) if (compare(closing, last) > 0) last = closing;
  // From the end of the plan, where it is nearly always found.
  for (let index = nodes.length - 1; index >= 0 && last !== lastOfLog; index--) {
    const node = nodes[index] as StepNode;
    const { standing, pass } = node;
    for (const undone of compensationsOf(node)) if (compare(undone, last) > 0) last = undone;
    const checked = pass.footing?.by ?? null;
    const settled = pass.verdict.settledBy ?? standing.closedBy;
    if (settled !== null && compare(settled, last) > 0) last = settled;
    if (checked !== null && checked !== settled && compare(checked, last) > 0) last = checked;
  }
  return last;
}

const noEvents: readonly RunEvent[] = [];

/** Of every pass: an earlier one may be undone last. */
function compensationsOf({ step, passes }: StepNode): readonly RunEvent[] {
  if (step.undo === undefined) return noEvents;
  return iterationsOf(passes).flatMap(
    (iteration) => lastOfCompensation(getIteration(passes, iteration)?.compensation ?? null) ?? [],
  );
}
