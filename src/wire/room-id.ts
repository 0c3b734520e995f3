/**
 * What is hashed, as bytes. Each end hashes for itself (SHA-256), so that this folder holds no cryptography.
 *
 * A room id is the hash of the room's three public keys: it certifies them, nobody registers a room, and
 * knowing an id grants nothing.
 */
import { asciiBytes, concatBytes } from './bytes.ts';
import { HASH_BYTES, KEY_BYTES } from './sizes.ts';

export interface RoomKeys {
  /** W: checks frames, and JOIN in write mode. Ed25519, 32 bytes, as the others. */
  readonly write: Uint8Array;
  /** A: checks JOIN in read mode. */
  readonly read: Uint8Array;
  /** O: checks CLOSE. */
  readonly owner: Uint8Array;
}

/** `"room/1" ‖ W ‖ A ‖ O`; its SHA-256 is the room id. */
export function roomIdInput(keys: RoomKeys): Uint8Array<ArrayBuffer> {
  return concatBytes([
    asciiBytes('room/1'),
    exactly(keys.write, KEY_BYTES),
    exactly(keys.read, KEY_BYTES),
    exactly(keys.owner, KEY_BYTES),
  ]);
}

/** `chain ‖ H(frame)`; its SHA-256 is the chain after that frame. */
export function chainInput(chain: Uint8Array, frameHash: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes([exactly(chain, HASH_BYTES), exactly(frameHash, HASH_BYTES)]);
}

/** The chain of an empty log: 32 zero bytes, a fresh array at each call. */
export function emptyChain(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(HASH_BYTES);
}

function exactly(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError(`expected ${length} bytes, got ${bytes.length}`);
  return bytes;
}
