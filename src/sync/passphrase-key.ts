/**
 * From a passphrase to a key: scrypt (RFC 7914), which costs whoever tries many passphrases memory as well
 * as time. A file names its own parameters, so they are bounded before anything is computed.
 */
import { scryptAsync } from '@noble/hashes/scrypt.js';
import type { Bytes } from './bytes.ts';

export interface KdfParameters {
  /** log₂ of the cost N. */
  readonly costLog2: number;
  readonly blockSize: number;
  readonly parallel: number;
}

/** 64 MiB; about half a second on a laptop, and two on a slow phone. */
export const ownKdf: KdfParameters = { costLog2: 16, blockSize: 8, parallel: 1 };

export const saltLength = 16;
/** Characters; below this no cost helps. */
export const shortestPassphrase = 12;

const mostMemory = 256 * 1024 * 1024;
/** Of the work that our own parameters take. */
const mostWork = 4;

const workOf = ({ costLog2, blockSize, parallel }: KdfParameters): number =>
  2 ** costLog2 * blockSize * parallel;

/** Whether a device can be asked to compute it: 256 MiB at most, and four times the time of our own. */
export function isBearable(kdf: KdfParameters): boolean {
  const { costLog2, blockSize, parallel } = kdf;
  if (costLog2 < 1 || costLog2 > 31 || blockSize < 1 || parallel < 1) return false;
  const memory = 128 * blockSize * (2 ** costLog2 + parallel);
  return memory <= mostMemory && workOf(kdf) <= mostWork * workOf(ownKdf);
}

/** What people type twice in different ways is one passphrase: spaces at the ends, forms of one letter. */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
}

/** Yields to other work now and then. The parameters must be bearable. */
export function derivePassphraseKey(
  passphrase: string,
  salt: Uint8Array,
  kdf: KdfParameters,
  length: number,
): Promise<Bytes> {
  return scryptAsync(new TextEncoder().encode(normalizePassphrase(passphrase)), salt, {
    N: 2 ** kdf.costLog2,
    r: kdf.blockSize,
    p: kdf.parallel,
    dkLen: length,
    maxmem: mostMemory + 2 ** 20,
  });
}
