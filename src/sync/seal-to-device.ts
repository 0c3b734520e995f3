/**
 * Bytes for one device alone: `ephemeral key32 ‖ nonce24 ‖ XChaCha20-Poly1305`. The key is HKDF over what an
 * ephemeral X25519 key and the device's agree on; both public keys go into it. The context is
 * authenticated: what was sealed for one purpose opens for no other.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { asciiBytes, concatBytes } from '../wire/bytes.ts';
import { type Bytes, copyBytes } from './bytes.ts';
import type { DeviceKey } from './device-key.ts';
import { secretLength } from './room-keys.ts';

const nonceLength = 24;
const tagLength = 16;
const label = asciiBytes('baton/1 device-seal');

function sealKey(shared: Uint8Array, ephemeral: Uint8Array, device: Uint8Array): Uint8Array {
  return hkdf(sha256, shared, undefined, concatBytes([label, ephemeral, device]), secretLength);
}

/** `null` when the public key is none that a device can have. */
export function sealToDevice(
  publicKey: Bytes,
  context: Uint8Array,
  plain: Uint8Array,
  randomBytes: (length: number) => Bytes,
): Bytes | null {
  if (publicKey.length !== secretLength) return null;
  try {
    const secret = randomBytes(secretLength);
    const ephemeral = x25519.getPublicKey(secret);
    const key = sealKey(x25519.getSharedSecret(secret, publicKey), ephemeral, publicKey);
    const nonce = randomBytes(nonceLength);
    return concatBytes([ephemeral, nonce, xchacha20poly1305(key, nonce, context).encrypt(plain)]);
  } catch {
    return null;
  }
}

/** `null` when it is for another device or another purpose, or damaged. Never rejects. */
export async function openSealed(key: DeviceKey, context: Uint8Array, sealed: Bytes): Promise<Bytes | null> {
  if (sealed.length < secretLength + nonceLength + tagLength) return null;
  const ephemeral = copyBytes(sealed.subarray(0, secretLength));
  const nonce = sealed.subarray(secretLength, secretLength + nonceLength);
  try {
    const secret = sealKey(await key.agree(ephemeral), ephemeral, key.publicKey);
    const rest = sealed.subarray(secretLength + nonceLength);
    return copyBytes(xchacha20poly1305(secret, nonce, context).decrypt(rest));
  } catch {
    return null;
  }
}
