/**
 * Reads one entry of a run's log. Flow: envelope → upcast → payload.
 *
 * Invariants: total, never throws; nothing is lost: what decoding changes or does not understand is
 * kept whole in `raw`, and `encodeLogEntry` gives the entry back as it lay. An entry with a readable
 * envelope is an event and keeps causality even when its payload is not understood (ENGINE §3).
 */
import type { DamagedEntry, EventEnvelope, EventType, LogEvent, OpaqueEvent } from './event.ts';
import type { DeviceId, EventId, ItemId, PersonId, RunId } from './ids.ts';
import { asId } from './ids.ts';
import { isStepId } from './decode-workflow.ts';
import { needsOccurrence, payloadChecks } from './event-payloads.ts';
import {
  arrayOf,
  fieldOf,
  isFilledText,
  isFiniteNumber,
  isObject,
  type JsonObject,
  optional,
} from './json-shape.ts';
import type { Occurrence } from './occurrence.ts';

/** Turns a payload of one version into the next one's: `{ 'step.completed/2': { to: …, upcast } }`. */
export interface Upcaster {
  readonly to: string;
  /** Gets unchecked data and returns unchecked data: the target's check follows. Must not throw. */
  readonly upcast: (data: unknown) => unknown;
}
export type Upcasters = Readonly<Record<string, Upcaster>>;

export type LogEntryDecoder = (entry: unknown) => LogEvent | DamagedEntry;

/** The second versions only add fields that may be absent, so an old payload is a new one as it stands. */
const upcasters: Upcasters = {
  'run.started/1': { to: 'run.started/2', upcast: (data) => data },
  'step.completed/1': { to: 'step.completed/2', upcast: (data) => data },
};

export const decodeLogEntry: LogEntryDecoder = createLogEntryDecoder(upcasters);

export function isDamaged(entry: LogEvent | DamagedEntry): entry is DamagedEntry {
  return 'damaged' in entry;
}

/** The entry as it lay in the log, or has to be written to it. */
export function encodeLogEntry(event: LogEvent): unknown {
  return event.raw ?? event;
}

const envelopeFields: ReadonlySet<string> = new Set(
  'id type run occurrence actor onBehalfOf device at parents data'.split(' '),
);

export function createLogEntryDecoder(table: Upcasters): LogEntryDecoder {
  return (entry) => {
    if (!isObject(entry)) return { damaged: true, reason: 'notAnObject' };
    const wrong = findWrongField(entry);
    if (wrong !== null) return { damaged: true, reason: wrong };
    const { type, data, reached } = upcastPayload(entry['type'] as string, fieldOf(entry, 'data'), table);
    if (!isKnownType(type)) return opaque(entry, classifyUnknown(type));
    if (!isWhole(entry, type, data)) return opaque(entry, 'damagedPayload');
    const envelope = readEnvelope(entry);
    const unchanged = !reached && hasOnlyKnownFields(entry);
    const event = { ...envelope, type, data, ...(unchanged ? {} : { raw: entry }) };
    return event as LogEvent;
  };
}

/** True when an entry of a present version would be read back as the event that it is. Makes nothing, so it costs little. */
export function isReadableEntry(entry: unknown): boolean {
  if (!isObject(entry) || findWrongField(entry) !== null) return false;
  const type = entry['type'] as string;
  return isKnownType(type) && isWhole(entry, type, fieldOf(entry, 'data'));
}

/** The required fields of the envelope are known to be right. */
function isWhole(entry: JsonObject, type: EventType, data: unknown): boolean {
  const occurrence = fieldOf(entry, 'occurrence');
  const hasPlace = occurrence === undefined ? !needsOccurrence(type) : isOccurrence(occurrence);
  return hasPlace && optionalText(fieldOf(entry, 'onBehalfOf')) && payloadChecks[type](data);
}

const optionalText = optional(isFilledText);
const isParents = arrayOf(isFilledText);
const requiredTexts = ['id', 'type', 'run', 'actor', 'device'] as const;

function hasOnlyKnownFields(entry: JsonObject): boolean {
  const occurrence = fieldOf(entry, 'occurrence');
  if (occurrence !== undefined && Object.keys(occurrence as object).length !== 3) return false;
  return Object.keys(entry).every((key) => envelopeFields.has(key));
}

function findWrongField(entry: JsonObject): string | null {
  for (const name of requiredTexts) {
    if (!isFilledText(fieldOf(entry, name))) return name;
  }
  // Beyond this no Date exists, and every place that shows a time would have to guard itself.
  const at = fieldOf(entry, 'at');
  if (!isFiniteNumber(at) || Math.abs(at) > 8.64e15) return 'at';
  return isParents(fieldOf(entry, 'parents')) ? null : 'parents';
}

/** The envelope's required fields are known to be right; the optional ones are read if they are. */
function readEnvelope(entry: JsonObject): EventEnvelope {
  const occurrence = fieldOf(entry, 'occurrence');
  const onBehalfOf = fieldOf(entry, 'onBehalfOf');
  return {
    id: asId<EventId>(entry['id'] as string),
    type: entry['type'] as string,
    run: asId<RunId>(entry['run'] as string),
    ...(isOccurrence(occurrence) ? { occurrence: readOccurrence(occurrence) } : {}),
    actor: asId<PersonId>(entry['actor'] as string),
    ...(isFilledText(onBehalfOf) ? { onBehalfOf: asId<PersonId>(onBehalfOf) } : {}),
    device: asId<DeviceId>(entry['device'] as string),
    at: entry['at'] as number,
    parents: entry['parents'] as EventId[],
  };
}

function isOccurrence(value: unknown): value is Occurrence {
  if (!isObject(value)) return false;
  const iteration = fieldOf(value, 'iteration');
  if (!Number.isSafeInteger(iteration)) return false;
  if ((iteration as number) < 1 || (iteration as number) > 999_999_999) return false;
  const items = fieldOf(value, 'items');
  return isStepId(fieldOf(value, 'step')) && Array.isArray(items) && items.every(isItemId);
}

/** Without the fields that a newer writer may have added. */
function readOccurrence({ step, items, iteration }: Occurrence): Occurrence {
  return { step, items, iteration };
}

/** Keys join items with dots and put them between slashes. */
function isItemId(value: unknown): value is ItemId {
  return isFilledText(value) && !/[./]/.test(value);
}

function upcastPayload(type: string, data: unknown, table: Upcasters) {
  if (!Object.hasOwn(table, type)) return { type, data, reached: false };
  const seen = new Set<string>();
  let current = { type, data, reached: false };
  while (Object.hasOwn(table, current.type) && !seen.has(current.type)) {
    seen.add(current.type);
    const step = table[current.type] as Upcaster;
    current = { type: step.to, data: step.upcast(current.data), reached: true };
  }
  return current;
}

function isKnownType(type: string): type is EventType {
  return Object.hasOwn(payloadChecks, type);
}

const knownNames: ReadonlySet<string> = new Set(
  Object.keys(payloadChecks).map((type) => type.slice(0, type.indexOf('/'))),
);

function classifyUnknown(type: string): OpaqueEvent['opaque'] {
  const slash = type.indexOf('/');
  if (slash < 0 || !knownNames.has(type.slice(0, slash))) return 'unknownType';
  return /^[1-9]\d*$/.test(type.slice(slash + 1)) ? 'newerVersion' : 'unknownType';
}

function opaque(raw: JsonObject, why: OpaqueEvent['opaque']): OpaqueEvent {
  return { ...readEnvelope(raw), opaque: why, raw };
}
