/**
 * Which dates of open steps followed a fact since it had another value [F4].
 */
import { factOfRule } from '../../model/date-origin.ts';
import type { FactValue } from '../../model/fact.ts';
import type { FactId } from '../../model/ids.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { type DateFrame, resolveDateRule, resolveStartRule } from '../dates.ts';
import { isOpen } from '../is-open.ts';
import type { MovedDate } from '../notice.ts';
import type { RunState } from '../run-state.ts';
import { findAssigned } from '../who.ts';
import { calendarOf } from '../working-time.ts';
import { findOrigin } from './fact-origin.ts';
import { withFactValue } from './with-fact-value.ts';

/**
 * Answers for one step: when it is due, or, where that stayed, when it may begin unless somebody began
 * it; null where nothing moved. Asked step by step, since instants cost time to compute and callers tell
 * of some steps only. `fact`: one that follows no other; `was`: what it was.
 */
export function makeMovedDates(
  state: RunState,
  fact: FactId,
  was: FactValue | null,
): (step: StepDefinition) => MovedDate | null {
  const { startedAt } = state;
  if (startedAt === null) return () => null;
  const factsBefore = withFactValue(state.facts, fact, was);
  const isDated = ({ due, start }: StepDefinition): boolean =>
    [due, start].some((rule) => {
      const from = factOfRule(rule);
      return from !== null && findOrigin(state.facts, from)?.id === fact;
    });
  const { context } = state;
  const frameOf = (step: StepDefinition, facts: DateFrame['facts']): DateFrame => ({
    zone: context?.zone ?? null,
    facts,
    startedAt,
    calendar: () => (context === null ? null : calendarOf(context, findAssigned(step.assignee, state))),
  });
  return (step) => {
    const occurrence = state.current.get(step.id);
    if (occurrence === undefined || !isOpen(occurrence) || !isDated(step)) return null;
    const { key, status } = occurrence;
    const now = frameOf(step, state.facts);
    const before = frameOf(step, factsBefore);
    const [wasDue, isDue] = [resolveDateRule(step.due, before), resolveDateRule(step.due, now)];
    if (wasDue.dueAt !== isDue.dueAt) {
      const hasTime = wasDue.dueHasTime || isDue.dueHasTime;
      return { key, date: 'due', was: wasDue.dueAt, now: isDue.dueAt, hasTime };
    }
    if (status !== 'created' && status !== 'ready') return null;
    const [wasStart, isStart] = [resolveStartRule(step.start, before), resolveStartRule(step.start, now)];
    if (wasStart === isStart) return null;
    return { key, date: 'start', was: wasStart, now: isStart, hasTime: true };
  };
}
