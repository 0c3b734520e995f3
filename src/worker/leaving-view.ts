/** What a person should know before a space goes from this device. */
import type { DeviceId } from '../model/ids.ts';
import { readDevices } from '../store/space-document.ts';
import { computeNowView } from '../views/compute-now-view.ts';
import type { LeavingView } from './leaving-messages.ts';
import type { SpaceSession } from './space-session.ts';

/** `null`: the space is not here (any more). */
export function computeLeavingView(session: SpaceSession | null, device: DeviceId, now: number): LeavingView {
  if (session === null) {
    return {
      kind: 'leaving',
      name: '',
      access: 'alone',
      holdingCount: 0,
      pending: false,
      connected: false,
      otherDevices: 0,
      lastOwner: false,
      runs: 0,
    };
  }
  const snapshot = session.snapshot();
  const access = session.access();
  const rooms = session.rooms.statuses();
  // A guest's device has one run of it.
  const others = readDevices(session.document.doc).filter(
    (entry) => entry.device !== device && entry.role !== 'guest',
  );
  return {
    kind: 'leaving',
    name: snapshot.spaceName,
    access,
    holdingCount: computeNowView(snapshot, now).holdingCount,
    pending: rooms.some(({ pending }) => pending),
    connected: rooms.length > 0 && rooms.every(({ phase }) => phase === 'live'),
    otherDevices: others.length,
    lastOwner: access === 'owner' && !others.some(({ role }) => role === 'owner'),
    runs: session.runIds().length,
  };
}
