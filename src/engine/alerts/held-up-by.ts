/** The open steps at which a step waits whose turn has not come: those that somebody could act on now. */
import type { StepId } from '../../model/ids.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import { isOpen } from '../is-open.ts';
import { isHard } from '../readiness.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';

/** Nearest first; empty when nothing but time, a fact or a pause of its own holds it up. */
export function findHeldUpBy(state: RunState, step: StepId): readonly OccurrenceState[] {
  const { stepOf } = planIndexOf(state.steps);
  const found: OccurrenceState[] = [];
  const queue = new Set<StepId>([step]);
  for (const id of queue) {
    for (const dependency of stepOf(id)?.after ?? []) {
      const before = state.current.get(dependency.from);
      if (before === undefined || !isHard(dependency) || !isOpen(before)) continue;
      if (before.dormant) {
        const main = stepOf(dependency.from)?.fallbackOf;
        if (main !== undefined) queue.add(main);
      } else if (before.status === 'created' && before.missingFacts.length === 0) queue.add(dependency.from);
      else if (!found.includes(before)) found.push(before);
    }
    // A fallback's own step is looked at as one that stands before it.
    const current = state.current.get(id);
    const isActedOn = current !== undefined && id !== step && isOpen(current) && current.status !== 'created';
    if (isActedOn && !found.includes(current)) found.push(current);
  }
  return found;
}
