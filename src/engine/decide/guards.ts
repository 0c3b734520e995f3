/** The questions that most commands ask first. Each answers with what was asked for, or the refusal. */
import type { PersonId } from '../../model/ids.ts';
import { type Occurrence, occurrenceKey } from '../../model/occurrence.ts';
import type { RunContext } from '../../model/person.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { placeOf } from '../../model/place.ts';
import { isClosed } from '../readiness.ts';
import type { Refusal } from '../refusal.ts';
import type { OccurrenceState, OccurrenceStatus, RunState } from '../run-state.ts';
import { planIndexOf } from './plan-index.ts';

type Guard<Value> = Result<Value, Refusal>;

export function requireStarted(state: RunState): Guard<null> {
  return state.status === 'notStarted' ? err({ type: 'runNotStarted' }) : ok(null);
}

/** A finished run is only history until a step is reopened; a cancelled one stays as it is. */
export function requireGoingOn(state: RunState): Guard<null> {
  if (state.status === 'running' || state.status === 'suspended') return ok(null);
  return err({ type: state.status === 'notStarted' ? 'runNotStarted' : 'runEnded' });
}

/** Facts and alerts are read in finished runs too; a cancelled one ended for all. */
export function requireNotCancelled(state: RunState): Guard<null> {
  return state.status === 'cancelled' ? err({ type: 'runEnded' }) : requireStarted(state);
}

/** The occurrence, if it is the step's present one. */
export function requireCurrent(state: RunState, occurrence: Occurrence): Guard<OccurrenceState> {
  const started = requireStarted(state);
  if (!started.ok) return started;
  const step = placeOf(occurrence);
  const current = state.current.get(step);
  if (current === undefined) return err({ type: 'unknownStep', step });
  if (current.occurrence.iteration !== occurrence.iteration) return err({ type: 'notCurrent', step });
  // A cancelled run ended for all its steps, also for those that were done before.
  return state.status === 'cancelled' ? err({ type: 'runEnded' }) : ok(current);
}

/** As `requireCurrent`, for what moves a step on: nothing does while its run is suspended. */
export function requireMoving(state: RunState, occurrence: Occurrence): Guard<OccurrenceState> {
  const found = requireCurrent(state, occurrence);
  return found.ok && state.status === 'suspended' ? err({ type: 'runSuspended' }) : found;
}

/** Any pass of a known step, earlier ones too. */
export function requireKnown(state: RunState, occurrence: Occurrence): Guard<null> {
  const started = requireStarted(state);
  if (!started.ok) return started;
  if (state.occurrences.has(occurrenceKey(occurrence))) return ok(null);
  return err({ type: 'unknownStep', step: placeOf(occurrence) });
}

/** Null while something may still become of it. */
export function refuseOver({ status, occurrence }: OccurrenceState): Guard<never> | null {
  const step = placeOf(occurrence);
  if (status === 'withdrawn') return err({ type: 'stepWithdrawn', step });
  return isClosed(status) ? err({ type: 'alreadyClosed', step, status }) : null;
}

/** As `refuseOver`, for what is a way out of a failure too: retry, skip, do it after all, hand it on. */
export function refuseSettled(current: OccurrenceState): Guard<never> | null {
  return current.status === 'failed' ? null : refuseOver(current);
}

/** What is paused is taken up again before it is worked on; it may be given up as it is. */
export function refusePaused({ status, occurrence }: OccurrenceState): Guard<never> | null {
  return status === 'suspended' ? err({ type: 'stepPaused', step: placeOf(occurrence) }) : null;
}

/** Its turn has come: work that began goes on, whatever opens again before it [J8]. */
export function hasComeToIt(status: OccurrenceStatus): boolean {
  return status === 'ready' || status === 'inProgress' || status === 'waiting' || status === 'suspended';
}

export function isKnownPerson(context: RunContext | null, person: PersonId): boolean {
  return context?.people.some(({ id }) => id === person) ?? false;
}

/** The definition of a step that has occurrences. */
export function definitionOf(state: RunState, { occurrence }: OccurrenceState): StepDefinition {
  const definition = planIndexOf(state.steps).stepOf(placeOf(occurrence));
  if (definition === undefined) throw new Error('a current occurrence without its step');
  return definition;
}
