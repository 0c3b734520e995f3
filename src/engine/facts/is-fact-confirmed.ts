/**
 * Who answers for a fact: whether the step that gave it still stands, and whom to ask for it.
 */
import type { FactId, PersonId, StepId } from '../../model/ids.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import { placeOf } from '../../model/place.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import { isOpen } from '../is-open.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { findOrigin } from './fact-origin.ts';
import { saysForNow } from './says-for-now.ts';

/**
 * False while the step that last wrote it is being done again: it was reopened after it wrote, and not
 * completed since [J8], or it stands in for a step that is still to say it [F7]. A value that somebody set
 * without a step, and none at all, is as good as it gets.
 */
export function isFactConfirmed(state: RunState, fact: FactId): boolean {
  const writtenBy = findWriter(state, fact);
  const current = writtenBy === null ? undefined : state.current.get(placeOf(writtenBy));
  if (writtenBy === null || current === undefined) return true;
  if (findStillToSay(state, fact) !== null) return false;
  return current.occurrence.iteration <= writtenBy.iteration || current.status === 'completed';
}

/** The open step that is to say it, where what is known of it was said for now in its place [F7]. */
export function findStillToSay(state: RunState, fact: FactId): StepId | null {
  const writtenBy = findWriter(state, fact);
  if (writtenBy === null) return null;
  const { stepOf } = planIndexOf(state.steps);
  const main = stepOf(placeOf(writtenBy))?.fallbackOf;
  const [definition, standing] = main === undefined ? [] : [stepOf(main), state.current.get(main)];
  if (main === undefined || definition === undefined || standing === undefined) return null;
  return saysForNow({ writes: [fact] }, definition, standing) ? main : null;
}

function findWriter(state: RunState, fact: FactId): Occurrence | null {
  return state.facts.get(fact)?.changes.at(-1)?.occurrence ?? null;
}

/**
 * Who can supply it [F5]: who holds the open steps that write it, or its origin when it is derived;
 * else who holds any step that does; else the conductor. In the order of the steps, each once.
 */
export function computeSuppliers(state: RunState, fact: FactId): readonly PersonId[] {
  const written = findOrigin(state.facts, fact)?.id ?? fact;
  const writers = state.steps
    .filter(({ writes = [] }) => writes.includes(written))
    .flatMap(({ id }) => state.current.get(id) ?? []);
  const open = holdersOf(writers.filter((each) => isOpen(each) && !each.dormant));
  if (open.length > 0) return open;
  const any = holdersOf(writers);
  if (any.length > 0) return any;
  return state.conductor === null ? [] : [state.conductor];
}

function holdersOf(occurrences: readonly OccurrenceState[]): readonly PersonId[] {
  return [...new Set(occurrences.flatMap(({ holder }) => holder ?? []))];
}
