/**
 * What somebody who could act has to have heard of, as who knows all of a log sees it: steps that are late, what
 * was paused and forgotten, and undo steps that lie. Said apart from how alerts find it.
 */
import type { Alert } from '../../src/engine/alerts/alert.ts';
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import { computeTimed } from '../../src/engine/timed.ts';
import { isUndoOpen, type UndoState } from '../../src/engine/undo-state.ts';
import type { OccurrenceKey } from '../../src/model/occurrence.ts';
import { placeOf } from '../../src/model/place.ts';
import { day } from './habits.ts';

const pausedFor = 7 * day;
const undoLies = 4 * day;

export interface Overdue {
  /** The same for stretches that only a pause has parted. */
  readonly name: string;
  readonly title: string;
  readonly isToldBy: (alert: Alert) => boolean;
}

export function findOverdue(state: RunState, clock: number): readonly Overdue[] {
  return [...findLate(state, clock), ...findForgotten(state, clock), ...findUndos(state, clock)];
}

/** What somebody knows of who says that they know of an alert; a step of their own also when its turn comes. */
export function namesReadWith(state: RunState, { key, cause, alsoLate }: Alert): readonly string[] {
  const current = key === null ? undefined : state.occurrences.get(key);
  if (cause === 'paused') return [namePause(key, (key === null ? state : current)?.pause?.event)];
  if (cause === 'undo') return current?.undo ? [nameUndo(current, current.undo, state)] : [];
  const own = key === null ? [] : [nameLateness(state, key), nameLateness(state, key, true)];
  return [...own, ...alsoLate.map((each) => nameLateness(state, each))];
}

export function titleOf(state: RunState, key: OccurrenceKey): string {
  const found = state.occurrences.get(key);
  const place = found === undefined ? null : placeOf(found.occurrence);
  return state.steps.find(({ id }) => id === place)?.title ?? key;
}

function findLate(state: RunState, clock: number): readonly Overdue[] {
  return [...computeTimed(state, clock).late].map((key) => ({
    name: nameLateness(state, key),
    title: titleOf(state, key),
    isToldBy: ({ key: of, cause, alsoLate }) => (of === key && cause !== 'undo') || alsoLate.includes(key),
  }));
}

/** A step that was late by another date before is late anew, and so is one whose turn has come (`hasCome`: as if). */
function nameLateness(state: RunState, key: OccurrenceKey, hasCome = false): string {
  const found = state.occurrences.get(key);
  return `${key} ${found?.dueAt ?? ''}${found?.status === 'created' && !hasCome ? ' behind' : ''}`;
}

function findForgotten(state: RunState, clock: number): readonly Overdue[] {
  const whole = { key: null, pause: state.pause };
  const paused = state.status === 'suspended' ? [whole] : [...state.current.values()];
  return paused.flatMap(({ key, pause }): readonly Overdue[] => {
    if (pause === null || clock <= pause.since + pausedFor) return [];
    return [
      {
        name: namePause(key, pause.event),
        title: `The pause of ${key === null ? state.title : titleOf(state, key)}`,
        isToldBy: ({ key: of, cause }) => of === key && cause === 'paused',
      },
    ];
  });
}

function namePause(key: OccurrenceKey | null, event: string | undefined): string {
  return `paused ${key ?? 'run'} ${event ?? ''}`;
}

function findUndos(state: RunState, clock: number): readonly Overdue[] {
  return [...state.occurrences.values()].flatMap((each): readonly Overdue[] => {
    const { key, undo } = each;
    if (undo === null || !isUndoOpen(undo)) return [];
    const last = undo.cancelBy ?? proposedAt(each, undo, state) + undoLies;
    if (clock <= Math.max(last, proposedAt(each, undo, state))) return [];
    return [
      {
        name: nameUndo(each, undo, state),
        title: `Undoing ${titleOf(state, key)}`,
        isToldBy: ({ key: of, cause }) => of === key && cause === 'undo',
      },
    ];
  });
}

/** Asked for, called off, or done one time too many. */
function proposedAt(
  { closedAt }: OccurrenceState,
  { at }: UndoState,
  { status, finishedAt }: RunState,
): number {
  return at ?? Math.max(closedAt ?? 0, status === 'cancelled' ? (finishedAt ?? 0) : 0);
}

function nameUndo(each: OccurrenceState, undo: UndoState, state: RunState): string {
  return `undo ${each.key} ${undo.cancelBy ?? proposedAt(each, undo, state)}`;
}
