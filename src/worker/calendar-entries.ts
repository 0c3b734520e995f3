/** The dates of a run, a step or a person, as a calendar takes them. */
import { instantToLocalDate } from '../engine/zoned-time.ts';
import { isOpen } from '../engine/is-open.ts';
import type { CalendarEntry } from '../interchange/calendar-file.ts';
import type { SpaceSnapshot } from '../views/space-snapshot.ts';
import { isWanted, type RunReading, readRun, type StepReading } from '../views/run-reading.ts';
import type { CalendarOf } from './daily-messages.ts';

/** How long a moment lasts in a calendar, minutes. */
const momentMinutes = 30;

/** Null: there is no such thing here. */
export function findCalendarEntries(
  of: CalendarOf,
  space: SpaceSnapshot,
  now: number,
): { readonly title: string; readonly entries: readonly CalendarEntry[] } | null {
  const runs = space.runs.flatMap(({ state }) =>
    state === null || state.status === 'notStarted' ? [] : [readRun(state, space, now)],
  );
  if (of.kind === 'person') {
    const person = space.people.find(({ id }) => id === of.person);
    if (person === undefined) return null;
    const entries = runs
      .filter(({ state }) => state.status === 'running' || state.status === 'suspended')
      .flatMap((run) =>
        openSteps(run)
          .filter(({ heldBy }) => heldBy.includes(of.person))
          .flatMap((step) => stepToEntry(run, step) ?? []),
      );
    return { title: person.name, entries };
  }
  const run = runs.find((each) => each.run === of.run);
  if (run === undefined) return null;
  if (of.kind === 'run') {
    const entries = openSteps(run).flatMap((step) => stepToEntry(run, step) ?? []);
    return { title: run.state.title, entries: [...entries, ...factsToEntries(run)] };
  }
  const step = run.steps.find(({ occurrence }) => occurrence.key === of.key);
  if (step === undefined) return null;
  return { title: step.step.title, entries: [stepToEntry(run, step) ?? []].flat() };
}

function openSteps(run: RunReading): readonly StepReading[] {
  return run.steps.filter((step) => isWanted(step) && isOpen(step.occurrence));
}

function stepToEntry(run: RunReading, { step, occurrence, due, holder }: StepReading): CalendarEntry | null {
  if (due === null) return null;
  const who = run.people.find(holder)?.name ?? null;
  const date = due.hasTime ? null : instantToLocalDate(due.at, run.state.context?.zone ?? 'UTC');
  return {
    uid: `${run.run}/${occurrence.key}@baton`,
    title: step.title,
    note: [run.state.title, who, step.instructions]
      .filter((part) => part !== null && part !== undefined)
      .join('\n'),
    when: date === null ? { kind: 'time', at: due.at, minutes: momentMinutes } : { kind: 'day', date },
  };
}

function factsToEntries({ run, state }: RunReading): readonly CalendarEntry[] {
  return [...state.facts.values()].flatMap(({ definition, value }): CalendarEntry[] => {
    const shared = { uid: `${run}/fact/${definition.id}@baton`, title: definition.name, note: state.title };
    if (value?.kind === 'date') return [{ ...shared, when: { kind: 'day', date: value.date } }];
    if (value?.kind === 'instant')
      return [{ ...shared, when: { kind: 'time', at: value.at, minutes: momentMinutes } }];
    return [];
  });
}
