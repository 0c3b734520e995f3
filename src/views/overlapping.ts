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

/**
 * Whether somebody is still to give way: while both are worked on, or both parts are under way; of options while one
 * of the two is open.
 */
export function isGoingOn(state: RunState, { kind, steps }: Overlap): boolean {
  const now = steps.flatMap((step) => state.current.get(step) ?? []);
  switch (kind) {
    case 'oneAtATime':
      return now.every(({ status }) => status === 'inProgress' || status === 'waiting');
    case 'apartFrom':
      return now.every(isOpen);
    case 'firstBegun':
      return now.some(isOpen);
  }
}

/** Null where nothing does. */
export function findMeanwhile(state: RunState, step: StepId): StepId | null {
  const current = state.current.get(step);
  if (current === undefined || !isOpen(current)) return null;
  const overlap = overlapsOf(state, step).find((each) => isGoingOn(state, each));
  return overlap === undefined ? null : otherOf(overlap, step);
}

/** The step that was under way when this event began the other. */
export function findOverlapped(state: RunState, event: EventId, step: StepId | null): StepId | null {
  const overlap = state.overlaps.find(({ since }) => since === event);
  return overlap === undefined || step === null ? null : otherOf(overlap, step);
}
