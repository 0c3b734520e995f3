/**
 * A run's document: one append-only `Y.Array` of plain JSON events.
 *
 * Invariant: nothing is ever deleted or rewritten here. Remote events may land anywhere in the
 * array, so observers get the entries that are new, not a tail.
 */
import * as Y from 'yjs';

const eventsName = 'events';

/** The transaction origin of this device's own appends. */
export const localOrigin: unique symbol = Symbol('local');

export function runEntries(doc: Y.Doc): readonly unknown[] {
  return doc.getArray<unknown>(eventsName).toArray();
}

/** All entries of one command go into one transaction, so that they travel and arrive together. */
export function appendRunEntries(doc: Y.Doc, entries: readonly unknown[]): void {
  const array = doc.getArray<unknown>(eventsName);
  doc.transact(() => array.push([...entries]), localOrigin);
}

/** Calls back with entries that were not there before, whoever wrote them; returns how to stop. */
export function observeRunEntries(doc: Y.Doc, listener: (entries: readonly unknown[]) => void): () => void {
  const array = doc.getArray<unknown>(eventsName);
  const observer = (event: Y.YArrayEvent<unknown>): void => {
    const added = event.changes.delta.flatMap((part): unknown[] =>
      Array.isArray(part.insert) ? part.insert : [],
    );
    if (added.length > 0) listener(added);
  };
  array.observe(observer);
  return () => array.unobserve(observer);
}

/**
 * Which entries the document has: equal bytes, equal entries. It holds because nothing is deleted here; the
 * vector says of every writer how far their entries have come.
 */
export function runVersion(doc: Y.Doc): Uint8Array {
  return Y.encodeStateVector(doc);
}
