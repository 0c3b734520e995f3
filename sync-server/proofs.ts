/** What the relay computes itself: room ids, chains, and whether a signature holds. It has public keys only. */
import { createPublicKey, hash, verify } from 'node:crypto';
import { chainInput, roomIdInput } from '../src/wire/room-id.ts';
import type { RoomKeys } from '../src/wire/room-id.ts';

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha256', bytes, 'buffer'));
}

/** Rule [K1]. */
export function computeRoomId(keys: RoomKeys): Uint8Array {
  return sha256(roomIdInput(keys));
}

/** Rule [K2]. */
export function computeChain(chain: Uint8Array, frame: Uint8Array): Uint8Array {
  return sha256(chainInput(chain, sha256(frame)));
}

/** Ed25519. False, too, for bytes that are no key. */
export function isSignedBy(publicKey: Uint8Array, statement: Uint8Array, signature: Uint8Array): boolean {
  try {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, statement, key, signature);
  } catch {
    return false;
  }
}

export function isSameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
