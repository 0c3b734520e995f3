/**
 * What a device must hold to meet others in one room. The room id is the hash of its three public
 * keys, so it certifies them: there is nothing to register, and knowing an id grants nothing.
 *
 * Owner secret O → editor secret E → viewer secret V, each by HKDF-SHA256 with its own label, so a
 * lower secret never gives a higher one. E gives the write key W; V gives the read key A (proves to
 * the relay that one may listen) and the key that encrypts.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type RoomKeys as PublicRoomKeys, roomIdInput } from '../wire/room-id.ts';
import type { Bytes } from './bytes.ts';

export const secretLength = 32;

/** An Ed25519 key: the 32-byte seed (RFC 8032) and its public half. */
export interface SigningKey {
  readonly seed: Bytes;
  readonly publicKey: Bytes;
}

export interface RoomKeys {
  readonly roomId: Bytes;
  readonly publicKeys: PublicRoomKeys;
  readonly readKey: SigningKey;
  readonly encryptionKey: Bytes;
  /** `null`: this device may read and not write. */
  readonly writeKey: SigningKey | null;
  /** `null`: this device may not close the room. */
  readonly ownerKey: SigningKey | null;
}

// The curve's tables are made before the first key can be: smaller ones (window 4, not 6) halve that for a device that
// starts, and signing as rarely as devices do shows no difference. They hold no secret.
ed25519.Point.BASE.precompute(4);

const encoder = new TextEncoder();

/** HKDF-SHA256 (RFC 5869), no salt; the label is the whole info and never shared by two purposes. */
export function deriveSecret(secret: Uint8Array, label: string): Bytes {
  return hkdf(sha256, secret, undefined, encoder.encode(`baton/1 ${label}`), secretLength);
}

function signingKeyFromSeed(seed: Bytes): SigningKey {
  return { seed, publicKey: ed25519.getPublicKey(seed) };
}

export function editorSecretFromOwner(ownerSecret: Uint8Array): Bytes {
  return deriveSecret(ownerSecret, 'edit');
}

export function viewerSecretFromEditor(editorSecret: Uint8Array): Bytes {
  return deriveSecret(editorSecret, 'view');
}

export function ownerKeyFromSecret(ownerSecret: Uint8Array): SigningKey {
  return signingKeyFromSeed(deriveSecret(ownerSecret, 'owner-key'));
}

export function writeKeyFromSecret(editorSecret: Uint8Array): SigningKey {
  return signingKeyFromSeed(deriveSecret(editorSecret, 'write-key'));
}

/** Puts a room's keys together from what its holder has: a whole key, or its public half alone. */
export function roomKeysFromSecrets(parts: {
  readonly viewerSecret: Uint8Array;
  readonly write: SigningKey | Bytes;
  readonly owner: SigningKey | Bytes;
}): RoomKeys {
  const readKey = signingKeyFromSeed(deriveSecret(parts.viewerSecret, 'read-key'));
  const publicKeys: PublicRoomKeys = {
    write: parts.write instanceof Uint8Array ? parts.write : parts.write.publicKey,
    read: readKey.publicKey,
    owner: parts.owner instanceof Uint8Array ? parts.owner : parts.owner.publicKey,
  };
  return {
    roomId: sha256(roomIdInput(publicKeys)),
    publicKeys,
    readKey,
    encryptionKey: deriveSecret(parts.viewerSecret, 'encryption'),
    writeKey: parts.write instanceof Uint8Array ? null : parts.write,
    ownerKey: parts.owner instanceof Uint8Array ? null : parts.owner,
  };
}

/** The keys of a room whose one secret gives everything: what a space's owner and an invite have. */
export function roomKeysFromOwnerSecret(ownerSecret: Uint8Array): RoomKeys {
  const editorSecret = editorSecretFromOwner(ownerSecret);
  return roomKeysFromSecrets({
    viewerSecret: viewerSecretFromEditor(editorSecret),
    write: writeKeyFromSecret(editorSecret),
    owner: ownerKeyFromSecret(ownerSecret),
  });
}
