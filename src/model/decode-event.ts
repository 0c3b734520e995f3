/**
 * Reads one entry of a run's log. Flow: envelope → upcast → payload.
 *
 * Invariants: total, never throws; nothing is lost: what decoding changes or does not understand is
 * kept whole in `raw`, and `encodeLogEntry` gives the entry back as it lay. An entry with a readable
 * envelope is an event and keeps causality even when its payload is not understood (ENGINE §3).
 */
import type { DamagedEntry, EventEnvelope, EventType, LogEvent, OpaqueEvent, RunEvent } from './event.ts';
import { isItemId } from './decode-per-item.ts';
import type { DeviceId, EventId, PersonId, RunId } from './ids.ts';
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

/** The second versions only add what may be absent, so an old payload is a new one as it stands. */
const upcasters: Upcasters = {
  'run.started/1': { to: 'run.started/2', upcast: (data) => data },
  'run.patched/1': { to: 'run.patched/2', upcast: (data) => data },
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
    const wrong = findWrongField(requiredFields(entry));
    if (wrong !== null) return { damaged: true, reason: wrong };
    const { type, data, reached } = upcastPayload(entry['type'] as string, fieldOf(entry, 'data'), table);
    if (!isKnownType(type)) return opaque(entry, classifyUnknown(type));
    if (!isWhole(type, data, fieldOf(entry, 'occurrence'), fieldOf(entry, 'onBehalfOf')))
      return opaque(entry, 'damagedPayload');
    const envelope = readEnvelope(entry);
    const unchanged = !reached && hasOnlyKnownFields(entry);
    const event = { ...envelope, type, data, ...(unchanged ? {} : { raw: entry }) };
    return event as LogEvent;
  };
}

/**
 * True when an event that was just put together would be read back as the event that it is. Its type is
 * a known one and its fields are its own, as the compiler says; what is in them is asked all the same.
 */
export function isReadableEvent(event: RunEvent): boolean {
  return (
    findWrongField(event) === null && isWhole(event.type, event.data, event.occurrence, event.onBehalfOf)
  );
}

/** The required fields of the envelope are known to be right. */
function isWhole(type: EventType, data: unknown, occurrence: unknown, onBehalfOf: unknown): boolean {
  const hasPlace = occurrence === undefined ? !needsOccurrence(type) : isOccurrence(occurrence);
  return hasPlace && optionalText(onBehalfOf) && payloadChecks[type](data);
}

const optionalText = optional(isFilledText);
const isParents = arrayOf(isFilledText);

function hasOnlyKnownFields(entry: JsonObject): boolean {
  const occurrence = fieldOf(entry, 'occurrence');
  if (occurrence !== undefined && Object.keys(occurrence as object).length !== 3) return false;
  return Object.keys(entry).every((key) => envelopeFields.has(key));
}

type RequiredFields = Readonly<
  Record<'id' | 'type' | 'run' | 'actor' | 'device' | 'at' | 'parents', unknown>
>;

function requiredFields(entry: JsonObject): RequiredFields {
  return {
    id: fieldOf(entry, 'id'),
    type: fieldOf(entry, 'type'),
    run: fieldOf(entry, 'run'),
    actor: fieldOf(entry, 'actor'),
    device: fieldOf(entry, 'device'),
    at: fieldOf(entry, 'at'),
    parents: fieldOf(entry, 'parents'),
  };
}

/** Each field by its name, not in a loop over names: engines read them several times faster so. */
function findWrongField({ id, type, run, actor, device, at, parents }: RequiredFields): string | null {
  if (!isFilledText(id)) return 'id';
  if (!isFilledText(type)) return 'type';
  if (!isFilledText(run)) return 'run';
  if (!isFilledText(actor)) return 'actor';
  if (!isFilledText(device)) return 'device';
  // Beyond this no Date exists, and every place that shows a time would have to guard itself.
  if (!isFiniteNumber(at) || Math.abs(at) > 8.64e15) return 'at';
  return isParents(parents) ? null : 'parents';
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
