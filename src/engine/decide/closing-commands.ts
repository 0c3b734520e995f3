/** Commands that close an occurrence, open it again, or settle what became of it. */
import type { Command } from '../../model/command.ts';
import type { StepId } from '../../model/ids.ts';
import { err, ok } from '../../model/result.ts';
import type { Decision, Draft } from './draft.ts';
import { isClosed } from '../readiness.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { requireCurrent } from './guards.ts';
import { computeStepsInTheWay } from './steps-in-the-way.ts';

type ClosingCommand = Extract<
  Command,
  { kind: 'completeStep' | 'failStep' | 'retryStep' | 'skipStep' | 'reopenStep' | 'resolveConflict' }
>;

export function decideClosing(command: ClosingCommand, state: RunState): Decision {
  const found = requireCurrent(state, command.occurrence);
  if (!found.ok) return found;
  const current = found.value;
  const { status, occurrence } = current;
  const { step } = occurrence;
  switch (command.kind) {
    case 'completeStep':
      return decideComplete(command, current, state);
    case 'failStep':
      if (isClosed(status)) return err({ type: 'alreadyClosed', step, status });
      return (
        refuseInTheWay(state, current, []) ??
        ok([{ type: 'step.failed/1', data: { reason: command.reason }, occurrence }])
      );
    case 'retryStep':
      if (status !== 'failed') return err({ type: 'notFailed', step });
      return ok([{ type: 'step.retried/1', data: {}, occurrence }]);
    case 'skipStep':
      // A failed step may be skipped: that is one way out of being stuck.
      if (isClosed(status) && status !== 'failed') return err({ type: 'alreadyClosed', step, status });
      return ok([{ type: 'step.skipped/1', data: optionalReason(command.reason), occurrence }]);
    case 'reopenStep':
      if (!isClosed(status)) return err({ type: 'notClosed', step });
      return ok([{ type: 'step.reopened/1', data: optionalReason(command.reason), occurrence }]);
    case 'resolveConflict':
      if (!current.conflict.some(({ event }) => event === command.keep))
        return err({ type: 'noConflict', step });
      return ok([{ type: 'conflict.resolved/1', data: { keep: command.keep }, occurrence }]);
  }
}

function decideComplete(
  command: Extract<Command, { kind: 'completeStep' }>,
  current: OccurrenceState,
  state: RunState,
): Decision {
  const { status, occurrence } = current;
  if (isClosed(status) && status !== 'failed')
    return err({ type: 'alreadyClosed', step: occurrence.step, status });
  const including = command.including ?? [];
  const refusal = refuseInTheWay(state, current, including);
  if (refusal !== null) return refusal;
  const inTheWay = status === 'inProgress' ? [] : computeStepsInTheWay(state, occurrence.step);
  const before = inTheWay.flatMap((id): Draft[] => {
    const other = state.current.get(id);
    return other === undefined ? [] : [{ type: 'step.completed/2', data: {}, occurrence: other.occurrence }];
  });
  const data = command.note === undefined ? {} : { note: command.note };
  return ok([...before, { type: 'step.completed/2', data, occurrence }]);
}

/** Null when nothing, or only what is completed along with it, stands before the step. */
function refuseInTheWay(
  state: RunState,
  { occurrence: { step }, status }: OccurrenceState,
  including: readonly StepId[],
): Decision | null {
  // Work that had begun may be finished while a step before it is being redone [J8].
  if (status === 'inProgress') return null;
  const steps = computeStepsInTheWay(state, step);
  const left = steps.filter((id) => !including.includes(id));
  if (left.length === 0) return null;
  const by = left.filter((id) => state.current.get(id)?.status === 'failed');
  return by.length > 0 ? err({ type: 'blocked', step, by }) : err({ type: 'stepsInTheWay', step, steps });
}

function optionalReason(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
