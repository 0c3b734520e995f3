import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { coverageOfDocument } from '../../src/sync/coverage.ts';
import { limitUpdate } from '../../src/sync/limit-update.ts';
import { addRange, intersectRangeSet, type RangeSet } from '../../src/sync/range-set.ts';
import { decodeUpdateParts } from '../../src/sync/update-parts.ts';

/** Two clients write, and delete, what Yjs joins to long structs and what it does not. */
function writeDocument(edits: readonly (readonly [number, number])[]): Y.Doc {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  for (const [index, doc] of docs.entries()) doc.clientID = index + 1;
  for (const [kind, at] of edits) {
    const doc = docs[at % 2] as Y.Doc;
    const text = doc.getText('text');
    const list = doc.getArray<unknown>('events');
    if (kind === 0) text.insert(at % (text.length + 1), 'some words');
    else if (kind === 1) list.push([at, at + 1, at + 2]);
    else if (kind === 2) doc.getMap('rows').set(`row ${at % 3}`, new Y.Map([['name', at]]));
    else if (kind === 3 && text.length > 4) text.delete(at % (text.length - 3), 3);
    else if (list.length > 2) list.delete(at % (list.length - 1), 2);
    if (at % 5 === 0) Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]));
    if (at % 7 === 0) Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]));
  }
  Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]));
  return docs[0];
}

const content = (doc: Y.Doc): unknown => [
  doc.getText('text').toJSON(),
  doc.getArray('events').toJSON(),
  doc.getMap('rows').toJSON(),
];

const edits = fc.array(fc.tuple(fc.nat(4), fc.nat(1_000)), { minLength: 1, maxLength: 40 });
const holes = fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.nat(60), fc.nat(20)), { maxLength: 6 });

describe('an update cut down to what a log holds', () => {
  it('[P9] has that and no more, and becomes the whole document with the rest', () => {
    fc.assert(
      fc.property(edits, holes, (written, ranges) => {
        const doc = writeDocument(written);
        const update = Y.encodeStateAsUpdate(doc);
        const log: RangeSet = new Map();
        for (const [client, from, length] of ranges) addRange(log, client, from, from + length);
        const held = intersectRangeSet(coverageOfDocument(doc).structs, log);
        const limited = limitUpdate(update, log);
        const parts = limited === null ? null : decodeUpdateParts(limited);
        expect(parts?.structRanges).toEqual(held);
        const reader = new Y.Doc();
        Y.applyUpdate(reader, limited as Uint8Array);
        Y.applyUpdate(reader, update);
        expect(content(reader)).toEqual(content(doc));
        expect(coverageOfDocument(reader)).toEqual(coverageOfDocument(doc));
      }),
      { seed: 90, numRuns: 300 },
    );
  });

  it('cannot be made of what is no update', () => {
    expect(limitUpdate(Uint8Array.of(9, 9, 9), new Map())).toBeNull();
  });
});
