/** Waiting on somebody or something outside, and what came of it. */
import type { Command } from '../../model/command.ts';
import { err, ok } from '../../model/result.ts';
import { placeOf } from '../../model/place.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { type Decision, noData } from './draft.ts';
import { draftFacts } from './fact-drafts.ts';
import { refuseForFacts } from './fact-holds.ts';
import { definitionOf, isKnownPerson, refuseOver, requireMoving } from './guards.ts';
import { refuseTogether } from './refuse-together.ts';
import { findStepsInTheWay, refuseInTheWay } from './steps-in-the-way.ts';

type WaitingCommand = Extract<Command, { kind: 'startWaiting' | 'endWaiting' | 'recordReply' }>;

export function decideWaiting(command: WaitingCommand, state: RunState): Decision {
  const found = requireMoving(state, command.occurrence);
  if (!found.ok) return found;
  const current = found.value;
  const { occurrence } = current;
  if (command.kind === 'startWaiting') return decideStartWaiting(command, current, state);
  if (!isWaiting(current, state, command.kind)) return err({ type: 'notWaiting', step: placeOf(occurrence) });
  if (command.kind === 'endWaiting') return ok([{ type: 'step.waitingEnded/1', data: noData, occurrence }]);
  const given = draftFacts(state, command.facts ?? {}, occurrence);
  if (!given.ok) return given;
  const data = command.text === undefined ? {} : { text: command.text };
  return ok([...given.value.drafts, { type: 'reply.received/1', data, occurrence }]);
}

/**
 * A step whose kind is to wait does so from the moment its turn comes; at one that gets in touch an answer
 * may come at once, as on the phone [K1].
 */
function isWaiting(current: OccurrenceState, state: RunState, asked: 'endWaiting' | 'recordReply'): boolean {
  const { status } = current;
  if (status === 'waiting') return true;
  const isItsTurn = status === 'ready' || status === 'inProgress';
  if (!isItsTurn) return false;
  const { kind } = definitionOf(state, current);
  return kind === 'wait' || (kind === 'contact' && asked === 'recordReply');
}

function decideStartWaiting(
  { on, person }: Extract<WaitingCommand, { kind: 'startWaiting' }>,
  current: OccurrenceState,
  state: RunState,
): Decision {
  const { status, occurrence, waitingOn } = current;
  const refusal =
    refuseOver(current) ?? refuseNotItsTurn(current, state) ?? refuseTogether(state, placeOf(occurrence));
  if (refusal !== null) return refusal;
  if (on.trim() === '') return err({ type: 'emptyText' });
  if (person !== undefined && !isKnownPerson(state.context, person)) return err({ type: 'unknownPerson' });
  if (status === 'waiting' && waitingOn?.on === on && waitingOn.person === (person ?? null)) return ok([]);
  const data = person === undefined ? { on } : { on, person };
  return ok([{ type: 'step.waitingStarted/1', data, occurrence }]);
}

/** Null when the step could be worked on now; else what it is that keeps it. */
export function refuseNotItsTurn(current: OccurrenceState, state: RunState): Decision | null {
  const { status, occurrence } = current;
  const step = placeOf(occurrence);
  if (status === 'suspended') return err({ type: 'stepPaused', step });
  if (status === 'held') return err({ type: 'alreadyClosed', step, status });
  if (current.dormant) return err({ type: 'fallbackAsleep', step });
  if (status !== 'created') return null;
  return (
    refuseInTheWay(state, current, findStepsInTheWay(state, step, state.facts)) ??
    refuseForFacts(state, definitionOf(state, current), state.facts)
  );
}
