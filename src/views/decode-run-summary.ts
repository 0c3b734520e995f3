/**
 * A run's summary as it lies in the space document. Written by any device, so nothing in it is taken
 * on trust; what cannot be read counts as not there and is written again by a device that has the log.
 */
import { asId, type PersonId } from '../model/ids.ts';
import type { Tone } from './shared.ts';
import type { RunSummary } from './space-snapshot.ts';

/** `events` tells how much of the log the writer had: a device with less does not correct it. */
export interface StoredRunSummary extends RunSummary {
  readonly events: number;
}

const tones: readonly Tone[] = [
  'turn',
  'theirs',
  'waiting',
  'stuck',
  'risk',
  'late',
  'done',
  'skipped',
  'next',
  'conflict',
  'recheck',
  'provisional',
  'withdrawn',
  'paused',
];

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function toTones(value: unknown): readonly Tone[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => tones.find((tone) => tone === each) ?? []);
}

/** `null` when there is none, or none that can be read. */
export function decodeRunSummary(value: unknown): StoredRunSummary | null {
  if (typeof value !== 'object' || value === null) return null;
  const { title, status, endedAt, done, total, people, segments, events, endedBy } = value as Record<
    string,
    unknown
  >;
  if (typeof title !== 'string' || (status !== 'finished' && status !== 'cancelled')) return null;
  if (!isCount(done) || !isCount(total) || !isCount(events)) return null;
  const ids = Array.isArray(people) ? people.filter((id: unknown) => typeof id === 'string') : [];
  return {
    title,
    status,
    endedAt: isCount(endedAt) ? endedAt : null,
    ...(typeof endedBy === 'string' && { endedBy: asId<PersonId>(endedBy) }),
    done,
    total,
    people: ids.map((id) => asId<PersonId>(id)),
    segments: toTones(segments),
    events,
  };
}
