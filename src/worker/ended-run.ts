/** Runs that are over, by their place in the index: those that ended lately are still met in. */
import type { RunIndexEntry } from '../store/space-document.ts';
import { decodeRunSummary } from '../views/decode-run-summary.ts';

/** Finished runs younger than this keep their rooms, so that late edits still arrive. */
const keepJoinedFor = 30 * 24 * 60 * 60_000;

export function hasEnded(entry: RunIndexEntry): boolean {
  return decodeRunSummary(entry.summary) !== null;
}

/** It began, or ended, lately. `now`: this device's clock, ms. */
export function isYoung(entry: RunIndexEntry, now: number): boolean {
  const endedAt = decodeRunSummary(entry.summary)?.endedAt ?? entry.createdAt;
  // It cannot have ended before it began, whatever the clock of the device where it ended said.
  return now - Math.max(endedAt, entry.createdAt) < keepJoinedFor;
}
