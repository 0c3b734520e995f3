/**
 * Says to guests whose links are over that they are, in their own room, which members can write. It is done by
 * whichever device is there first, and once a guest. An owner's device then closes that room and the run's room of
 * that generation, and keeps the tombstone of the guest's: a relay that forgot is told again. Links that nobody is
 * known to have used are among them: a relay that lost its data knows nothing of who did.
 */
import type { SpaceId } from '../model/ids.ts';
import type { ClosedRoomRecord } from '../store/device-database.ts';
import { markGuestOver } from '../store/guest-document.ts';
import { openPersistedDocument } from '../store/persisted-document.ts';
import { readRunIndex } from '../store/space-document.ts';
import { type GuestEntry, readGuests, writeGuest } from '../store/space-guests.ts';
import { deriveRunRoom, type WriterCapability } from '../sync/capability.ts';
import { makeClosedRoom, postClosed } from '../sync/closed-room.ts';
import { deriveGuestRoom } from '../sync/guest-capability.ts';
import { encodeRunMoved } from '../sync/moved.ts';
import type { RoomKeys } from '../sync/room-keys.ts';
import type { Environment } from './environment.ts';
import { guestDatabaseName } from './guest-desk.ts';
import type { RelayLink } from './relay-link.ts';
import { makeRoomSet } from './room-set.ts';
import type { SpaceSession } from './space-session.ts';

/** How long the relay has to take the word, ms. */
const patience = 5_000;

interface Teller {
  readonly environment: Environment;
  readonly relay: RelayLink;
}

export async function tellGuests(teller: Teller, session: SpaceSession): Promise<void> {
  const { writer } = session.rooms;
  if (writer === null) return;
  const { doc } = session.document;
  const generationByRun = new Map(readRunIndex(doc).map(({ run, generation }) => [run, generation]));
  // A link that was made while somebody else shut the others out is of a room that the run has left.
  const isOver = ({ run, generation, revokedAt }: GuestEntry): boolean =>
    revokedAt !== null || generation < (generationByRun.get(run) ?? 0);
  const mayClose = writer.role === 'owner';
  const unended = readGuests(doc).filter(
    (guest) => !(guest.told && (guest.closed || !mayClose)) && isOver(guest),
  );
  for (const guest of unended) {
    const { told, closed } = await tellGuest(teller, session.id, writer, guest);
    if (!told) return;
    if (closed !== null) await session.moves?.keepClosed([closed]);
    writeGuest(doc, { guest: guest.guest, told, ...(closed !== null && { closed: true }) });
  }
}

export interface ToldGuest {
  /** The relay took the word, or has nothing to tell it in any more. */
  readonly told: boolean;
  /** The guest's room, when this device closed it. */
  readonly closed: ClosedRoomRecord | null;
}

const untold: ToldGuest = { told: false, closed: null };

/** `writer`: the keys that the link was made with. */
export async function tellGuest(
  { environment, relay }: Teller,
  space: SpaceId,
  writer: WriterCapability,
  guest: GuestEntry,
): Promise<ToldGuest> {
  if (relay.socket.status().phase !== 'open') return untold;
  const document = await openPersistedDocument(guestDatabaseName(environment, space, guest.guest));
  const rooms = makeRoomSet(relay);
  const keys = deriveGuestRoom(writer, guest);
  const room = rooms.join({ doc: document.doc, keysOf: () => keys, appendOnly: true, mayCompact: false });
  markGuestOver(document.doc);
  const limit = new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), patience);
  });
  const outcome = await Promise.race([room.current()?.flush() ?? 'late', limit]);
  const isClosed = room.current()?.status().error?.type === 'closed';
  await room.destroy();
  await document.close();
  if (outcome !== 'acknowledged' && !isClosed) return untold;
  const closed = await close(relay, keys);
  await close(relay, deriveRunRoom(writer, guest.run, guest.generation));
  return { told: true, closed };
}

/** Late writing ends with it, and the relay has one room less to keep. Null without the owner's key. */
async function close({ socket, environment }: RelayLink, keys: RoomKeys): Promise<ClosedRoomRecord | null> {
  const { ownerKey } = keys;
  if (ownerKey === null) return null;
  const visit = { relay: socket, environment, timeoutMs: patience };
  const closed = makeClosedRoom({ ...keys, ownerKey }, encodeRunMoved(keys, environment.randomBytes));
  await postClosed(visit, closed);
  return closed;
}
