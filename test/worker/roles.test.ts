import { afterEach, describe, expect, it } from 'vitest';
import { asId, type RoleId } from '../../src/model/ids.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { startTrip } from '../support/trip.ts';

let device: HeadlessDevice | null = null;

afterEach(async () => {
  await device?.household.close();
});

describe('roles', () => {
  it('are saved, changed and removed', async () => {
    device = await openHeadlessDevice({ name: 'roles' });
    await startTrip(device);
    const people = (await device.view({ kind: 'people' })).people.map(({ id }) => id);
    const { role } = await device.done({ kind: 'saveRole', name: ' Finance ', people });
    expect((await device.view({ kind: 'people' })).roles).toEqual([
      { id: role, name: 'Finance', people: people.toSorted() },
    ]);
    await device.done({ kind: 'saveRole', role: role!, name: 'Money', people: people.slice(0, 1) });
    expect((await device.view({ kind: 'people' })).roles).toEqual([
      { id: role, name: 'Money', people: people.slice(0, 1) },
    ]);
    await device.done({ kind: 'removeRole', role: role! });
    expect((await device.view({ kind: 'people' })).roles).toEqual([]);
  });

  it('need a name, people who are known, and to be there', async () => {
    device = await openHeadlessDevice({ name: 'no-roles' });
    await startTrip(device);
    const ask = device.household.intent.bind(device.household);
    expect(await ask({ kind: 'saveRole', name: ' ', people: [] })).toMatchObject({
      error: { type: 'emptyName' },
    });
    expect(await ask({ kind: 'saveRole', name: 'A', people: [asId('nobody')] })).toMatchObject({
      error: { type: 'unknownPerson' },
    });
    expect(await ask({ kind: 'saveRole', role: asId<RoleId>('gone'), name: 'A', people: [] })).toMatchObject({
      error: { type: 'roleMissing' },
    });
  });
});
