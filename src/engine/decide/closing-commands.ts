/** Commands that close an occurrence, open it again, or settle what became of it. */
import type { Command } from '../../model/command.ts';
import type { PersonId } from '../../model/ids.ts';
import { err, ok } from '../../model/result.ts';
import { placeOf } from '../../model/place.ts';
import { isClosed } from '../readiness.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { decideComplete } from './complete-step.ts';
import { type Decision, type Draft, noData } from './draft.ts';
import {
  definitionOf,
  refuseOver,
  refusePaused,
  refuseSettled,
  requireCurrent,
  requireMoving,
} from './guards.ts';
import { isIrreversible } from './redo.ts';
import { findStepsInTheWay, refuseInTheWay } from './steps-in-the-way.ts';

type ClosingCommand = Extract<
  Command,
  {
    kind:
      | 'completeStep'
      | 'failStep'
      | 'retryStep'
      | 'skipStep'
      | 'cancelStep'
      | 'reopenStep'
      | 'resolveConflict';
  }
>;

/** `people`: who speaks, and who is spoken for. */
export function decideClosing(
  command: ClosingCommand,
  state: RunState,
  people: readonly PersonId[],
): Decision {
  // Calling something off, and saying whose word holds, moves nothing on: a suspended run allows it.
  const still = command.kind === 'cancelStep' || command.kind === 'resolveConflict';
  const found = (still ? requireCurrent : requireMoving)(state, command.occurrence);
  if (!found.ok) return found;
  const current = found.value;
  const { status, occurrence } = current;
  const step = placeOf(occurrence);
  switch (command.kind) {
    case 'completeStep':
      return decideComplete(command, current, state, people);
    case 'failStep':
      return (
        refuseOver(current) ??
        refusePaused(current) ??
        (current.dormant ? err({ type: 'fallbackAsleep', step } as const) : null) ??
        refuseInTheWay(state, current, findStepsInTheWay(state, step, state.facts)) ??
        ok([{ type: 'step.failed/1', data: { reason: command.reason }, occurrence }])
      );
    case 'retryStep':
      if (status !== 'failed') return err({ type: 'notFailed', step });
      return ok([...takeEndBack(state), { type: 'step.retried/1', data: noData, occurrence }]);
    case 'skipStep':
      return (
        refuseSettled(current) ??
        ok([{ type: 'step.skipped/1', data: optionalReason(command.reason), occurrence }])
      );
    case 'cancelStep':
      return (
        refuseSettled(current) ??
        ok([{ type: 'step.cancelled/1', data: optionalReason(command.reason), occurrence }])
      );
    case 'reopenStep':
      return (
        refuseReopening(current, state, command.mistaken === true) ??
        ok([
          ...takeEndBack(state),
          { type: 'step.reopened/1', data: optionalReason(command.reason), occurrence },
        ])
      );
    case 'resolveConflict':
      if (!current.conflict.some(({ event }) => event === command.keep))
        return err({ type: 'noConflict', step });
      return ok([{ type: 'conflict.resolved/1', data: { keep: command.keep }, occurrence }]);
  }
}

function refuseReopening(current: OccurrenceState, state: RunState, mistaken: boolean): Decision | null {
  const { status, holder, occurrence, undo } = current;
  const step = placeOf(occurrence);
  if (status === 'withdrawn') return err({ type: 'stepWithdrawn', step });
  if (!isClosed(status)) return err({ type: 'notClosed', step });
  // What never happened, and what was undone, can be done anew, however final it would have been.
  const isGone = mistaken || undo?.status === 'compensated';
  if (status === 'completed' && !isGone && isIrreversible(definitionOf(state, current)))
    return err({ type: 'irreversible', step, holder });
  return null;
}

/** Work that is taken up again needs a run that goes on [Q1]. */
export function takeEndBack({ ending }: RunState): readonly Draft[] {
  return ending === null ? [] : [{ type: 'run.resumed/1', data: noData }];
}

export function optionalReason(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
