/**
 * What a device says of its person while it is in hand, as it travels: `{ v: 1, person, at, typing, editing }`.
 * Anybody in the household may have written it, so nothing in it is taken on trust.
 */
import { asId, type PersonId, type RunId, type WorkflowId } from '../model/ids.ts';
import { type OccurrenceKey, occurrenceFromKey } from '../model/occurrence.ts';
import type { HereEntry, Place } from './space-snapshot.ts';

export interface PresenceState extends HereEntry {
  readonly v: 1;
}

/** Characters. Ids are 20, and a key names a step and perhaps some items. */
const maxIdLength = 64;
const maxKeyLength = 300;

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}

/** `undefined`: not of the form. */
function decodePlace(value: unknown): Place | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return undefined;
  const { run, key } = value as Record<string, unknown>;
  if (!isText(run, maxIdLength)) return undefined;
  if (key === undefined || key === null) return { run: asId<RunId>(run), key: null };
  if (!isText(key, maxKeyLength) || !occurrenceFromKey(key).ok) return undefined;
  return { run: asId<RunId>(run), key: key as OccurrenceKey };
}

/** `null` for whatever is not of the form. */
export function decodePresence(value: unknown): HereEntry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { v, person, at, typing, editing } = value as Record<string, unknown>;
  if (v !== 1 || !isText(person, maxIdLength)) return null;
  const place = decodePlace(at);
  if (place === undefined) return null;
  return {
    person: asId<PersonId>(person),
    at: place,
    typing: typing === true && place?.key != null,
    ...(isText(editing, maxIdLength) && { editing: asId<WorkflowId>(editing) }),
  };
}
