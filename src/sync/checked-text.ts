/**
 * Bytes as text that people copy, cut and mistype: a version byte, a kind byte, the bytes, and four
 * bytes of SHA-256 over all of it, in base64url. A damaged text is recognised without asking anybody.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { asciiBytes, concatBytes } from '../wire/bytes.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { type Bytes, isSameBytes } from './bytes.ts';

const version = 1;
const checksumLength = 4;

function checksum(body: Uint8Array): Uint8Array {
  return sha256(concatBytes([asciiBytes('baton/1 text'), body])).subarray(0, checksumLength);
}

export function encodeCheckedText(kind: number, payload: Uint8Array): string {
  const body = concatBytes([Uint8Array.of(version, kind), payload]);
  return encodeBase64url(concatBytes([body, checksum(body)]));
}

/** `null` when cut, mistyped or of an unknown version. */
export function decodeCheckedText(text: string): { readonly kind: number; readonly payload: Bytes } | null {
  const bytes = decodeBase64url(text);
  if (bytes === null || bytes.length < 2 + checksumLength || bytes[0] !== version) return null;
  const body = bytes.subarray(0, bytes.length - checksumLength);
  if (!isSameBytes(checksum(body), bytes.subarray(body.length))) return null;
  return { kind: body[1] as number, payload: body.slice(2) };
}
