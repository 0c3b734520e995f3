/**
 * The rooms that one space of this device has open, together: how they stand, and when all have been read. A
 * document keeps its place when its room is another one.
 */
import type { PersistedDocument } from '../store/persisted-document.ts';
import { encodeBase64url } from '../sync/base64url.ts';
import { openRoom, type RoomHandle, type RoomStatus } from '../sync/room.ts';
import type { RoomKeys } from '../sync/room-keys.ts';
import type { RelayLink } from './relay-link.ts';

/** A document's place at the relay, whichever room that is now. */
export interface JoinedRoom {
  /** `null`: nothing is shared of it. */
  current(): RoomHandle | null;
  /** Sends what waits. True when the relay holds all of it before the time is over. */
  flush(limitMs: number): Promise<boolean>;
  destroy(): Promise<void>;
}

export interface RoomPlace extends JoinedRoom {
  /** Goes into the room that its keys are of now; the one before is closed. */
  reopen(): Promise<void>;
}

export interface PlaceOptions {
  readonly doc: PersistedDocument['doc'];
  /** `null`: this device has no keys for it. */
  readonly keysOf: () => RoomKeys | null;
  /** A log of entries: deletions are neither sent nor applied. */
  readonly appendOnly: boolean;
  /** One of many: it is opened after those that are waiting already, when nobody needs it sooner. */
  readonly inTurn?: boolean;
  /** Rooms of guests are compacted by nobody: a guest's snapshot could be a poisoned one. */
  readonly mayCompact?: boolean;
  /** Hears of each change, with the keys of the room that it is about. */
  readonly onStatus?: (keys: RoomKeys, status: RoomStatus) => void;
}

export interface RoomSet {
  join(options: PlaceOptions): RoomPlace;
  reopenAll(): Promise<void>;
  statuses(): readonly RoomStatus[];
  /** As cursors are stored by them. */
  names(): readonly string[];
  /** Sends what waits. True when the relay holds all of it before the time is over. */
  flush(limitMs: number): Promise<boolean>;
  /** Resolves when every room open now has been read from the relay, or the time is over. */
  caughtUp(limitMs: number): Promise<void>;
}

interface OpenPlace {
  open(): void;
  shut(): Promise<void>;
  room(): RoomHandle | null;
  name(): string | null;
}

/** How long they leave a household that opens to its screens. */
const firstTurnMs = 200;

/** As a room says of itself when it has just been opened. */
const notOpenYet: RoomStatus = {
  phase: 'loading',
  pending: false,
  syncedAt: null,
  reached: false,
  error: null,
  faults: { badFrames: 0, badUpdates: 0, forks: 0 },
};

export function makeRoomSet(link: RelayLink): RoomSet {
  const places = new Set<OpenPlace>();
  /** Those that are opened in turn: each takes keys, and a household has a hundred of them when it opens. */
  const waiting = new Set<OpenPlace>();
  let turn: ReturnType<typeof setTimeout> | null = null;

  function wait(place: OpenPlace): void {
    waiting.add(place);
    turn ??= setTimeout(takeTurn, firstTurnMs);
  }

  function takeTurn(): void {
    turn = null;
    const [next] = waiting;
    if (next === undefined) return;
    openNow(next);
    if (waiting.size > 0) turn = setTimeout(takeTurn, 0);
  }

  function openNow(place: OpenPlace): void {
    waiting.delete(place);
    place.open();
  }

  function openWaiting(): void {
    for (const place of waiting) openNow(place);
  }

  function makePlace({ doc, keysOf, appendOnly, mayCompact = true, onStatus }: PlaceOptions): OpenPlace {
    let room: RoomHandle | null = null;
    return {
      open() {
        const keys = room === null ? keysOf() : null;
        if (keys === null) return;
        room = openRoom({
          relay: link.socket,
          keys,
          doc,
          cursorStore: link.cursorStore,
          appendOnly,
          mayCompact,
          broadcastName: link.broadcastName,
          environment: link.environment,
          timing: link.timing,
        });
        room.onStatus((status) => {
          link.onChange();
          onStatus?.(keys, status);
        });
      },
      async shut() {
        const closing = room;
        room = null;
        await closing?.destroy();
      },
      room: () => room,
      name: () => {
        const keys = keysOf();
        return keys === null ? null : encodeBase64url(keys.roomId);
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

  async function flushAll(waiting: readonly RoomHandle[], limitMs: number): Promise<boolean> {
    const limit = new Promise<readonly 'offline'[]>((resolve) => {
      setTimeout(() => resolve(['offline']), limitMs);
    });
    const outcomes = await Promise.race([Promise.all(waiting.map((room) => room.flush())), limit]);
    return outcomes.every((outcome) => outcome === 'acknowledged');
  }

  return {
    join(options) {
      const place = makePlace(options);
      places.add(place);
      if (options.inTurn === true) wait(place);
      else place.open();
      const room = (): RoomHandle | null => {
        if (waiting.has(place)) openNow(place);
        return place.room();
      };
      return {
        current: room,
        flush: (limitMs) =>
          flushAll(
            [room()].flatMap((each) => each ?? []),
            limitMs,
          ),
        reopen: () => {
          waiting.delete(place);
          const closing = place.shut();
          place.open();
          return closing;
        },
        destroy: () => {
          waiting.delete(place);
          places.delete(place);
          return place.shut();
        },
      };
    },
    reopenAll: async () => {
      // At once and all of them: a room of the old keys must not be taken for one of the new ones.
      waiting.clear();
      const closing = [...places].map((place) => place.shut());
      for (const place of places) place.open();
      await Promise.all(closing);
    },
    statuses: () => [...rooms().map((room) => room.status()), ...[...waiting].map(() => notOpenYet)],
    names: () => [...places].flatMap((place) => place.name() ?? []),
    flush: (limitMs) => {
      openWaiting();
      return flushAll(rooms(), limitMs);
    },
    caughtUp: async (limitMs) => {
      openWaiting();
      const limit = new Promise<void>((resolve) => {
        setTimeout(resolve, limitMs);
      });
      await Promise.race([Promise.all(rooms().map(isCaughtUp)), limit]);
    },
  };
}
