/**
 * A Yjs document kept on this device by y-indexeddb, with what y-indexeddb leaves out: a promise
 * that resolves only when a change is on disk, and a careful way in for damaged data.
 *
 * Invariants
 * - `durable()` resolves only after a transaction that holds (or follows and has seen) the document's
 *   own updates has completed. y-indexeddb drops its own write promises and quota errors, so the
 *   fence looks for each update and writes it again when it is missing; Yjs updates may be repeated.
 * - A stored update that Yjs cannot read is moved aside in the same database, never deleted, and the
 *   rest is loaded.
 */
import { type IDBPDatabase, openDB } from 'idb';
import { fetchUpdates, IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { err, ok, type Result } from '../model/result.ts';

export type StorageFailure = { readonly type: 'storageFull' } | { readonly type: 'storageUnavailable' };

export interface PersistedDocument {
  readonly doc: Y.Doc;
  /** Stored updates that could not be read and were moved aside when the document was opened. */
  readonly damagedUpdates: number;
  /**
   * Takes a whole update in that is nowhere else, from a file: `durable()` waits for it like for a change made
   * here. `false`: it is no update, and nothing was changed.
   */
  adopt(update: Uint8Array): boolean;
  /** Resolves when everything that was changed so far is on disk, or says why it is not. */
  durable(): Promise<Result<void, StorageFailure>>;
  /** Takes in what another tab has written to the disk meanwhile, and did not tell; nothing where that cannot be read. */
  reread(): Promise<void>;
  /** False when the document lives in memory only, because the device's storage cannot be opened. */
  readonly persistent: boolean;
  close(): Promise<void>;
}

const updatesStore = 'updates';
const customStore = 'custom';
/** How much further back the fence looks than its own updates, for other tabs' writes among them. */
const fenceDepth = 16;

function sameBytes(a: unknown, b: Uint8Array): boolean {
  return a instanceof Uint8Array && a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function openUpdates(name: string): Promise<IDBPDatabase> {
  // The same layout as y-indexeddb makes, so that either may come first.
  return openDB(name, 1, {
    upgrade(database) {
      database.createObjectStore(updatesStore, { autoIncrement: true });
      database.createObjectStore(customStore);
    },
    // Another tab deletes the document; y-indexeddb lets go as well.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Marks what was adopted, whose updates Yjs does not take for local. */
const adopted: unique symbol = Symbol('adopted');

function adoptInto(doc: Y.Doc, update: Uint8Array): boolean {
  const scratch = new Y.Doc();
  try {
    Y.applyUpdate(scratch, update);
  } catch {
    return false;
  } finally {
    scratch.destroy();
  }
  Y.applyUpdate(doc, update, adopted);
  return true;
}

/** Moves updates that Yjs cannot read out of the way; returns how many there were. */
async function setDamagedAside(database: IDBPDatabase): Promise<number> {
  const scratch = new Y.Doc();
  const transaction = database.transaction([updatesStore, customStore], 'readwrite');
  let damaged = 0;
  for (
    let cursor = await transaction.objectStore(updatesStore).openCursor();
    cursor !== null;
    cursor = await cursor.continue()
  ) {
    try {
      Y.applyUpdate(scratch, cursor.value as Uint8Array);
    } catch {
      damaged += 1;
      void transaction.objectStore(customStore).put(cursor.value, `damaged/${JSON.stringify(cursor.key)}`);
      void cursor.delete();
    }
  }
  await transaction.done;
  scratch.destroy();
  return damaged;
}

/** The disk has no room for what was to be written. */
export function isQuotaError(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'QuotaExceededError';
}

/** A document for a moment, stored nowhere. */
export function openMemoryDocument(): PersistedDocument {
  return memoryDocument(new Y.Doc());
}

/** A document in memory only, for a device whose storage cannot be opened. */
function memoryDocument(doc: Y.Doc): PersistedDocument {
  return {
    doc,
    damagedUpdates: 0,
    persistent: false,
    adopt: (update) => adoptInto(doc, update),
    durable: async () => err({ type: 'storageUnavailable' }),
    reread: async () => undefined,
    close: async () => doc.destroy(),
  };
}

/**
 * Opens (or makes) the document stored under `name`. Never rejects: without usable storage the
 * document lives in memory and every `durable()` says so.
 */
export async function openPersistedDocument(name: string): Promise<PersistedDocument> {
  const doc = new Y.Doc();
  let fence: IDBPDatabase;
  let damagedUpdates: number;
  try {
    fence = await openUpdates(name);
    damagedUpdates = await setDamagedAside(fence);
  } catch {
    return memoryDocument(doc);
  }

  /** This device's own updates that no fence has seen on disk yet. Others' come again from the relay. */
  let unconfirmed: readonly Uint8Array[] = [];
  /** After a failed write nothing of the past can be taken for stored: the whole state is written. */
  let failedWrites = 0;
  /** As many of them were made up for. */
  let mended = 0;
  const persistence = new IndexeddbPersistence(name, doc);
  doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local || origin === adopted) unconfirmed = [...unconfirmed, update];
  });
  await persistence.whenSynced;
  // Also a write of what others did: what is written here builds on it, and could not be read without it.
  persistence.db?.addEventListener('abort', () => {
    failedWrites += 1;
  });

  async function durable(): Promise<Result<void, StorageFailure>> {
    const wanted = unconfirmed;
    const failed = failedWrites;
    if (wanted.length === 0 && failed === mended) return ok(undefined);
    try {
      const transaction = fence.transaction(updatesStore, 'readwrite', { durability: 'strict' });
      const updates = transaction.store;
      const added: Promise<unknown>[] = [];
      if (failed > mended) {
        added.push(updates.add(Y.encodeStateAsUpdate(doc)));
      } else {
        const missing = new Set(wanted);
        let cursor = await updates.openCursor(null, 'prev');
        for (let i = 0; cursor !== null && missing.size > 0 && i < wanted.length + fenceDepth; i += 1) {
          for (const update of missing) {
            if (sameBytes(cursor.value, update)) missing.delete(update);
          }
          cursor = await cursor.continue();
        }
        for (const update of missing) added.push(updates.add(update));
      }
      // Where a write itself fails, it alone says why; where the commit fails, the transaction does.
      await Promise.all([...added, transaction.done]);
      mended = failed;
      unconfirmed = unconfirmed.filter((update) => !wanted.includes(update));
      return ok(undefined);
    } catch (reason) {
      failedWrites += 1;
      return err({ type: isQuotaError(reason) ? 'storageFull' : 'storageUnavailable' });
    }
  }

  return {
    doc,
    damagedUpdates,
    persistent: true,
    adopt: (update) => adoptInto(doc, update),
    durable,
    reread: async () => {
      try {
        await fetchUpdates(persistence);
      } catch {
        // Let go for another tab to delete it, or with an update that cannot be read: the next opening sees to that.
      }
    },
    close: async () => {
      await persistence.destroy();
      fence.close();
      doc.destroy();
    },
  };
}
