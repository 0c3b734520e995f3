/** What a device writes about itself into the space document, so that others can name it and take it along. */
import type { DeviceId, PersonId } from '../model/ids.ts';
import type { DeviceEntry } from '../store/space-document.ts';
import { encodeBase64url } from '../sync/base64url.ts';
import type { SpaceCapability } from '../sync/capability.ts';
import type { DeviceKey } from '../sync/device-key.ts';
import { makeOwnerProof } from '../sync/owner-proof.ts';
import type { DeviceFacts } from './device-facts.ts';

/** Everything but its name, which people give. */
export function describeThisDevice(given: {
  readonly device: DeviceId;
  readonly key: DeviceKey;
  readonly facts: DeviceFacts;
  readonly capability: SpaceCapability | null;
  readonly person: PersonId;
  /** This device's clock, ms since 1970, as is `now`. */
  readonly joinedAt: number;
  readonly now: number;
}): Omit<DeviceEntry, 'name'> {
  const { device, key, facts, capability, person, joinedAt, now } = given;
  const isOwner = capability?.role === 'owner';
  return {
    device,
    person,
    joinedAt,
    ...facts,
    role: capability?.role ?? null,
    publicKey: encodeBase64url(key.publicKey),
    ownerProof: isOwner ? encodeBase64url(makeOwnerProof(capability, device, key.publicKey)) : null,
    lastSeenAt: now,
  };
}
