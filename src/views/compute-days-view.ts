/**
 * Steps beside a calendar: when each began, may begin, is due and was over, as the plan has it now.
 */
import { isOpen } from '../engine/is-open.ts';
import { calendarOf, compileCalendar, type WorkingCalendar } from '../engine/working-time.ts';
import { instantToLocalDate, instantToMinutes } from '../engine/zoned-time.ts';
import type { LocalDate } from '../model/fact.ts';
import type { RunId } from '../model/ids.ts';
import { addDays, daysBetween, utcToLocalDate } from '../model/local-date.ts';
import { type ClashView, computeClashes } from './compute-clashes.ts';
import { computeStretches } from './day-stretches.ts';
import type { DayClash, DayOff, DaysRow, DayStretch, DaysView } from './days-view.ts';
import { type RunReading, readRun, type StepReading } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { isActive } from './tone.ts';

/** Days since a date at which an instant is; null in a zone that is none. */
type ToPlace = (at: number | null) => number | null;

export function computeDaysView(space: SpaceSnapshot, run: RunId, now: number): DaysView {
  const entry = space.runs.find((each) => each.run === run);
  const state = entry?.state ?? null;
  const zone = state?.context?.zone ?? space.zone;
  const today = instantToLocalDate(now, zone) ?? utcToLocalDate(now) ?? '1970-01-01';
  const empty = {
    kind: 'days',
    run,
    zone,
    first: today,
    now: 0,
    stretches: [],
    offs: [],
    rows: [],
  } as const;
  if (entry === undefined) return { ...empty, availability: 'missing' };
  if (state === null || state.status === 'notStarted') return { ...empty, availability: 'loading' };
  const reading = readRun(state, space, now);
  const fromToday = placesFrom(today, zone);
  const days = reading.steps.flatMap((step) => {
    const { begun, closed, start, due } = toMoments(step);
    return [begun, closed, start, due].flatMap((at) => Math.floor(fromToday(at) ?? 0));
  });
  const stretches = computeStretches(days, 0);
  const shift = stretches[0]?.from ?? 0;
  const first = addDays(today, shift) ?? today;
  const toPlace = placesFrom(first, zone);
  const shown = stretches.map((stretch) => ({ ...stretch, from: stretch.from - shift }));
  const calendar =
    state.context === null
      ? compileCalendar({ zone, holidays: space.holidays.map(({ date }) => date) })
      : calendarOf(state.context, null);
  return {
    ...empty,
    availability: 'here',
    first,
    now: toPlace(now) ?? -shift,
    stretches: shown,
    offs: computeOffs(first, shown, calendar, space),
    rows: reading.steps.map((step) => ({
      ...toRow(reading, step, toPlace, first),
      clashes: toClashes(computeClashes(space, reading, step), toPlace),
    })),
  };
}

function placesFrom(first: LocalDate, zone: string): ToPlace {
  return (at) => {
    if (at === null) return null;
    const [date, minutes] = [instantToLocalDate(at, zone), instantToMinutes(at, zone)];
    return date === null || minutes === null ? null : daysBetween(first, date) + minutes / 1440;
  };
}

interface Moments {
  readonly begun: number | null;
  readonly closed: number | null;
  readonly start: number | null;
  readonly due: number | null;
}

/** Of a step that nobody called upon, or that is not needed, nothing is to come. */
function toMoments({ occurrence, due, startsAt }: StepReading): Moments {
  const { status, startedAt, readyAt, closedAt, dormant } = occurrence;
  const open = isOpen(occurrence);
  const begins = isActive(occurrence) || status === 'waiting' || status === 'failed' || !open;
  const begun = begins && startsAt === null ? (startedAt ?? readyAt) : null;
  const wanted = open && !dormant;
  return {
    begun: status === 'withdrawn' ? null : begun,
    closed: open ? null : closedAt,
    start: wanted ? startsAt : null,
    due: wanted || status === 'completed' ? (due?.at ?? null) : null,
  };
}

function toRow(
  run: RunReading,
  reading: StepReading,
  toPlace: ToPlace,
  first: LocalDate,
): Omit<DaysRow, 'clashes'> {
  const { begun, closed, start, due } = toMoments(reading);
  const { occurrence, holder, step } = reading;
  const person = holder === null ? undefined : run.state.personById.get(holder);
  return {
    key: occurrence.key,
    step: step.id,
    begun: toPlace(begun),
    closed: toPlace(closed),
    start: toPlace(start),
    due: toPlace(due),
    dueHasTime: reading.due?.hasTime ?? false,
    away: isOpen(occurrence)
      ? (person?.away ?? []).flatMap(({ from, to }) =>
          from <= to ? [{ from: daysBetween(first, from), days: daysBetween(from, to) + 1 }] : [],
        )
      : [],
  };
}

function toClashes(clashes: readonly ClashView[], toPlace: ToPlace): readonly DayClash[] {
  return clashes.flatMap(({ title, at, until }) => {
    const [from, to] = [toPlace(at), toPlace(until)];
    return from === null || to === null ? [] : [{ title, from, to }];
  });
}

/** Of the days that are drawn one by one. */
function computeOffs(
  first: LocalDate,
  stretches: readonly DayStretch[],
  calendar: WorkingCalendar,
  { holidays }: SpaceSnapshot,
): readonly DayOff[] {
  const nameByDate = new Map(holidays.map(({ date, name }) => [date, name]));
  return stretches
    .filter(({ folded }) => !folded)
    .flatMap(({ from, days }) =>
      Array.from({ length: days }, (_, index) => from + index).flatMap((day): DayOff[] => {
        const date = addDays(first, day);
        if (date === null || calendar.isWorkingDay(date)) return [];
        const name = nameByDate.get(date);
        return [{ day, holiday: name !== undefined, name: name === undefined || name === '' ? null : name }];
      }),
    );
}
