/** A space, or everything, goes from a device: all of it, and nothing of the others. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databasesOnDisk } from '../support/device-databases.ts';
import { type AroundRelay, aroundRelay, shownSpace } from '../support/around-relay.ts';
import { inviteSam, startTrip } from '../support/trip.ts';

let around: AroundRelay;

beforeEach(async () => {
  around = await aroundRelay();
});

afterEach(async () => {
  await around.dispose();
});

const office = { kind: 'createSpace', myName: 'Ana', zone: 'UTC', name: 'Office', another: true } as const;

describe('leaving a space', () => {
  it('[L1] [L2] takes the device out for the others, and everything of it from the disk', async () => {
    const ana = await around.device('ana');
    const sam = await around.device('sam');
    await startTrip(ana);
    await inviteSam(ana, sam);
    const home = await shownSpace(sam);
    await sam.done(office);
    await ana.until({ kind: 'leaving', space: home }, ({ otherDevices }) => otherDevices === 1);
    const before = await sam.until(
      { kind: 'leaving', space: home },
      ({ connected, pending }) => connected && !pending,
    );
    expect(before).toMatchObject({ access: 'editor', otherDevices: 1, lastOwner: false, runs: 1 });
    expect(await databasesOnDisk(around.nameOf('sam'))).toHaveLength(4);

    await sam.done({ kind: 'leaveSpace', space: home });
    const app = await sam.view({ kind: 'app' });
    expect(app.spaces.map(({ name }) => name)).toEqual(['Office']);
    expect(await databasesOnDisk(around.nameOf('sam'))).toEqual(['device', `space/${await shownSpace(sam)}`]);
    const people = await ana.until({ kind: 'people' }, (view) =>
      view.people.every((person) => person.isMe || !person.joined),
    );
    expect(people.people.map(({ name }) => name)).toEqual(['Ana', 'Sam']);
    const after = await ana.view({ kind: 'leaving', space: home });
    expect(after).toMatchObject({ otherDevices: 0, lastOwner: true });

    const disk = await around.databaseOf('sam');
    const kept = JSON.stringify([await disk.getAll('spaces'), await disk.getAllKeys('checkpoints')]);
    expect(kept).not.toContain(home);
    expect(await disk.getAllKeys('invites')).toEqual([]);
    expect((await disk.getAllKeys('cursors')).length).toBeLessThanOrEqual(1);
    disk.close();
  });

  it('[L1] works without a connection, and may join again with a new invite', async () => {
    const ana = await around.device('ana');
    const sam = await around.device('sam');
    const run = await startTrip(ana);
    await inviteSam(ana, sam);
    await around.relay.stop();
    await sam.done({ kind: 'leaveSpace', space: await shownSpace(sam) });
    expect((await sam.view({ kind: 'app' })).stage).toBe('empty');
    expect(await databasesOnDisk(around.nameOf('sam'))).toEqual(['device']);
    await around.relay.start();
    await inviteSam(ana, sam);
    const flow = await sam.until({ kind: 'flow', run }, ({ availability }) => availability === 'here');
    expect(flow.title).toBe('Lisbon board trip');
  });

  it('[L3] finishes at the next start what a stop in between left over', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const home = await shownSpace(ana);
    const [, run] = await databasesOnDisk(around.nameOf('ana'));
    await around.close(ana);
    // The moment after the device has forgotten the space.
    const disk = await around.databaseOf('ana');
    await disk.delete('spaces', home);
    const left = [
      `headless/${around.nameOf('ana')}/space/${home}`,
      `headless/${around.nameOf('ana')}/${run ?? ''}`,
    ];
    await disk.put('device', left, 'erasing');
    disk.close();
    const again = await around.device('ana');
    expect((await again.view({ kind: 'app' })).stage).toBe('empty');
    await expect.poll(() => databasesOnDisk(around.nameOf('ana'))).toEqual(['device']);
  });

  it('[L2] makes room on a disk that is too full to take a note', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const home = await shownSpace(ana);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await ana.done({ kind: 'leaveSpace', space: home });
    full.mockRestore();
    expect((await ana.view({ kind: 'app' })).stage).toBe('empty');
    expect(await databasesOnDisk(around.nameOf('ana'))).toEqual(['device']);
  });

  it('[L4] closes the space in the other tabs, and nothing is written back', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const tab = await around.device('ana');
    await ana.done({ kind: 'leaveSpace', space: await shownSpace(ana) });
    await tab.until({ kind: 'app' }, ({ stage }) => stage === 'empty');
    await around.close(tab);
    expect(await databasesOnDisk(around.nameOf('ana'))).toEqual(['device']);
  });

  it('refuses a space that is not here', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const home = await shownSpace(ana);
    await ana.done({ kind: 'leaveSpace', space: home });
    const again = await ana.household.intent({ kind: 'leaveSpace', space: home });
    expect(again).toEqual({ ok: false, error: { type: 'noSpace' } });
  });
});

describe('deleting everything on a device', () => {
  it('[E1] leaves nothing of any space, and begins as a device that nobody knows', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    await ana.done(office);
    await around.relay.stop();
    await ana.done({ kind: 'eraseDevice' });
    expect((await ana.view({ kind: 'app' })).stage).toBe('erased');
    expect(await databasesOnDisk(around.nameOf('ana'))).toEqual(['device']);
    await around.close(ana);
    const disk = await around.databaseOf('ana');
    for (const store of disk.objectStoreNames) expect(await disk.getAll(store)).toEqual([]);
    disk.close();
    const again = await around.device('ana');
    expect((await again.view({ kind: 'app' })).stage).toBe('empty');
    expect((await startTrip(again)).length).toBeGreaterThan(0);
  });

  it('[E2] is noticed by the other tabs', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const tab = await around.device('ana');
    await ana.done({ kind: 'eraseDevice' });
    await tab.until({ kind: 'app' }, ({ stage }) => stage === 'erased');
    await around.close(tab);
    expect(await databasesOnDisk(around.nameOf('ana'))).toEqual(['device']);
  });
});
