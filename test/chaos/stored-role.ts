/** What a device is to the household, by the keys and the standing on its disk. */
import type { SpaceRole } from '../../src/model/access.ts';
import type { SpaceRecord } from '../../src/store/device-database.ts';
import { decodeDeviceCapability } from '../../src/sync/capability-text.ts';
import type { GuestCapability } from '../../src/sync/guest-capability.ts';
import type { Device } from './device-host.ts';
import { storedSpaces } from './stored-space.ts';
import type { World } from './world.ts';

export interface Placed {
  readonly device: Device;
  readonly record: SpaceRecord;
  /** `out`: removed, or left behind by a removal. */
  readonly role: SpaceRole | 'out';
  /** What a guest's link gave, whether it has ended or not. */
  readonly guest: GuestCapability | null;
}

export function isWriter(role: Placed['role']): boolean {
  return role === 'owner' || role === 'editor';
}

export function placeOf(device: Device): Placed | null {
  const [record] = storedSpaces(device.disk, device.name);
  if (record === undefined) return null;
  const decoded = decodeDeviceCapability(record.capability);
  const guest = decoded.ok && decoded.value.role === 'guest' ? decoded.value : null;
  const role = record.standing !== undefined || !decoded.ok ? 'out' : decoded.value.role;
  return { device, record, role, guest };
}

/** Devices that have anything of the household. */
export function placedDevices(world: World): readonly Placed[] {
  return world.devices.flatMap((device) => placeOf(device) ?? []);
}
