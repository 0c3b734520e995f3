/** The rooms that a space's documents sync in: one for the space, a derived one for each run. */
import type { RunId } from '../model/ids.ts';
import { deriveRunRoom, deriveSpaceRoom, type WriterCapability } from '../sync/capability.ts';
import { openRoom, type RoomHandle, type RoomStatus } from '../sync/room.ts';
import type { RoomKeys } from '../sync/room-keys.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import type { RelayLink } from './relay-link.ts';

type Doc = PersistedDocument['doc'];

export interface SpaceRooms {
  /** `null`: the keys on this device cannot be read, so every document stays here. */
  readonly capability: WriterCapability | null;
  openSpace(doc: Doc): RoomHandle | null;
  openRun(run: RunId, generation: number, doc: Doc): RoomHandle | null;
  statuses(): readonly RoomStatus[];
  /** Resolves when every room open now has been read from the relay, or the time is over. */
  caughtUp(limitMs: number): Promise<void>;
}

export function openSpaceRooms(capability: WriterCapability | null, link: RelayLink): SpaceRooms {
  const rooms = new Set<RoomHandle>();

  function open(keys: RoomKeys, doc: Doc, appendOnly: boolean): RoomHandle {
    const room = openRoom({
      relay: link.socket,
      keys,
      doc,
      cursorStore: link.cursorStore,
      appendOnly,
      broadcastName: link.broadcastName,
      environment: link.environment,
      timing: link.timing,
    });
    rooms.add(room);
    room.onStatus(link.onChange);
    return {
      ...room,
      destroy: () => {
        rooms.delete(room);
        return room.destroy();
      },
    };
  }

  function isCaughtUp(room: RoomHandle): Promise<void> {
    const settled = (): boolean => ['live', 'refused', 'closed'].includes(room.status().phase);
    if (settled()) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = room.onStatus(() => {
        if (!settled()) return;
        stop();
        resolve();
      });
    });
  }

  return {
    capability,
    openSpace: (doc) => (capability === null ? null : open(deriveSpaceRoom(capability), doc, false)),
    openRun: (run, generation, doc) =>
      capability === null ? null : open(deriveRunRoom(capability, run, generation), doc, true),
    statuses: () => [...rooms].map((room) => room.status()),
    caughtUp: async (limitMs) => {
      const limit = new Promise<void>((resolve) => {
        setTimeout(resolve, limitMs);
      });
      await Promise.race([Promise.all([...rooms].map(isCaughtUp)), limit]);
    },
  };
}
