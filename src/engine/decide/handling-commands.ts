/** Commands about who has a step and what is said on it: they move nothing on. */
import type { Command } from '../../model/command.ts';
import type { PersonId } from '../../model/ids.ts';
import { occurrenceKey } from '../../model/occurrence.ts';
import { err, ok } from '../../model/result.ts';
import type { Decision } from './draft.ts';
import { isClosed } from '../readiness.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { isKnownPerson, requireCurrent, requireStarted } from './guards.ts';
import { computeStepsInTheWay } from './steps-in-the-way.ts';

type HandlingCommand = Extract<
  Command,
  { kind: 'claimStep' | 'startStep' | 'reassignStep' | 'addNote' | 'tickChecklist' }
>;

/** `person`: who speaks, or is spoken for. */
export function decideHandling(command: HandlingCommand, state: RunState, person: PersonId): Decision {
  if (command.kind === 'addNote') return decideNote(command, state);
  const found = requireCurrent(state, command.occurrence);
  if (!found.ok) return found;
  const current = found.value;
  if (command.kind === 'tickChecklist') return decideTick(command, current, state);
  const { occurrence, status, holder, taken } = current;
  const { step } = occurrence;
  // A failed step may change hands: "ask the backup" is one way out of being stuck.
  const mayChangeHands = !isClosed(status) || status === 'failed';
  switch (command.kind) {
    case 'claimStep':
      if (!mayChangeHands) return err({ type: 'alreadyClosed', step, status });
      if (taken && holder === person) return ok([]);
      return ok([{ type: 'step.claimed/1', data: {}, occurrence }]);
    case 'reassignStep': {
      const { to, note } = command;
      if (!mayChangeHands) return err({ type: 'alreadyClosed', step, status });
      if (!isKnownPerson(state.context, to)) return err({ type: 'unknownPerson' });
      if (taken && holder === to && note === undefined) return ok([]);
      return ok([
        { type: 'step.reassigned/1', data: note === undefined ? { to } : { to, note }, occurrence },
      ]);
    }
    case 'startStep':
      return decideStart(current, state);
  }
}

function decideStart({ occurrence, status, blockedBy }: OccurrenceState, state: RunState): Decision {
  const { step } = occurrence;
  if (status === 'inProgress') return ok([]);
  if (status === 'created') {
    if (blockedBy.length > 0) return err({ type: 'blocked', step, by: blockedBy });
    return err({ type: 'stepsInTheWay', step, steps: computeStepsInTheWay(state, step) });
  }
  if (status !== 'ready') return err({ type: 'alreadyClosed', step, status });
  return ok([{ type: 'step.started/1', data: {}, occurrence }]);
}

/** Notes may be added to what is over, too. */
function decideNote({ occurrence, text }: Extract<Command, { kind: 'addNote' }>, state: RunState): Decision {
  const started = requireStarted(state);
  if (!started.ok) return started;
  if (!state.occurrences.has(occurrenceKey(occurrence)))
    return err({ type: 'unknownStep', step: occurrence.step });
  if (text.trim() === '') return err({ type: 'emptyText' });
  return ok([{ type: 'note.added/1', data: { text }, occurrence }]);
}

function decideTick(
  { item, ticked }: Extract<Command, { kind: 'tickChecklist' }>,
  { occurrence, ticked: already }: OccurrenceState,
  state: RunState,
): Decision {
  const definition = state.steps.find(({ id }) => id === occurrence.step);
  if (!definition?.checklist?.some(({ id }) => id === item)) return err({ type: 'unknownChecklistItem' });
  if (already.has(item) === ticked) return ok([]);
  return ok([{ type: 'checklist.ticked/1', data: { item, ticked }, occurrence }]);
}
