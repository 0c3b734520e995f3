/**
 * What an invite's room says once it is over, sealed with the invite's keys. Whoever used it says which
 * device it is: somebody who may not write the space's document can be listed by those who may.
 */
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { parseObject } from './parse-object.ts';
import type { RoomKeys } from './room-keys.ts';
import { decrypt, encrypt } from './seal.ts';

export interface AcceptedBy {
  readonly device: string;
  /** The device's X25519 public key, 32 bytes, when it has one. */
  readonly publicKey: Bytes | null;
}

export type InviteEnd =
  | { readonly type: 'used'; readonly by: AcceptedBy }
  | { readonly type: 'takenBack' }
  | { readonly type: 'expired' };

const tombstoneLabel = 'invite-end/1';
const publicKeyLength = 32;
const encoder = new TextEncoder();

export function encodeInviteEnd(
  keys: RoomKeys,
  end: InviteEnd,
  randomBytes: (length: number) => Bytes,
): Bytes {
  return encrypt(
    keys,
    tombstoneLabel,
    encoder.encode(JSON.stringify({ v: 1, ...plainOf(end) })),
    randomBytes,
  );
}

function plainOf(end: InviteEnd): object {
  if (end.type !== 'used') return end;
  const { device, publicKey } = end.by;
  return {
    type: 'used',
    by: device,
    ...(publicKey === null ? {} : { publicKey: encodeBase64url(publicKey) }),
  };
}

/** `null` when it says something that this version does not know. */
export function decodeInviteEnd(keys: RoomKeys, tombstone: Uint8Array): InviteEnd | null {
  const bytes = decrypt(keys, tombstoneLabel, tombstone);
  const plain = bytes === null ? null : parseObject(bytes);
  const type = plain?.['type'];
  if (type === 'takenBack' || type === 'expired') return { type };
  const device = plain?.['by'];
  if (type !== 'used' || typeof device !== 'string') return null;
  return { type, by: { device, publicKey: readPublicKey(plain?.['publicKey']) } };
}

function readPublicKey(value: unknown): Bytes | null {
  const bytes = typeof value === 'string' ? decodeBase64url(value) : null;
  return bytes?.length === publicKeyLength ? bytes : null;
}
