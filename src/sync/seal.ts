/**
 * The envelope: `sig64 ‖ nonce24 ‖ XChaCha20-Poly1305(content)`. The associated data is the label and the
 * room id, and the signature (by W) covers both and everything after itself: a frame proves nothing in
 * another room or for another purpose, and who may only read cannot make one.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { asciiBytes, concatBytes } from '../wire/bytes.ts';
import { SIGNATURE_BYTES } from '../wire/sizes.ts';
import { ephemeralStatement, frameStatement } from '../wire/statements.ts';
import type { Bytes } from './bytes.ts';
import { decodeFrameContent, encodeFrameContent, type FrameContent } from './frame-content.ts';
import type { RoomKeys, SigningKey } from './room-keys.ts';
import { type SignatureChecker, sign } from './signatures.ts';

export type SealLabel = 'frame/1' | 'eph/1';

const sealNonceLength = 24;
const tagLength = 16;
/** How much longer encrypted bytes are. */
export const sealOverhead = sealNonceLength + tagLength;

function statement(label: SealLabel, roomId: Uint8Array, rest: Uint8Array): Bytes {
  return label === 'frame/1' ? frameStatement(roomId, rest) : ephemeralStatement(roomId, rest);
}

/** What encrypting takes: the room's id is bound in, so that bytes mean nothing elsewhere. */
export type SealingKeys = Pick<RoomKeys, 'roomId' | 'encryptionKey'>;

/** Encrypts without signing: for bytes that are signed some other way (a tombstone, by the owner). */
export function encrypt(
  keys: SealingKeys,
  label: string,
  plain: Uint8Array,
  randomBytes: (length: number) => Bytes,
): Bytes {
  const nonce = randomBytes(sealNonceLength);
  const associated = concatBytes([asciiBytes(label), keys.roomId]);
  return concatBytes([nonce, xchacha20poly1305(keys.encryptionKey, nonce, associated).encrypt(plain)]);
}

/** `null` when it was not encrypted with this room's key for this label. */
export function decrypt(keys: SealingKeys, label: string, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < sealOverhead) return null;
  const associated = concatBytes([asciiBytes(label), keys.roomId]);
  const nonce = sealed.subarray(0, sealNonceLength);
  try {
    return xchacha20poly1305(keys.encryptionKey, nonce, associated).decrypt(sealed.subarray(sealNonceLength));
  } catch {
    return null;
  }
}

export function sealContent(
  keys: RoomKeys & { readonly writeKey: SigningKey },
  label: SealLabel,
  content: FrameContent,
  randomBytes: (length: number) => Bytes,
): Bytes {
  const rest = encrypt(keys, label, encodeFrameContent(content), randomBytes);
  return concatBytes([sign(keys.writeKey, statement(label, keys.roomId, rest)), rest]);
}

export type OpenFault = 'badSignature' | 'undecryptable' | 'malformed';
export type Opened =
  | { readonly ok: true; readonly content: FrameContent }
  | { readonly ok: false; readonly fault: OpenFault };

/** Never rejects; a frame that cannot be opened says why. `checker` is the room's W. */
export async function openContent(
  keys: RoomKeys,
  checker: SignatureChecker,
  label: SealLabel,
  sealed: Uint8Array,
): Promise<Opened> {
  if (sealed.length < SIGNATURE_BYTES) return { ok: false, fault: 'malformed' };
  const rest = sealed.subarray(SIGNATURE_BYTES);
  const isSigned = await checker.check(
    sealed.subarray(0, SIGNATURE_BYTES),
    statement(label, keys.roomId, rest),
  );
  if (!isSigned) return { ok: false, fault: 'badSignature' };
  const plain = decrypt(keys, label, rest);
  if (plain === null) return { ok: false, fault: 'undecryptable' };
  const content = decodeFrameContent(plain);
  return content === null ? { ok: false, fault: 'malformed' } : { ok: true, content };
}

export function computeFrameHash(frame: Uint8Array): Bytes {
  return sha256(frame);
}
