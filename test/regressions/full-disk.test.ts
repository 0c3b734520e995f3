/** Found by `npm run chaos`, seeds 1, 8, 11, 16, 1017 and 1031: where a write itself fails, and not its commit, intents were told that all was well. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type DeviceId } from '../../src/model/ids.ts';
import { openDeviceDatabase } from '../../src/store/device-database.ts';
import { openPersistedDocument } from '../../src/store/persisted-document.ts';

type Queue = { readonly _requests: { operation: () => unknown }[] };
const { prototype } = IDBObjectStore;
const methods = ['add', 'put'] as const;
const originals = methods.map((method) => prototype[method]);

/** From now on each write is taken and then fails, as in Firefox. */
function fillDisk(): void {
  for (const [index, method] of methods.entries()) {
    prototype[method] = function write(this: IDBObjectStore, ...given) {
      const request = originals[index]!.apply(this, given);
      const queued = (this.transaction as unknown as Queue)._requests.at(-1);
      if (queued !== undefined) {
        queued.operation = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
      }
      return request;
    };
  }
}

function makeRoom(): void {
  for (const [index, method] of methods.entries()) prototype[method] = originals[index]!;
}

const ignore = (): void => undefined;

afterEach(makeRoom);

describe('a disk without room', () => {
  it('[W7] is told from an unusable one, and written to as soon as there is room', async () => {
    const opened = await openPersistedDocument('full-disk/document');
    fillDisk();
    // The library writes the update, too, and does not listen to what becomes of it.
    process.on('unhandledRejection', ignore);
    opened.doc.getArray('events').push([1]);
    expect(await opened.durable()).toEqual({ ok: false, error: { type: 'storageFull' } });
    makeRoom();
    expect((await opened.durable()).ok).toBe(true);
    process.off('unhandledRejection', ignore);
    await opened.close();
  });

  it('[W1] is caught up with also on what others wrote meanwhile, because own edits build on it', async () => {
    const other = new Y.Doc();
    other.getArray('events').push(['theirs']);
    const opened = await openPersistedDocument('full-disk/behind');
    fillDisk();
    process.on('unhandledRejection', ignore);
    Y.applyUpdate(opened.doc, Y.encodeStateAsUpdate(other), 'relay');
    await new Promise((resolve) => setTimeout(resolve, 20));
    makeRoom();
    opened.doc.getArray('events').push(['mine']);
    expect((await opened.durable()).ok).toBe(true);
    process.off('unhandledRejection', ignore);
    await opened.close();
    const again = await openPersistedDocument('full-disk/behind');
    expect(again.doc.getArray('events').toJSON()).toEqual(['theirs', 'mine']);
    await again.close();
  });

  it('[W7] lets a device start that has no name yet', async () => {
    const database = await openDeviceDatabase('full-disk/device');
    fillDisk();
    expect(await database.deviceId(() => asId<DeviceId>('d1'))).toBe('d1');
    database.close();
  });
});
