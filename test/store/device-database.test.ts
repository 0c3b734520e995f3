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
const spaceRecord = (id: SpaceId) => ({ id, capability: '', me: null, joinedAt: 0 });
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
    await now.putSpace(spaceRecord(home));
    await now.putCheckpoint(home, trip, record(1));
    expect(await now.getCheckpoint(home, trip)).toEqual(record(1));
  });

  it('keeps one checkpoint a run, as it was when it was given', async () => {
    const on = await database();
    await on.putSpace(spaceRecord(home));
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
    for (const space of [home, office, further]) {
      await on.putSpace(spaceRecord(space));
      for (const run of [trip, contract]) await on.putCheckpoint(space, run, record(3));
    }
    await on.deleteSpace(home);
    expect(await on.getCheckpoint(home, trip)).toBeNull();
    expect(await on.getCheckpoint(home, contract)).toBeNull();
    for (const space of [office, further]) expect(await on.getCheckpoint(space, trip)).not.toBeNull();
  });

  it('[W7] makes room on a full disk by forgetting its checkpoints, and fails nobody', async () => {
    const on = await database();
    await on.putSpace(spaceRecord(home));
    await on.putCheckpoint(home, trip, record(1));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await on.putCheckpoint(home, contract, record(2));
    expect(await on.getCheckpoint(home, trip)).toBeNull();
    await on.putCursor('room', new Uint8Array([1]));
    expect(await on.getCursor('room')).toEqual(new Uint8Array([1]));
  });

  it('[L2] forgets a space with all that is its own, and keeps what is another one’s', async () => {
    const on = await database();
    for (const space of [home, office]) {
      await on.putSpace(spaceRecord(space));
      await on.putCheckpoint(space, trip, record(4));
      await on.putCursor(`room of ${space}`, new Uint8Array([1]));
      await on.putInviteSecret({ id: `invite to ${space}`, secret: 'x' });
    }
    await on.setCurrentSpace(home);
    await on.forgetSpace(home, {
      rooms: ['room of home'],
      invites: ['invite to home'],
      databases: ['space/home', 'run/home/trip'],
    });
    expect(await on.spaces()).toEqual([spaceRecord(office)]);
    expect(await on.currentSpace()).toBeNull();
    expect(await on.getCheckpoint(home, trip)).toBeNull();
    expect(await on.getCursor('room of home')).toBeNull();
    expect(await on.getInviteSecret('invite to home')).toBeNull();
    expect(await on.getCheckpoint(office, trip)).toEqual(record(4));
    expect(await on.getCursor('room of office')).not.toBeNull();
    expect(await on.getInviteSecret('invite to office')).toBe('x');
    expect(await on.erasing()).toEqual(['space/home', 'run/home/trip']);
    await on.noteErased(['space/home']);
    expect(await on.erasing()).toEqual(['run/home/trip']);
    // A tab that still has it open writes nothing of it back.
    await on.putCheckpoint(home, trip, record(5));
    expect(await on.getCheckpoint(home, trip)).toBeNull();
  });

  it('[E1] forgets everything, who this device was as well, and remembers only what is still to go', async () => {
    const on = await database();
    const id = await on.deviceId(() => asId<DeviceId>('first'));
    await on.putSpace(spaceRecord(home));
    await on.putCheckpoint(home, trip, record(6));
    await on.setShared(true);
    await on.forgetEverything(['space/home']);
    expect(await on.spaces()).toEqual([]);
    expect(await on.isShared()).toBe(false);
    expect(await on.getCheckpoint(home, trip)).toBeNull();
    expect(await on.deviceId(() => asId<DeviceId>('second'))).not.toBe(id);
    expect(await on.erasing()).toEqual(['space/home']);
    await on.noteErased(['space/home']);
    expect(await on.erasing()).toEqual([]);
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
    await on.putSpace(spaceRecord(home));
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
