/** Which step goes on beside another against a rule of the plan, or was begun so [T4]. */
import { isOpen } from '../engine/is-open.ts';
import type { RunState } from '../engine/run-state.ts';
import type { Overlap } from '../engine/together/overlaps.ts';
import type { EventId, StepId } from '../model/ids.ts';

export function otherOf({ steps: [one, other] }: Overlap, step: StepId): StepId {
  return one === step ? other : one;
}

export function overlapsOf({ overlaps }: RunState, step: StepId): readonly Overlap[] {
  return overlaps.length === 0 ? overlaps : overlaps.filter(({ steps }) => steps.includes(step));
}

/** Null once either of the two is over. */
export function findMeanwhile(state: RunState, step: StepId): StepId | null {
  const isGoing = (id: StepId): boolean => {
    const current = state.current.get(id);
    return current !== undefined && isOpen(current);
  };
  const overlaps = overlapsOf(state, step);
  if (overlaps.length === 0 || !isGoing(step)) return null;
  return overlaps.map((overlap) => otherOf(overlap, step)).find(isGoing) ?? null;
}

/** The step that was under way when this event began the other. */
export function findOverlapped(state: RunState, event: EventId, step: StepId | null): StepId | null {
  const overlap = state.overlaps.find(({ since }) => since === event);
  return overlap === undefined || step === null ? null : otherOf(overlap, step);
}
