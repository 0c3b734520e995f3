/**
 * Commands about the undo step of a completed pass [U1]: asked for, done, not possible, not needed, given on. They
 * are answered in cancelled runs too, and while a run is paused: what was booked does not wait.
 */
import { placeOf } from '../../model/place.ts';
import type { Command } from '../../model/command.ts';
import { occurrenceKey } from '../../model/occurrence.ts';
import { err, ok } from '../../model/result.ts';
import type { RunState } from '../run-state.ts';
import { isUndoOpen, type UndoState } from '../undo-state.ts';
import { optionalReason } from './closing-commands.ts';
import { type Decision, noData } from './draft.ts';
import { isKnownPerson, requireStarted } from './guards.ts';

export type CompensationCommand = Extract<
  Command,
  { kind: 'startUndo' | 'recordUndone' | 'failUndo' | 'declineUndo' | 'handUndo' }
>;

export function decideCompensation(command: CompensationCommand, state: RunState): Decision {
  const started = requireStarted(state);
  if (!started.ok) return started;
  const { occurrence } = command;
  const undo = findUndo(state, command);
  if (undo === null) return err({ type: 'nothingToUndo', step: placeOf(occurrence) });
  const { status } = undo;
  const isOver = status === 'none' || status === 'compensated';
  switch (command.kind) {
    case 'startUndo':
      if (status === 'compensating') return ok([]);
      return ok([{ type: 'step.compensationStarted/1', data: noData, occurrence }]);
    case 'recordUndone': {
      if (status === 'compensated') return ok([]);
      const data = command.note === undefined ? {} : { note: command.note };
      return ok([{ type: 'step.compensated/1', data, occurrence }]);
    }
    case 'failUndo':
      if (isOver || status === 'declined') return err({ type: 'nothingToUndo', step: placeOf(occurrence) });
      return ok([{ type: 'step.compensationFailed/1', data: { reason: command.reason }, occurrence }]);
    case 'declineUndo':
      if (status === 'declined') return ok([]);
      if (isOver) return err({ type: 'nothingToUndo', step: placeOf(occurrence) });
      return ok([{ type: 'step.compensationDeclined/1', data: optionalReason(command.reason), occurrence }]);
    case 'handUndo': {
      const { to } = command;
      if (!isUndoOpen(undo)) return err({ type: 'nothingToUndo', step: placeOf(occurrence) });
      if (!isKnownPerson(state.context, to)) return err({ type: 'unknownPerson' });
      if (undo.holder === to) return ok([]);
      return ok([{ type: 'step.compensationReassigned/1', data: { to }, occurrence }]);
    }
  }
}

function findUndo(state: RunState, { occurrence }: CompensationCommand): UndoState | null {
  return state.occurrences.get(occurrenceKey(occurrence))?.undo ?? null;
}

/**
 * The commands that lead to where it was given. A proposal that was taken up cannot be left again without
 * a word on what became of it; an undo that ended is open again, as somebody's wish.
 */
export function takeCompensationBack(command: CompensationCommand, before: RunState): readonly Command[] {
  const { occurrence } = command;
  const was = findUndo(before, command);
  if (command.kind === 'handUndo') {
    const to = was?.holder ?? before.conductor;
    return to === null ? [] : [{ kind: 'handUndo', occurrence, to }];
  }
  const decline: Command = { kind: 'declineUndo', occurrence, ...optionalReason(was?.text ?? undefined) };
  const again: readonly Command[] = command.kind === 'startUndo' ? [] : [{ kind: 'startUndo', occurrence }];
  switch (was?.status) {
    case undefined:
      return [];
    case 'none':
    case 'declined':
      return [...again, decline];
    case 'proposed':
    case 'compensating':
      return again;
    case 'failed':
      return [...again, { kind: 'failUndo', occurrence, reason: was.text ?? '' }];
    case 'compensated':
      return command.kind === 'startUndo'
        ? [{ kind: 'recordUndone', occurrence, ...(was.text === null ? {} : { note: was.text }) }]
        : [];
  }
}
