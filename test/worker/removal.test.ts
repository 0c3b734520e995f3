/** What a removal does to a device that is removed and to one that is kept, around a real relay. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { encodeBase64url } from '../../src/sync/base64url.ts';
import { deriveSpaceRoom } from '../../src/sync/capability.ts';
import { makeRawDeviceKey, openDeviceKey } from '../../src/sync/device-key.ts';
import { openMoved } from '../../src/sync/moved.ts';
import type { AppView } from '../../src/worker/messages.ts';
import { live } from '../support/around-relay.ts';
import {
  changeRecord,
  close,
  closeStage,
  deviceOf,
  device,
  deviceAlone,
  household,
  intrude,
  join,
  keysOf,
  openStage,
  relay,
  remove,
} from '../support/removal-stage.ts';
import { makeSyncDevice, until } from '../support/sync-device.ts';
import { complete, tones, untilDone } from '../support/trip.ts';

beforeEach(openStage);
afterEach(closeStage);

const meeting = 'Confirm meeting times';
const budget = 'Approve the budget';
const flights = 'Book flights';
const refusal = (type: string, rest: object = {}) => ({ ok: false, error: { type, ...rest } });

describe('a device that is removed', () => {
  it('[V4] [V7] [W15] is told, keeps its copy to read, and gets nothing new; the others go on', async () => {
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
    await relay().stop();
    relay().wipe();
    await relay().start();
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
    expect(await leo.household.intent({ kind: 'startAnew' })).toMatchObject(refusal('alreadyMember'));
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
    const alone = await deviceAlone('sam');
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

  it('[W5] [W14] in two tabs goes on in both', async () => {
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

  it('[V3] cannot be pushed out of its place by somebody who writes their own key there', async () => {
    const { ana, sam, run } = await household();
    const { id } = await deviceOf(ana, 'Sam');
    const { url, origin } = relay();
    const hostile = makeSyncDevice({ name: 'forger', url, origin, seed: 7 });
    const forger = openDeviceKey(makeRawDeviceKey(hostile.environment.randomBytes), null);
    const old = deriveSpaceRoom(await keysOf('leo'));
    const forged = hostile.open(old);
    const row = () => forged.doc.getMap<Y.Map<unknown>>('devices').get(id);
    await until(forged, () => row() !== undefined, 'the household’s devices');
    await close(sam);
    row()?.set('publicKey', encodeBase64url(forger.publicKey));
    await forged.room.flush();
    // Ana has it: what the forger wrote afterwards has come through.
    forged.doc.getMap('settings').set('name', 'forged');
    await ana.until({ kind: 'app' }, ({ spaceName }) => spaceName === 'forged');
    await remove(ana, 'Leo');

    await until(forged, () => forged.room.status().error?.type === 'closed', 'the end of the room');
    const end = forged.room.status().error;
    if (end?.type !== 'closed') throw new Error('the room is open');
    expect(await openMoved(old, end.tombstone.bytes, id, forger)).toMatchObject({ type: 'leftBehind' });
    await hostile.dispose();
    const back = await device('sam');
    await back.until({ kind: 'app' }, ({ access, sync }) => access === 'editor' && sync.state === 'live');
    await complete(back, run, meeting);
    await untilDone(ana, run, [meeting]);
  });

  it('[V6] still sees who is here', async () => {
    const { ana, sam } = await household();
    await remove(ana, 'Leo');
    const isHere = (name: string) => (app: AppView) => app.here.some((person) => person.name === name);
    await ana.until({ kind: 'app' }, isHere('Sam'));
    await sam.until({ kind: 'app' }, isHere('Ana'));
  });
});
