/** An invite taken on a disk that has no room, before and after the invite is used. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AroundRelay, aroundRelay, give, live } from '../support/around-relay.ts';
import type { HeadlessDevice } from '../support/headless-device.ts';
import { complete, startTrip, untilDone } from '../support/trip.ts';

const meeting = 'Confirm meeting times';
let around: AroundRelay;
let ana: HeadlessDevice;

beforeEach(async () => {
  around = await aroundRelay();
  ana = await around.device('ana');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await around.dispose();
});

function original<Name extends 'put' | 'openCursor'>(name: Name): IDBObjectStore[Name] {
  return Reflect.get(IDBObjectStore.prototype, name) as IDBObjectStore[Name];
}

/** No room for what Sam's device writes about itself and its spaces, from the write of this number on. */
function fillAfter(written: number): () => number {
  const put = original('put');
  const own = `headless/${around.nameOf('sam')}/device`;
  let writes = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    const counts = this.transaction.db.name === own && ['spaces', 'device'].includes(this.name);
    if (counts) writes += 1;
    if (counts && writes > written) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, given);
  });
  return () => writes;
}

const problemsOf = async (on: HeadlessDevice) => (await on.view({ kind: 'app' })).problems;

describe('an invite, taken on a full disk', () => {
  it('[W8] stays open when there is no room for its keys', async () => {
    await startTrip(ana);
    const { fragment } = await give(ana, 'Sam', { kind: 'edit' });
    const sam = await around.device('sam');
    fillAfter(0);
    const refused = await sam.household.intent({ kind: 'acceptInvite', text: fragment });
    expect(refused).toEqual({ ok: false, error: { type: 'storageFull' } });
    expect(await problemsOf(sam)).toContainEqual({ type: 'storageFull' });
    vi.restoreAllMocks();
    await sam.done({ kind: 'acceptInvite', text: fragment });
    await live(sam);
  });

  it('[W8] that fills up once the invite is used: all of it is here, and it is said', async () => {
    const run = await startTrip(ana);
    const { fragment } = await give(ana, 'Sam', { kind: 'edit' });
    const sam = await around.device('sam');
    const writes = fillAfter(1);
    await sam.done({ kind: 'acceptInvite', text: fragment });
    expect(writes()).toBeGreaterThan(1);
    expect(await problemsOf(sam)).toContainEqual({ type: 'storageFull' });
    await untilDone(sam, run, []);
    await complete(sam, run, meeting);
    await untilDone(ana, run, [meeting]);
    // Until there is room, the invite's text stays beside the keys: a start in that state confirms once more.
    expect((await around.records('sam'))[0]).toHaveProperty('unconfirmedInvite');
    await around.close(sam);
    const full = await around.device('sam');
    await untilDone(full, run, [meeting]);
    await around.close(full);
    vi.restoreAllMocks();
    const again = await around.device('sam');
    await live(again);
    await untilDone(again, run, [meeting]);
    await expect.poll(async () => (await around.records('sam'))[0]).not.toHaveProperty('unconfirmedInvite');
    const { devices } = await ana.view({ kind: 'people' });
    expect(new Set(devices.map(({ person }) => person?.name))).toEqual(new Set(['Ana', 'Sam']));
    expect(devices).toHaveLength(2);
  });

  it('[W8] [W7] that has no room for the household’s documents either: it is in memory, and it is said', async () => {
    const run = await startTrip(ana);
    const { fragment } = await give(ana, 'Sam', { kind: 'edit' });
    const sam = await around.device('sam');
    const openCursor = original('openCursor');
    const space = `headless/${around.nameOf('sam')}/space`;
    let opened = false;
    // What a document is opened with goes on as before; only what waits for the disk finds it full.
    vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      const isSpace = this.transaction.db.name.startsWith(space);
      if (isSpace && opened) throw new DOMException('no room', 'QuotaExceededError');
      opened ||= isSpace;
      return openCursor.apply(this, given);
    });
    await sam.done({ kind: 'acceptInvite', text: fragment });
    expect(await problemsOf(sam)).toContainEqual({ type: 'storageFull' });
    await untilDone(sam, run, []);
    await live(sam);
  });
});
