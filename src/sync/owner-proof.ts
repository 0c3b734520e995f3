/**
 * Which devices hold the owner secret is not for the space document to say: every editor can write there.
 * An owner's device signs its entry with the owner key, and only a signed entry is given the next one.
 */
import type { DeviceId } from '../model/ids.ts';
import { asciiBytes, concatBytes } from '../wire/bytes.ts';
import type { Bytes } from './bytes.ts';
import type { OwnerCapability, SpaceCapability } from './capability.ts';
import { ownerKeyFromSecret } from './room-keys.ts';
import { makeSignatureChecker, sign } from './signatures.ts';

/** The key has a fixed length, so that the device's id ends where the statement ends. */
function ownerStatement(device: DeviceId, publicKey: Uint8Array): Bytes {
  return concatBytes([asciiBytes('device-owner/1'), publicKey, new TextEncoder().encode(device)]);
}

export function makeOwnerProof(owner: OwnerCapability, device: DeviceId, publicKey: Uint8Array): Bytes {
  return sign(ownerKeyFromSecret(owner.ownerSecret), ownerStatement(device, publicKey));
}

export function isOwnerProof(
  ownerPublicKey: Bytes,
  device: DeviceId,
  publicKey: Uint8Array,
  proof: Uint8Array,
): Promise<boolean> {
  return makeSignatureChecker(ownerPublicKey, null).check(proof, ownerStatement(device, publicKey));
}

export function ownerPublicKeyOf(capability: SpaceCapability): Bytes {
  return capability.role === 'owner'
    ? ownerKeyFromSecret(capability.ownerSecret).publicKey
    : capability.ownerPublicKey;
}
