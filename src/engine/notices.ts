/**
 * What a person is told once: a fact that moved under steps of theirs [F4], a verdict, a claim or a
 * hand-over of theirs that did not hold (ENGINE §7).
 *
 * Invariants: derived from the state alone, in one order on every device: facts by the plan, then steps
 * by the plan. A notice goes when its person acknowledges it, and by itself when its cause goes.
 */
import type { LogEvent } from '../model/event.ts';
import { isOpaque } from '../model/event.ts';
import type { PersonId } from '../model/ids.ts';
import { occurrenceKey } from '../model/occurrence.ts';
import { placeOf } from '../model/place.ts';
import { computeMovedFacts } from './facts/moved-facts.ts';
import { planIndexOf } from './decide/plan-index.ts';
import { findDone } from './decide/refuse-doers.ts';
import { isOpen } from './is-open.ts';
import type { Notice } from './notice.ts';
import type { ConflictSide, OccurrenceState, RunState } from './run-state.ts';

/** Of the current pass of every step; what an earlier pass came to is history. */
export function computeNotices(state: RunState, person: PersonId): readonly Notice[] {
  const rivalries = [...state.current.values()].flatMap((occurrence) => [
    ...overruledOf(state, occurrence, person),
    ...alreadyDoneOf(occurrence, person),
    ...goesToAnotherOf(occurrence, person),
    ...didItsPartOf(state, occurrence, person),
  ]);
  return [...computeMovedFacts(state, person), ...rivalries].filter(
    ({ alert }) => state.acknowledged.get(alert)?.has(person) !== true,
  );
}

function overruledOf(state: RunState, occurrence: OccurrenceState, person: PersonId): readonly Notice[] {
  const { key, closedBy, closedAt } = occurrence;
  if (!isDoneByOthers(occurrence, person)) return [];
  return occurrence.overruled
    .filter((side) => side.actor === person && !laidAside(state.history, occurrence, side, person))
    .map((mine) => ({
      kind: 'overruled',
      alert: `overruled/${mine.event}`,
      key,
      mine,
      by: closedBy,
      at: closedAt ?? mine.at,
    }));
}

/** Whoever picked the other side themselves need not be told. */
function laidAside(
  history: readonly LogEvent[],
  { key }: OccurrenceState,
  side: ConflictSide,
  person: PersonId,
): boolean {
  return history.some(
    (event) =>
      !isOpaque(event) &&
      event.type === 'conflict.resolved/1' &&
      event.actor === person &&
      event.data.keep !== side.event &&
      event.occurrence !== undefined &&
      occurrenceKey(event.occurrence) === key,
  );
}

function alreadyDoneOf(occurrence: OccurrenceState, person: PersonId): readonly Notice[] {
  const { key, takenUnseen, closedBy, closedAt } = occurrence;
  if (takenUnseen?.person !== person || !isDoneByOthers(occurrence, person)) return [];
  const alert = `alreadyDone/${takenUnseen.event}`;
  return [{ kind: 'alreadyDone', alert, key, by: closedBy, at: closedAt ?? takenUnseen.at }];
}

/** Nothing that was done is lost; who conducts is told that two pairs of eyes were wanted [O5]. */
function didItsPartOf(state: RunState, occurrence: OccurrenceState, person: PersonId): readonly Notice[] {
  const { key, status, closedBy, closedAt, approval } = occurrence;
  if (person !== state.conductor || status !== 'completed' || approval !== null) return [];
  const definition = planIndexOf(state.steps).stepOf(placeOf(occurrence.occurrence));
  const done = findDone(state, definition?.notBy, closedBy);
  if (done === null) return [];
  const { did } = done;
  return [{ kind: 'didItsPart', alert: `didItsPart/${key}`, key, did, by: [done.person], at: closedAt ?? 0 }];
}

/** Of several moves in vain the last one is told. */
function goesToAnotherOf(occurrence: OccurrenceState, person: PersonId): readonly Notice[] {
  const { key, holder } = occurrence;
  const lost = occurrence.lostMoves.findLast((move) => move.person === person);
  if (lost === undefined || holder === null || holder === person) return [];
  if (!isOpen(occurrence) && !isDoneByOthers(occurrence, person)) return [];
  const { event, at } = lost;
  return [{ kind: 'goesToAnother', alert: `goesToAnother/${event}`, key, event, holder, at }];
}

function isDoneByOthers({ status, closedBy }: OccurrenceState, person: PersonId): boolean {
  return status === 'completed' && !closedBy.includes(person);
}
