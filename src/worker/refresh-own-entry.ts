/** Keeps what the space document says of this device true, and writes only what changed. */
import { omit } from '../model/omit.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import { type DeviceEntry, readDevices, writeDevice } from '../store/space-document.ts';

/** "Last seen" is told in days: finer would be writing for nobody. Milliseconds. */
const seenAgainAfter = 12 * 60 * 60_000;

/** Whoever joins writes the entry together with the rest of joining; this is for what was lost. Milliseconds. */
const joiningFor = 60_000;

export function refreshOwnEntry(doc: PersistedDocument['doc'], current: Omit<DeviceEntry, 'name'>): void {
  const stored = readDevices(doc).find(({ device }) => device === current.device);
  const { device, joinedAt, lastSeenAt } = current;
  if (stored === undefined) {
    const isJoining = (lastSeenAt ?? 0) - joinedAt < joiningFor;
    return isJoining ? undefined : writeDevice(doc, current);
  }
  const lasting = omit(current, 'device', 'joinedAt', 'lastSeenAt');
  const changed = Object.fromEntries(
    Object.entries(lasting).filter(([name, value]) => stored[name as keyof typeof lasting] !== value),
  );
  const isNews = (lastSeenAt ?? 0) - (stored.lastSeenAt ?? 0) >= seenAgainAfter;
  if (Object.keys(changed).length === 0 && !isNews) return;
  writeDevice(doc, { device, ...changed, ...(isNews ? { lastSeenAt } : {}) });
}
