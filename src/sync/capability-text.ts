/**
 * A capability as text, for storage and as a recovery code. The text is the secret: it is
 * shown only when a person asks for it, and never put in a log or an error.
 */
import { asId, type GuestId, type PersonId, type RunId } from '../model/ids.ts';
import { err, ok, type Result } from '../model/result.ts';
import { concatBytes } from '../wire/bytes.ts';
import type { Bytes } from './bytes.ts';
import type { SpaceCapability } from './capability.ts';
import { decodeCheckedText, encodeCheckedText } from './checked-text.ts';
import type { DeviceCapability, GuestCapability } from './guest-capability.ts';
import { parseObject } from './parse-object.ts';
import { secretLength } from './room-keys.ts';

const kindByRole = { owner: 1, editor: 2, viewer: 3, guest: 4 } as const;
const encoder = new TextEncoder();

export type CapabilityTextFailure = { readonly type: 'keysDamaged' };

export function encodeCapability(capability: DeviceCapability): string {
  return encodeCheckedText(kindByRole[capability.role], concatBytes(fieldsOf(capability)));
}

function fieldsOf(capability: DeviceCapability): readonly Bytes[] {
  switch (capability.role) {
    case 'owner':
      return [capability.ownerSecret];
    case 'editor':
      return [capability.editorSecret, capability.ownerPublicKey];
    case 'viewer':
      return [capability.viewerSecret, capability.writePublicKey, capability.ownerPublicKey];
    case 'guest': {
      const { run, generation, guest, person } = capability;
      return [
        capability.runViewSecret,
        capability.runWritePublicKey,
        capability.guestSecret,
        capability.ownerPublicKey,
        encoder.encode(JSON.stringify({ run, generation, guest, person })),
      ];
    }
  }
}

/** Of a space: what a guest holds is none. */
export function decodeCapability(text: string): Result<SpaceCapability, CapabilityTextFailure> {
  const decoded = decodeDeviceCapability(text);
  if (!decoded.ok) return decoded;
  return decoded.value.role === 'guest' ? err({ type: 'keysDamaged' }) : ok(decoded.value);
}

export function decodeDeviceCapability(text: string): Result<DeviceCapability, CapabilityTextFailure> {
  const decoded = decodeCheckedText(text.trim());
  const capability = decoded === null ? null : readFields(decoded.kind, decoded.payload);
  return capability === null ? err({ type: 'keysDamaged' }) : ok(capability);
}

function readFields(kind: number, payload: Bytes): DeviceCapability | null {
  const field = (index: number): Bytes => payload.slice(index * secretLength, (index + 1) * secretLength);
  const has = (count: number): boolean => payload.length === count * secretLength;
  if (kind === kindByRole.owner && has(1)) return { role: 'owner', ownerSecret: field(0) };
  if (kind === kindByRole.editor && has(2)) {
    return { role: 'editor', editorSecret: field(0), ownerPublicKey: field(1) };
  }
  if (kind === kindByRole.viewer && has(3)) {
    return { role: 'viewer', viewerSecret: field(0), writePublicKey: field(1), ownerPublicKey: field(2) };
  }
  if (kind !== kindByRole.guest || payload.length <= 4 * secretLength) return null;
  const place = readPlace(payload.subarray(4 * secretLength));
  if (place === null) return null;
  return {
    role: 'guest',
    ...place,
    runViewSecret: field(0),
    runWritePublicKey: field(1),
    guestSecret: field(2),
    ownerPublicKey: field(3),
  };
}

function readPlace(
  bytes: Uint8Array,
): Pick<GuestCapability, 'run' | 'generation' | 'guest' | 'person'> | null {
  const plain = parseObject(bytes);
  if (plain === null) return null;
  const { run, generation, guest, person } = plain;
  if (![run, guest, person].every((id) => typeof id === 'string' && id !== '')) return null;
  if (!Number.isSafeInteger(generation)) return null;
  return {
    run: asId<RunId>(run as string),
    generation: generation as number,
    guest: asId<GuestId>(guest as string),
    person: asId<PersonId>(person as string),
  };
}
