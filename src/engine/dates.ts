/**
 * When a step is due, and when it may begin, as instants.
 *
 * A rule without a time of day means the whole day in the run's zone: due by its end, open from its
 * beginning. Counted from an instant without a time it is that very moment, moved: days by the calendar
 * of the instant's own zone, so that it keeps its wall time, then elapsed minutes. With a time, the day
 * is still the instant's own ("the day I land") and the time is the run's.
 * Counted from when a step before was done it is null until that is so. Working days come after days, and
 * days without working time are passed over.
 * Null while the fact it hangs on, or a zone it needs, is not known. Of rival values the shown one counts.
 */
import { factOfRule, stepOfRule } from '../model/date-origin.ts';
import type { FactValue, LocalDate } from '../model/fact.ts';
import type { FactId, StepId } from '../model/ids.ts';
import { addDays, daysBetween } from '../model/local-date.ts';
import type { DateRule } from '../model/workflow.ts';
import type { FactState } from './run-state.ts';
import { addWorkingDays, addWorkingMinutes, type WorkingCalendar } from './working-time.ts';
import { endOfDay, instantToLocalDate, shiftInstant, startOfDay, zonedToInstant } from './zoned-time.ts';

export interface DateFrame {
  readonly zone: string | null;
  readonly facts: ReadonlyMap<FactId, Pick<FactState, 'value'>>;
  /** `at` of run.started, milliseconds since 1970. */
  readonly startedAt: number;
  /** When a step was completed or skipped; null until then. */
  readonly completedAt?: (step: StepId) => number | null;
  /** By which working days and working time count; null while the run's people are not known. */
  readonly calendar?: () => WorkingCalendar | null;
}

export interface DueInstant {
  readonly dueAt: number | null;
  readonly dueHasTime: boolean;
}

type OffsetRule = Extract<DateRule, { readonly kind: 'offset' }>;

export function resolveDateRule(rule: DateRule | undefined, frame: DateFrame): DueInstant {
  const when = rule === undefined ? null : resolve(rule, frame);
  if (when === null) return { dueAt: null, dueHasTime: false };
  if (when.kind === 'instant') return { dueAt: when.at, dueHasTime: true };
  return { dueAt: frame.zone === null ? null : endOfDay(when.date, frame.zone), dueHasTime: false };
}

/** The first instant at which a step may begin, milliseconds since 1970. */
export function resolveStartRule(rule: DateRule | undefined, frame: DateFrame): number | null {
  const when = rule === undefined ? null : resolve(rule, frame);
  if (when === null) return null;
  if (when.kind === 'instant') return when.at;
  return frame.zone === null ? null : startOfDay(when.date, frame.zone);
}

type When =
  | { readonly kind: 'instant'; readonly at: number }
  | { readonly kind: 'day'; readonly date: LocalDate };

function resolve(rule: DateRule, frame: DateFrame): When | null {
  if (rule.kind === 'date') return onDay(rule.date, rule, frame);
  const origin = resolveOrigin(rule, frame);
  if (origin?.kind === 'date') return onDay(moveDay(origin.date, rule, frame), rule, frame);
  if (origin?.kind !== 'instant') return null;
  const date = instantToLocalDate(origin.at, origin.zone);
  if (rule.time !== undefined) return onDay(moveDay(date, rule, frame), rule, frame);
  const at = moveInstant(origin, date, rule, frame);
  return at === null ? null : { kind: 'instant', at };
}

/** By whole days first, then by working days. */
function moveDay(date: LocalDate | null, rule: OffsetRule, { calendar }: DateFrame): LocalDate | null {
  const moved = date === null ? null : addDays(date, rule.days);
  if (moved === null || !rule.workingDays) return moved;
  const working = calendar?.() ?? null;
  return working === null ? null : addWorkingDays(moved, rule.workingDays, working);
}

function moveInstant(
  origin: Extract<FactValue, { readonly kind: 'instant' }>,
  date: LocalDate | null,
  rule: OffsetRule,
  frame: DateFrame,
): number | null {
  const target = rule.workingDays ? moveDay(date, rule, frame) : null;
  if (rule.workingDays && target === null) return null;
  const days = target === null || date === null ? rule.days : daysBetween(date, target);
  if (rule.working !== true || !rule.minutes) return shiftInstant(origin.at, { ...rule, days }, origin.zone);
  const from = shiftInstant(origin.at, { days }, origin.zone);
  const working = frame.calendar?.() ?? null;
  return from === null || working === null ? null : addWorkingMinutes(from, rule.minutes, working);
}

function onDay(date: LocalDate | null, { time }: Pick<DateRule, 'time'>, frame: DateFrame): When | null {
  if (date === null) return null;
  if (time === undefined) return { kind: 'day', date };
  const at = frame.zone === null ? null : zonedToInstant(date, time, frame.zone);
  return at === null ? null : { kind: 'instant', at };
}

/** The start of a run, and when a step was done, is a day, unless minutes are counted from it. */
function resolveOrigin(rule: OffsetRule, frame: DateFrame): FactValue | null {
  const [fact, step] = [factOfRule(rule), stepOfRule(rule)];
  if (fact !== null) return frame.facts.get(fact)?.value ?? null;
  const at = step === null ? frame.startedAt : (frame.completedAt?.(step) ?? null);
  if (at === null || frame.zone === null) return null;
  if (rule.minutes !== undefined && rule.time === undefined) return { kind: 'instant', at, zone: frame.zone };
  const date = instantToLocalDate(at, frame.zone);
  return date === null ? null : { kind: 'date', date };
}
