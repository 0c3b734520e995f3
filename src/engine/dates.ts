/**
 * When a step is due, and when it may begin, as instants.
 *
 * A rule without a time of day means the whole day in the run's zone: due by its end, open from its
 * beginning. Counted from an instant without a time it is that very moment, moved: days by the calendar
 * of the instant's own zone, so that it keeps its wall time, then elapsed minutes. With a time, the day
 * is still the instant's own ("the day I land") and the time is the run's.
 * Null while the fact it hangs on, or a zone it needs, is not known. Of rival values the shown one counts.
 */
import type { FactValue, LocalDate } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import { addDays } from '../model/local-date.ts';
import type { DateRule } from '../model/workflow.ts';
import type { FactState } from './run-state.ts';
import { endOfDay, instantToLocalDate, shiftInstant, startOfDay, zonedToInstant } from './zoned-time.ts';

export interface DateFrame {
  readonly zone: string | null;
  readonly facts: ReadonlyMap<FactId, Pick<FactState, 'value'>>;
  /** `at` of run.started, milliseconds since 1970. */
  readonly startedAt: number;
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
  if (origin?.kind === 'date') return onDay(addDays(origin.date, rule.days), rule, frame);
  if (origin?.kind !== 'instant') return null;
  if (rule.time !== undefined) {
    const date = instantToLocalDate(origin.at, origin.zone);
    return date === null ? null : onDay(addDays(date, rule.days), rule, frame);
  }
  const at = shiftInstant(origin.at, rule, origin.zone);
  return at === null ? null : { kind: 'instant', at };
}

function onDay(date: LocalDate | null, { time }: Pick<DateRule, 'time'>, frame: DateFrame): When | null {
  if (date === null) return null;
  if (time === undefined) return { kind: 'day', date };
  const at = frame.zone === null ? null : zonedToInstant(date, time, frame.zone);
  return at === null ? null : { kind: 'instant', at };
}

/** The start of a run is a day, unless minutes are counted from it. */
function resolveOrigin(rule: OffsetRule, frame: DateFrame): FactValue | null {
  if (rule.from !== 'runStart') return frame.facts.get(rule.from)?.value ?? null;
  if (frame.zone === null) return null;
  if (rule.minutes !== undefined && rule.time === undefined)
    return { kind: 'instant', at: frame.startedAt, zone: frame.zone };
  const date = instantToLocalDate(frame.startedAt, frame.zone);
  return date === null ? null : { kind: 'date', date };
}
