/**
 * What is signed, as bytes: one builder per statement, used by the signer and by whoever verifies.
 *
 * Every statement starts with a label of its own and holds the room id, so a signature made for one purpose
 * or one room proves nothing in another. Every part but the last has a length that the bytes determine.
 */
import { asciiBytes, makeByteWriter } from './bytes.ts';
import { HASH_BYTES, NONCE_BYTES } from './sizes.ts';

export type JoinMode = 'read' | 'write';

export interface JoinClaim {
  readonly mode: JoinMode;
  /** The page's own `location.origin`; the relay puts the Origin header of the socket here. */
  readonly origin: string;
  /** From CHALLENGE. */
  readonly nonce: Uint8Array;
  readonly roomId: Uint8Array;
  readonly since: number;
  readonly chain: Uint8Array;
}

export interface SnapshotClaim {
  readonly roomId: Uint8Array;
  /** The snapshot stands for every frame up to and including this one. */
  readonly coversSeq: number;
  /** The chain after `coversSeq`. */
  readonly chain: Uint8Array;
  /** 0 is the sealed header, 1 to parts-1 the sealed state. */
  readonly part: number;
  readonly parts: number;
}

/** `"join/1" ‖ mode ‖ origin ‖ nonce ‖ roomId ‖ since ‖ chain`, signed by W to write, by A to read. */
export function joinChallenge(claim: JoinClaim): Uint8Array<ArrayBuffer> {
  const writer = makeByteWriter();
  writer.raw(asciiBytes('join/1'));
  writer.byte(claim.mode === 'write' ? 1 : 0);
  writer.sized(asciiBytes(claim.origin));
  writer.fixed(claim.nonce, NONCE_BYTES);
  writer.fixed(claim.roomId, HASH_BYTES);
  writer.number(claim.since);
  writer.fixed(claim.chain, HASH_BYTES);
  return writer.finish();
}

/** `"frame/1" ‖ roomId ‖ rest`, signed by W; `rest` is the frame without its first 64 bytes. */
export function frameStatement(roomId: Uint8Array, rest: Uint8Array): Uint8Array<ArrayBuffer> {
  return labelled('frame/1', roomId, rest);
}

/** `"eph/1" ‖ roomId ‖ rest`: what is not stored, sealed and signed in the same envelope as a frame. */
export function ephemeralStatement(roomId: Uint8Array, rest: Uint8Array): Uint8Array<ArrayBuffer> {
  return labelled('eph/1', roomId, rest);
}

/** `"close/1" ‖ roomId ‖ tombstone`, signed by O. */
export function closeStatement(roomId: Uint8Array, tombstone: Uint8Array): Uint8Array<ArrayBuffer> {
  return labelled('close/1', roomId, tombstone);
}

/** `"snap/1" ‖ roomId ‖ coversSeq ‖ chain ‖ part ‖ parts ‖ sealed`, signed by W, once a part. */
export function snapshotStatement(claim: SnapshotClaim, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const writer = makeByteWriter(sealed.length + 128);
  writer.raw(asciiBytes('snap/1'));
  writer.fixed(claim.roomId, HASH_BYTES);
  writer.number(claim.coversSeq);
  writer.fixed(claim.chain, HASH_BYTES);
  writer.number(claim.part);
  writer.number(claim.parts);
  writer.raw(sealed);
  return writer.finish();
}

function labelled(label: string, roomId: Uint8Array, rest: Uint8Array): Uint8Array<ArrayBuffer> {
  const writer = makeByteWriter(rest.length + 64);
  writer.raw(asciiBytes(label));
  writer.fixed(roomId, HASH_BYTES);
  writer.raw(rest);
  return writer.finish();
}
