/**
 * The rooms that a space's documents sync in: one for the space, a derived one for each run. When the space
 * moves, every room is opened again under the new keys, for the same documents.
 */
import type { RunId } from '../model/ids.ts';
import { encodeBase64url } from '../sync/base64url.ts';
import { deriveRunRoom, deriveSpaceRoom, type WriterCapability } from '../sync/capability.ts';
import { openRoom, type RoomHandle, type RoomStatus } from '../sync/room.ts';
import type { RoomKeys } from '../sync/room-keys.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import type { RelayLink } from './relay-link.ts';

type Doc = PersistedDocument['doc'];

/** A document's place at the relay, whichever room that is now. */
export interface JoinedRoom {
  /** `null`: nothing is shared, see `SpaceRooms.capability`. */
  current(): RoomHandle | null;
  destroy(): Promise<void>;
}

export interface SpaceRooms {
  /** `null`: the keys on this device cannot be read, or it is no member; every document stays here. */
  readonly capability: WriterCapability | null;
  /** `onStatus` hears of each change, with the keys of the room that it is about. */
  openSpace(doc: Doc, onStatus: (keys: RoomKeys, status: RoomStatus) => void): JoinedRoom;
  openRun(run: RunId, generation: number, doc: Doc): JoinedRoom;
  /** Opens every room again under other keys, or closes them. */
  rekey(capability: WriterCapability | null): Promise<void>;
  statuses(): readonly RoomStatus[];
  /** Resolves when every room open now has been read from the relay, or the time is over. */
  caughtUp(limitMs: number): Promise<void>;
  /** Sends what waits. True when the relay holds all of it before the time is over. */
  flush(limitMs: number): Promise<boolean>;
  /** The rooms of the space and of these runs, as cursors are stored by them. */
  names(runs: readonly { readonly run: RunId; readonly generation: number }[]): readonly string[];
}

interface OpenPlace {
  open(): void;
  shut(): Promise<void>;
  room(): RoomHandle | null;
}

export function openSpaceRooms(initial: WriterCapability | null, link: RelayLink): SpaceRooms {
  const places = new Set<OpenPlace>();
  let capability = initial;

  function join(
    doc: Doc,
    appendOnly: boolean,
    keysOf: (capability: WriterCapability) => RoomKeys,
    onStatus: (keys: RoomKeys, status: RoomStatus) => void,
  ): JoinedRoom {
    let room: RoomHandle | null = null;
    const place: OpenPlace = {
      open() {
        if (capability === null || room !== null) return;
        const keys = keysOf(capability);
        room = openRoom({
          relay: link.socket,
          keys,
          doc,
          cursorStore: link.cursorStore,
          appendOnly,
          broadcastName: link.broadcastName,
          environment: link.environment,
          timing: { batchMs: link.batchMs },
        });
        room.onStatus((status) => {
          link.onChange();
          onStatus(keys, status);
        });
      },
      async shut() {
        const closing = room;
        room = null;
        await closing?.destroy();
      },
      room: () => room,
    };
    places.add(place);
    place.open();
    return {
      current: () => room,
      destroy: () => {
        places.delete(place);
        return place.shut();
      },
    };
  }

  function rooms(): readonly RoomHandle[] {
    return [...places].flatMap((place) => place.room() ?? []);
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
    get capability() {
      return capability;
    },
    openSpace: (doc, onStatus) => join(doc, false, deriveSpaceRoom, onStatus),
    openRun: (run, generation, doc) =>
      join(
        doc,
        true,
        (writer) => deriveRunRoom(writer, run, generation),
        () => undefined,
      ),
    flush: async (limitMs) => {
      const limit = new Promise<readonly 'offline'[]>((resolve) => {
        setTimeout(() => resolve(['offline']), limitMs);
      });
      const outcomes = await Promise.race([Promise.all(rooms().map((room) => room.flush())), limit]);
      return outcomes.every((outcome) => outcome === 'acknowledged');
    },
    names: (runs) => {
      const writer = capability;
      if (writer === null) return [];
      const keys = [
        deriveSpaceRoom(writer),
        ...runs.map(({ run, generation }) => deriveRunRoom(writer, run, generation)),
      ];
      return keys.map(({ roomId }) => encodeBase64url(roomId));
    },
    rekey: async (next) => {
      capability = next;
      // At once and all of them: a room of the old keys must not be taken for one of the new ones.
      const closing = [...places].map((place) => place.shut());
      for (const place of places) place.open();
      await Promise.all(closing);
    },
    statuses: () => rooms().map((room) => room.status()),
    caughtUp: async (limitMs) => {
      const limit = new Promise<void>((resolve) => {
        setTimeout(resolve, limitMs);
      });
      await Promise.race([Promise.all(rooms().map(isCaughtUp)), limit]);
    },
  };
}
