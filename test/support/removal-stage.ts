/**
 * A household of three around a real relay, for tests of who is put out and who goes on. One stage a test
 * file: `openStage` before each test, `closeStage` after it.
 */
import type { IDBPDatabase } from 'idb';
import type { SpaceRecord } from '../../src/store/device-database.ts';
import type { RunId } from '../../src/model/ids.ts';
import { deriveRunRoom, deriveSpaceRoom, type WriterCapability } from '../../src/sync/capability.ts';
import { decodeCapability } from '../../src/sync/capability-text.ts';
import type { DeviceLine } from '../../src/views/people-view.ts';
import { type AroundRelay, aroundRelay, live, personOf } from './around-relay.ts';
import type { HeadlessDevice, HeadlessOptions } from './headless-device.ts';
import type { RelayInProcess } from './relay-in-process.ts';
import { makeSyncDevice, until } from './sync-device.ts';
import { startTrip, untilDone } from './trip.ts';

let current: AroundRelay | null = null;
let intruders = 0;

function around(): AroundRelay {
  if (current === null) throw new Error('the stage is closed');
  return current;
}

export function relay(): RelayInProcess {
  return around().relay;
}

export async function openStage(): Promise<void> {
  current = await aroundRelay();
}

export async function closeStage(): Promise<void> {
  await current?.dispose();
  current = null;
}

/** The device of this name in this test; again after it was closed, with what it stored. */
export function device(name: string, rest: Partial<HeadlessOptions> = {}): Promise<HeadlessDevice> {
  return around().device(name, rest);
}

/** The same with no relay in reach. */
export function deviceAlone(name: string): Promise<HeadlessDevice> {
  return around().alone(name);
}

/** What a device keeps for itself. */
export function databaseOf(name: string): Promise<IDBPDatabase> {
  return around().databaseOf(name);
}

export function close(closing: HeadlessDevice): Promise<void> {
  return around().close(closing);
}

export async function invite(from: HeadlessDevice, name: string): Promise<string> {
  await live(from);
  const person = await personOf(from, name);
  const { invite: made } = await from.done({ kind: 'createInvite', person });
  return made?.fragment ?? '';
}

export async function join(from: HeadlessDevice, name: string, to: HeadlessDevice): Promise<void> {
  await to.done({ kind: 'acceptInvite', text: await invite(from, name) });
  await deviceOf(from, name);
  await live(to);
}

/** Once its entry says everything that a removal needs. */
export async function deviceOf(on: HeadlessDevice, name: string): Promise<DeviceLine> {
  const is = (line: DeviceLine): boolean => line.person?.name === name && line.canFollow;
  const view = await on.until({ kind: 'people' }, ({ devices }) => devices.some(is));
  const found = view.devices.find(is);
  if (found === undefined) throw new Error(`${name} has no device`);
  return found;
}

export async function remove(on: HeadlessDevice, name: string): Promise<void> {
  const { id } = await deviceOf(on, name);
  await on.done({ kind: 'removeDevices', devices: [id] });
}

export async function changeRecord(
  name: string,
  change: (record: SpaceRecord) => SpaceRecord = (record) => record,
): Promise<SpaceRecord> {
  const database = await databaseOf(name);
  const [stored] = (await database.getAll('spaces')) as SpaceRecord[];
  if (stored === undefined) throw new Error(`${name} has no space`);
  const changed = change(stored);
  await database.put('spaces', changed, changed.id);
  database.close();
  return changed;
}

export async function keysOf(name: string): Promise<WriterCapability> {
  const decoded = decodeCapability((await changeRecord(name)).capability);
  if (!decoded.ok || (decoded.value.role !== 'owner' && decoded.value.role !== 'editor')) {
    throw new Error(`${name} has no keys`);
  }
  return decoded.value;
}

export async function household(): Promise<{
  ana: HeadlessDevice;
  sam: HeadlessDevice;
  leo: HeadlessDevice;
  run: RunId;
}> {
  const ana = await device('ana');
  const run = await startTrip(ana);
  const [sam, leo] = await Promise.all([device('sam'), device('leo')]);
  await join(ana, 'Sam', sam);
  await join(ana, 'Leo', leo);
  await untilDone(sam, run, []);
  return { ana, sam, leo, run };
}

/** What somebody with these keys and no manners finds in the old rooms. */
export async function intrude(keys: WriterCapability, run: RunId): Promise<readonly string[]> {
  const { url, origin } = relay();
  intruders += 1;
  const hostile = makeSyncDevice({ name: `hostile-${intruders}`, url, origin, seed: intruders });
  const rooms = [deriveSpaceRoom(keys), deriveRunRoom(keys, run, 1)].map((room) => {
    const document = hostile.open(room);
    document.list.push(['planted']);
    return document;
  });
  const settled = (phase: string): boolean => phase === 'live' || phase === 'closed';
  await Promise.all(rooms.map((each) => until(each, () => settled(each.room.status().phase), 'an answer')));
  const phases = rooms.map((each) => each.room.status().phase);
  await hostile.dispose();
  return phases;
}
