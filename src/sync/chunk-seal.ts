/**
 * Long bytes sealed in chunks, after the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: "Online
 * Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015): each chunk's nonce holds its number
 * and whether it is the last one, so that chunks cannot be cut off, swapped or repeated. Between chunks other
 * work gets its turn.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { nextTick } from '@noble/hashes/utils.js';
import { concatBytes } from '../wire/bytes.ts';
import type { Bytes } from './bytes.ts';

const chunkLength = 1024 * 1024;
const tagLength = 16;
/** Random, and new for every key and file; the rest of the nonce is counted. */
export const noncePrefixLength = 19;

function nonceOf(prefix: Uint8Array, index: number, isLast: boolean): Bytes {
  const nonce = new Uint8Array(noncePrefixLength + 5);
  nonce.set(prefix);
  new DataView(nonce.buffer).setUint32(noncePrefixLength, index);
  nonce[noncePrefixLength + 4] = isLast ? 1 : 0;
  return nonce;
}

interface ChunkKey {
  readonly key: Uint8Array;
  readonly noncePrefix: Uint8Array;
  /** Bound to every chunk. */
  readonly associated: Uint8Array;
}

export async function sealChunks(secret: ChunkKey, plain: Uint8Array): Promise<readonly Uint8Array[]> {
  const sealed: Uint8Array[] = [];
  for (let at = 0, index = 0; index === 0 || at < plain.length; at += chunkLength, index += 1) {
    const isLast = at + chunkLength >= plain.length;
    const nonce = nonceOf(secret.noncePrefix, index, isLast);
    const cipher = xchacha20poly1305(secret.key, nonce, secret.associated);
    sealed.push(cipher.encrypt(plain.subarray(at, at + chunkLength)));
    await nextTick();
  }
  return sealed;
}

/** `null`: not all of what was sealed with this key, or not only that. */
export async function openChunks(secret: ChunkKey, sealed: Uint8Array): Promise<Bytes | null> {
  const stride = chunkLength + tagLength;
  const plain: Uint8Array[] = [];
  for (let at = 0, index = 0; index === 0 || at < sealed.length; at += stride, index += 1) {
    const nonce = nonceOf(secret.noncePrefix, index, at + stride >= sealed.length);
    try {
      const cipher = xchacha20poly1305(secret.key, nonce, secret.associated);
      plain.push(cipher.decrypt(sealed.subarray(at, at + stride)));
    } catch {
      return null;
    }
    await nextTick();
  }
  return concatBytes(plain);
}
