/** Removing devices: the household goes on in rooms of new keys, on real devices around a real relay. */
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, RunId } from '../../src/model/ids.ts';
import { deriveRunRoom, deriveSpaceRoom, type WriterCapability } from '../../src/sync/capability.ts';
import { decodeCapability } from '../../src/sync/capability-text.ts';
import type { SpaceRecord } from '../../src/store/device-database.ts';
import type { DeviceLine } from '../../src/views/people-view.ts';
import { decodeClientMessage } from '../../src/wire/client-message.ts';
import { type HeadlessDevice, type HeadlessOptions, openHeadlessDevice } from '../support/headless-device.ts';
import { type RelayInProcess, startRelayInProcess } from '../support/relay-in-process.ts';
import { makeSyncDevice, until } from '../support/sync-device.ts';
import { complete, startTrip, tones, untilDone } from '../support/trip.ts';

let relay: RelayInProcess;
let serial = 0;
const open = new Set<HeadlessDevice>();

async function device(name: string, rest: Partial<HeadlessOptions> = {}): Promise<HeadlessDevice> {
  const port = Number(new URL(relay.origin).port);
  const made = await openHeadlessDevice({ name: `removal/${name}-${serial}`, port, ...rest });
  open.add(made);
  return made;
}

async function close(closing: HeadlessDevice): Promise<void> {
  open.delete(closing);
  await closing.household.close();
}

beforeEach(async () => {
  serial += 1;
  relay = await startRelayInProcess();
});

afterEach(async () => {
  await Promise.all([...open].map(close));
  await relay.dispose();
});

async function live(on: HeadlessDevice): Promise<void> {
  await on.until({ kind: 'app' }, ({ sync }) => sync.state === 'live' && !sync.pending);
}

async function personOf(on: HeadlessDevice, name: string): Promise<PersonId> {
  const { people } = await on.view({ kind: 'people' });
  const known = people.find((person) => person.name === name)?.id;
  const id = known ?? (await on.done({ kind: 'addPerson', person: { name } })).person;
  if (id === undefined) throw new Error(`there is no ${name}`);
  return id;
}

async function invite(from: HeadlessDevice, name: string): Promise<string> {
  await live(from);
  const person = await personOf(from, name);
  const { invite: made } = await from.done({ kind: 'createInvite', person });
  return made?.fragment ?? '';
}

async function join(from: HeadlessDevice, name: string, to: HeadlessDevice): Promise<void> {
  await to.done({ kind: 'acceptInvite', text: await invite(from, name) });
  await deviceOf(from, name);
  await live(to);
}

/** Once its entry says everything that a removal needs. */
async function deviceOf(on: HeadlessDevice, name: string): Promise<DeviceLine> {
  const is = (line: DeviceLine): boolean => line.person?.name === name && line.canFollow;
  const view = await on.until({ kind: 'people' }, ({ devices }) => devices.some(is));
  const found = view.devices.find(is);
  if (found === undefined) throw new Error(`${name} has no device`);
  return found;
}

async function remove(on: HeadlessDevice, name: string): Promise<void> {
  const { id } = await deviceOf(on, name);
  await on.done({ kind: 'removeDevices', devices: [id] });
}

async function changeRecord(
  name: string,
  change: (record: SpaceRecord) => SpaceRecord = (record) => record,
): Promise<SpaceRecord> {
  const database = await openDB(`headless/removal/${name}-${serial}/device`);
  const [stored] = (await database.getAll('spaces')) as SpaceRecord[];
  if (stored === undefined) throw new Error(`${name} has no space`);
  const changed = change(stored);
  await database.put('spaces', changed, changed.id);
  database.close();
  return changed;
}

async function keysOf(name: string): Promise<WriterCapability> {
  const decoded = decodeCapability((await changeRecord(name)).capability);
  if (!decoded.ok || (decoded.value.role !== 'owner' && decoded.value.role !== 'editor')) {
    throw new Error(`${name} has no keys`);
  }
  return decoded.value;
}

async function household(): Promise<{
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

const meeting = 'Confirm meeting times';
const budget = 'Approve the budget';
const flights = 'Book flights';
const refusal = (type: string, rest: object = {}) => ({ ok: false, error: { type, ...rest } });

/** What somebody with these keys and no manners finds in the old rooms. */
async function intrude(keys: WriterCapability, run: RunId): Promise<readonly string[]> {
  const { url, origin } = relay;
  const hostile = makeSyncDevice({ name: `hostile-${serial}`, url, origin, seed: serial });
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

describe('a device that is removed', () => {
  it('[V4] [V7] is told, keeps its copy to read, and gets nothing new; the others go on', async () => {
    const { ana, sam, leo, run } = await household();
    await complete(ana, run, meeting);
    await untilDone(leo, run, [meeting]);
    const old = await keysOf('leo');
    await remove(ana, 'Leo');

    const app = await leo.until({ kind: 'app' }, ({ access }) => access === 'removed');
    expect(app.stage).toBe('ready');
    expect(app.problems).toEqual([]);
    await sam.until({ kind: 'app' }, ({ access, sync }) => access === 'editor' && sync.state === 'live');
    await complete(sam, run, budget);
    await untilDone(ana, run, [meeting, budget]);

    await untilDone(leo, run, [meeting]);
    const flow = await leo.view({ kind: 'flow', run });
    const row = flow.rows.find(({ title }) => title === budget);
    expect(row?.tone).not.toBe('done');
    if (row === undefined) throw new Error('the copy is gone');
    const { actions } = await leo.view({ kind: 'step', run, key: row.key });
    expect(Object.values(actions)).not.toContain(true);
    expect(await leo.household.intent({ kind: 'renameSpace', name: 'Mine' })).toMatchObject(
      refusal('notAMember'),
    );
    expect(await intrude(old, run)).toEqual(['closed', 'closed']);
    expect((await ana.view({ kind: 'people' })).devices.map(({ person }) => person?.name)).toEqual([
      'Ana',
      'Sam',
    ]);

    await close(leo);
    const again = await device('leo');
    expect((await again.view({ kind: 'app' })).access).toBe('removed');
    await untilDone(again, run, [meeting]);
  });

  it('[V8] cannot come back by a relay that forgot everything', async () => {
    const { ana, sam, leo, run } = await household();
    await complete(ana, run, meeting);
    await untilDone(sam, run, [meeting]);
    const old = await keysOf('leo');
    await remove(ana, 'Leo');
    await leo.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await sam.until({ kind: 'app' }, ({ access, sync }) => access === 'editor' && sync.state === 'live');
    await Promise.all([close(ana), close(leo)]);
    await relay.stop();
    relay.wipe();
    await relay.start();
    // Sam only followed, and closes the room again all the same.
    await complete(sam, run, budget);
    await live(sam);
    expect((await intrude(old, run))[0]).toBe('closed');
    const back = await device('ana');
    await untilDone(back, run, [meeting, budget]);
    expect((await back.view({ kind: 'app' })).spaceName).not.toBe('planted');
  });

  it('[V7] goes on with its copy when it is invited again', async () => {
    const { ana, leo, run } = await household();
    await remove(ana, 'Leo');
    await leo.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await complete(ana, run, meeting);
    await join(ana, 'Leo', leo);
    const app = await leo.view({ kind: 'app' });
    expect(app.access).toBe('editor');
    expect(app.spaces).toHaveLength(1);
    await untilDone(leo, run, [meeting]);
    await complete(leo, run, budget);
    await untilDone(ana, run, [meeting, budget]);
  });

  it('[V9] starts a household of its own from its copy, which the old one does not hear of', async () => {
    const { ana, leo, run } = await household();
    await complete(ana, run, meeting);
    await untilDone(leo, run, [meeting]);
    expect(await leo.household.intent({ kind: 'startAnew' })).toMatchObject(refusal('stillMember'));
    await remove(ana, 'Leo');
    await leo.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await leo.done({ kind: 'startAnew' });
    await leo.until({ kind: 'app' }, ({ access, sync }) => access === 'owner' && sync.state === 'live');
    await complete(leo, run, budget);
    const people = await leo.view({ kind: 'people' });
    expect(people.devices.map(({ person, role }) => [person?.name, role])).toEqual([['Leo', 'owner']]);
    expect(people.invites).toEqual([]);
    const mia = await device('mia');
    await join(leo, 'Mia', mia);
    await untilDone(mia, run, [meeting, budget]);
    expect((await tones(ana, run))[budget]).not.toBe('done');
  });
});

describe('a device that is kept', () => {
  it('[V6] follows when it comes back, with what it wrote meanwhile, also after two removals', async () => {
    const { ana, sam, leo, run } = await household();
    const mia = await device('mia');
    await join(ana, 'Mia', mia);
    await close(sam);
    // Sam writes with no relay in reach, and stops.
    const alone = await openHeadlessDevice({ name: `removal/sam-${serial}`, port: 9 });
    await complete(alone, run, meeting);
    await close(alone);
    await remove(ana, 'Leo');
    await leo.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await mia.until({ kind: 'app' }, ({ access, sync }) => access === 'editor' && sync.state === 'live');
    await remove(ana, 'Mia');
    await mia.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await ana.done({ kind: 'renameSpace', name: 'Without two' });

    const back = await device('sam');
    await untilDone(back, run, [meeting]);
    await untilDone(ana, run, [meeting]);
    await back.until(
      { kind: 'app' },
      ({ access, spaceName }) => access === 'editor' && spaceName === 'Without two',
    );
    expect((await changeRecord('sam')).closedRooms).toHaveLength(2);
    await complete(back, run, flights);
    await untilDone(ana, run, [meeting, flights]);
  });

  it('[W5] in two tabs goes on in both', async () => {
    const { ana, sam, run } = await household();
    const tab = await device('sam');
    await tab.until({ kind: 'flow', run }, ({ availability }) => availability === 'here');
    await remove(ana, 'Leo');
    await tab.until({ kind: 'app' }, ({ sync }) => sync.state === 'live');
    await complete(ana, run, meeting);
    await untilDone(tab, run, [meeting]);
    await untilDone(sam, run, [meeting]);
    await close(tab);
    await complete(sam, run, budget);
    await untilDone(ana, run, [meeting, budget]);
  });

  it('[V3] owns afterwards what it owned, if the owner key says so, and not because it claims it', async () => {
    const { ana, sam, run } = await household();
    const owner = (await changeRecord('ana')).capability;
    await close(sam);
    await changeRecord('sam', (record) => ({ ...record, capability: owner }));
    const samAgain = await device('sam');
    await ana.until({ kind: 'people' }, ({ devices }) =>
      devices.some(({ person, role }) => person?.name === 'Sam' && role === 'owner'),
    );
    await close(samAgain);
    const mia = await device('mia');
    await join(ana, 'Mia', mia);
    await remove(ana, 'Leo');
    await mia.until({ kind: 'app' }, ({ sync, access }) => sync.state === 'live' && access === 'editor');
    await remove(ana, 'Mia');
    const back = await device('sam');
    await back.until({ kind: 'app' }, ({ access, sync }) => access === 'owner' && sync.state === 'live');
    expect((await keysOf('sam')).role).toBe('owner');
    await complete(back, run, meeting);
    await untilDone(ana, run, [meeting]);
  });
});

describe('a device that nobody knew of', () => {
  it('[V7] is left behind with its edits, and brings them along when it is invited again', async () => {
    const { ana, sam, run } = await household();
    await close(sam);
    const alone = await openHeadlessDevice({ name: `removal/sam-${serial}`, port: 9 });
    await complete(alone, run, meeting);
    await close(alone);
    // As if its entry had never arrived: a key that no device has.
    const database = await openDB(`headless/removal/sam-${serial}/device`);
    const other = await device('other');
    await other.done({ kind: 'createSpace', myName: 'Other', zone: 'UTC' });
    const strange = await openDB(`headless/removal/other-${serial}/device`);
    await database.put('device', await strange.get('device', 'key'), 'key');
    database.close();
    strange.close();
    await remove(ana, 'Leo');

    const back = await device('sam');
    const app = await back.until({ kind: 'app' }, ({ access }) => access === 'leftBehind');
    expect(app.stage).toBe('ready');
    await untilDone(back, run, [meeting]);
    expect(await back.household.intent({ kind: 'renameSpace', name: 'x' })).toMatchObject(
      refusal('notAMember'),
    );
    await back.done({ kind: 'acceptInvite', text: await invite(ana, 'Sam') });
    await untilDone(ana, run, [meeting]);
    expect((await back.view({ kind: 'app' })).spaces).toHaveLength(1);
    await complete(back, run, budget);
    await untilDone(ana, run, [meeting, budget]);
  });

  it('[V1] an invite that was open leads nowhere afterwards', async () => {
    const { ana, leo } = await household();
    const text = await invite(ana, 'Noor');
    await remove(ana, 'Leo');
    await leo.until({ kind: 'app' }, ({ access }) => access === 'removed');
    expect((await ana.view({ kind: 'people' })).invites.map(({ state }) => state)).not.toContain('open');
    const late = await device('late');
    expect(await late.household.intent({ kind: 'acceptInvite', text })).toMatchObject(
      refusal('inviteTakenBack'),
    );
  });
});

describe('removing', () => {
  it('[V5] two owners at once: the first one stands, the other follows and is told', async () => {
    const { ana, sam, leo, run } = await household();
    const mia = await device('mia');
    await join(ana, 'Mia', mia);
    const owner = (await changeRecord('ana')).capability;
    await close(sam);
    await changeRecord('sam', (record) => ({ ...record, capability: owner }));
    const samAgain = await device('sam');
    await live(samAgain);
    await ana.until({ kind: 'people' }, ({ devices }) =>
      devices.some(({ person, role }) => person?.name === 'Sam' && role === 'owner'),
    );
    await live(ana);
    const [leoDevice, miaDevice] = [await deviceOf(ana, 'Leo'), await deviceOf(samAgain, 'Mia')];
    const results = await Promise.all([
      ana.household.intent({ kind: 'removeDevices', devices: [leoDevice.id] }),
      samAgain.household.intent({ kind: 'removeDevices', devices: [miaDevice.id] }),
    ]);
    const [anaWon, samWon] = results.map(({ ok }) => ok);
    expect([anaWon, samWon].filter(Boolean)).toHaveLength(1);
    const lost = results.find((result) => !result.ok);
    expect(lost).toMatchObject(refusal('notRemoved', { why: 'movedMeanwhile' }));
    const out = anaWon === true ? leo : mia;
    const still = anaWon === true ? mia : leo;
    await out.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await still.until({ kind: 'app' }, ({ access, sync }) => access === 'editor' && sync.state === 'live');
    await complete(ana, run, meeting);
    await Promise.all([untilDone(samAgain, run, [meeting]), untilDone(still, run, [meeting])]);
    // Who lost looks again, and tries again.
    await remove(anaWon === true ? samAgain : ana, anaWon === true ? 'Mia' : 'Leo');
    await still.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await complete(samAgain, run, budget);
    await untilDone(ana, run, [meeting, budget]);
  });

  it('[V5] is finished after a stop between storing it and posting it', async () => {
    const { ana, sam, leo, run } = await household();
    await close(ana);
    const isClose = (bytes: Uint8Array): boolean => {
      const message = decodeClientMessage(bytes);
      return message.ok && message.value.kind === 'close';
    };
    const stopping = await device('ana', { maySend: (bytes) => !isClose(bytes) });
    await live(stopping);
    const { id } = await deviceOf(stopping, 'Leo');
    expect(await stopping.household.intent({ kind: 'removeDevices', devices: [id] })).toMatchObject(
      refusal('notRemoved', { why: 'removalPending' }),
    );
    await close(stopping);
    expect((await leo.view({ kind: 'app' })).access).toBe('editor');
    expect(await changeRecord('ana')).toHaveProperty('pendingMove');

    const again = await device('ana');
    await leo.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await complete(again, run, meeting);
    await untilDone(sam, run, [meeting]);
    expect(await changeRecord('ana')).not.toHaveProperty('pendingMove');
    expect((await again.view({ kind: 'people' })).devices).toHaveLength(2);
  }, 30_000);

  it('is for an owner’s device, for others’ devices, with a connection', async () => {
    const { ana, sam } = await household();
    const leoDevice = await deviceOf(sam, 'Leo');
    const anaDevice = await deviceOf(ana, 'Ana');
    expect(await sam.household.intent({ kind: 'removeDevices', devices: [leoDevice.id] })).toMatchObject(
      refusal('notRemoved', { why: 'ownerOnly', who: ['Ana'] }),
    );
    expect(await ana.household.intent({ kind: 'removeDevices', devices: [anaDevice.id] })).toMatchObject(
      refusal('notRemoved', { why: 'thisDevice' }),
    );
    expect(await ana.household.intent({ kind: 'removeDevices', devices: [] })).toMatchObject(
      refusal('unknownDevice'),
    );
    await relay.stop();
    await ana.until({ kind: 'app' }, (app) => app.sync.state !== 'live');
    expect(await ana.household.intent({ kind: 'removeDevices', devices: [leoDevice.id] })).toMatchObject(
      refusal('notRemoved', { why: 'offline' }),
    );
    expect(await changeRecord('ana')).not.toHaveProperty('pendingMove');
    await relay.start();
  }, 20_000);
});

describe('what the household knows of a device', () => {
  it('is what it is, its role, when it was seen, and the name that somebody gave it', async () => {
    const { ana, sam } = await household();
    const { id, role, kind, lastSeenAt, name, isThis } = await deviceOf(ana, 'Sam');
    expect({ role, kind, name, isThis }).toEqual({
      role: 'editor',
      kind: 'phone',
      name: null,
      isThis: false,
    });
    expect(lastSeenAt).toBeGreaterThan(Date.now() - 60_000);
    await ana.done({ kind: 'renameDevice', device: id, name: ' Old phone ' });
    await sam.until({ kind: 'people' }, ({ devices }) =>
      devices.some((line) => line.isThis && line.name === 'Old phone'),
    );
    await ana.done({ kind: 'renameDevice', device: id, name: '' });
    await sam.until({ kind: 'people' }, ({ devices }) =>
      devices.some((line) => line.isThis && line.name === null),
    );
  });

  it('is written again after half a day, not with every connection', async () => {
    let now = Date.now();
    const ana = await device('ana', { now: () => now });
    await startTrip(ana);
    await live(ana);
    const seen = async () => (await deviceOf(ana, 'Ana')).lastSeenAt;
    const first = await seen();
    now += 6 * 60 * 60_000;
    await ana.household.setVisible(true);
    expect(await seen()).toBe(first);
    now += 7 * 60 * 60_000;
    await ana.household.setVisible(true);
    await ana.until({ kind: 'people' }, ({ devices }) => devices[0]?.lastSeenAt === now);
  });
});
