/**
 * What a device has on its disk of its spaces, read past the household: what survives if it stops now. Only
 * what is committed counts, so it is read while no tab of the device is open, or of what an intent has promised.
 */
import * as Y from 'yjs';
import { decodeLogEntry, isDamaged } from '../../src/model/decode-event.ts';
import type { LogEvent } from '../../src/model/event.ts';
import type { SpaceRecord } from '../../src/store/device-database.ts';
import type { Device } from './device-host.ts';
import type { SimulatedDisk } from './simulated-disk.ts';

export interface StoredDocument {
  /** `space/<space>`, `run/<space>/<run>`, or a guest's own `guest/<space>/<guest>`. */
  readonly name: string;
  readonly doc: Y.Doc;
}

export function storedSpaces(disk: SimulatedDisk, device: string): readonly SpaceRecord[] {
  return (disk.read(`${device}/device`, 'spaces') ?? []) as readonly SpaceRecord[];
}

/** `null`: there is none. */
export function storedDocument(disk: SimulatedDisk, device: string, name: string): StoredDocument | null {
  const updates = disk.read(`${device}/${name}`, 'updates') as readonly Uint8Array[] | null;
  if (updates === null) return null;
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return { name, doc };
}

/** Of one space, its own document and those of its runs. */
export function storedDocuments(
  disk: SimulatedDisk,
  device: string,
  space: string,
): ReadonlyMap<string, StoredDocument> {
  const wanted = [`${device}/space/${space}`, `${device}/run/${space}/`];
  const names = disk.names().filter((name) => name === wanted[0] || name.startsWith(wanted[1] as string));
  const documents = names
    .map((name) => storedDocument(disk, device, name.slice(device.length + 1)))
    .filter((document) => document !== null);
  return new Map(documents.map((document) => [document.name, document]));
}

/** The runs of a space, those that its document does not name as well, and what guests wrote of them. */
export function storedRuns({ disk, name }: Device, space: string): readonly StoredDocument[] {
  const wanted = [`${name}/run/${space}/`, `${name}/guest/${space}/`];
  return disk
    .names()
    .filter((each) => wanted.some((start) => each.startsWith(start)))
    .flatMap((each) => storedDocument(disk, name, each.slice(name.length + 1)) ?? []);
}

export interface StoredEvent {
  readonly id: string;
  readonly device: string;
  readonly text: string;
}

export function eventsOf({ doc }: StoredDocument): readonly StoredEvent[] {
  return doc
    .getArray<Record<string, unknown>>('events')
    .toArray()
    .map((entry) => ({
      id: String(entry['id']),
      device: String(entry['device']),
      text: JSON.stringify(entry),
    }));
}

/** What the engine can read of a run's log. */
export function logOf({ doc }: StoredDocument): readonly LogEvent[] {
  return doc
    .getArray<unknown>('events')
    .toArray()
    .flatMap((entry): LogEvent[] => {
      const decoded = decodeLogEntry(entry);
      return isDamaged(decoded) ? [] : [decoded];
    });
}

/** Everything in it, in an order that does not depend on who wrote first. */
export function contentOf({ doc, name }: StoredDocument): string {
  if (name.startsWith('run/')) return JSON.stringify(doc.getArray('events').toJSON());
  const sections = ['people', 'workflows', 'runs', 'devices', 'invites', 'guests', 'successions', 'settings'];
  return JSON.stringify(sections.map((section) => sorted(doc.getMap(section).toJSON())));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
