import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asId, type DeviceId, type RunId, type SpaceId } from '../../src/model/ids.ts';
import { type DeviceDatabase, openDeviceDatabase } from '../../src/store/device-database.ts';

let serial = 0;
const open: DeviceDatabase[] = [];

async function database(name = `devices-${(serial += 1)}`): Promise<DeviceDatabase> {
  const opened = await openDeviceDatabase(name);
  open.push(opened);
  return opened;
}

afterEach(() => {
  vi.restoreAllMocks();
  for (const each of open.splice(0)) each.close();
});

const [home, office] = [asId<SpaceId>('home'), asId<SpaceId>('office')];
const [trip, contract] = [asId<RunId>('trip'), asId<RunId>('contract')];
const record = (byte: number) => ({ version: new Uint8Array([byte]), content: { byte } });

describe('the device database', () => {
  it('keeps what the version before it knew', async () => {
    const name = 'version-1';
    const old = await openDB(name, 1, {
      upgrade: (fresh) => {
        for (const store of ['device', 'spaces', 'cursors', 'invites']) fresh.createObjectStore(store);
      },
    });
    await old.put('device', 'this-one', 'id');
    old.close();
    const now = await database(name);
    expect(await now.deviceId(() => asId<DeviceId>('another'))).toBe('this-one');
    await now.putCheckpoint(home, trip, record(1));
    expect(await now.getCheckpoint(home, trip)).toEqual(record(1));
  });

  it('keeps one checkpoint a run, as it was when it was given', async () => {
    const on = await database();
    const seen = new Map([['a', 1]]);
    const writing = on.putCheckpoint(home, trip, { version: new Uint8Array([1]), content: seen });
    seen.set('b', 2);
    await writing;
    expect((await on.getCheckpoint(home, trip))?.content).toEqual(new Map([['a', 1]]));
    await on.putCheckpoint(home, trip, record(2));
    expect(await on.getCheckpoint(home, trip)).toEqual(record(2));
    expect(await on.getCheckpoint(home, contract)).toBeNull();
    expect(await on.getCheckpoint(office, trip)).toBeNull();
  });

  it('forgets the checkpoints of a space with the space, and no others', async () => {
    const on = await database();
    const further = asId<SpaceId>('home2');
    for (const space of [home, office, further])
      for (const run of [trip, contract]) await on.putCheckpoint(space, run, record(3));
    await on.deleteSpace(home);
    expect(await on.getCheckpoint(home, trip)).toBeNull();
    expect(await on.getCheckpoint(home, contract)).toBeNull();
    for (const space of [office, further]) expect(await on.getCheckpoint(space, trip)).not.toBeNull();
  });

  it('[W7] makes room on a full disk by forgetting its checkpoints, and fails nobody', async () => {
    const on = await database();
    await on.putCheckpoint(home, trip, record(1));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await on.putCheckpoint(home, contract, record(2));
    expect(await on.getCheckpoint(home, trip)).toBeNull();
    await on.putCursor('room', new Uint8Array([1]));
    expect(await on.getCursor('room')).toEqual(new Uint8Array([1]));
  });

  it('does without a table for them when there is none', async () => {
    const name = `devices-${(serial += 1)}`;
    const bare = await openDB(name, 2, {
      upgrade: (fresh) => {
        for (const store of ['device', 'spaces', 'cursors', 'invites']) fresh.createObjectStore(store);
      },
    });
    bare.close();
    const on = await database(name);
    await on.putCheckpoint(home, trip, record(1));
    expect(await on.getCheckpoint(home, trip)).toBeNull();
    const space = { id: home, capability: '', me: null, joinedAt: 0 };
    await on.putSpace(space);
    await on.deleteSpace(home);
    expect(await on.spaces()).toEqual([]);
  });

  it('has no checkpoints when its storage cannot be opened', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('closed', 'SecurityError');
    });
    const on = await database();
    expect(on.persistent).toBe(false);
    await on.putCheckpoint(home, trip, record(1));
    expect(await on.getCheckpoint(home, trip)).toBeNull();
  });
});
