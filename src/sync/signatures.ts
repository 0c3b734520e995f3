/**
 * Ed25519 (RFC 8032). Checking is what costs, one signature a frame: WebCrypto does it where the
 * platform has the curve, the library otherwise. Signing happens once a batch and stays with the
 * library, because it is synchronous: a frame is made and sent in one turn, in order.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, copyBytes } from './bytes.ts';
import type { SigningKey } from './room-keys.ts';

export interface SignatureChecker {
  /** Never rejects: a malformed key or signature is `false`. */
  check(signature: Uint8Array, statement: Bytes): Promise<boolean>;
}

export function sign(key: SigningKey, statement: Uint8Array): Bytes {
  return ed25519.sign(statement, key.seed);
}

function checkWithLibrary(signature: Uint8Array, statement: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, statement, publicKey);
  } catch {
    return false;
  }
}

/** `subtle` is `null` where there is none (a page that is not a secure context) or to force the library. */
export function makeSignatureChecker(publicKey: Uint8Array, subtle: SubtleCrypto | null): SignatureChecker {
  const imported: Promise<CryptoKey | null> =
    subtle === null
      ? Promise.resolve(null)
      : Promise.resolve()
          .then(() => subtle.importKey('raw', copyBytes(publicKey), { name: 'Ed25519' }, false, ['verify']))
          .catch(() => null);
  return {
    async check(signature, statement) {
      const key = await imported;
      if (key === null || subtle === null) return checkWithLibrary(signature, statement, publicKey);
      try {
        return await subtle.verify({ name: 'Ed25519' }, key, copyBytes(signature), statement);
      } catch {
        return false;
      }
    },
  };
}
