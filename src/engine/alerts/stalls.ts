/**
 * The rungs of a step's ladder that time has reached [X5]: reminders, tellings and proposals. What is paused,
 * over or not wanted stalls nobody [X6] [M2].
 */
import type { PersonId } from '../../model/ids.ts';
import type { Rung, RungOrigin } from '../../model/ladder.ts';
import { placeOf } from '../../model/place.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { findDone } from '../decide/refuse-doers.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import { computeSuppliers } from '../facts/is-fact-confirmed.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { findAssigned } from '../who.ts';
import type { AlertCause } from './alert.ts';
import { findFallbacks } from './find-fallbacks.ts';
import { ladderOf } from './ladder-of.ts';
import { ownersOf } from './owners-of.ts';
import { type HasCome, minuteMs, type ToldOfStep } from './told.ts';
import { canBeLate } from '../timed.ts';

/** Both null while what it counts from has not happened; `origin`: that, `since`: when the rung is reached. */
export interface PlacedRung {
  readonly rung: Rung;
  readonly origin: number | null;
  readonly since: number | null;
}

/** Its turn came, or what it may begin at; null before. */
export function turnOf({ readyAt, startsAt, status }: OccurrenceState): number | null {
  if (readyAt === null || status === 'created') return null;
  return Math.max(readyAt, startsAt ?? readyAt);
}

export function placeRungs(
  step: StepDefinition,
  occurrence: OccurrenceState,
  state: RunState,
): readonly PlacedRung[] {
  const { rungs } = ladderOf(step, state.workflow?.definition);
  return rungs.map((rung) => {
    const origin = originOf(rung.from, step, occurrence);
    return { rung, origin, since: origin === null ? null : origin + rung.after * minuteMs };
  });
}

function originOf(from: RungOrigin, { kind }: StepDefinition, occurrence: OccurrenceState): number | null {
  const { dueAt, status, waitingOn } = occurrence;
  switch (from) {
    case 'due':
      // Late is after it.
      return dueAt === null ? null : dueAt + 1;
    case 'ready':
      return turnOf(occurrence);
    case 'waiting':
      if (status === 'waiting') return waitingOn?.since ?? null;
      // A step whose kind is to wait does so from its turn on.
      return kind === 'wait' && (status === 'ready' || status === 'inProgress') ? turnOf(occurrence) : null;
  }
}

/** Whoever could not take the step is nobody's backup: those who vote [O1], and who did what it judges [O5]. */
export function backupOf({ kind, backup, notBy }: StepDefinition, state: RunState): PersonId | null {
  const person = kind === 'approval' ? null : findAssigned(backup, state);
  return person === null || findDone(state, notBy, [person]) !== null ? null : person;
}

/** `before`: where its turn has not come, those at whom it waits. */
export function findStalls(
  step: StepDefinition,
  occurrence: OccurrenceState,
  state: RunState,
  hasCome: HasCome,
  before: readonly OccurrenceState[] = [],
): readonly ToldOfStep[] {
  if (!canBeLate(occurrence)) return none;
  return placeRungs(step, occurrence, state).flatMap(({ rung, origin, since }): readonly ToldOfStep[] => {
    if (since === null || !hasCome(since)) return none;
    const whom = whomFor(rung, step, occurrence, state, before);
    if (whom === null) return none;
    const { from, after, action } = rung;
    // That it is their turn is news to whoever was asked for what stood before it.
    const isEarly = action === 'remind' && occurrence.status === 'created';
    return [
      {
        occurrence,
        cause: causeOf(from, occurrence, before),
        // Late by another date it is late anew, also to whoever read of it before.
        rule: `${from}-${origin}`,
        rung: action,
        step: `${action}-${after}${isEarly ? '-early' : ''}`,
        since,
        for: whom,
        ...(before[0] === undefined ? {} : { heldUpBy: before[0].key }),
        about: before[0]?.holder ?? aboutWhom(ownersOf(step, occurrence, state)) ?? state.conductor,
      },
    ];
  });
}

/** Of several no one is to be named. */
function aboutWhom([first, second]: readonly (PersonId | null)[]): PersonId | null {
  return second === undefined ? (first ?? null) : null;
}

const none: readonly never[] = [];

/** Null where the rung has nothing to offer: no backup but the owner, no fallback left. */
function whomFor(
  { action }: Rung,
  step: StepDefinition,
  occurrence: OccurrenceState,
  state: RunState,
  before: readonly OccurrenceState[],
): readonly (PersonId | null)[] | null {
  switch (action) {
    case 'remind': {
      const facts = [occurrence, ...before].flatMap(({ missingFacts }) => missingFacts);
      if (facts.length > 0) return facts.flatMap((fact) => computeSuppliers(state, fact));
      if (before.length === 0) return ownersOf(step, occurrence, state);
      return before.flatMap((each) => {
        const definition = planIndexOf(state.steps).stepOf(placeOf(each.occurrence));
        return definition === undefined ? [each.holder] : ownersOf(definition, each, state);
      });
    }
    case 'tellConductor':
    case 'proposeSkip':
    case 'proposeCancel':
      return [null];
    case 'addBackup': {
      const backup = backupOf(step, state);
      const isItsTurn = occurrence.status !== 'created' && occurrence.status !== 'held';
      return isItsTurn && backup !== null && backup !== occurrence.holder ? [backup] : null;
    }
    case 'offerFallback':
      return findFallbacks(state, occurrence).length > 0 ? [null] : null;
  }
}

function causeOf(
  from: RungOrigin,
  { status, missingFacts, blocked }: OccurrenceState,
  before: readonly OccurrenceState[],
): AlertCause {
  if (status === 'failed') return 'failed';
  if (missingFacts.length > 0 || before.some((each) => each.missingFacts.length > 0)) return 'missingFact';
  if (blocked || before.some((each) => each.status === 'failed')) return 'blocked';
  if (from === 'waiting') return 'noReply';
  return from === 'due' ? 'late' : 'stalled';
}
