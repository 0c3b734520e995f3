/**
 * What happened at a step and somebody has to hear of, apart from its ladder: it failed [X1], it was sent back,
 * whoever has it is away, or what it rested on is another.
 */
import { retryDelay } from '../../model/ladder.ts';
import { addDays } from '../../model/local-date.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { findAwayPeriod } from '../away.ts';
import { findCitedEvent } from '../cited-events.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { startOfDay } from '../zoned-time.ts';
import { ownersOf } from './owners-of.ts';
import { turnOf } from './stalls.ts';
import { dayMs, type HasCome, minuteMs, type ToldOfStep } from './told.ts';

const none: readonly never[] = [];

export function findIncidents(
  step: StepDefinition,
  occurrence: OccurrenceState,
  state: RunState,
  now: number,
  hasCome: HasCome,
): readonly ToldOfStep[] {
  switch (occurrence.status) {
    case 'failed':
      return [
        ...findFailure(step, occurrence, state, hasCome),
        ...findAbsence(step, occurrence, state, now, hasCome),
      ];
    case 'ready':
      return [
        ...findRejection(occurrence, state, hasCome),
        ...findAbsence(step, occurrence, state, now, hasCome),
      ];
    case 'inProgress':
      return findAbsence(step, occurrence, state, now, hasCome);
    case 'completed':
      return findChange(occurrence, state, hasCome);
    default:
      return none;
  }
}

/** The next try, told to whoever has it; a day later, or when there are no tries left, to the conductor. */
function findFailure(
  { retry }: StepDefinition,
  occurrence: OccurrenceState,
  state: RunState,
  hasCome: HasCome,
): readonly ToldOfStep[] {
  const { closedAt, attempts, holder } = occurrence;
  if (closedAt === null) return none;
  const delay = retry === undefined ? null : retryDelay(retry, attempts);
  const told = (rung: 'remind' | 'tellConductor', since: number): readonly ToldOfStep[] =>
    hasCome(since)
      ? [
          {
            occurrence,
            cause: 'failed',
            rule: 'failed',
            rung,
            step: `${rung}-${attempts}`,
            since,
            for: rung === 'remind' ? [holder] : [null],
            about: holder ?? state.conductor,
          },
        ]
      : none;
  if (delay === null) return told('tellConductor', closedAt);
  const next = closedAt + delay * minuteMs;
  return [...told('remind', next), ...told('tellConductor', next + dayMs)];
}

/** Only of what came back by somebody else's word: the first step of what is done again. */
function findRejection(
  occurrence: OccurrenceState,
  state: RunState,
  hasCome: HasCome,
): readonly ToldOfStep[] {
  const { freedBy, readyAt, holder } = occurrence;
  if (occurrence.occurrence.iteration === 1 || freedBy === null || readyAt === null || !hasCome(readyAt))
    return none;
  const event = findCitedEvent(state, freedBy);
  const owner = holder ?? state.conductor;
  if (event?.type !== 'step.reopened/1' || event.actor === owner || event.onBehalfOf === owner) return none;
  const about = event.onBehalfOf ?? event.actor;
  return [
    {
      occurrence,
      cause: 'rejected',
      rule: 'rejected',
      rung: 'remind',
      step: 'remind',
      since: readyAt,
      for: [holder],
      about,
    },
  ];
}

/** It is theirs now, and not due only when they are back. */
function findAbsence(
  step: StepDefinition,
  occurrence: OccurrenceState,
  state: RunState,
  now: number,
  hasCome: HasCome,
): readonly ToldOfStep[] {
  const { context, personById, conductor } = state;
  // Of several who vote, or may take it, nobody alone keeps it from going on.
  const [owner = null, second] = ownersOf(step, occurrence, state);
  const holder = second === undefined ? (owner ?? conductor) : null;
  const person = holder === null ? undefined : personById.get(holder);
  const turn = turnOf(occurrence);
  if (context === null || person === undefined || turn === null || !hasCome(turn)) return none;
  const period = findAwayPeriod(person, now, context.zone);
  if (period === null) return none;
  const zone = person.zone ?? context.zone;
  const back = addDays(period.to, 1);
  const [leaves, returns] = [startOfDay(period.from, zone), back === null ? null : startOfDay(back, zone)];
  if (leaves === null || (occurrence.dueAt !== null && returns !== null && occurrence.dueAt >= returns))
    return none;
  const since = Math.max(turn, leaves);
  if (!hasCome(since)) return none;
  return [
    {
      occurrence,
      cause: 'personAway',
      rule: `away-${person.id}-${period.from}`,
      rung: 'tellConductor',
      step: 'told',
      since,
      for: [person.id],
      about: person.id,
    },
  ];
}

/** Whoever has it at once, the conductor a day later. */
function findChange(occurrence: OccurrenceState, state: RunState, hasCome: HasCome): readonly ToldOfStep[] {
  const { validity, staleReads, holder, closedBy } = occurrence;
  if (validity !== 'recheck') return none;
  const changes = staleReads.flatMap(({ read }) => state.facts.get(read.fact)?.changes.at(-1) ?? []);
  const last = changes.reduce<(typeof changes)[number] | null>(
    (latest, change) => (latest === null || change.at > latest.at ? change : latest),
    null,
  );
  if (last === null) return none;
  const owner = holder ?? closedBy[0] ?? null;
  const base = { occurrence, cause: 'factChanged', rule: `fact-${last.event}`, about: owner } as const;
  return [
    ...(hasCome(last.at) && last.actor !== owner
      ? [{ ...base, rung: 'remind', step: 'remind', since: last.at, for: [owner] } as const]
      : none),
    ...(hasCome(last.at + dayMs)
      ? [
          {
            ...base,
            rung: 'tellConductor',
            step: 'tellConductor',
            since: last.at + dayMs,
            for: [null],
          } as const,
        ]
      : none),
  ];
}
