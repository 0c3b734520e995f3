/**
 * Coverage: which structs and which deletions a log (or a document) holds. A state vector is not
 * enough: it misses deletions, and it cannot say "these, but not the ones before them".
 */
import * as Y from 'yjs';
import { type ByteReader, makeByteReader, makeByteWriter } from '../wire/bytes.ts';
import type { Bytes } from './bytes.ts';
import {
  addRange,
  addRangeSet,
  copyRangeSet,
  intersectRangeSet,
  isRangeSubset,
  type RangeSet,
  subtractRangeSet,
} from './range-set.ts';
import { decodeUpdateParts, encodeUpdateParts } from './update-parts.ts';

export interface Coverage {
  readonly structs: RangeSet;
  readonly deletions: RangeSet;
}

export function emptyCoverage(): Coverage {
  return { structs: new Map(), deletions: new Map() };
}

export function copyCoverage(coverage: Coverage): Coverage {
  return { structs: copyRangeSet(coverage.structs), deletions: copyRangeSet(coverage.deletions) };
}

/** `null` when the update cannot be read. */
export function coverageOfUpdate(update: Uint8Array): Coverage | null {
  const parts = decodeUpdateParts(update);
  return parts === null ? null : { structs: parts.structRanges, deletions: parts.deletionRanges };
}

/** What a document holds, structs that still wait for others included. */
export function coverageOfDocument(doc: Y.Doc): Coverage {
  const { store } = doc;
  if (store.pendingStructs !== null || store.pendingDs !== null)
    return coverageOfUpdate(Y.encodeStateAsUpdate(doc)) ?? emptyCoverage();
  // Without writing it all down and reading it again: what a store holds of a client has no gaps.
  return coverageOfContent(doc);
}

/** What of a document can be read: without structs that still wait for others. */
export function coverageOfContent({ store }: Y.Doc): Coverage {
  const coverage = emptyCoverage();
  for (const client of store.clients.keys()) addRange(coverage.structs, client, 0, Y.getState(store, client));
  addDeletions(coverage, Y.createDeleteSetFromStructStore(store));
  return coverage;
}

/** What a transaction added to its document, without reading the update that it became. */
export function coverageOfTransaction({ beforeState, afterState, deleteSet }: Y.Transaction): Coverage {
  const added = emptyCoverage();
  for (const [client, to] of afterState) addRange(added.structs, client, beforeState.get(client) ?? 0, to);
  addDeletions(added, deleteSet);
  return added;
}

function addDeletions(coverage: Coverage, { clients }: Y.Transaction['deleteSet']): void {
  for (const [client, items] of clients) {
    for (const { clock, len } of items) addRange(coverage.deletions, client, clock, clock + len);
  }
}

/** Mutates `coverage`. */
export function addCoverage(coverage: Coverage, added: Coverage): void {
  addRangeSet(coverage.structs, added.structs);
  addRangeSet(coverage.deletions, added.deletions);
}

/** What both hold; shares nothing with either. */
export function intersectCoverage(left: Coverage, right: Coverage): Coverage {
  return {
    structs: intersectRangeSet(left.structs, right.structs),
    deletions: intersectRangeSet(left.deletions, right.deletions),
  };
}

export function covers(whole: Coverage, part: Coverage): boolean {
  return isRangeSubset(part.structs, whole.structs) && isRangeSubset(part.deletions, whole.deletions);
}

/** The contiguous start of each client: everything a Yjs state vector can say about it. */
export function stateVectorFromCoverage(coverage: Coverage): Bytes {
  const clocks = new Map<number, number>();
  for (const [client, [first]] of coverage.structs) {
    if (first !== undefined && first[0] === 0) clocks.set(client, first[1]);
  }
  return new Uint8Array(Y.encodeStateVector(clocks));
}

/**
 * The update without what is covered already: structs are left out clients at a time, deletions exactly.
 * `null` when nothing is left. An update that cannot be read is a mistake of ours and throws.
 */
export function subtractFromUpdate(update: Uint8Array, held: Coverage): Bytes | null {
  const parts = decodeUpdateParts(update);
  if (parts === null) throw new Error('an update of our own document cannot be read');
  const missing = subtractRangeSet(parts.structRanges, held.structs);
  const deletions = subtractRangeSet(parts.deletionRanges, held.deletions);
  if (missing.size === 0 && deletions.size === 0) return null;
  return encodeUpdateParts(
    parts.structs.filter((struct) => missing.has(struct.id.client)),
    deletions,
  );
}

export function encodeCoverage(coverage: Coverage): Bytes {
  const writer = makeByteWriter();
  for (const set of [coverage.structs, coverage.deletions]) {
    writer.number(set.size);
    for (const [client, ranges] of set) {
      writer.number(client);
      writer.number(ranges.length);
      let at = 0;
      for (const [from, to] of ranges) {
        writer.number(from - at);
        writer.number(to - from);
        at = to;
      }
    }
  }
  return writer.finish();
}

/** `null` when damaged. */
export function decodeCoverage(bytes: Uint8Array): Coverage | null {
  const reader = makeByteReader(bytes);
  const structs = readRangeSet(reader);
  const decoded = reader.finish({ structs, deletions: readRangeSet(reader) });
  return decoded.ok ? decoded.value : null;
}

function readRangeSet(reader: ByteReader): RangeSet {
  const set: RangeSet = new Map();
  for (let clients = reader.number(); clients > 0; clients -= 1) {
    const client = reader.number();
    let at = 0;
    for (let ranges = reader.number(); ranges > 0; ranges -= 1) {
      // A damaged count must not loop for long.
      if (!reader.hasMore()) {
        reader.fail({ type: 'truncated' });
        return set;
      }
      const from = at + reader.number();
      at = from + reader.number();
      addRange(set, client, from, at);
    }
    if (clients > 1 && !reader.hasMore()) {
      reader.fail({ type: 'truncated' });
      return set;
    }
  }
  return set;
}
