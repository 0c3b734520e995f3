/**
 * Ed25519 with the platform's arithmetic, in place of the library's while a simulation runs: the same bytes
 * (RFC 8032 leaves no choice; a test compares them), fifty times as fast.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { ed25519 as ed25519OfLibrary, x25519 as x25519OfLibrary } from '@noble/curves/ed25519.js';
import { publicKeyFrom } from './simulated-subtle.ts';

/** PrivateKeyInfo of an Ed25519 key, up to its 32-byte seed (RFC 8410). */
const keyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const mostKeys = 5_000;
const keyBySeed = new Map<string, { readonly key: KeyObject; readonly publicKey: Uint8Array }>();

function keyOf(seed: Uint8Array): { readonly key: KeyObject; readonly publicKey: Uint8Array } {
  const name = Buffer.from(seed).toString('latin1');
  const known = keyBySeed.get(name);
  if (known !== undefined) return known;
  const key = createPrivateKey({ key: Buffer.concat([keyPrefix, seed]), format: 'der', type: 'pkcs8' });
  const encoded = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const made = { key, publicKey: new Uint8Array(encoded.subarray(-32)) };
  if (keyBySeed.size > mostKeys) keyBySeed.clear();
  keyBySeed.set(name, made);
  return made;
}

export const ed25519 = {
  /** For whoever prepares its tables. */
  Point: ed25519OfLibrary.Point,
  sign: (statement: Uint8Array, seed: Uint8Array): Uint8Array =>
    new Uint8Array(sign(null, statement, keyOf(seed).key)),
  verify: (signature: Uint8Array, statement: Uint8Array, publicKey: Uint8Array): boolean =>
    verify(null, statement, publicKeyFrom(publicKey), signature),
  getPublicKey: (seed: Uint8Array): Uint8Array => keyOf(seed).publicKey.slice(),
};

/** Seldom used, so that the library's own will do. */
export const x25519 = x25519OfLibrary;
