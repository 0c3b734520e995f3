/**
 * What must not be begun while something else is under way [T1] [T2]. A device refuses what it knows of; what it
 * does not know of is told when the devices meet [T4].
 */
import type { StepId } from '../../model/ids.ts';
import { err } from '../../model/result.ts';
import { isOpen } from '../is-open.ts';
import type { RunState } from '../run-state.ts';
import { placeTogetherRules } from '../together/together-rules.ts';
import type { Decision } from './draft.ts';

export interface UnderWay {
  readonly section: string;
  /** At least one; in the order of the plan. */
  readonly steps: readonly StepId[];
}

const none: ReadonlySet<StepId> = new Set();

/** Null when the step may be begun now. `closing`: steps that are done by the same word. */
export function findUnderWay(
  state: RunState,
  step: StepId,
  closing: ReadonlySet<StepId> = none,
): UnderWay | null {
  for (const { section, kind, parties } of placeTogetherRules(state.plan.sections, state.items)) {
    if (kind === 'firstBegun') continue;
    const own = parties.find((party) => party.includes(step));
    // What goes on already goes on.
    if (own === undefined || isUnderWay(state, own, kind === 'apartFrom', none)) continue;
    const busy = parties.find(
      (party) => party !== own && isUnderWay(state, party, kind === 'apartFrom', closing),
    );
    if (busy !== undefined) return { section, steps: stepsUnderWay(state, busy) };
  }
  return null;
}

export function refuseTogether(
  state: RunState,
  step: StepId,
  closing: ReadonlySet<StepId> = none,
): Decision | null {
  const underWay = findUnderWay(state, step, closing);
  return underWay === null ? null : err({ type: 'underWay', step, ...underWay });
}

/** A step while somebody works on it or waits for somebody; a part of the plan from its first step until none is open. */
function isUnderWay(
  state: RunState,
  party: readonly StepId[],
  asSection: boolean,
  closing: ReadonlySet<StepId>,
): boolean {
  const left = party.filter((place) => !closing.has(place));
  if (left.some((place) => isGoing(state, place))) return true;
  if (!asSection) return false;
  const wasBegun = party.some((place) => {
    const status = state.current.get(place)?.status;
    return status === 'completed' || (status === 'suspended' && state.status !== 'suspended');
  });
  return wasBegun && left.some((place) => isOpenAt(state, place));
}

function isGoing(state: RunState, place: StepId): boolean {
  const status = state.current.get(place)?.status;
  return status === 'inProgress' || status === 'waiting';
}

function isOpenAt(state: RunState, place: StepId): boolean {
  const current = state.current.get(place);
  return current !== undefined && isOpen(current);
}

function stepsUnderWay(state: RunState, party: readonly StepId[]): readonly StepId[] {
  const going = party.filter((place) => isGoing(state, place));
  return going.length > 0 ? going : party.filter((place) => isOpenAt(state, place));
}
