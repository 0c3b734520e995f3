import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addCoverage,
  coverageOfDocument,
  coverageOfTransaction,
  coverageOfUpdate,
  covers,
  decodeCoverage,
  emptyCoverage,
  encodeCoverage,
  type Coverage,
  stateVectorFromCoverage,
  subtractFromUpdate,
} from '../../src/sync/coverage.ts';
import { decodeCursor, encodeCursor, startCursor, trustCursor } from '../../src/sync/cursor.ts';
import { addRange, isRangeSubset, type RangeSet, subtractRangeSet } from '../../src/sync/range-set.ts';
import { stripDeletions } from '../../src/sync/update-parts.ts';
import { makeRandom } from '../support/seeded-random.ts';

const ranges = fc.array(fc.tuple(fc.nat(2), fc.nat(40), fc.nat(8)), { maxLength: 20 });
const toSet = (list: readonly (readonly [number, number, number])[]): RangeSet => {
  const set: RangeSet = new Map();
  for (const [client, from, length] of list) addRange(set, client, from, from + length);
  return set;
};
const members = (set: RangeSet): string[] =>
  [...set].flatMap(([client, list]) =>
    list.flatMap(([from, to]) =>
      Array.from({ length: to - from }, (_, index) => `${client}:${from + index}`),
    ),
  );

/** Random edits of three people; returns every update they made, in order. */
function makeHistory(seed: number): readonly Uint8Array[] {
  const random = makeRandom(seed);
  const updates: Uint8Array[] = [];
  const docs = [1, 2, 3].map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') updates.push(update);
    });
    return doc;
  });
  for (let step = 0; step < 40; step += 1) {
    const doc = docs[random.below(3)] as Y.Doc;
    const list = doc.getArray<string>('list');
    const choice = random.below(10);
    if (choice < 5) list.insert(random.below(list.length + 1), [`item ${step}`, `item ${step}b`]);
    else if (choice < 7 && list.length > 0) list.delete(random.below(list.length), 1);
    else if (choice < 8) doc.getMap('map').set(`key ${random.below(3)}`, step);
    else for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'remote');
  }
  return updates;
}

const coverageOf = (updates: readonly Uint8Array[]): Coverage => {
  const whole = emptyCoverage();
  for (const update of updates) addCoverage(whole, coverageOfUpdate(update) as Coverage);
  return whole;
};

/** In an order that does not depend on who came first. */
const plain = (coverage: Coverage | null) =>
  coverage && [coverage.structs, coverage.deletions].map((set) => [...set].sort(([a], [b]) => a - b));

describe('ranges', () => {
  it('are sets: union, difference and inclusion agree with members counted one by one', () => {
    fc.assert(
      fc.property(ranges, ranges, (first, second) => {
        const [left, right] = [toSet(first), toSet(second)];
        const held = new Set(members(right));
        expect(members(subtractRangeSet(left, right))).toEqual(
          members(left).filter((member) => !held.has(member)),
        );
        expect(isRangeSubset(left, right)).toBe(members(left).every((member) => held.has(member)));
        expect(new Set(members(left)).size).toBe(members(left).length);
      }),
      { seed: 31, numRuns: 400 },
    );
  });
});

describe('coverage', () => {
  it('[S6] of all updates is the coverage of the document that applied them, in any order', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, orderSeed) => {
        const updates = makeHistory(seed);
        const random = makeRandom(orderSeed);
        const shuffled = updates
          .map((update) => ({ update, key: random.next() }))
          .sort((a, b) => a.key - b.key);
        const doc = new Y.Doc();
        for (const { update } of shuffled) Y.applyUpdate(doc, update);
        const fromDoc = coverageOfDocument(doc);
        const fromLog = coverageOf(updates);
        // A document may delete more than any update said: of two writes to one key, one loses.
        expect(covers(fromDoc, fromLog)).toBe(true);
        expect(isRangeSubset(fromDoc.structs, fromLog.structs)).toBe(true);
        const clocks = Y.decodeStateVector(stateVectorFromCoverage(fromLog));
        expect(clocks).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
      }),
      { seed: 32, numRuns: 60 },
    );
  });

  it('[S6] of some updates tells exactly what a document that has only those still lacks', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, choice) => {
        const updates = makeHistory(seed);
        const random = makeRandom(choice);
        const kept = updates.filter(() => random.next() < 0.6);
        const whole = new Y.Doc();
        for (const update of updates) Y.applyUpdate(whole, update);
        const held = coverageOf(kept);
        const rest = subtractFromUpdate(Y.encodeStateAsUpdate(whole), held);
        const doc = new Y.Doc();
        for (const update of rest === null ? kept : [...kept, rest]) Y.applyUpdate(doc, update);
        expect(doc.getArray('list').toJSON()).toEqual(whole.getArray('list').toJSON());
        expect(doc.getMap('map').toJSON()).toEqual(whole.getMap('map').toJSON());
        if (rest !== null) expect(covers(held, coverageOfUpdate(rest) as Coverage)).toBe(false);
        expect(subtractFromUpdate(Y.encodeStateAsUpdate(whole), coverageOfDocument(whole))).toBeNull();
      }),
      { seed: 33, numRuns: 60 },
    );
  });

  it('[S6] of a document is that of the update it would be written as, while parts of it wait, too', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, choice) => {
        const random = makeRandom(choice);
        const doc = new Y.Doc();
        for (const update of makeHistory(seed)) {
          if (random.below(8) > 0) Y.applyUpdate(doc, update);
          expect(plain(coverageOfDocument(doc))).toEqual(plain(coverageOfUpdate(Y.encodeStateAsUpdate(doc))));
        }
      }),
      { seed: 35, numRuns: 30 },
    );
  });

  it('[S6] of a transaction is that of the update it became', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, choice) => {
        const random = makeRandom(choice);
        const doc = new Y.Doc();
        let compared = 0;
        doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
          compared += 1;
          expect(plain(coverageOfTransaction(transaction))).toEqual(plain(coverageOfUpdate(update)));
        });
        const updates = makeHistory(seed);
        for (let at = 0; at < updates.length; ) {
          const some = updates.slice(at, at + 1 + random.below(5));
          at += some.length;
          // Some of them out of order: then they wait, and come with a later one.
          if (random.below(2) === 0) some.reverse();
          doc.transact(() => {
            for (const update of some) Y.applyUpdate(doc, update);
          });
        }
        expect(compared).toBeGreaterThan(0);
      }),
      { seed: 36, numRuns: 30 },
    );
  });

  it('[S6] a gap inside a merged update counts as nothing', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const value of ['a', 'b', 'c']) doc.getArray('list').push([value]);
    const gapped = Y.mergeUpdates([updates[0] as Uint8Array, updates[2] as Uint8Array]);
    expect(coverageOfUpdate(gapped)?.structs).toEqual(
      new Map([
        [
          7,
          [
            [0, 1],
            [2, 3],
          ],
        ],
      ]),
    );
    expect(
      covers(coverageOfUpdate(gapped) as Coverage, coverageOfUpdate(updates[1] as Uint8Array) as Coverage),
    ).toBe(false);
  });

  it('[S6] survives being stored, and a damaged one is refused', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), (seed, cut) => {
        const coverage = coverageOf(makeHistory(seed));
        const bytes = encodeCoverage(coverage);
        expect(decodeCoverage(bytes)).toEqual(coverage);
        expect(decodeCoverage(bytes.subarray(0, cut % bytes.length))).toBeNull();
      }),
      { seed: 34, numRuns: 40 },
    );
  });

  it('rubbish is not an update', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
        const coverage = coverageOfUpdate(bytes);
        expect(coverage === null || coverage.structs instanceof Map).toBe(true);
      }),
      { seed: 35, numRuns: 500 },
    );
    expect(coverageOfUpdate(Uint8Array.of(255, 255, 3))).toBeNull();
  });
});

describe('a cursor', () => {
  const doc = new Y.Doc();
  doc.getArray('list').push(['a', 'b', 'c']);
  const before = Y.encodeStateAsUpdate(doc);
  doc.getArray('list').delete(1, 1);
  const coverage = coverageOfDocument(doc);
  const cursor = { seq: 4, chain: new Uint8Array(32).fill(9), coverage, snapshot: null };

  it('[S7] survives being stored', () => {
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
    expect(decodeCursor(encodeCursor(cursor).subarray(1))).toBeNull();
    const compared = { ...cursor, snapshot: { seq: 3, digest: new Uint8Array(32).fill(5) } };
    expect(decodeCursor(encodeCursor(compared))).toEqual(compared);
    expect(decodeCursor(encodeCursor(compared).subarray(0, -1))).toBeNull();
  });

  it('[S7] is believed only while the document has its structs and its deletions', () => {
    expect(trustCursor(cursor, coverageOfDocument(doc))).toBe(cursor);
    const restored = new Y.Doc();
    Y.applyUpdate(restored, before);
    // The same state vector: only the deletion is missing.
    expect(Y.encodeStateVector(restored)).toEqual(Y.encodeStateVector(doc));
    expect(trustCursor(cursor, coverageOfDocument(restored))).toEqual(startCursor());
  });
});

describe('an update without deletions', () => {
  it('[S8] has all of the structs and deletes nothing', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const update = Y.mergeUpdates([...makeHistory(seed)]);
        const stripped = stripDeletions(update) as Uint8Array;
        expect(coverageOfUpdate(stripped)).toEqual({ ...coverageOfUpdate(update), deletions: new Map() });
        const doc = new Y.Doc();
        Y.applyUpdate(doc, stripped);
        expect(coverageOfDocument(doc).structs).toEqual(coverageOfUpdate(update)?.structs);
      }),
      { seed: 36, numRuns: 40 },
    );
  });
});
