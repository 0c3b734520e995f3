/**
 * The Log: what happened in all runs on this device, newest first.
 *
 * Within a run the order is the log's total order; a phone's wrong clock moves a line among the other
 * runs' lines, never before its own causes. Lines are made from the newest on, and no more of them than are
 * asked for: a long history costs one number an event.
 */
import { computeTakeBack } from '../engine/take-back.ts';
import type { RunState } from '../engine/run-state.ts';
import { isMember } from '../model/access.ts';
import type { LogEvent } from '../model/event.ts';
import { findFactViews } from './compute-fact-views.ts';
import { eventToHistoryLine } from './event-to-history-line.ts';
import { aboutOf } from './log-about.ts';
import type { HistoryLine, LogDispute, LogQuery, LogView } from './log-view.ts';
import { makePeopleDirectory } from './people-directory.ts';
import { type RunReading, readRun, stepToLine } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { hasConflict } from './tone.ts';

/** Whether a text holds what is searched for. */
export type LogMatcher = (text: string) => boolean;

export function computeLogView(
  space: SpaceSnapshot,
  query: LogQuery,
  now: number,
  matches: LogMatcher | null = null,
): LogView {
  const all = space.runs.flatMap(({ state }) =>
    state === null || state.status === 'notStarted' ? [] : [readRun(state, space, now)],
  );
  const runs = query.run === undefined ? all : all.filter(({ run }) => run === query.run);
  const { lines, more } = takeNewest(runs, space, query, now, matches);
  const directory = makePeopleDirectory(space.me, space.people);
  return {
    kind: 'log',
    lines,
    more,
    conflicts: runs.flatMap((run) =>
      run.steps
        .filter(({ occurrence }) => hasConflict(occurrence))
        .map((reading) => stepToLine(run, reading)),
    ),
    disputes: runs.flatMap(findDisputes),
    people: space.people.flatMap(({ id }) => directory.find(id) ?? []),
    runs: space.runs.map(({ run, title, state }) => ({ run, title: titleOf(state) ?? title })).toReversed(),
  };
}

function titleOf(state: RunState | null): string | null {
  return state === null || state.title === '' ? null : state.title;
}

/** Bookkeeping between devices, and who has read what, is no news to anybody. */
export function isTold(event: LogEvent): boolean {
  return event.type !== 'run.contextSet/1' && event.type !== 'alert.acknowledged/1';
}

/** Where the reading of a run's history stands, on its way back from the end. */
interface Cursor {
  readonly run: RunReading;
  readonly times: Float64Array;
  at: number;
}

function takeNewest(
  runs: readonly RunReading[],
  space: SpaceSnapshot,
  query: LogQuery,
  now: number,
  matches: LogMatcher | null,
): Pick<LogView, 'lines' | 'more'> {
  const cursors = runs.map(
    (run): Cursor => ({ run, times: timesOf(run.state), at: run.state.history.length - 1 }),
  );
  const lines: HistoryLine[] = [];
  for (;;) {
    const cursor = findLatest(cursors, now);
    if (cursor === null) return { lines, more: false };
    const event = cursor.run.state.history[cursor.at];
    cursor.at -= 1;
    if (event === undefined || !isTold(event) || !isBy(event, query)) continue;
    const line = eventToHistoryLine(cursor.run, event);
    if (!isWanted(line, query, matches)) continue;
    if (lines.length >= query.limit) return { lines, more: true };
    lines.push(withTakeBack(line, event, cursor.run, space));
  }
}

/** Of those whose next events are equally late the later place in the log comes first. */
function findLatest(cursors: readonly Cursor[], now: number): Cursor | null {
  let latest: Cursor | null = null;
  let latestAt = Number.NEGATIVE_INFINITY;
  for (const cursor of cursors) {
    if (cursor.at < 0) continue;
    const at = Math.min(cursor.times[cursor.at] ?? 0, now);
    const isLater = at > latestAt || (at === latestAt && latest !== null && cursor.at > latest.at);
    if (latest !== null && !isLater) continue;
    latest = cursor;
    latestAt = at;
  }
  return latest;
}

const timesByState = new WeakMap<RunState, Float64Array>();

/** When each event counts as having happened: not before what it followed. */
function timesOf(state: RunState): Float64Array {
  const known = timesByState.get(state);
  if (known !== undefined) return known;
  const times = new Float64Array(state.history.length);
  let latest = Number.NEGATIVE_INFINITY;
  state.history.forEach(({ at }, index) => {
    latest = Math.max(latest, at);
    times[index] = latest;
  });
  timesByState.set(state, times);
  return times;
}

function isBy({ actor, onBehalfOf }: LogEvent, { person }: LogQuery): boolean {
  return person === undefined || actor === person || onBehalfOf === person;
}

function isWanted(line: HistoryLine, { about }: LogQuery, matches: LogMatcher | null): boolean {
  if (about !== undefined && aboutOf(line.type) !== about) return false;
  return matches === null || matches(textOf(line));
}

/** All that a person may remember of a line. */
function textOf({ by, onBehalfOf, to, runTitle, step, text, was, outcome, fact }: HistoryLine): string {
  const value = fact?.value ?? null;
  return [
    by?.name,
    onBehalfOf?.name,
    to?.name,
    runTitle,
    step?.title,
    text,
    was,
    outcome,
    fact?.name,
    value === null ? null : valueText(value, fact?.options ?? []),
  ]
    .filter((part) => part !== null && part !== undefined)
    .join('\n');
}

type FactOfLine = NonNullable<HistoryLine['fact']>;

function valueText(value: NonNullable<FactOfLine['value']>, options: FactOfLine['options']): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'money':
      return `${value.amount} ${value.currency}`;
    case 'date':
      return value.date;
    case 'place':
      return value.place;
    case 'choice':
      return options.find(({ id }) => id === value.choice)?.name ?? '';
    case 'link':
      return value.url;
    case 'file':
      return value.name;
    case 'instant':
    case 'duration':
    case 'person':
      return '';
  }
}

function withTakeBack(
  line: HistoryLine,
  event: LogEvent,
  run: RunReading,
  { access, me }: SpaceSnapshot,
): HistoryLine {
  const back = !isMember(access) || me === null ? null : computeTakeBack(event, run.state, me);
  return back === null ? line : { ...line, takeBack: back.kind };
}

function findDisputes(run: RunReading): readonly LogDispute[] {
  const disputed = [...run.state.facts.values()]
    .filter(({ rivals, definition }) => rivals.length > 1 && definition.derived === undefined)
    .map(({ definition }) => definition.id);
  return findFactViews(run, disputed).map((fact) => ({ run: run.run, runTitle: run.state.title, fact }));
}
