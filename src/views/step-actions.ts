/**
 * What somebody may do with a step now, and which steps stand in its way.
 *
 * Only the current pass of a running run can be acted on; an earlier one is history. A step behind
 * others may be completed together with them [J4], unless one of them failed or is disputed: that has
 * to be settled first.
 */
import { computeStepsInTheWay } from '../engine/decide/steps-in-the-way.ts';
import { readingsOf, type RunReading, type StepReading } from './run-reading.ts';
import type { StepActions } from './step-view.ts';
import { hasConflict } from './tone.ts';

export const noActions: StepActions = {
  complete: false,
  stuck: false,
  skip: false,
  handOver: false,
  retry: false,
  reopen: false,
  take: false,
  recheck: false,
  amend: false,
  cancel: false,
  wait: false,
  reply: false,
  pause: false,
  resume: false,
};

/** Those that a completion would have to include, in an order in which they can be done. */
export function findStepsInTheWay(run: RunReading, reading: StepReading): readonly StepReading[] {
  const { status, key } = reading.occurrence;
  if (status !== 'created' || run.state.current.get(reading.step.id)?.key !== key) return [];
  return readingsOf(run, computeStepsInTheWay(run.state, reading.step.id));
}

export function computeStepActions(
  run: RunReading,
  reading: StepReading,
  inTheWay: readonly StepReading[],
): StepActions {
  const { occurrence, mine } = reading;
  const current = run.state.current.get(reading.step.id)?.key === occurrence.key;
  if (!current || run.state.status === 'cancelled' || run.state.status === 'notStarted') return noActions;
  if (hasConflict(occurrence)) return noActions;
  const canTake = !mine && run.people.me !== null;
  switch (occurrence.status) {
    case 'created':
      return {
        ...noActions,
        complete: inTheWay.every(
          (each) => each.occurrence.status !== 'failed' && !hasConflict(each.occurrence),
        ),
        skip: true,
        handOver: true,
        take: canTake,
      };
    case 'ready':
    case 'inProgress':
      return { ...noActions, complete: true, stuck: true, skip: true, handOver: true, take: canTake };
    case 'failed':
      return { ...noActions, complete: true, retry: true, skip: true, handOver: true, take: canTake };
    case 'completed':
    case 'skipped':
      return { ...noActions, reopen: true };
    case 'terminated':
    case 'held':
      return noActions;
  }
}
