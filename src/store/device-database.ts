/**
 * What this device knows for itself: its id, the spaces it belongs to with their secrets, who holds
 * the device, sync cursors, and the secrets of invites made here. Never synced, never sent to the page.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DeviceId, PersonId, SpaceId } from '../model/ids.ts';

export interface SpaceRecord {
  readonly id: SpaceId;
  /** What the device was given, as text: the owner's secret where the space was made, an editor's after an invite. */
  readonly capability: string;
  /** Who holds this device; null until somebody said so. */
  readonly me: PersonId | null;
  readonly joinedAt: number;
  /** The fragment of the invite that gave the keys, until the relay has heard that it is used. */
  readonly unconfirmedInvite?: string;
}

export interface InviteSecretRecord {
  readonly id: string;
  /** The invite's fragment. */
  readonly secret: string;
}

interface DeviceSchema extends DBSchema {
  readonly device: { key: 'id'; value: DeviceId };
  readonly spaces: { key: string; value: SpaceRecord };
  readonly cursors: { key: string; value: Uint8Array };
  readonly invites: { key: string; value: InviteSecretRecord };
}

export interface DeviceDatabase {
  readonly persistent: boolean;
  deviceId(makeId: () => DeviceId): Promise<DeviceId>;
  spaces(): Promise<readonly SpaceRecord[]>;
  putSpace(record: SpaceRecord): Promise<void>;
  deleteSpace(id: SpaceId): Promise<void>;
  getCursor(room: string): Promise<Uint8Array | null>;
  putCursor(room: string, cursor: Uint8Array): Promise<void>;
  getInviteSecret(id: string): Promise<string | null>;
  putInviteSecret(record: InviteSecretRecord): Promise<void>;
  close(): void;
}

function onDisk(database: IDBPDatabase<DeviceSchema>): DeviceDatabase {
  return {
    persistent: true,
    deviceId: async (makeId) => {
      const transaction = database.transaction('device', 'readwrite', { durability: 'strict' });
      const known = await transaction.store.get('id');
      const id = known ?? makeId();
      if (known === undefined) await transaction.store.put(id, 'id');
      await transaction.done;
      return id;
    },
    spaces: () => database.getAll('spaces'),
    putSpace: async (record) => {
      const transaction = database.transaction('spaces', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(record, record.id), transaction.done]);
    },
    deleteSpace: (id) => database.delete('spaces', id),
    getCursor: async (room) => (await database.get('cursors', room)) ?? null,
    putCursor: async (room, cursor) => {
      await database.put('cursors', cursor, room);
    },
    getInviteSecret: async (id) => (await database.get('invites', id))?.secret ?? null,
    putInviteSecret: async (record) => {
      await database.put('invites', record, record.id);
    },
    close: () => database.close(),
  };
}

/** The same in memory, for a device whose storage cannot be opened; it forgets when it is closed. */
function inMemory(): DeviceDatabase {
  const spaces = new Map<string, SpaceRecord>();
  const cursors = new Map<string, Uint8Array>();
  const invites = new Map<string, string>();
  let device: DeviceId | null = null;
  return {
    persistent: false,
    deviceId: async (makeId) => (device ??= makeId()),
    spaces: async () => [...spaces.values()],
    putSpace: async (record) => void spaces.set(record.id, record),
    deleteSpace: async (id) => void spaces.delete(id),
    getCursor: async (room) => cursors.get(room) ?? null,
    putCursor: async (room, cursor) => void cursors.set(room, cursor),
    getInviteSecret: async (id) => invites.get(id) ?? null,
    putInviteSecret: async ({ id, secret }) => void invites.set(id, secret),
    close: () => undefined,
  };
}

/** Never rejects: without usable storage it answers from memory and `persistent` is false. */
export async function openDeviceDatabase(name: string): Promise<DeviceDatabase> {
  try {
    const database = await openDB<DeviceSchema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('device');
        fresh.createObjectStore('spaces');
        fresh.createObjectStore('cursors');
        fresh.createObjectStore('invites');
      },
    });
    return onDisk(database);
  } catch {
    return inMemory();
  }
}
