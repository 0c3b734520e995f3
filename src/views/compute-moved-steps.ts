/**
 * Which open steps' dates followed a fact since it had another value, whoever they belong to [F4].
 */
import { makeMovedDates } from '../engine/facts/moved-dates.ts';
import type { MovedDate } from '../engine/notice.ts';
import type { FactValue } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import type { MovedStepView } from './fact-view.ts';
import { type RunReading, type StepReading, stepToRef } from './run-reading.ts';
import type { DueView } from './shared.ts';

/** In rail order. `fact`: one that follows no other. */
export function computeMovedSteps(
  run: RunReading,
  fact: FactId,
  was: FactValue | null,
): readonly MovedStepView[] {
  const movedDateOf = makeMovedDates(run.state, fact, was);
  return run.steps.flatMap((reading) => {
    const moved = movedDateOf(reading.step);
    return moved === null ? [] : [toMovedStep(reading, moved)];
  });
}

export function toMovedStep(reading: StepReading, { date, was, now, hasTime }: MovedDate): MovedStepView {
  const late = date === 'due' && reading.due?.late === true;
  return { step: stepToRef(reading), was: toDue(was, hasTime, false), now: toDue(now, hasTime, late) };
}

function toDue(at: number | null, hasTime: boolean, late: boolean): DueView | null {
  return at === null ? null : { at, hasTime, late };
}
