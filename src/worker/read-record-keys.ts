/** The keys by which a stored space shares its documents; `null` when it shares nothing. */
import type { SpaceRecord } from '../store/device-database.ts';
import type { SpaceCapability } from '../sync/capability.ts';
import { decodeCapability } from '../sync/capability-text.ts';

export function readRecordKeys(record: SpaceRecord): SpaceCapability | null {
  if (record.standing !== undefined) return null;
  const capability = decodeCapability(record.capability);
  return capability.ok ? capability.value : null;
}
