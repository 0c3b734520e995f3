/**
 * When a step is due, as an instant. A date without a time is due by the end of that day in the run's
 * zone. Null while the fact it hangs on, or the zone, is not known.
 */
import type { FactValue, LocalDate } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import { addDays } from '../model/local-date.ts';
import type { DateRule } from '../model/workflow.ts';
import { endOfDay, instantToLocalDate, zonedToInstant } from './zoned-time.ts';

export interface DateFrame {
  readonly zone: string | null;
  readonly facts: ReadonlyMap<FactId, FactValue>;
  /** `at` of run.started, milliseconds since 1970. */
  readonly startedAt: number;
}

export interface DueInstant {
  readonly dueAt: number | null;
  readonly dueHasTime: boolean;
}

export function resolveDateRule(rule: DateRule | undefined, frame: DateFrame): DueInstant {
  const date = rule === undefined ? null : resolveDate(rule, frame);
  if (rule === undefined || date === null || frame.zone === null) return { dueAt: null, dueHasTime: false };
  if (rule.time === undefined) return { dueAt: endOfDay(date, frame.zone), dueHasTime: false };
  return { dueAt: zonedToInstant(date, rule.time, frame.zone), dueHasTime: true };
}

function resolveDate(rule: DateRule, frame: DateFrame): LocalDate | null {
  if (rule.kind === 'date') return rule.date;
  const from = resolveOrigin(rule.from, frame);
  return from === null ? null : addDays(from, rule.days);
}

function resolveOrigin(from: FactId | 'runStart', frame: DateFrame): LocalDate | null {
  if (from === 'runStart')
    return frame.zone === null ? null : instantToLocalDate(frame.startedAt, frame.zone);
  const fact = frame.facts.get(from);
  return fact?.kind === 'date' ? fact.date : null;
}
