/** What there is to undo, as the Flow, Now and Step screens show it. */
import { placeOf } from '../model/place.ts';
import { isGuestsStep } from '../engine/guest/guest-fault.ts';
import type { OccurrenceState } from '../engine/run-state.ts';
import { computeUndoQueue, previewUndoQueue, type UndoEntry } from '../engine/undo-queue.ts';
import { isUndoOpen, type UndoState } from '../engine/undo-state.ts';
import { isMember } from '../model/access.ts';
import { readUndoneRuns } from './active-runs.ts';
import type { RunReading } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import type { EndingView, UndoLine } from './undo-line.ts';

type Reader = Pick<SpaceSnapshot, 'me' | 'access'>;

/** All that was ever asked to be undone, open ones first. */
export function computeUndoLines(run: RunReading, reader: Reader, now: number): readonly UndoLine[] {
  return computeUndoQueue(run.state, now).flatMap((entry) => toLine(run, entry, reader, now));
}

/** What cancelling the flow would ask for; nothing of one that is over. */
export function computeUndoIfCancelled(run: RunReading, reader: Reader, now: number): readonly UndoLine[] {
  const { status } = run.state;
  if (status !== 'running' && status !== 'suspended') return [];
  return previewUndoQueue(run.state, now).flatMap((entry) => toLine(run, entry, reader, now));
}

/** Mine and open, of all flows, those with the nearest last day first. */
export function computeMyUndos(space: SpaceSnapshot, now: number): readonly UndoLine[] {
  const lines = readUndoneRuns(space, now).flatMap((run) =>
    computeUndoQueue(run.state, now)
      .filter(({ undo }) => isUndoOpen(undo))
      .flatMap((entry) => toLine(run, entry, space, now)),
  );
  const last = ({ cancelBy }: UndoLine): number => cancelBy?.at ?? Infinity;
  return lines.filter(({ mine }) => mine).toSorted((a, b) => (last(a) === last(b) ? 0 : last(a) - last(b)));
}

export function countMyUndos({ state, people }: RunReading): number {
  let count = 0;
  for (const { undo } of state.occurrences.values())
    if (undo !== null && isUndoOpen(undo) && isMine(state.conductor, undo, people.me)) count += 1;
  return count;
}

/** Of one pass of a step; null when it cannot be undone. */
export function computeStepUndo(
  run: RunReading,
  occurrence: OccurrenceState,
  reader: Reader,
  now: number,
): UndoLine | null {
  if (occurrence.undo === null) return null;
  return toLine(run, { state: occurrence, undo: occurrence.undo }, reader, now)[0] ?? null;
}

export function computeEnding({ state, people }: RunReading): EndingView | null {
  if (state.ending === null) return null;
  const { actor, at, reason, step } = state.ending;
  const title = state.steps.find(({ id }) => id === step)?.title ?? null;
  return { by: people.find(actor), at, reason, step: title };
}

function toLine(
  run: RunReading,
  { state: { key, occurrence }, undo }: UndoEntry,
  { me, access }: Reader,
  now: number,
): readonly UndoLine[] {
  const { state, people } = run;
  const step = run.stepById.get(placeOf(occurrence))?.step;
  if (step?.undo === undefined) return [];
  const { status, because, cancelBy, cancelByHasTime, by, at, text } = undo;
  const isOwn = access === 'guest' && me !== null && isGuestsStep(state, occurrence, me);
  return [
    {
      run: run.run,
      runTitle: state.title,
      step: step.id,
      key,
      title: step.undo.title,
      undoes: step.title,
      instructions: step.undo.instructions ?? null,
      status,
      because,
      holder: people.find(undo.holder ?? state.conductor),
      mine: isMine(state.conductor, undo, me),
      cancelBy: cancelBy === null ? null : { at: cancelBy, hasTime: cancelByHasTime, late: now > cancelBy },
      by: by.flatMap((person) => people.find(person) ?? []),
      at,
      text,
      canSettle: isMember(access) || isOwn,
      canHandOn: isMember(access) && isUndoOpen(undo),
    },
  ];
}

function isMine(
  conductor: RunReading['state']['conductor'],
  { holder }: Pick<UndoState, 'holder'>,
  me: SpaceSnapshot['me'],
): boolean {
  return me !== null && (holder ?? conductor) === me;
}
