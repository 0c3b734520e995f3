/** Who has what in a flow. What is over is with whoever did it; what several decide is with each of them. */
import { isOpen } from '../engine/is-open.ts';
import { instantToLocalDate } from '../engine/zoned-time.ts';
import type { LocalDate } from '../model/fact.ts';
import type { PersonId, RunId, StepId } from '../model/ids.ts';
import { readActiveRuns } from './active-runs.ts';
import { countDueByDay, findFullDay, fullDaySteps } from './full-day.ts';
import { assignColumns } from './lane-columns.ts';
import type { LaneLoad, LanePart, LaneStep, LanesView, LaneView } from './lanes-view.ts';
import { computeMapLinks } from './map-links.ts';
import { personToViewAt } from './people-directory.ts';
import { findWaitingFor, isWanted, type RunReading, readRun, type StepReading } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

const nobody = 'nobody';
const noCounts: Readonly<Record<LanePart, number>> = { now: 0, next: 0, later: 0, done: 0 };

export function computeLanesView(space: SpaceSnapshot, run: RunId, now: number): LanesView {
  const entry = space.runs.find((each) => each.run === run);
  const empty = { kind: 'lanes', run, lanes: [], columns: 0, handOffs: [] } as const;
  if (entry === undefined) return { ...empty, availability: 'missing' };
  if (entry.state === null || entry.state.status === 'notStarted')
    return { ...empty, availability: 'loading' };
  const reading = readRun(entry.state, space, now);
  const { columnOf, columns } = assignColumns(reading.steps, lanesOf);
  const partOf = makePartOf(reading);
  const everywhere = readActiveRuns(space, now).flatMap(({ steps }) => steps.filter(isToCome));
  const lanes = new Map<string, StepReading[]>();
  for (const step of reading.steps) {
    for (const lane of lanesOf(step)) {
      const known = lanes.get(lane);
      if (known === undefined) lanes.set(lane, [step]);
      else known.push(step);
    }
  }
  const views = [...lanes].map(([key, steps]): LaneView => {
    const person = personOf(key);
    const theirs = everywhere.filter(({ heldBy }) => person !== null && heldBy.includes(person));
    const loadOf = makeLoadOf(reading, space, person, theirs);
    const shown = steps
      .map(
        (step): LaneStep => ({
          key: step.occurrence.key,
          step: step.step.id,
          part: partOf(step),
          load: loadOf(step),
          column: columnOf.get(step.step.id) ?? 0,
        }),
      )
      .sort((a, b) => a.column - b.column);
    const counts = { ...noCounts };
    for (const { part } of shown) counts[part] += 1;
    const known = space.people.find(({ id }) => id === person);
    return {
      key,
      kind: person !== null ? 'person' : key === nobody ? 'nobody' : 'role',
      person: known === undefined ? reading.people.find(person) : personToViewAt(known, space, now),
      name: steps.find(({ role }) => role !== null && roleKey(role.id) === key)?.role?.name ?? '',
      steps: shown,
      counts,
      fullDay: findFullDay(theirs, space.zone, now),
    };
  });
  return {
    ...empty,
    availability: 'here',
    lanes: views.sort((a, b) => rankOf(a, space.me) - rankOf(b, space.me) || firstOf(a) - firstOf(b)),
    columns,
    handOffs: computeHandOffs(reading),
  };
}

const personKey = (person: PersonId): string => `person ${person}`;
const roleKey = (role: string): string => `role ${role}`;

function personOf(lane: string): PersonId | null {
  return lane.startsWith('person ') ? (lane.slice('person '.length) as PersonId) : null;
}

function lanesOf({ occurrence, heldBy, holder, role }: StepReading): readonly string[] {
  if (!isOpen(occurrence) && occurrence.closedBy.length > 0) return occurrence.closedBy.map(personKey);
  if (role !== null) return [roleKey(role.id)];
  if (heldBy.length > 0) return heldBy.map(personKey);
  return [holder === null ? nobody : personKey(holder)];
}

function rankOf({ kind, person }: LaneView, me: PersonId | null): number {
  if (kind === 'nobody') return 3;
  if (kind === 'role') return 2;
  return person !== null && person.id === me ? 0 : 1;
}

function firstOf({ steps }: LaneView): number {
  return steps[0]?.column ?? 0;
}

function isToCome(reading: StepReading): boolean {
  return isOpen(reading.occurrence) && isWanted(reading);
}

/** What was done and is not settled any more is theirs again. */
function makePartOf(run: RunReading): (reading: StepReading) => LanePart {
  const isNow = ({ occurrence, startsAt, tone }: StepReading): boolean =>
    tone === 'recheck' || (isOpen(occurrence) && occurrence.status !== 'created' && startsAt === null);
  return (reading) => {
    if (isNow(reading)) return 'now';
    if (!isToCome(reading)) return isOpen(reading.occurrence) ? 'later' : 'done';
    return findWaitingFor(run, reading).every(isNow) ? 'next' : 'later';
  };
}

function makeLoadOf(
  run: RunReading,
  { zone, people }: SpaceSnapshot,
  person: PersonId | null,
  theirs: readonly StepReading[],
): (reading: StepReading) => LaneLoad {
  const counts = countDueByDay(theirs, zone);
  const known = people.find(({ id }) => id === person) ?? (person && run.state.personById.get(person));
  const isAway = (date: LocalDate): boolean =>
    known?.away?.some(({ from, to }) => from <= date && date <= to) ?? false;
  return (reading) => {
    const at = reading.startsAt ?? reading.due?.at ?? null;
    if (!isToCome(reading) || at === null || reading.due?.late === true) return 'fine';
    const date = instantToLocalDate(at, zone);
    if (date === null) return 'fine';
    if (isAway(date)) return 'away';
    const dueOn = reading.due === null ? null : instantToLocalDate(reading.due.at, zone);
    return dueOn !== null && (counts.get(dueOn) ?? 0) >= fullDaySteps ? 'many' : 'fine';
  };
}

function computeHandOffs(run: RunReading): LanesView['handOffs'] {
  const lanesById = new Map<StepId, readonly string[]>(
    run.steps.map((reading) => [reading.step.id, lanesOf(reading)]),
  );
  return computeMapLinks(run.steps.map(({ step }) => step))
    .filter(({ kind }) => kind === 'after')
    .flatMap(({ from, to }) => {
      const [source, target] = [lanesById.get(from) ?? [], lanesById.get(to) ?? []];
      return source.some((lane) => target.includes(lane)) ? [] : [{ from, to }];
    });
}
