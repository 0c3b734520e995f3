/** Commands about who has a step, whether it is being worked on, and what is said on it. */
import type { Command } from '../../model/command.ts';
import type { PersonId } from '../../model/ids.ts';
import { err, ok } from '../../model/result.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { optionalReason } from './closing-commands.ts';
import { type Decision, noData } from './draft.ts';
import {
  definitionOf,
  isKnownPerson,
  refuseOver,
  refuseSettled,
  requireCurrent,
  requireKnown,
  requireMoving,
} from './guards.ts';
import { placeOf } from '../../model/place.ts';
import { refuseDoers } from './refuse-doers.ts';
import { refuseTogether } from './refuse-together.ts';
import { refuseNotItsTurn } from './waiting-commands.ts';

type HandlingCommand = Extract<
  Command,
  { kind: 'claimStep' | 'releaseStep' | 'reassignStep' | 'addNote' | 'tickChecklist' }
>;

/** `person`: who speaks, or is spoken for. */
export function decideHandling(command: HandlingCommand, state: RunState, person: PersonId): Decision {
  if (command.kind === 'addNote') return decideNote(command, state);
  const found = requireCurrent(state, command.occurrence);
  if (!found.ok) return found;
  const current = found.value;
  if (command.kind === 'tickChecklist') return decideTick(command, current, state);
  // A failed step may change hands: "ask the backup" is one way out of being stuck.
  const refusal = refuseSettled(current);
  if (refusal !== null) return refusal;
  const { occurrence, holder, taken } = current;
  switch (command.kind) {
    case 'claimStep':
      if (taken && holder === person) return ok([]);
      return (
        refuseTaker(current, state, person) ?? ok([{ type: 'step.claimed/1', data: noData, occurrence }])
      );
    case 'releaseStep':
      return ok(taken ? [{ type: 'step.released/1', data: noData, occurrence }] : []);
    case 'reassignStep': {
      const { to, note } = command;
      if (!isKnownPerson(state.context, to)) return err({ type: 'unknownPerson' });
      if (taken && holder === to && note === undefined) return ok([]);
      return (
        refuseTaker(current, state, to) ??
        ok([{ type: 'step.reassigned/1', data: note === undefined ? { to } : { to, note }, occurrence }])
      );
    }
  }
}

/** Nobody in particular has an approval, and nobody is given what the plan keeps from them. */
function refuseTaker(current: OccurrenceState, state: RunState, person: PersonId): Decision | null {
  const definition = definitionOf(state, current);
  if (definition.kind === 'approval') return err({ type: 'peopleVote', step: definition.id });
  return refuseDoers(state, definition, [person]);
}

type WorkingCommand = Extract<Command, { kind: 'startStep' | 'pauseStep' | 'resumeStep' }>;

export function decideWorking(command: WorkingCommand, state: RunState): Decision {
  const found = requireMoving(state, command.occurrence);
  if (!found.ok) return found;
  const current = found.value;
  const refusal = refuseOver(current);
  if (refusal !== null) return refusal;
  const { status, occurrence, startedAt } = current;
  switch (command.kind) {
    case 'startStep': {
      if (status === 'inProgress' || (status === 'waiting' && startedAt !== null)) return ok([]);
      return (
        refuseNotItsTurn(current, state) ??
        refuseTogether(state, placeOf(occurrence)) ??
        ok([{ type: 'step.started/1', data: noData, occurrence }])
      );
    }
    case 'pauseStep':
      // Before its turn there is nothing that could be paused.
      if (status === 'suspended') return ok([]);
      return (
        refuseNotItsTurn(current, state) ??
        ok([{ type: 'step.paused/1', data: optionalReason(command.reason), occurrence }])
      );
    case 'resumeStep':
      if (status !== 'suspended') return ok([]);
      return (
        refuseTogether(state, placeOf(occurrence)) ??
        ok([{ type: 'step.resumed/1', data: noData, occurrence }])
      );
  }
}

/** Notes may be added to what is over, too. */
function decideNote({ occurrence, text }: Extract<Command, { kind: 'addNote' }>, state: RunState): Decision {
  const known = requireKnown(state, occurrence);
  if (!known.ok) return known;
  if (text.trim() === '') return err({ type: 'emptyText' });
  return ok([{ type: 'note.added/1', data: { text }, occurrence }]);
}

function decideTick(
  { item, ticked }: Extract<Command, { kind: 'tickChecklist' }>,
  current: OccurrenceState,
  state: RunState,
): Decision {
  const { occurrence, ticked: already } = current;
  const { checklist } = definitionOf(state, current);
  if (!checklist?.some(({ id }) => id === item)) return err({ type: 'unknownChecklistItem' });
  if (already.has(item) === ticked) return ok([]);
  return ok([{ type: 'checklist.ticked/1', data: { item, ticked }, occurrence }]);
}
