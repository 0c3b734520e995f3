/** A household in a file: out of one device, into another one or the same, with and without a relay. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeCapability } from '../../src/sync/capability-text.ts';
import { makeOwner } from '../../src/sync/capability.ts';
import { sealSpaceFile } from '../../src/sync/space-file.ts';
import type { SavedSpace } from '../../src/sync/space-file-content.ts';
import { asId, type RunId } from '../../src/model/ids.ts';
import type { OpenedSpace, SpaceFile } from '../../src/worker/messages.ts';
import { databasesOnDisk } from '../support/device-databases.ts';
import { type AroundRelay, aroundRelay, shownSpace } from '../support/around-relay.ts';
import type { HeadlessDevice } from '../support/headless-device.ts';
import { complete, inviteSam, startTrip, tones, untilDone } from '../support/trip.ts';
import { makeRandom } from '../support/seeded-random.ts';

const passphrase = 'seven grey herons';
let around: AroundRelay;

async function save(on: HeadlessDevice): Promise<SpaceFile> {
  const saved = await on.household.saveSpace(await shownSpace(on), passphrase);
  if (!saved.ok) throw new Error(saved.error.type);
  return saved.value;
}

async function openFile(on: HeadlessDevice, { bytes }: SpaceFile): Promise<OpenedSpace> {
  const opened = await on.household.openSavedSpace(bytes.slice(), passphrase);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

beforeEach(async () => {
  around = await aroundRelay();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await around.dispose();
});

describe('a saved space', () => {
  it('[K1] makes another device a member without any relay, and the two agree when there is one', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    await ana.done({ kind: 'renameSpace', name: 'Home' });
    await complete(ana, run, 'Confirm meeting times');
    const file = await save(ana);
    expect(file.name).toBe('Home');
    await around.relay.stop();
    const tablet = await around.device('tablet');
    const opened = await openFile(tablet, file);
    expect(opened).toMatchObject({ name: 'Home', me: 'Ana', merged: false });
    expect(opened.space).toBe(await shownSpace(ana));
    expect(await tablet.view({ kind: 'app' })).toMatchObject({ stage: 'ready', access: 'owner' });
    expect(await tones(tablet, run)).toEqual(await tones(ana, run));

    await complete(tablet, run, 'Approve the budget');
    await around.relay.start();
    await untilDone(ana, run, ['Confirm meeting times', 'Approve the budget']);
    const home = opened.space;
    await ana.until({ kind: 'leaving', space: home }, (view) => view.otherDevices === 1 && !view.lastOwner);
    await around.close(tablet);
    const again = await around.device('tablet');
    expect(await tones(again, run)).toEqual(await tones(ana, run));
  });

  it('[K2] merges into the space that is here, in both directions, and loses nothing', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const file = await save(ana);
    await complete(ana, run, 'Confirm meeting times');
    expect(await openFile(ana, file)).toMatchObject({ merged: true });
    expect((await tones(ana, run))['Confirm meeting times']).toBe('done');
    expect((await ana.view({ kind: 'app' })).spaces).toHaveLength(1);
    await around.relay.stop();
    const tablet = await around.device('tablet');
    await openFile(tablet, file);
    await tablet.done({ kind: 'addPerson', person: { name: 'Kim' } });
    await tablet.done({ kind: 'command', run, command: { kind: 'suspendRun', reason: 'Snow' } });
    await openFile(ana, await save(tablet));
    await around.close(ana);
    const again = await around.device('ana');
    await untilDone(again, run, ['Confirm meeting times']);
    expect((await again.view({ kind: 'flow', run })).status).toBe('suspended');
    const { people } = await again.view({ kind: 'people' });
    expect(people.map(({ name }) => name)).toEqual(['Ana', 'Sam', 'Kim']);
  });

  it('[K2] is in every tab at once, also in a run that ended long ago and is open in another tab alone', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const early = await save(ana);
    await ana.done({ kind: 'command', run, command: { kind: 'cancelRun', reason: 'Not needed' } });
    await around.close(ana);
    await around.relay.stop();
    const tablet = await around.device('tablet');
    await openFile(tablet, early);
    await complete(tablet, run, 'Confirm meeting times');
    const late = await save(tablet);
    await around.close(tablet);
    const inMay = { now: () => Date.now() + 180 * 24 * 60 * 60_000 };
    const [tab, other] = [await around.device('ana', inMay), await around.device('ana', inMay)];
    await other.until({ kind: 'flow', run }, ({ availability }) => availability === 'here');
    expect((await tones(other, run))['Confirm meeting times']).not.toBe('done');
    expect(await openFile(tab, late)).toMatchObject({ merged: true });
    await untilDone(other, run, ['Confirm meeting times']);
  });

  it('[K1] holds finished runs too, read from disk and let go', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    await ana.done({ kind: 'command', run, command: { kind: 'cancelRun', reason: 'Not needed' } });
    await around.close(ana);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 40 * 24 * 60 * 60_000);
    const later = await around.device('ana');
    const closed = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    expect((await save(later)).missing).toBe(1);
    closed.mockRestore();
    const file = await save(later);
    expect(file.missing).toBe(0);
    await around.relay.stop();
    const tablet = await around.device('tablet');
    await openFile(tablet, file);
    const flow = await tablet.until({ kind: 'flow', run }, ({ availability }) => availability === 'here');
    expect(flow.title).toBe('Lisbon board trip');
  });

  it('[K3] is written whole when the disk is full, and from storage that cannot be opened', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const full = vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const renamed = await ana.household.intent({ kind: 'renameSpace', name: 'In memory' });
    expect(renamed).toEqual({ ok: false, error: { type: 'storageFull' } });
    const file = await save(ana);
    full.mockRestore();
    const tablet = await around.device('tablet');
    expect(await openFile(tablet, file)).toMatchObject({ name: 'In memory' });
    expect(Object.keys(await tones(tablet, run)).length).toBeGreaterThan(3);

    const closed = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('closed', 'SecurityError');
    });
    const memory = await around.device('memory');
    await openFile(memory, file);
    const second = await save(memory);
    closed.mockRestore();
    const third = await around.device('third');
    await openFile(third, second);
    expect(await tones(third, run)).toEqual(await tones(tablet, run));
  });

  it('[K3] that finds no room leaves nothing behind', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const file = await save(ana);
    const tablet = await around.device('tablet');
    const full = vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    // Only the fence: what a document is opened with goes on as before.
    full.mockImplementationOnce(function (this: IDBObjectStore, ...given) {
      full.mockRestore();
      const cursor = this.openCursor(...given);
      vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(() => {
        throw new DOMException('no room', 'QuotaExceededError');
      });
      return cursor;
    });
    const opened = await tablet.household.openSavedSpace(file.bytes.slice(), passphrase);
    vi.restoreAllMocks();
    expect(opened).toEqual({ ok: false, error: { type: 'storageFull' } });
    expect((await tablet.view({ kind: 'app' })).stage).toBe('empty');
    expect(await databasesOnDisk(around.nameOf('tablet'))).toEqual(['device']);
  });

  it('[K2] gives back keys that this device can no longer read', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const file = await save(ana);
    const home = await shownSpace(ana);
    await around.close(ana);
    const disk = await around.databaseOf('ana');
    await disk.put('spaces', { ...(await disk.get('spaces', home)), capability: 'gone' }, home);
    disk.close();
    const again = await around.device('ana');
    expect((await again.view({ kind: 'app' })).access).toBe('alone');
    expect(await openFile(again, file)).toMatchObject({ merged: true });
    expect((await again.view({ kind: 'app' })).access).toBe('owner');
    const sam = await around.device('sam');
    await inviteSam(again, sam);
  });

  it('[K4] that claims to be of a household here, with other keys, changes nothing in it', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const home = await shownSpace(ana);
    const stranger = await around.device('stranger');
    await stranger.done({ kind: 'createSpace', myName: 'Mallory', zone: 'UTC', name: 'Bait' });
    const random = makeRandom(9);
    const forged: SavedSpace = {
      space: home,
      capability: encodeCapability(makeOwner(random.bytes)),
      me: null,
      savedAt: 0,
      appVersion: '0',
      document: new Uint8Array([0, 0]),
      runs: [],
    };
    const kdf = { costLog2: 4, blockSize: 1, parallel: 1 };
    const sealed = await sealSpaceFile(forged, passphrase, random.bytes, kdf);
    if (!sealed.ok) throw new Error(sealed.error.type);
    const opened = await openFile(ana, { name: '', bytes: sealed.value, missing: 0 });
    expect(opened.merged).toBe(false);
    expect(opened.space).not.toBe(home);
    const { spaces } = await ana.view({ kind: 'app' });
    expect(spaces.map(({ id, access }) => [id, access])).toContainEqual([home, 'owner']);

    const broken = { ...forged, runs: [{ run: asId<RunId>('x'), update: new Uint8Array([9, 9, 9]) }] };
    const damaged = await sealSpaceFile(broken, passphrase, random.bytes, kdf);
    if (!damaged.ok) throw new Error(damaged.error.type);
    expect(await ana.household.openSavedSpace(damaged.value, passphrase)).toEqual({
      ok: false,
      error: { type: 'damagedFile' },
    });
  });

  it('[K4] opens with its passphrase alone', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const file = await save(ana);
    const tablet = await around.device('tablet');
    expect(await tablet.household.openSavedSpace(file.bytes, 'seven grey cranes')).toEqual({
      ok: false,
      error: { type: 'wrongPassphrase' },
    });
    expect((await tablet.view({ kind: 'app' })).stage).toBe('empty');
    expect(await ana.household.saveSpace(await shownSpace(ana), 'short')).toEqual({
      ok: false,
      error: { type: 'weakPassphrase' },
    });
  });
});

describe('a space whose documents are gone', () => {
  it('[K5] comes back from the others, and says meanwhile where it is', async () => {
    const ana = await around.device('ana');
    const sam = await around.device('sam');
    const run = await startTrip(ana);
    await inviteSam(ana, sam);
    const home = await shownSpace(sam);
    await around.close(sam);
    await around.relay.stop();
    indexedDB.deleteDatabase(`headless/${around.nameOf('sam')}/space/${home}`);
    const again = await around.device('sam');
    const alone = await again.view({ kind: 'app' });
    expect(alone.problems).toContainEqual({ type: 'contentMissing', lost: false });
    await around.relay.start();
    const back = await again.until({ kind: 'app' }, ({ problems }) => problems.length === 0, 20_000);
    expect(back.me?.name).toBe('Sam');
    await again.until({ kind: 'flow', run }, ({ availability }) => availability === 'here');
  });

  it('[K5] says so when nobody has them, and a file brings them back', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const file = await save(ana);
    const home = await shownSpace(ana);
    await around.close(ana);
    await around.relay.stop();
    around.relay.wipe();
    await around.relay.start();
    indexedDB.deleteDatabase(`headless/${around.nameOf('ana')}/space/${home}`);
    const again = await around.device('ana');
    await again.until({ kind: 'app' }, ({ problems }) =>
      problems.some((problem) => problem.type === 'contentMissing' && problem.lost),
    );
    await openFile(again, file);
    const app = await again.view({ kind: 'app' });
    expect(app).toMatchObject({ problems: [], stage: 'ready', me: { name: 'Ana' } });
    expect((await again.view({ kind: 'flow', run })).availability).toBe('here');
  });
});

describe('a file of a household that has moved on', () => {
  it('[K1] ends as a copy that can be read, where the device that saved it was removed', async () => {
    const ana = await around.device('ana');
    const sam = await around.device('sam');
    const run = await startTrip(ana);
    await inviteSam(ana, sam);
    const home = await shownSpace(sam);
    await ana.until({ kind: 'leaving', space: home }, ({ otherDevices }) => otherDevices === 1);
    const file = await save(sam);
    const { devices: all } = await ana.view({ kind: 'people' });
    const devices = all.flatMap((entry) => (entry.isThis ? [] : [entry.id]));
    await ana.done({ kind: 'removeDevices', devices });
    const tablet = await around.device('tablet');
    await openFile(tablet, file);
    const app = await tablet.until({ kind: 'app' }, ({ mayChange }) => !mayChange);
    expect(['removed', 'leftBehind']).toContain(app.access);
    await tablet.until({ kind: 'flow', run }, ({ availability }) => availability === 'here');
    await tablet.done({ kind: 'leaveSpace', space: home });
    expect(await databasesOnDisk(around.nameOf('tablet'))).toEqual(['device']);
  });
});
