/**
 * The runs that go on, read at one instant. A suspended one is not over, and asks nothing of anybody.
 */
import { countOpenUndos } from '../engine/undo-queue.ts';
import { type RunReading, readRun } from './run-reading.ts';
import type { RunEntry, SpaceSnapshot } from './space-snapshot.ts';

export function readActiveRuns(space: SpaceSnapshot, now: number): readonly RunReading[] {
  return space.runs.flatMap(({ state }) => (state?.status === 'running' ? [readRun(state, space, now)] : []));
}

/** Those in which people may be told something: all but the cancelled ones. */
export function readTellingRuns(space: SpaceSnapshot, now: number): readonly RunReading[] {
  return space.runs.flatMap(({ state }) =>
    state === null || state.status === 'notStarted' || state.status === 'cancelled'
      ? []
      : [readRun(state, space, now)],
  );
}

/** Those with something to undo, whatever became of them. */
export function readUndoneRuns(space: SpaceSnapshot, now: number): readonly RunReading[] {
  return space.runs.flatMap(({ state }) =>
    state !== null && countOpenUndos(state) > 0 ? [readRun(state, space, now)] : [],
  );
}

/** `loading`: known, and nothing of it has arrived or been opened yet. */
export function runEntryStage(entry: RunEntry): 'loading' | 'active' | 'ended' {
  const { state, summary } = entry;
  if (state === null || state.status === 'notStarted') return summary === null ? 'loading' : 'ended';
  if (state.status === 'running' || state.status === 'suspended') return 'active';
  return countOpenUndos(state) > 0 ? 'active' : 'ended';
}
