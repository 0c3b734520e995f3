/** Removing, where something comes in between, and what the household knows of its devices. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunId } from '../../src/model/ids.ts';
import { decodeClientMessage } from '../../src/wire/client-message.ts';
import { live } from '../support/around-relay.ts';
import type { HeadlessDevice } from '../support/headless-device.ts';
import {
  changeRecord,
  close,
  closeStage,
  databaseOf,
  device,
  deviceAlone,
  deviceOf,
  household,
  invite,
  join,
  openStage,
  relay,
  remove,
} from '../support/removal-stage.ts';
import { complete, startTrip, untilDone } from '../support/trip.ts';

beforeEach(openStage);
afterEach(closeStage);

const meeting = 'Confirm meeting times';
const budget = 'Approve the budget';
const refusal = (type: string, rest: object = {}) => ({ ok: false, error: { type, ...rest } });

/** Goes away, writes something, and comes back with a key that nobody has for it: as if its entry had never arrived. */
async function leaveBehind(sam: HeadlessDevice, run: RunId): Promise<void> {
  await close(sam);
  const alone = await deviceAlone('sam');
  await complete(alone, run, meeting);
  await close(alone);
  const database = await databaseOf('sam');
  const other = await device('other');
  await other.done({ kind: 'createSpace', myName: 'Other', zone: 'UTC' });
  const strange = await databaseOf('other');
  await database.put('device', await strange.get('device', 'key'), 'key');
  database.close();
  strange.close();
}

describe('a device that nobody knew of', () => {
  it('[V7] is left behind with its edits, and brings them along when it is invited again', async () => {
    const { ana, sam, run } = await household();
    await leaveBehind(sam, run);
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

  it('[V10] and that missed later moves as well goes on with its copy', async () => {
    const { ana, sam, run } = await household();
    for (const name of ['Mo', 'Kim']) await join(ana, name, await device(name));
    await leaveBehind(sam, run);
    for (const name of ['Leo', 'Mo', 'Kim']) await remove(ana, name);

    const back = await device('sam');
    await back.until({ kind: 'app' }, ({ access }) => access === 'leftBehind');
    await back.done({ kind: 'acceptInvite', text: await invite(ana, 'Sam') });
    await untilDone(ana, run, [meeting]);
    const { spaces, access } = await back.view({ kind: 'app' });
    expect([spaces.length, access]).toEqual([1, 'editor']);
    await complete(back, run, budget);
    await untilDone(ana, run, [meeting, budget]);
  });

  it('[V10] is led nowhere by a stranger who knows what its household is called', async () => {
    const { ana, sam, run } = await household();
    await leaveBehind(sam, run);
    await remove(ana, 'Leo');
    const back = await device('sam');
    await back.until({ kind: 'app' }, ({ access }) => access === 'leftBehind');
    const eve = await device('eve');
    await eve.done({ kind: 'createSpace', myName: 'Eve', zone: 'UTC' });
    const { id } = await changeRecord('sam');
    const database = await databaseOf('eve');
    await close(eve);
    const record = await changeRecord('eve');
    await database.delete('spaces', record.id);
    await database.put('spaces', { ...record, id }, id);
    database.close();
    const hers = await device('eve');
    await back.done({ kind: 'acceptInvite', text: await invite(hers, 'Sam') });
    // Beside the copy, in which nothing was changed; nothing of it comes to her.
    expect((await back.view({ kind: 'app' })).spaces).toHaveLength(2);
    await live(back);
    expect((await hers.view({ kind: 'flows' })).active).toEqual([]);
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

  it('[V5] [W14] is finished after a stop between storing it and posting it', async () => {
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

  it('[W30] tells a guest whose link was made by whoever was being removed, before they heard of it', async () => {
    const { ana, leo, run } = await household();
    await close(ana);
    const isClose = (bytes: Uint8Array): boolean => {
      const message = decodeClientMessage(bytes);
      return message.ok && message.value.kind === 'close';
    };
    const stopping = await device('ana', { maySend: (bytes) => !isClose(bytes) });
    await live(stopping);
    const { id } = await deviceOf(stopping, 'Leo');
    await stopping.household.intent({ kind: 'removeDevices', devices: [id] });
    await close(stopping);

    const { person } = await leo.done({ kind: 'addPerson', person: { name: 'Noor' } });
    if (person === undefined) throw new Error('nobody was added');
    const made = await leo.done({ kind: 'createInvite', person, gives: { kind: 'guest', run } });
    const guest = await device('guest');
    await guest.done({ kind: 'acceptInvite', text: made.invite?.fragment ?? '' });
    await guest.until({ kind: 'app' }, ({ access, sync }) => access === 'guest' && sync.state === 'live');
    await device('ana');
    await leo.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await guest.until({ kind: 'app' }, ({ access }) => access === 'removed');
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
    await relay().stop();
    await ana.until({ kind: 'app' }, (app) => app.sync.state !== 'live');
    expect(await ana.household.intent({ kind: 'removeDevices', devices: [leoDevice.id] })).toMatchObject(
      refusal('notRemoved', { why: 'offline' }),
    );
    expect(await changeRecord('ana')).not.toHaveProperty('pendingMove');
    await relay().start();
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

  it('[W16] is written again after half a day, not with every connection', async () => {
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
