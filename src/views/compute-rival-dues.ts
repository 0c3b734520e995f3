/** Due dates that people set without knowing of each other, of steps that can still be changed: to keep either. */
import { canChangeStep } from '../engine/decide/change-plan.ts';
import { resolveDateRule } from '../engine/dates.ts';
import type { DueSide, RivalDue } from '../engine/plan-changes/find-rival-dues.ts';
import { calendarOf } from '../engine/working-time.ts';
import type { StepId } from '../model/ids.ts';
import { stepOfPlace } from '../model/place.ts';
import type { DueSideView, RivalDueView } from './flow-view.ts';
import type { RunReading, StepReading } from './run-reading.ts';

export function computeRivalDues(run: RunReading): readonly RivalDueView[] {
  const { state } = run;
  return state.planFlags.flatMap((flag): readonly RivalDueView[] => {
    if (flag.kind !== 'rivalDue') return [];
    const reading = findStep(run, flag);
    if (reading === undefined || state.removed.has(flag.step) || !canChangeStep(state, flag.step)) return [];
    const written = state.plan.steps.find(({ id }) => id === flag.step);
    return [
      {
        step: flag.step,
        title: written?.title ?? reading.step.title,
        sides: flag.sides.map((side) => toSide(run, reading, side)).toReversed(),
      },
    ];
  });
}

/** Of a step that is done once an item, the first of its places. */
function findStep(run: RunReading, { step }: RivalDue): StepReading | undefined {
  return run.stepById.get(step) ?? run.steps.find((each) => stepOfPlace(each.step.id) === step);
}

function toSide(run: RunReading, { holder }: StepReading, { id, actor, at, due }: DueSide): DueSideView {
  const { state, people } = run;
  const { context, facts, startedAt } = state;
  const completedAt = (step: StepId): number | null => {
    const of = state.current.get(step);
    return of?.status === 'completed' || of?.status === 'skipped' ? of.closedAt : null;
  };
  const { dueAt, dueHasTime } = resolveDateRule(due ?? undefined, {
    zone: context?.zone ?? null,
    facts,
    startedAt: startedAt ?? 0,
    completedAt,
    calendar: () => (context === null ? null : calendarOf(context, holder)),
  });
  return {
    event: id,
    by: people.find(actor),
    at,
    due,
    when: dueAt === null ? null : { at: dueAt, hasTime: dueHasTime },
  };
}
