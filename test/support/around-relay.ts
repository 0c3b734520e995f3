/** Households of several devices around one relay, and invites of every kind among them. */
import { type IDBPDatabase, openDB } from 'idb';
import type { PersonId, RunId, SpaceId } from '../../src/model/ids.ts';
import type { SpaceRecord } from '../../src/store/device-database.ts';
import type { InviteGives } from '../../src/worker/messages.ts';
import { type HeadlessDevice, type HeadlessOptions, openHeadlessDevice } from './headless-device.ts';
import { type RelayInProcess, startRelayInProcess } from './relay-in-process.ts';

export interface AroundRelay {
  readonly relay: RelayInProcess;
  /** What the environment of the device of this name is called. */
  nameOf(name: string): string;
  /** What a device keeps for itself; to be closed by the caller. */
  databaseOf(name: string): Promise<IDBPDatabase>;
  device(name: string, more?: Partial<HeadlessOptions>): Promise<HeadlessDevice>;
  /** The same device's databases without a connection. */
  alone(name: string): Promise<HeadlessDevice>;
  close(device: HeadlessDevice): Promise<void>;
  /** What a device of this name has stored about its spaces. */
  records(name: string): Promise<readonly SpaceRecord[]>;
  dispose(): Promise<void>;
}

let serial = 0;

export async function aroundRelay(): Promise<AroundRelay> {
  serial += 1;
  const prefix = `around-${process.pid}-${serial}`;
  const relay = await startRelayInProcess();
  const port = Number(new URL(relay.origin).port);
  const open = new Set<HeadlessDevice>();
  const nameOf = (name: string): string => `${prefix}/${name}`;
  const databaseOf = (name: string): Promise<IDBPDatabase> => openDB(`headless/${nameOf(name)}/device`);
  async function openOne(options: HeadlessOptions): Promise<HeadlessDevice> {
    const made = await openHeadlessDevice(options);
    open.add(made);
    return made;
  }
  async function close(device: HeadlessDevice): Promise<void> {
    open.delete(device);
    await device.household.close();
  }
  return {
    relay,
    nameOf,
    databaseOf,
    device: (name, more = {}) => openOne({ name: nameOf(name), port, ...more }),
    alone: (name) => openOne({ name: nameOf(name) }),
    close,
    records: async (name) => {
      const database = await databaseOf(name);
      const records = (await database.getAll('spaces')) as readonly SpaceRecord[];
      database.close();
      return records;
    },
    dispose: async () => {
      await Promise.all([...open].map(close));
      await relay.dispose();
    },
  };
}

export async function live(on: HeadlessDevice): Promise<void> {
  await on.until({ kind: 'app' }, ({ sync }) => sync.state === 'live' && !sync.pending);
}

export async function shownSpace(on: HeadlessDevice): Promise<SpaceId> {
  const { spaces } = await on.view({ kind: 'app' });
  const shown = spaces.find((space) => space.shown);
  if (shown === undefined) throw new Error('no space is shown');
  return shown.id;
}

export async function personOf(on: HeadlessDevice, name: string): Promise<PersonId> {
  const { people } = await on.view({ kind: 'people' });
  const known = people.find((person) => person.name === name)?.id;
  const id = known ?? (await on.done({ kind: 'addPerson', person: { name } })).person;
  if (id === undefined) throw new Error(`there is no ${name}`);
  return id;
}

export interface Given {
  readonly id: string;
  readonly fragment: string;
}

export async function give(from: HeadlessDevice, name: string, gives: InviteGives): Promise<Given> {
  await live(from);
  const { invite } = await from.done({ kind: 'createInvite', person: await personOf(from, name), gives });
  if (invite === undefined) throw new Error('no invite was made');
  return invite;
}

/** Hands steps of a run to somebody. */
export async function handOver(
  on: HeadlessDevice,
  run: RunId,
  titles: readonly string[],
  to: PersonId,
): Promise<void> {
  const { rows } = await on.view({ kind: 'flow', run });
  for (const row of rows) {
    if (!titles.includes(row.title)) continue;
    const occurrence = { step: row.step, items: [], iteration: row.iteration };
    await on.done({ kind: 'command', run, command: { kind: 'reassignStep', occurrence, to } });
  }
}
