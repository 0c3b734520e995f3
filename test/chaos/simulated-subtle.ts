/**
 * As much of WebCrypto as sync uses, answering in the turn in which it was asked: the platform's own works on
 * other threads, which answer when they like. A signature that was checked once is not computed again, because
 * in one process every device checks the same ones.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';

interface Checked {
  readonly statement: Buffer;
  readonly key: KeyObject;
  readonly holds: boolean;
}

const mostChecked = 5_000;
const checkedBySignature = new Map<string, Checked>();
const keyByBytes = new Map<string, KeyObject>();

/** SubjectPublicKeyInfo of an Ed25519 key, up to its 32 bytes (RFC 8410). */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export function publicKeyFrom(bytes: Uint8Array): KeyObject {
  const name = Buffer.from(bytes).toString('latin1');
  const known = keyByBytes.get(name);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.concat([keyPrefix, bytes]), format: 'der', type: 'spki' });
  if (keyByBytes.size > mostChecked) keyByBytes.clear();
  keyByBytes.set(name, key);
  return key;
}

export const simulatedSubtle = {
  importKey: async (_format: 'raw', bytes: Uint8Array): Promise<KeyObject> => publicKeyFrom(bytes),
  verify: async (_algorithm: object, key: KeyObject, signature: Uint8Array, statement: Uint8Array) => {
    const name = Buffer.from(signature).toString('latin1');
    const known = checkedBySignature.get(name);
    if (known !== undefined && known.key === key && known.statement.equals(statement)) return known.holds;
    const holds = verify(null, statement, key, signature);
    if (checkedBySignature.size > mostChecked) checkedBySignature.clear();
    checkedBySignature.set(name, { statement: Buffer.from(statement), key, holds });
    return holds;
  },
};
