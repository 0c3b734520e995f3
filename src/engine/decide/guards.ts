/** The questions that most commands ask first. Each answers with what was asked for, or the refusal. */
import type { PersonId } from '../../model/ids.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { RunContext } from '../../model/person.ts';
import type { Refusal } from '../refusal.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';

type Guard<Value> = Result<Value, Refusal>;

export function requireStarted(state: RunState): Guard<null> {
  return state.status === 'notStarted' ? err({ type: 'runNotStarted' }) : ok(null);
}

/** A finished run is only history until a step is reopened; a cancelled one stays as it is. */
export function requireRunning(state: RunState): Guard<null> {
  if (state.status === 'running') return ok(null);
  return err({ type: state.status === 'notStarted' ? 'runNotStarted' : 'runEnded' });
}

/** The occurrence, if it is the step's present one. */
export function requireCurrent(state: RunState, occurrence: Occurrence): Guard<OccurrenceState> {
  const started = requireStarted(state);
  if (!started.ok) return started;
  const current = state.current.get(occurrence.step);
  if (current === undefined || occurrence.items.length > 0)
    return err({ type: 'unknownStep', step: occurrence.step });
  if (current.occurrence.iteration !== occurrence.iteration)
    return err({ type: 'notCurrent', step: occurrence.step });
  // A cancelled run ended for all its steps, also for those that were done before.
  return state.status === 'cancelled' ? err({ type: 'runEnded' }) : ok(current);
}

export function isKnownPerson(context: RunContext | null, person: PersonId): boolean {
  return context?.people.some(({ id }) => id === person) ?? false;
}
