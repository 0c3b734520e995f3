/**
 * The rooms that a space's documents sync in: one for the space, derived ones for each run and its guests.
 * When the space moves, every room is opened again under the new keys, for the same documents.
 */
import type { RunId } from '../model/ids.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import type { RunIndexEntry } from '../store/space-document.ts';
import { decodeBase64url, encodeBase64url } from '../sync/base64url.ts';
import {
  deriveRunRoom,
  deriveRunRoomForViewer,
  deriveSpaceRoom,
  type SpaceCapability,
  type WriterCapability,
} from '../sync/capability.ts';
import { type DeviceCapability, deriveGuestRoom, type GuestPlace } from '../sync/guest-capability.ts';
import type { RoomStatus } from '../sync/room.ts';
import type { RoomKeys } from '../sync/room-keys.ts';
import type { RelayLink } from './relay-link.ts';
import { type JoinedRoom, makeRoomSet, type RoomSet } from './room-set.ts';

type Doc = PersistedDocument['doc'];

/** Which room a run meets in. */
export type RunPlace = Pick<RunIndexEntry, 'run' | 'generation' | 'writeKey'>;

export interface RunRoom extends JoinedRoom {
  readonly generation: number;
  /** The run's room is another one once a guest is shut out, or for a viewer who is told its key. */
  moveTo(place: RunPlace): void;
}

/** What everybody may ask of a session's rooms. */
export interface SessionRooms extends Pick<RoomSet, 'statuses' | 'caughtUp' | 'flush'> {
  /** `null`: the keys on this device cannot be read, or it is no member; every document stays here. */
  readonly capability: DeviceCapability | null;
  /** `null`: this device may not write the space. */
  readonly writer: WriterCapability | null;
  /** Rooms that are open, and those of these runs, as cursors are stored by them. */
  names(runs: readonly RunPlace[]): readonly string[];
}

export interface SpaceRooms extends SessionRooms {
  readonly capability: SpaceCapability | null;
  /** `onStatus` hears of each change, with the keys of the room that it is about. */
  openSpace(doc: Doc, onStatus: (keys: RoomKeys, status: RoomStatus) => void): JoinedRoom;
  /** Without a room while a viewer has not been told the run's write key. */
  openRun(place: RunPlace, doc: Doc): RunRoom;
  /** A guest's room, as members see it. */
  openGuest(place: GuestPlace, doc: Doc): JoinedRoom;
  /** Base64url: what viewers have to be told. `null` on a device that cannot say. */
  runWriteKey(run: RunId, generation: number): string | null;
  /** Opens every room again under other keys, or closes them. */
  rekey(capability: SpaceCapability | null): Promise<void>;
}

const publicKeyLength = 32;

export function openSpaceRooms(initial: SpaceCapability | null, link: RelayLink): SpaceRooms {
  const rooms = makeRoomSet(link);
  let capability = initial;
  /** Of runs, for who may write: each takes a while to work out. */
  const derived = new Map<string, RoomKeys>();

  const writer = (): WriterCapability | null => (capability?.role === 'viewer' ? null : capability);

  function deriveOnce(member: WriterCapability, run: RunId, generation: number): RoomKeys {
    const name = `${generation} ${run}`;
    const keys = derived.get(name) ?? deriveRunRoom(member, run, generation);
    derived.set(name, keys);
    return keys;
  }

  function runKeys({ run, generation, writeKey }: RunPlace): RoomKeys | null {
    if (capability?.role !== 'viewer') {
      return capability === null ? null : deriveOnce(capability, run, generation);
    }
    const told = writeKey === null ? null : decodeBase64url(writeKey);
    if (told?.length !== publicKeyLength) return null;
    return deriveRunRoomForViewer(capability, run, generation, told);
  }

  return {
    get capability() {
      return capability;
    },
    get writer() {
      return writer();
    },
    openSpace: (doc, onStatus) =>
      rooms.join({
        doc,
        keysOf: () => (capability === null ? null : deriveSpaceRoom(capability)),
        appendOnly: false,
        onStatus,
      }),
    openRun(first, doc) {
      let place = first;
      const joined = rooms.join({ doc, keysOf: () => runKeys(place), appendOnly: true, inTurn: true });
      return {
        current: () => joined.current(),
        flush: (limitMs) => joined.flush(limitMs),
        destroy: () => joined.destroy(),
        get generation() {
          return place.generation;
        },
        moveTo(next) {
          const isSameKey = writer() !== null || next.writeKey === place.writeKey;
          if (next.generation === place.generation && isSameKey) return;
          place = next;
          void joined.reopen();
        },
      };
    },
    openGuest: (place, doc) =>
      rooms.join({
        doc,
        keysOf: () => {
          const member = writer();
          return member === null ? null : deriveGuestRoom(member, place);
        },
        appendOnly: true,
        mayCompact: false,
      }),
    runWriteKey(run, generation) {
      const member = writer();
      if (member === null) return null;
      return encodeBase64url(deriveOnce(member, run, generation).publicKeys.write);
    },
    rekey: (next) => {
      capability = next;
      derived.clear();
      return rooms.reopenAll();
    },
    names: (runs) => {
      const more = runs.flatMap((place) => runKeys(place) ?? []);
      return [...new Set([...rooms.names(), ...more.map(({ roomId }) => encodeBase64url(roomId))])];
    },
    statuses: () => rooms.statuses(),
    flush: (limitMs) => rooms.flush(limitMs),
    caughtUp: (limitMs) => rooms.caughtUp(limitMs),
  };
}
