/** Yjs updates to measure sync with: a log of small events, one update an event, as devices write them. */
import * as Y from 'yjs';
import { makeRandom } from './seeded-random.ts';

/** The last update holds this text, as one can find it in the update's bytes. */
export const endMark = 'the-end-of-it-all';

export interface Workload {
  readonly updates: readonly Uint8Array[];
  /** What a document holds that has all of them. */
  readonly text: string;
}

/** `writers` devices take turns, some events each, and know of each other's; the same seed gives the same bytes. */
export function makeWorkload(count: number, writers: number, seed = 7): Workload {
  const random = makeRandom(seed);
  const updates: Uint8Array[] = [];
  const docs = Array.from({ length: writers }, (_, index) => {
    const doc = new Y.Doc();
    doc.clientID = 1_000_003 * (index + 1);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'told') updates.push(update);
    });
    return doc;
  });
  for (let turn = 0; updates.length < count; turn++) {
    const doc = docs[turn % docs.length] ?? makeDocument();
    const from = updates.length;
    const events = Math.min(count - from, 1 + random.below(8));
    for (let index = 0; index < events; index++) {
      const number = updates.length;
      eventsOf(doc).push([
        {
          id: number === count - 1 ? endMark : `event-${number}`,
          kind: random.below(3) === 0 ? 'startStep' : 'completeStep',
          step: `step-${random.below(60)}`,
          by: `person-${turn % docs.length}`,
          at: 1_772_442_000_000 + number,
          note: 'x'.repeat(random.below(40)),
        },
      ]);
    }
    const told = updates.slice(from);
    for (const other of docs) {
      if (other !== doc) for (const update of told) Y.applyUpdate(other, update, 'told');
    }
  }
  return { updates, text: documentText(docs[0] ?? makeDocument()) };
}

export function makeDocument(): Y.Doc {
  return new Y.Doc();
}

export function eventsOf(doc: Y.Doc): Y.Array<unknown> {
  return doc.getArray('events');
}

export function documentText(doc: Y.Doc): string {
  return JSON.stringify(eventsOf(doc).toJSON());
}

export function textOfUpdates(updates: readonly Uint8Array[]): string {
  const doc = makeDocument();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return documentText(doc);
}
