/**
 * What the holder of the device has to look at. Alerts of one step are one line, which says what was told
 * last, and so are those of its undo; nothing is offered that this device would refuse.
 */
import { computeAlerts } from '../engine/alerts/compute-alerts.ts';
import type { Alert, WayOut } from '../engine/alerts/alert.ts';
import { findDone } from '../engine/decide/refuse-doers.ts';
import type { OccurrenceStatus, RunState } from '../engine/run-state.ts';
import { type Access, isMember, mayChange } from '../model/access.ts';
import type { PersonId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { placeOf } from '../model/place.ts';
import type { AlertLine, AlertPage, AlertsView, AlertWayView } from './alert-view.ts';
import { computeStepUndo } from './compute-undo-lines.ts';
import { computeContact, computeNudge } from './compute-contact-view.ts';
import type { ReachView } from './contact-view.ts';
import { makePeopleDirectory } from './people-directory.ts';
import { readRun, type RunReading, type StepReading } from './run-reading.ts';
import type { Tone } from './shared.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import type { UndoLine } from './undo-line.ts';

export function computeAlertsView(space: SpaceSnapshot, now: number): AlertsView {
  return {
    kind: 'alerts',
    me: makePeopleDirectory(space.me, space.people).find(space.me),
    quiet: space.people.find(({ id }) => id === space.me)?.quiet ?? null,
    lines: computeAlertLines(space, now),
  };
}

function computeAlertLines(space: SpaceSnapshot, now: number): readonly AlertLine[] {
  const { me } = space;
  if (me === null) return [];
  const lines = space.runs.flatMap(({ state }): readonly AlertLine[] => {
    if (state === null) return [];
    const mine = computeAlerts(state, now).alerts.filter(({ to }) => to.some(({ person }) => person === me));
    if (mine.length === 0) return [];
    const run = readRun(state, space, now);
    return groupBySubject(mine).map((alerts) => toLine(run, alerts, me, space, now));
  });
  return lines.toSorted((a, b) => b.since - a.since || (a.key < b.key ? -1 : 1));
}

/** How many steps and flows there is something to look at. */
export function countAlerts(space: SpaceSnapshot, now: number): number {
  const { me } = space;
  return space.runs.reduce((count, { state }) => {
    if (state === null || me === null) return count;
    const { alerts } = computeAlerts(state, now);
    const mine = alerts.filter(({ to }) => to.some(({ person }) => person === me));
    return count + new Set(mine.map(nameSubject)).size;
  }, 0);
}

/** What an alert is of, within its run: a step, its undo, or the run. */
function nameSubject({ key, cause }: Alert): string {
  return `${key ?? '-'}${cause === 'undo' ? '/undo' : ''}`;
}

type Group = readonly [Alert, ...Alert[]];

/** Each with what was told last first. */
function groupBySubject(alerts: readonly Alert[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const alert of alerts) {
    const name = nameSubject(alert);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [alert]);
    else
      groups.set(
        name,
        alert.since >= known[0].since ? [alert, ...known] : [known[0], alert, ...known.slice(1)],
      );
  }
  return [...groups.values()];
}

function toLine(run: RunReading, alerts: Group, me: PersonId, space: SpaceSnapshot, now: number): AlertLine {
  const { state, people } = run;
  const [last] = alerts;
  const { key, cause, rung, since, about } = last;
  const readingOf = (each: OccurrenceKey): StepReading | undefined => {
    const found = state.occurrences.get(each);
    return found && run.stepById.get(placeOf(found.occurrence));
  };
  const reading = key === null ? undefined : readingOf(key);
  const undo = cause === 'undo' ? findUndoLine(run, key, space, now) : null;
  const titles = last.alsoLate.flatMap((each) => {
    return readingOf(each)?.step.title ?? [];
  });
  return {
    key: `${state.run}/${nameSubject(last)}`,
    run: state.run,
    runTitle: state.title,
    occurrence: key,
    title: undo?.title ?? reading?.step.title ?? state.title,
    tone: toneOf(last, reading, undo),
    cause,
    rung,
    since,
    notifyAt: last.to.find(({ person }) => person === me)?.notifyAt ?? since,
    about: people.find(about),
    due: undo === null ? (reading?.due ?? null) : undo.cancelBy,
    pausedAt:
      cause === 'paused' ? ((key === null ? state : reading?.occurrence)?.pause?.since ?? null) : null,
    details: reading === undefined || undo !== null ? [] : detailsOf(run, reading),
    alsoLate: titles,
    alerts: [...new Set(alerts.flatMap((alert) => [alert.id, ...alongFor(alert, me)]))],
    ways: last.ways
      .filter((way) => isForMe(way, me, reading, undo, run.state, space.access))
      .flatMap((way) => toWay(way, last, run, space, readingOf)),
  };
}

function findUndoLine(
  run: RunReading,
  key: OccurrenceKey | null,
  space: SpaceSnapshot,
  now: number,
): UndoLine | null {
  const occurrence = key === null ? undefined : run.state.occurrences.get(key);
  return occurrence === undefined ? null : computeStepUndo(run, occurrence, space, now);
}

function toneOf({ cause }: Alert, reading: StepReading | undefined, undo: UndoLine | null): Tone {
  if (undo !== null) return undo.cancelBy?.late === true ? 'late' : undo.mine ? 'turn' : 'theirs';
  return reading?.tone ?? (cause === 'paused' ? 'paused' : 'withdrawn');
}

/** What is read of late steps behind it. */
function alongFor({ readAlong }: Alert, me: PersonId): readonly string[] {
  return readAlong.flatMap(({ id, person }) => (person === me ? [id] : []));
}

function detailsOf({ state }: RunReading, { occurrence }: StepReading): readonly string[] {
  const { status, reason, waitingOn, missingFacts } = occurrence;
  const facts = missingFacts.flatMap((fact) => state.facts.get(fact)?.definition.name ?? []);
  return [
    ...(status === 'failed' && reason !== null && reason.trim() !== '' ? [reason] : []),
    ...(waitingOn === null ? [] : [waitingOn.on]),
    ...facts,
  ];
}

function isForMe(
  way: WayOut,
  me: PersonId,
  reading: StepReading | undefined,
  undo: UndoLine | null,
  state: RunState,
  access: Access,
): boolean {
  switch (way.kind) {
    case 'open':
    case 'ask':
      return true;
    case 'handOver':
      return isMember(access) && way.person !== me;
    case 'takeOver':
      return (
        isMember(access) && reading?.mine !== true && findDone(state, reading?.step.notBy, [me]) === null
      );
    // A guest's own steps are theirs to try again, to check and to go on with.
    case 'retry':
    case 'recheck':
    case 'goOn':
      return isMember(access) || (access === 'guest' && reading?.mine === true);
    case 'undone':
    case 'leave':
      return undo?.canSettle === true;
    case 'choosePerson':
    case 'fallback':
    case 'skip':
    case 'cancelStep':
    case 'cancelRun':
      return isMember(access);
  }
}

/** None where there is nobody to ask. */
function toWay(
  way: WayOut,
  { key, cause }: Alert,
  run: RunReading,
  space: SpaceSnapshot,
  readingOf: (key: OccurrenceKey) => StepReading | undefined,
): readonly AlertWayView[] {
  const { kind } = way;
  const plain: AlertWayView = {
    kind,
    command: 'command' in way ? way.command : null,
    person: 'person' in way ? run.people.find(way.person) : null,
    title: null,
  };
  switch (kind) {
    case 'ask': {
      const reading = readingOf(way.at);
      return reading === undefined ? [] : toAsking(run, space, reading);
    }
    case 'fallback':
      return [{ ...plain, title: run.stepById.get(way.step)?.step.title ?? null }];
    case 'choosePerson':
      return key === null
        ? []
        : [{ ...plain, opens: { page: cause === 'undo' ? 'handUndo' : 'handOver', key } }];
    default:
      return [plain];
  }
}

const isAtWork: ReadonlySet<OccurrenceStatus> = new Set(['ready', 'inProgress', 'waiting']);

/** Whoever is waited for outside, by whose step it is; else whoever has it. */
function toAsking(run: RunReading, space: SpaceSnapshot, reading: StepReading): readonly AlertWayView[] {
  const { key } = reading.occurrence;
  const asking = (page: AlertPage['page'], { person, name }: ReachView): readonly AlertWayView[] => [
    { kind: 'ask', command: null, opens: { page, key }, person, title: person === null ? name : null },
  ];
  const mayAsk = reading.mine && mayChange(space.access) && isAtWork.has(reading.occurrence.status);
  const outside = mayAsk ? (computeContact(space, run, reading)?.to ?? null) : null;
  if (outside !== null) return asking('contact', outside);
  const nudge = computeNudge(space, run, reading);
  return nudge === null ? [] : asking('nudge', nudge.to);
}
