/** Rows of the space document: sections of nested maps whose fields change one by one. */
import * as Y from 'yjs';
import { localOrigin } from './run-document.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The space document's sections by name. */
export type Section =
  | 'people'
  | 'workflows'
  | 'versions'
  | 'runs'
  | 'devices'
  | 'invites'
  | 'guests'
  | 'holidays'
  | 'schedules'
  | 'successions'
  | 'roles';

export function text(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
}

export function count(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export type Rows = readonly (readonly [string, Fields])[];

/** What was read since the last change began. */
const readByDoc = new WeakMap<Y.Doc, Map<Section, Rows>>();

/**
 * In the order of their ids: a map of Yjs goes through its keys in the order in which they came to this device.
 * Every view asks again and a household has a thousand runs, so they are read once after each change.
 */
export function rows(doc: Y.Doc, section: Section): Rows {
  // In the middle of a change more of it may come.
  if (doc._transaction !== null) return readRows(doc, section);
  const read = readByDoc.get(doc) ?? forgetOnChange(doc);
  const known = read.get(section) ?? readRows(doc, section);
  read.set(section, known);
  return known;
}

function forgetOnChange(doc: Y.Doc): Map<Section, Rows> {
  const read = new Map<Section, Rows>();
  readByDoc.set(doc, read);
  doc.on('beforeTransaction', () => read.clear());
  return read;
}

function readRows(doc: Y.Doc, section: Section): Rows {
  const result: [string, Fields][] = [];
  doc.getMap<unknown>(section).forEach((row, id) => {
    if (row instanceof Y.Map) result.push([id, (row as Y.Map<unknown>).toJSON()]);
  });
  return result.sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Sets the given fields of a row, making it when it is not there; other fields stay. */
export function setRow(doc: Y.Doc, section: Section, id: string, fields: Fields): void {
  const map = doc.getMap<unknown>(section);
  doc.transact(() => {
    const found = map.get(id);
    const row: Y.Map<unknown> = found instanceof Y.Map ? (found as Y.Map<unknown>) : new Y.Map<unknown>();
    for (const [name, value] of Object.entries(fields)) {
      if (value !== undefined) row.set(name, value);
    }
    if (row !== found) map.set(id, row);
  }, localOrigin);
}
