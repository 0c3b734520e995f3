/**
 * The Log: what happened in all runs on this device, newest first.
 *
 * Within a run the order is the log's total order; a phone's wrong clock moves a line among the other
 * runs' lines, never before its own causes.
 */
import type { LogEvent } from '../model/event.ts';
import { eventToHistoryLine } from './event-to-history-line.ts';
import type { LogView } from './log-view.ts';
import { type RunReading, readRun, stepToLine } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { hasConflict } from './tone.ts';

export function computeLogView(space: SpaceSnapshot, limit: number, now: number): LogView {
  const runs = space.runs.flatMap(({ state }) =>
    state === null || state.status === 'notStarted' ? [] : [readRun(state, space, now)],
  );
  const told = runs.map((run) => ({ run, events: run.state.history.filter(isTold) }));
  const newest = told
    .flatMap(({ run, events }) => lastByTime(run, events, limit, now))
    .sort((a, b) => b.at - a.at || b.index - a.index)
    .slice(0, limit);
  return {
    kind: 'log',
    lines: newest.map(({ run, event }) => eventToHistoryLine(run, event)),
    more: told.reduce((sum, { events }) => sum + events.length, 0) > limit,
    conflicts: runs.flatMap((run) =>
      run.steps
        .filter(({ occurrence }) => hasConflict(occurrence))
        .map((reading) => stepToLine(run, reading)),
    ),
  };
}

/** Bookkeeping between devices, and who has read what, is no news to anybody. */
export function isTold(event: LogEvent): boolean {
  return event.type !== 'run.contextSet/1' && event.type !== 'alert.acknowledged/1';
}

interface Timed {
  readonly run: RunReading;
  readonly event: LogEvent;
  readonly index: number;
  /** When it counts as having happened: not before what it followed, not in the future. */
  readonly at: number;
}

function lastByTime(run: RunReading, events: readonly LogEvent[], limit: number, now: number): Timed[] {
  let latest = Number.NEGATIVE_INFINITY;
  const timed = events.map((event, index): Timed => {
    latest = Math.max(latest, Math.min(event.at, now));
    return { run, event, index, at: latest };
  });
  return limit <= 0 ? [] : timed.slice(-limit);
}
