/**
 * What is inside a snapshot: part 0 is the header (coverage, and the hash that binds the body to it), the others
 * are the body, one Yjs update cut to size. Every part is encrypted for label and room, and signed by W for
 * its place: room, log position, number and count.
 *
 * The header is a claim. Who reads the body counts what was found in it; see room-log.ts.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, makeByteReader, makeByteWriter } from '../wire/bytes.ts';
import { HASH_BYTES, MAX_SNAPSHOT_PART_BYTES, MAX_SNAPSHOT_PARTS } from '../wire/sizes.ts';
import { snapshotStatement } from '../wire/statements.ts';
import { type Bytes, copyBytes, isSameBytes } from './bytes.ts';
import { type Coverage, decodeCoverage, encodeCoverage } from './coverage.ts';
import { computePaddedLength } from './padding.ts';
import type { RoomKeys, SigningKey } from './room-keys.ts';
import { decrypt, encrypt, sealOverhead } from './seal.ts';
import { type SignatureChecker, sign } from './signatures.ts';

const label = 'snap/1';
const version = 1;
const maxPartLength = MAX_SNAPSHOT_PART_BYTES - sealOverhead;
const maxBodyLength = maxPartLength * (MAX_SNAPSHOT_PARTS - 1);

export interface SnapshotPlace {
  readonly coversSeq: number;
  /** The chain after `coversSeq`. */
  readonly chain: Uint8Array;
}

export interface SnapshotHeader {
  readonly coverage: Coverage;
  readonly bodyHash: Bytes;
}

export interface SealedPart {
  readonly signature: Bytes;
  readonly sealed: Bytes;
}

/** Names a snapshot by its sealed header: two of them never share one. */
export function computeSnapshotDigest(sealedHeader: Uint8Array): Bytes {
  return sha256(sealedHeader);
}

function pad(plain: Bytes): Bytes {
  const padded = new Uint8Array(computePaddedLength(Math.max(plain.length, HASH_BYTES)));
  padded.set(plain);
  return padded;
}

function encodeHeader(coverage: Coverage, body: Uint8Array): Bytes {
  const writer = makeByteWriter();
  writer.byte(version);
  writer.fixed(sha256(body), HASH_BYTES);
  writer.sized(encodeCoverage(coverage));
  return pad(writer.finish());
}

function decodeHeader(plain: Uint8Array): SnapshotHeader | null {
  const reader = makeByteReader(plain);
  if (reader.byte() !== version) return null;
  const bodyHash = copyBytes(reader.fixed(HASH_BYTES));
  const coverage = decodeCoverage(reader.sized(MAX_SNAPSHOT_PART_BYTES));
  if (reader.hasMore()) reader.rest(MAX_SNAPSHOT_PART_BYTES);
  const decoded = reader.finish(null);
  return decoded.ok && coverage !== null ? { coverage, bodyHash } : null;
}

/** `null` when it is too long for a snapshot. `parts` are in order, the header first. */
export function sealSnapshot(
  keys: RoomKeys & { readonly writeKey: SigningKey },
  { coversSeq, chain }: SnapshotPlace,
  content: { readonly coverage: Coverage; readonly update: Uint8Array },
  randomBytes: (length: number) => Bytes,
): readonly SealedPart[] | null {
  const writer = makeByteWriter(content.update.length + 16);
  writer.sized(content.update);
  const body = pad(writer.finish());
  const header = encodeHeader(content.coverage, body);
  if (header.length > maxPartLength || body.length > maxBodyLength) return null;
  const plains = [header];
  for (let at = 0; at < body.length; at += maxPartLength) plains.push(body.subarray(at, at + maxPartLength));
  const claim = { roomId: keys.roomId, coversSeq, chain, parts: plains.length };
  return plains.map((plain, part) => {
    const sealed = encrypt(keys, label, plain, randomBytes);
    return { signature: sign(keys.writeKey, snapshotStatement({ ...claim, part }, sealed)), sealed };
  });
}

export type OpenedPart =
  | { readonly type: 'open'; readonly plain: Uint8Array }
  /** Signed by a writer of the room, and nobody can decrypt it. */
  | { readonly type: 'sealedWrong' }
  /** No writer signed it for this place. */
  | { readonly type: 'unsigned' };

/** Never rejects. `checker` is the room's W. */
export async function openSnapshotPart(
  keys: RoomKeys,
  checker: SignatureChecker,
  message: SnapshotPlace & SealedPartView,
): Promise<OpenedPart> {
  const { coversSeq, chain, part, parts, signature, sealed } = message;
  const statement = snapshotStatement({ roomId: keys.roomId, coversSeq, chain, part, parts }, sealed);
  if (!(await checker.check(signature, statement))) return { type: 'unsigned' };
  const plain = decrypt(keys, label, sealed);
  return plain === null ? { type: 'sealedWrong' } : { type: 'open', plain };
}

export interface SealedPartView {
  readonly part: number;
  readonly parts: number;
  readonly signature: Uint8Array;
  readonly sealed: Uint8Array;
}

/** `null` when it is no header. */
export function openedHeader(opened: OpenedPart): SnapshotHeader | null {
  return opened.type === 'open' ? decodeHeader(opened.plain) : null;
}

/** The update, `null` when the body is not the one that the header was made for, or malformed. */
export function joinSnapshotBody(header: SnapshotHeader, chunks: readonly Uint8Array[]): Uint8Array | null {
  const body = concatBytes(chunks);
  if (!isSameBytes(sha256(body), header.bodyHash)) return null;
  const reader = makeByteReader(body);
  const update = reader.sized(maxBodyLength);
  if (reader.hasMore()) reader.rest(maxBodyLength);
  return reader.finish(null).ok ? update : null;
}
