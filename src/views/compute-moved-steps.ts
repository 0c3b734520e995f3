/**
 * Which open steps' dates followed a fact since it had another value, whoever they belong to [F4].
 */
import { type DateFrame, resolveDateRule, resolveStartRule } from '../engine/dates.ts';
import { withFactValue } from '../engine/facts/with-fact-value.ts';
import type { FactValue } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import type { StepDefinition } from '../model/workflow.ts';
import type { MovedStepView } from './fact-view.ts';
import { type RunReading, type StepReading, stepToRef } from './run-reading.ts';
import type { DueView } from './shared.ts';
import { findOrigin } from './stale-facts.ts';
import { isOpen } from '../engine/is-open.ts';

/** `fact`: one that follows no other. One entry a step: its due date, or its start where that alone moved. */
export function computeMovedSteps(
  run: RunReading,
  fact: FactId,
  was: FactValue | null,
): readonly MovedStepView[] {
  const { state } = run;
  if (state.startedAt === null) return [];
  const now: DateFrame = {
    zone: state.context?.zone ?? null,
    facts: state.facts,
    startedAt: state.startedAt,
  };
  const before: DateFrame = { ...now, facts: withFactValue(state.facts, fact, was) };
  return run.steps.flatMap((reading): readonly MovedStepView[] => {
    if (!isOpen(reading.occurrence) || !followsFact(run, reading.step, fact)) return [];
    return moveOf(reading, before, now) ?? [];
  });
}

function followsFact(run: RunReading, { due, start }: StepDefinition, fact: FactId): boolean {
  return [due, start].some(
    (rule) =>
      rule?.kind === 'offset' && rule.from !== 'runStart' && findOrigin(run.state, rule.from)?.id === fact,
  );
}

function moveOf(reading: StepReading, before: DateFrame, now: DateFrame): readonly MovedStepView[] | null {
  const { due, start } = reading.step;
  const [dueBefore, dueNow] = [resolveDateRule(due, before), resolveDateRule(due, now)];
  const step = stepToRef(reading);
  if (dueBefore.dueAt !== dueNow.dueAt) {
    const was = toDue(dueBefore.dueAt, dueBefore.dueHasTime);
    return [{ step, was, now: toDue(dueNow.dueAt, dueNow.dueHasTime, reading.due?.late) }];
  }
  const { status } = reading.occurrence;
  if (status !== 'created' && status !== 'ready') return null;
  const [startBefore, startNow] = [resolveStartRule(start, before), resolveStartRule(start, now)];
  if (startBefore === startNow) return null;
  return [{ step, was: toDue(startBefore, true), now: toDue(startNow, true) }];
}

export function toDue(at: number | null, hasTime: boolean, late = false): DueView | null {
  return at === null ? null : { at, hasTime, late };
}
