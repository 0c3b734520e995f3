/** The events that say what became of an occurrence. Everything else on it decides nothing. */
import type { RunEvent, RunEventOf } from '../model/event.ts';
import type { ConflictSide } from './run-state.ts';

export type Closing =
  | RunEventOf<'step.completed/2'>
  | RunEventOf<'step.failed/1'>
  | RunEventOf<'step.skipped/1'>
  | RunEventOf<'step.cancelled/1'>;
export type Side = Closing | RunEventOf<'step.reopened/1'>;
export type Verdict = Side | RunEventOf<'step.retried/1'> | RunEventOf<'conflict.resolved/1'>;

export function isVerdict(event: RunEvent): event is Verdict {
  return isSide(event) || event.type === 'step.retried/1' || event.type === 'conflict.resolved/1';
}

export function isSide(event: RunEvent): event is Side {
  return isClosing(event) || event.type === 'step.reopened/1';
}

export function isClosing(event: RunEvent): event is Closing {
  switch (event.type) {
    case 'step.completed/2':
    case 'step.failed/1':
    case 'step.skipped/1':
    case 'step.cancelled/1':
      return true;
    default:
      return false;
  }
}

/** A completion says nothing of an approval, since people vote [X4]; only of one that was over before the run began. */
export function withoutCompletions(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter((event) => event.type !== 'step.completed/2' || event.data.beforeRun === true);
}

export function sideToOutcome(side: Side): string | null {
  return side.type === 'step.completed/2' ? (side.data.outcome ?? null) : null;
}

export function toConflictSide(side: Side): ConflictSide {
  return {
    event: side.id,
    type: side.type,
    actor: side.actor,
    at: side.at,
    outcome: sideToOutcome(side),
    text: (side.type === 'step.completed/2' ? side.data.note : side.data.reason) ?? null,
  };
}
