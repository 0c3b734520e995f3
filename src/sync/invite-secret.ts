/**
 * An invite's text, sealed for those who may write the space: any of their devices can take the invite
 * back, and who may only look, or is a guest, learns nothing of it. It is bound to its invite's id.
 */
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { editorFromWriter, type WriterCapability } from './capability.ts';
import { deriveSecret } from './room-keys.ts';
import { decrypt, encrypt, type SealingKeys } from './seal.ts';

const label = 'invite-secret/1';

function sealingKeys(capability: WriterCapability, invite: string): SealingKeys | null {
  const roomId = decodeBase64url(invite);
  if (roomId === null) return null;
  const { editorSecret } = editorFromWriter(capability);
  return { roomId, encryptionKey: deriveSecret(editorSecret, 'invite-secrets') };
}

/** `invite`: its id, which is its room's. Gives text for the space document; `null` when that is no id. */
export function sealInviteSecret(
  capability: WriterCapability,
  invite: string,
  fragment: string,
  randomBytes: (length: number) => Bytes,
): string | null {
  const keys = sealingKeys(capability, invite);
  if (keys === null) return null;
  return encodeBase64url(encrypt(keys, label, new TextEncoder().encode(fragment), randomBytes));
}

/** `null` when it was sealed for another invite, with other keys, or is damaged. */
export function openInviteSecret(
  capability: WriterCapability,
  invite: string,
  sealed: string,
): string | null {
  const keys = sealingKeys(capability, invite);
  const bytes = decodeBase64url(sealed);
  const plain = keys === null || bytes === null ? null : decrypt(keys, label, bytes);
  return plain === null ? null : new TextDecoder().decode(plain);
}
