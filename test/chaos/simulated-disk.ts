/**
 * One IndexedDB a device, which can be copied, put back, emptied and filled to the brim, and from which a killed
 * tab falls away in the middle of whatever it was writing.
 *
 * Databases are opened by names such as `d1~t2/space/…`: device 1, tab 2. Both tabs of a device reach the same one.
 */
import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore, IDBOpenDBRequest, forceCloseDatabase } from 'fake-indexeddb';
import type { Owner } from './virtual-time.ts';

/** What is read here of fake-indexeddb's insides. */
interface RawStore {
  readonly name: string;
  readonly keyPath: unknown;
  readonly autoIncrement: boolean;
  readonly keyGenerator: { num: number } | null;
  readonly records: {
    values(): Iterable<{ readonly key: unknown; readonly value: unknown }>;
    put(record: object): void;
  };
}
interface RawTransaction {
  readonly db: Connection;
  readonly _state: string;
  _abort(reason: string): void;
}
interface RawDatabase {
  readonly name: string;
  readonly version: number;
  readonly rawObjectStores: Map<string, RawStore>;
  readonly transactions: readonly RawTransaction[];
}
interface Connection {
  readonly _rawDatabase: RawDatabase;
  readonly _closePending: boolean;
}
type Factory = IDBFactory & { _databases: Map<string, RawDatabase> };

export interface DiskCopy {
  readonly factory: Factory;
}

export interface SimulatedDisk {
  /** Every write fails with QuotaExceededError. */
  isFull: boolean;
  copy(): DiskCopy;
  /** Only while no tab is open. */
  putBack(copy: DiskCopy): void;
  /** Only while no tab is open: everything is gone, or the databases whose names end so. */
  lose(namesEndingWith?: string): readonly string[];
  names(): readonly string[];
  /** All values of a store in the order of their keys; null when there is none. Uncommitted ones, too. */
  read(database: string, store: string): readonly unknown[] | null;
  readOne(database: string, store: string, key: string): unknown;
}

interface DiskUser {
  readonly owner: Owner;
  readonly disk: Disk;
  readonly device: string;
  readonly connections: Connection[];
}

class Disk implements SimulatedDisk {
  isFull = false;
  factory = new IDBFactory() as Factory;

  copy(): DiskCopy {
    return { factory: copyFactory(this.factory) };
  }

  putBack(copy: DiskCopy): void {
    // A copy of the copy: it may be put back again.
    this.factory = copyFactory(copy.factory);
  }

  lose(namesEndingWith = ''): readonly string[] {
    const lost = this.names().filter((name) => name.endsWith(namesEndingWith));
    for (const name of lost) this.factory._databases.delete(name);
    return lost;
  }

  names(): readonly string[] {
    return [...this.factory._databases.keys()].sort();
  }

  read(database: string, store: string): readonly unknown[] | null {
    const found = this.factory._databases.get(database)?.rawObjectStores.get(store);
    return found === undefined ? null : Array.from(found.records.values(), ({ value }) => value);
  }

  readOne(database: string, store: string, key: string): unknown {
    const found = this.factory._databases.get(database)?.rawObjectStores.get(store);
    for (const record of found?.records.values() ?? []) if (record.key === key) return record.value;
    return undefined;
  }
}

function copyFactory(source: Factory): Factory {
  const copy = new IDBFactory() as Factory;
  for (const [name, database] of source._databases) {
    const Database = database.constructor as new (name: string, version: number) => RawDatabase;
    const made = new Database(name, database.version);
    for (const store of database.rawObjectStores.values()) {
      const Store = store.constructor as new (...given: unknown[]) => RawStore;
      const madeStore = new Store(made, store.name, store.keyPath, store.autoIncrement);
      // What is stored is never changed in place, so that the copy may share it.
      for (const { key, value } of store.records.values()) madeStore.records.put({ key, value });
      if (madeStore.keyGenerator !== null) madeStore.keyGenerator.num = store.keyGenerator?.num ?? 0;
      made.rawObjectStores.set(store.name, madeStore);
    }
    copy._databases.set(name, made);
  }
  return copy;
}

const userByTab = new Map<string, DiskUser>();
const diskByDevice = new Map<string, Disk>();

export function makeDisk(device: string): SimulatedDisk {
  const disk = new Disk();
  diskByDevice.set(device, disk);
  return disk;
}

export function forgetDisks(): void {
  userByTab.clear();
  diskByDevice.clear();
}

/** The tab may open databases from now on. */
export function attachTab(tab: string, device: string, owner: Owner): void {
  userByTab.set(tab, { owner, disk: diskByDevice.get(device) as Disk, device, connections: [] });
}

/** What the tab was writing is undone, its connections are gone. The owner is dead already. */
export function tearOffTab(tab: string): void {
  for (const connection of userByTab.get(tab)?.connections ?? []) tearOff(connection);
}

function tearOff(connection: Connection): void {
  const running = [...connection._rawDatabase.transactions];
  for (const transaction of running) {
    if (transaction.db === connection && transaction._state !== 'finished') transaction._abort('AbortError');
  }
  if (!connection._closePending) forceCloseDatabase(connection as never);
}

function open(name: string, version?: number): IDBOpenDBRequest {
  const slash = name.indexOf('/');
  const user = userByTab.get(name.slice(0, slash));
  if (user === undefined) throw new Error(`no tab has the database ${name}`);
  // Nobody is there any more to hear of it.
  if (user.owner.dead) return new IDBOpenDBRequest();
  const request = user.disk.factory.open(`${user.device}${name.slice(slash)}`, version);
  request.addEventListener('success', () => {
    const connection = request.result as unknown as Connection;
    if (user.owner.dead) tearOff(connection);
    else user.connections.push(connection);
  });
  return request;
}

function replaceGlobals(): void {
  const cmp = indexedDB.cmp.bind(indexedDB);
  Object.defineProperty(globalThis, 'indexedDB', { value: { open, cmp }, configurable: true });
  for (const method of ['add', 'put'] as const) {
    const original = IDBObjectStore.prototype[method];
    IDBObjectStore.prototype[method] = function write(this: IDBObjectStore, ...given) {
      const request = original.apply(this, given);
      const { _requests, db } = this.transaction as unknown as {
        readonly _requests: { operation: () => unknown }[];
        readonly db: Connection;
      };
      const disk = diskByDevice.get(db._rawDatabase.name.split('/', 1)[0] as string);
      const queued = _requests.at(-1);
      if (queued === undefined) return request;
      const { operation } = queued;
      queued.operation = () => {
        if (disk?.isFull === true) throw new DOMException('the disk is full', 'QuotaExceededError');
        return operation();
      };
      return request;
    };
  }
}

replaceGlobals();
