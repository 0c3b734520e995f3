/**
 * A space capability as text, for storage and as a recovery code. The text is the secret: it is
 * shown only when a person asks for it, and never put in a log or an error.
 */
import { err, ok, type Result } from '../model/result.ts';
import { concatBytes } from '../wire/bytes.ts';
import type { Bytes } from './bytes.ts';
import type { SpaceCapability } from './capability.ts';
import { decodeCheckedText, encodeCheckedText } from './checked-text.ts';
import { secretLength } from './room-keys.ts';

const kindByRole = { owner: 1, editor: 2, viewer: 3 } as const;

export type CapabilityTextFailure = { readonly type: 'keysDamaged' };

export function encodeCapability(capability: SpaceCapability): string {
  return encodeCheckedText(kindByRole[capability.role], concatBytes(fieldsOf(capability)));
}

function fieldsOf(capability: SpaceCapability): readonly Bytes[] {
  switch (capability.role) {
    case 'owner':
      return [capability.ownerSecret];
    case 'editor':
      return [capability.editorSecret, capability.ownerPublicKey];
    case 'viewer':
      return [capability.viewerSecret, capability.writePublicKey, capability.ownerPublicKey];
  }
}

export function decodeCapability(text: string): Result<SpaceCapability, CapabilityTextFailure> {
  const decoded = decodeCheckedText(text.trim());
  if (decoded === null) return err({ type: 'keysDamaged' });
  const { kind, payload } = decoded;
  const field = (index: number): Bytes => payload.slice(index * secretLength, (index + 1) * secretLength);
  const has = (count: number): boolean => payload.length === count * secretLength;
  if (kind === kindByRole.owner && has(1)) return ok({ role: 'owner', ownerSecret: field(0) });
  if (kind === kindByRole.editor && has(2)) {
    return ok({ role: 'editor', editorSecret: field(0), ownerPublicKey: field(1) });
  }
  if (kind === kindByRole.viewer && has(3)) {
    return ok({ role: 'viewer', viewerSecret: field(0), writePublicKey: field(1), ownerPublicKey: field(2) });
  }
  return err({ type: 'keysDamaged' });
}
