/**
 * How far a device has read a room's log: a hint, stored whenever convenient. It is believed only while
 * the document holds at least what the cursor says the log holds, so that a crash, an evicted
 * database or a restored backup costs a second reading of the log and never an entry.
 */
import { makeByteReader, makeByteWriter } from '../wire/bytes.ts';
import { emptyChain } from '../wire/room-id.ts';
import { HASH_BYTES } from '../wire/sizes.ts';
import { type Bytes, copyBytes } from './bytes.ts';
import { type Coverage, covers, decodeCoverage, emptyCoverage, encodeCoverage } from './coverage.ts';

export interface Cursor {
  readonly seq: number;
  readonly chain: Bytes;
  readonly coverage: Coverage;
  /** The newest snapshot that was read, made, or compared with the document. */
  readonly snapshot: SnapshotMark | null;
}

export interface SnapshotMark {
  /** The last frame it covers. */
  readonly seq: number;
  /** `computeSnapshotDigest` of it. */
  readonly digest: Bytes;
}

/** Where cursors are kept, by room id in base64url. `get` and `put` may fail: a cursor can be lost. */
export interface CursorStore {
  get(room: string): Promise<Bytes | null>;
  put(room: string, cursor: Bytes): Promise<void>;
}

export function startCursor(): Cursor {
  return { seq: 0, chain: emptyChain(), coverage: emptyCoverage(), snapshot: null };
}

/** Cursors that live as long as the process. */
export function makeMemoryCursorStore(): CursorStore {
  const cursorByRoom = new Map<string, Bytes>();
  return {
    get: (room) => Promise.resolve(cursorByRoom.get(room) ?? null),
    put: (room, cursor) => {
      cursorByRoom.set(room, cursor);
      return Promise.resolve();
    },
  };
}

const version = 2;
const maxCoverageBytes = 64 * 1024 * 1024;

export function encodeCursor(cursor: Cursor): Bytes {
  const writer = makeByteWriter();
  writer.byte(version);
  writer.number(cursor.seq);
  writer.fixed(cursor.chain, HASH_BYTES);
  writer.sized(encodeCoverage(cursor.coverage));
  if (cursor.snapshot !== null) {
    writer.number(cursor.snapshot.seq);
    writer.fixed(cursor.snapshot.digest, HASH_BYTES);
  }
  return writer.finish();
}

/** `null` when damaged or of another version. */
export function decodeCursor(bytes: Uint8Array): Cursor | null {
  const reader = makeByteReader(bytes);
  if (reader.byte() !== version) return null;
  const seq = reader.number();
  const chain = copyBytes(reader.fixed(HASH_BYTES));
  const coverage = decodeCoverage(reader.sized(maxCoverageBytes));
  if (coverage === null) return null;
  const snapshot = reader.hasMore()
    ? { seq: reader.number(), digest: copyBytes(reader.fixed(HASH_BYTES)) }
    : null;
  const decoded = reader.finish({ seq, chain, coverage, snapshot });
  return decoded.ok ? decoded.value : null;
}

/** The cursor, or the start when the document has less than the cursor says. */
export function trustCursor(cursor: Cursor, document: Coverage): Cursor {
  return covers(document, cursor.coverage) ? cursor : startCursor();
}
