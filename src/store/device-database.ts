/**
 * What this device knows for itself: its id, the spaces it belongs to with their secrets, who holds
 * the device, sync cursors, the secrets of invites made here, and checkpoints of runs. Never synced, never
 * sent to the page.
 *
 * Checkpoints are a cache: reading or writing one never rejects, and when they cannot be written all of
 * them go, because a full disk needs its room for what is nowhere else.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DeviceId, PersonId, RunId, SpaceId } from '../model/ids.ts';

export interface SpaceRecord {
  readonly id: SpaceId;
  /** What the device was given, as text: the owner's secret where the space was made, an editor's after an invite. */
  readonly capability: string;
  /** Who holds this device; null until somebody said so. */
  readonly me: PersonId | null;
  readonly joinedAt: number;
  /** The fragment of the invite that gave the keys, until the relay has heard that it is used. */
  readonly unconfirmedInvite?: string;
  /** Of a guest: who let them in, and to what, as the invite said. */
  readonly guestOf?: GuestOf;
  /** Set when this device is no member any more; its copy stays readable. */
  readonly standing?: 'removed' | 'leftBehind';
  /** The room that the household went on in without this device, in base64url; gives nothing. */
  readonly successor?: string;
  /** Rooms that this space was in before it moved, oldest first. */
  readonly closedRooms?: readonly ClosedRoomRecord[];
  /** Public keys of devices in base64url, by device, as an owner's device first saw them: a device's key never changes. */
  readonly deviceKeys?: Readonly<Record<string, string>>;
  /** A move of this device's own, until the relay has answered which one stands. */
  readonly pendingMove?: PendingMoveRecord;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A closed room with its owner's word for it: enough to close it again at a relay that forgot. */
export interface ClosedRoomRecord {
  readonly roomId: Bytes;
  readonly publicKeys: {
    readonly write: Uint8Array;
    readonly read: Uint8Array;
    readonly owner: Uint8Array;
  };
  readonly signature: Bytes;
  readonly bytes: Bytes;
}

export interface PendingMoveRecord {
  /** The successor's keys, as text. */
  readonly capability: string;
  readonly closed: ClosedRoomRecord;
  readonly removed: readonly DeviceId[];
}

export interface GuestOf {
  readonly spaceName: string;
  readonly inviterName: string;
  readonly runTitle: string;
  readonly personName: string;
}

export interface InviteSecretRecord {
  readonly id: string;
  /** The invite's fragment. */
  readonly secret: string;
}

export interface SpaceBelongings {
  /** Names of rooms, whose cursors go. */
  readonly rooms: readonly string[];
  /** Ids of invites, whose secrets go. */
  readonly invites: readonly string[];
  /** Names of its documents' databases. */
  readonly databases: readonly string[];
}

/** A run as it was at one version of its document. */
export interface CheckpointRecord {
  /** The document's `runVersion`. */
  readonly version: Uint8Array;
  /** Plain data, meant for whoever wrote it; not to be trusted. */
  readonly content: unknown;
}

interface DeviceSchema extends DBSchema {
  /** One value a name; see `DeviceDatabase`. */
  readonly device: { key: string; value: unknown };
  readonly spaces: { key: string; value: SpaceRecord };
  readonly cursors: { key: string; value: Uint8Array };
  readonly invites: { key: string; value: InviteSecretRecord };
  readonly checkpoints: { key: [SpaceId, RunId]; value: CheckpointRecord };
}

/** All but the checkpoints, which are no loss. */
const stores = ['device', 'spaces', 'cursors', 'invites'] as const;

export interface DeviceDatabase {
  readonly persistent: boolean;
  deviceId(makeId: () => DeviceId): Promise<DeviceId>;
  /** The space that the screens show; `null` until one was chosen. */
  currentSpace(): Promise<SpaceId | null>;
  /** What was put there; not to be trusted. */
  deviceKey(): Promise<unknown>;
  /** Any structured-cloneable value; rejects when it cannot be stored. */
  putDeviceKey(key: unknown): Promise<void>;
  setCurrentSpace(id: SpaceId): Promise<void>;
  spaces(): Promise<readonly SpaceRecord[]>;
  putSpace(record: SpaceRecord): Promise<void>;
  /** Changes what is stored now, whoever stored it; resolves with the result. `null`: there is no such space. */
  updateSpace(id: SpaceId, change: (record: SpaceRecord) => SpaceRecord): Promise<SpaceRecord | null>;
  deleteSpace(id: SpaceId): Promise<void>;
  /**
   * Deletes everything here that belongs to a space; in the same moment its documents' databases are set down
   * to be deleted.
   */
  forgetSpace(id: SpaceId, belongings: SpaceBelongings): Promise<void>;
  /** Deletes everything here, this device's id as well, and sets `databases` down to be deleted. */
  forgetEverything(databases: readonly string[]): Promise<void>;
  /** Databases set down to be deleted, which may be there still because the device stopped meanwhile. */
  erasing(): Promise<readonly string[]>;
  noteErased(databases: readonly string[]): Promise<void>;
  /** Whether several people use this device. */
  isShared(): Promise<boolean>;
  setShared(shared: boolean): Promise<void>;
  /** When somebody last had the screen before them, this device's clock; `null`: never, as far as it knows. */
  seenAt(): Promise<number | null>;
  setSeenAt(instant: number): Promise<void>;
  /** What was put there of a space; not to be trusted. Goes with the space. */
  calendars(space: SpaceId): Promise<unknown>;
  putCalendars(space: SpaceId, calendars: unknown): Promise<void>;
  getCursor(room: string): Promise<Uint8Array | null>;
  putCursor(room: string, cursor: Uint8Array): Promise<void>;
  getInviteSecret(id: string): Promise<string | null>;
  putInviteSecret(record: InviteSecretRecord): Promise<void>;
  /** `null`: there is none that could be read. */
  getCheckpoint(space: SpaceId, run: RunId): Promise<CheckpointRecord | null>;
  /** Takes a copy before it returns. Nothing is kept for a space that is not here. */
  putCheckpoint(space: SpaceId, run: RunId, record: CheckpointRecord): Promise<void>;
  close(): void;
}

function onDisk(database: IDBPDatabase<DeviceSchema>): DeviceDatabase {
  return {
    persistent: true,
    deviceId: async (makeId) => {
      const known = (await database.get('device', 'id')) as DeviceId | undefined;
      if (known !== undefined) return known;
      const made = makeId();
      try {
        const transaction = database.transaction('device', 'readwrite', { durability: 'strict' });
        // Another tab may have been faster.
        const id = ((await transaction.store.get('id')) as DeviceId | undefined) ?? made;
        await Promise.all([transaction.store.put(id, 'id'), transaction.done]);
        return id;
      } catch {
        // A disk that is full from the start: the device goes by this name until it stops.
        return made;
      }
    },
    currentSpace: async () => ((await database.get('device', 'current')) as SpaceId | undefined) ?? null,
    setCurrentSpace: async (id) => {
      await database.put('device', id, 'current');
    },
    deviceKey: () => database.get('device', 'key'),
    putDeviceKey: async (key) => {
      await database.put('device', key, 'key');
    },
    spaces: () => database.getAll('spaces'),
    updateSpace: async (id, change) => {
      const transaction = database.transaction('spaces', 'readwrite', { durability: 'strict' });
      const stored = await transaction.store.get(id);
      const changed = stored === undefined ? null : change(stored);
      if (changed !== null) await transaction.store.put(changed, id);
      await transaction.done;
      return changed;
    },
    putSpace: async (record) => {
      const transaction = database.transaction('spaces', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(record, record.id), transaction.done]);
    },
    deleteSpace: async (id) => {
      await database.delete('spaces', id);
      await database.delete('checkpoints', IDBKeyRange.bound([id], [id, []])).catch(ignore);
    },
    forgetSpace: async (id, { rooms, invites, databases }) => {
      const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
      const device = transaction.objectStore('device');
      void transaction.objectStore('spaces').delete(id);
      for (const room of rooms) void transaction.objectStore('cursors').delete(room);
      for (const invite of invites) void transaction.objectStore('invites').delete(invite);
      if ((await device.get('current')) === id) void device.delete('current');
      void device.delete(calendarsOf(id));
      void device.put([...toNames(await device.get('erasing')), ...databases], 'erasing');
      await transaction.done;
      await database.delete('checkpoints', IDBKeyRange.bound([id], [id, []])).catch(ignore);
    },
    forgetEverything: async (databases) => {
      const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
      for (const store of stores) void transaction.objectStore(store).clear();
      void transaction.objectStore('device').put(databases, 'erasing');
      await transaction.done;
      await database.clear('checkpoints').catch(ignore);
    },
    erasing: async () => toNames(await database.get('device', 'erasing')),
    noteErased: async (databases) => {
      const transaction = database.transaction('device', 'readwrite');
      const left = toNames(await transaction.store.get('erasing')).filter(
        (name) => !databases.includes(name),
      );
      if (left.length === 0) void transaction.store.delete('erasing');
      else void transaction.store.put(left, 'erasing');
      await transaction.done;
    },
    isShared: async () => (await database.get('device', 'shared')) === true,
    setShared: async (shared) => {
      await database.put('device', shared, 'shared');
    },
    seenAt: async () => {
      const instant = await database.get('device', 'seenAt');
      return typeof instant === 'number' ? instant : null;
    },
    setSeenAt: async (instant) => {
      await database.put('device', instant, 'seenAt');
    },
    calendars: (space) => database.get('device', calendarsOf(space)),
    putCalendars: async (space, calendars) => {
      await database.put('device', calendars, calendarsOf(space));
    },
    getCursor: async (room) => (await database.get('cursors', room)) ?? null,
    putCursor: async (room, cursor) => {
      await database.put('cursors', cursor, room);
    },
    getInviteSecret: async (id) => (await database.get('invites', id))?.secret ?? null,
    putInviteSecret: async (record) => {
      await database.put('invites', record, record.id);
    },
    getCheckpoint: async (space, run) => {
      try {
        const record: unknown = await database.get('checkpoints', [space, run]);
        return isCheckpointRecord(record) ? record : null;
      } catch {
        return null;
      }
    },
    putCheckpoint: async (space, run, record) => {
      try {
        const transaction = database.transaction(['spaces', 'checkpoints'], 'readwrite');
        const checkpoints = transaction.objectStore('checkpoints');
        void checkpoints.put(record, [space, run]);
        // Another tab may have left the space while this one still has it open.
        const isHere = (await transaction.objectStore('spaces').getKey(space)) !== undefined;
        if (!isHere) void checkpoints.delete([space, run]);
        await transaction.done;
      } catch {
        await database.clear('checkpoints').catch(ignore);
      }
    },
    close: () => database.close(),
  };
}

function calendarsOf(space: SpaceId): string {
  return `calendars/${space}`;
}

function toNames(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function isCheckpointRecord(record: unknown): record is CheckpointRecord {
  return (
    typeof record === 'object' &&
    record !== null &&
    'content' in record &&
    'version' in record &&
    record.version instanceof Uint8Array
  );
}

function ignore(): void {
  // A checkpoint more or less makes no difference to what anybody sees.
}

/** The same in memory, for a device whose storage cannot be opened; it forgets when it is closed. */
function inMemory(): DeviceDatabase {
  const spaces = new Map<string, SpaceRecord>();
  let deviceKey: unknown;
  const cursors = new Map<string, Uint8Array>();
  const invites = new Map<string, string>();
  const calendars = new Map<SpaceId, unknown>();
  let device: DeviceId | null = null;
  let current: SpaceId | null = null;
  let shared = false;
  let seenAt: number | null = null;
  return {
    persistent: false,
    deviceId: async (makeId) => (device ??= makeId()),
    currentSpace: async () => current,
    setCurrentSpace: async (id) => {
      current = id;
    },
    deviceKey: async () => deviceKey,
    putDeviceKey: async (key) => {
      deviceKey = key;
    },
    spaces: async () => [...spaces.values()],
    updateSpace: async (id, change) => {
      const stored = spaces.get(id);
      if (stored === undefined) return null;
      const changed = change(stored);
      spaces.set(id, changed);
      return changed;
    },
    putSpace: async (record) => void spaces.set(record.id, record),
    deleteSpace: async (id) => void spaces.delete(id),
    forgetSpace: async (id, belongings) => {
      spaces.delete(id);
      if (current === id) current = null;
      for (const room of belongings.rooms) cursors.delete(room);
      for (const invite of belongings.invites) invites.delete(invite);
    },
    forgetEverything: async () => {
      for (const kept of [spaces, cursors, invites]) kept.clear();
      device = null;
      current = null;
      shared = false;
    },
    // There is nothing on disk that could be left over.
    erasing: async () => [],
    noteErased: async () => undefined,
    isShared: async () => shared,
    setShared: async (now) => {
      shared = now;
    },
    seenAt: async () => seenAt,
    setSeenAt: async (instant) => {
      seenAt = instant;
    },
    calendars: async (space) => calendars.get(space),
    putCalendars: async (space, kept) => {
      calendars.set(space, kept);
    },
    getCursor: async (room) => cursors.get(room) ?? null,
    putCursor: async (room, cursor) => void cursors.set(room, cursor),
    getInviteSecret: async (id) => invites.get(id) ?? null,
    putInviteSecret: async ({ id, secret }) => void invites.set(id, secret),
    // A run that is forgotten with it needs none.
    getCheckpoint: async () => null,
    putCheckpoint: async () => undefined,
    close: () => undefined,
  };
}

/** Never rejects: without usable storage it answers from memory and `persistent` is false. */
export async function openDeviceDatabase(name: string): Promise<DeviceDatabase> {
  try {
    const database = await openDB<DeviceSchema>(name, 2, {
      upgrade(database, from) {
        if (from < 1) {
          database.createObjectStore('device');
          database.createObjectStore('spaces');
          database.createObjectStore('cursors');
          database.createObjectStore('invites');
        }
        if (from < 2) database.createObjectStore('checkpoints');
      },
    });
    return onDisk(database);
  } catch {
    return inMemory();
  }
}
