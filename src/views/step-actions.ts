/**
 * What somebody may do with a step now, and which steps stand in its way.
 *
 * Only the current pass of a running run can be acted on; an earlier one is history. A step behind
 * others may be completed together with them [J4], unless one of them failed or is disputed: that has
 * to be settled first.
 */
import type { StepId } from '../model/ids.ts';
import { readingsOf, type RunReading, type StepReading } from './run-reading.ts';
import type { StepActions } from './step-view.ts';
import { hasConflict, isOpen } from './tone.ts';

export const noActions: StepActions = {
  complete: false,
  stuck: false,
  skip: false,
  handOver: false,
  retry: false,
  reopen: false,
  take: false,
};

/** Open steps anywhere before this one, in rail order: those a completion would have to include. */
export function findStepsInTheWay(run: RunReading, reading: StepReading): readonly StepReading[] {
  if (reading.occurrence.status !== 'created') return [];
  const before = new Set<StepId>();
  const next = reading.step.after.map((dependency) => dependency.from);
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const source = run.stepById.get(id);
    if (before.has(id) || source === undefined || !isOpen(source.occurrence)) continue;
    before.add(id);
    next.push(...source.step.after.map((dependency) => dependency.from));
  }
  return readingsOf(
    run,
    run.steps.map(({ step }) => step.id).filter((id) => before.has(id)),
  );
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
      return { ...noActions, retry: true, skip: true, handOver: true, take: canTake };
    case 'completed':
    case 'skipped':
      return { ...noActions, reopen: true };
    case 'terminated':
    case 'held':
      return noActions;
  }
}
