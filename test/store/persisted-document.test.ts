import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { openPersistedDocument, type PersistedDocument } from '../../src/store/persisted-document.ts';
import { appendRunEntries, observeRunEntries, runEntries } from '../../src/store/run-document.ts';

let serial = 0;
const open = new Set<PersistedDocument>();

async function document(name: string): Promise<PersistedDocument> {
  const opened = await openPersistedDocument(name);
  open.add(opened);
  return opened;
}

function freshName(): string {
  serial += 1;
  return `document-${serial}`;
}

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all([...open].map((each) => each.close()));
  open.clear();
});

describe('a persisted document', () => {
  it('[W1] is on disk when `durable` has resolved, with nothing closed in between', async () => {
    const name = freshName();
    const first = await document(name);
    appendRunEntries(first.doc, [{ id: 'a' }]);
    expect(await first.durable()).toEqual({ ok: true, value: undefined });
    const second = await document(name);
    expect(runEntries(second.doc)).toEqual([{ id: 'a' }]);
  });

  it('writes an update again that storage had lost', async () => {
    const name = freshName();
    const first = await document(name);
    appendRunEntries(first.doc, [{ id: 'a' }]);
    const database = await openDB(name, 1);
    await database.clear('updates');
    expect((await first.durable()).ok).toBe(true);
    expect(await database.count('updates')).toBe(1);
    database.close();
    expect(runEntries((await document(name)).doc)).toEqual([{ id: 'a' }]);
  });

  it('[W1] writes each update again that storage had lost, not the last one alone', async () => {
    const name = freshName();
    const first = await document(name);
    appendRunEntries(first.doc, [{ id: 'a' }]);
    appendRunEntries(first.doc, [{ id: 'b' }]);
    const database = await openDB(name, 1);
    const [, oldest] = await database.getAllKeys('updates');
    await database.delete('updates', oldest ?? 0);
    database.close();
    expect((await first.durable()).ok).toBe(true);
    expect(runEntries((await document(name)).doc)).toEqual([{ id: 'a' }, { id: 'b' }]);
  });

  it('[W7] says that the disk is full, and writes everything once there is room', async () => {
    const name = freshName();
    const first = await document(name);
    appendRunEntries(first.doc, [{ id: 'a' }]);
    const full = vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await first.durable()).toEqual({ ok: false, error: { type: 'storageFull' } });
    full.mockRestore();
    const database = await openDB(name, 1);
    await database.clear('updates');
    database.close();
    expect((await first.durable()).ok).toBe(true);
    expect(runEntries((await document(name)).doc)).toEqual([{ id: 'a' }]);
  });

  it('[W6] moves an update that cannot be read aside, keeps it, and loads the rest', async () => {
    const name = freshName();
    const first = await document(name);
    appendRunEntries(first.doc, [{ id: 'a' }]);
    await first.durable();
    const database = await openDB(name, 1);
    const damage = new Uint8Array([7, 200, 3, 255, 255, 1]);
    await database.add('updates', damage);
    const again = await document(name);
    expect(again.damagedUpdates).toBe(1);
    expect(runEntries(again.doc)).toEqual([{ id: 'a' }]);
    const [kept] = (await database.getAllKeys('custom')).filter(
      (key) => typeof key === 'string' && key.startsWith('damaged/'),
    );
    expect(kept).toBeDefined();
    expect(await database.get('custom', kept ?? '')).toEqual(damage);
    database.close();
  });

  it('lives in memory and says so where storage cannot be opened', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError');
    });
    const lost = await document(freshName());
    appendRunEntries(lost.doc, [{ id: 'a' }]);
    expect(lost.persistent).toBe(false);
    expect(runEntries(lost.doc)).toEqual([{ id: 'a' }]);
    expect(await lost.durable()).toEqual({ ok: false, error: { type: 'storageUnavailable' } });
  });
});

describe('a run document', () => {
  it('tells of entries wherever they land, each once', async () => {
    const here = new Y.Doc();
    const there = new Y.Doc();
    const seen: unknown[] = [];
    observeRunEntries(here, (entries) => seen.push(...entries));
    appendRunEntries(here, [{ id: 'here-1' }]);
    appendRunEntries(there, [{ id: 'there-1' }, { id: 'there-2' }]);
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    appendRunEntries(here, [{ id: 'here-2' }]);
    const ids = seen.map((entry) => (entry as { id: string }).id);
    expect(ids).toEqual(['here-1', 'there-1', 'there-2', 'here-2']);
    expect(runEntries(here)).toHaveLength(4);
  });
});
