/** A short name for a text: the same on every device, and nobody finds a second text of that name. */
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from './base64url.ts';

/** 128 bits suffice where nobody gains from two texts of their own that share a name. */
const digestLength = 16;
const encoder = new TextEncoder();

/** Base64url. */
export function computeTextDigest(text: string): string {
  return encodeBase64url(sha256(encoder.encode(text)).slice(0, digestLength));
}
