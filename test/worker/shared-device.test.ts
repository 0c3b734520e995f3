/** A device that several people use asks who is there after a while. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/model/ids.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { startTrip } from '../support/trip.ts';

const minute = 60_000;
let serial = 0;
let clock = 1_790_000_000_000;
const open = new Set<HeadlessDevice>();

async function tablet(): Promise<HeadlessDevice> {
  const made = await openHeadlessDevice({ name: `tablet/${serial}`, now: () => clock });
  open.add(made);
  return made;
}

async function close(closing: HeadlessDevice): Promise<void> {
  open.delete(closing);
  await closing.household.close();
}

async function hide(on: HeadlessDevice, minutes: number): Promise<void> {
  await on.household.setVisible(false);
  clock += minutes * minute;
  await on.household.setVisible(true);
}

async function named(on: HeadlessDevice, name: string): Promise<PersonId> {
  const { people } = await on.view({ kind: 'people' });
  const found = people.find((person) => person.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found.id;
}

afterEach(async () => {
  serial += 1;
  await Promise.all([...open].map(close));
});

describe('a shared device', () => {
  it('[T1] asks after five minutes out of sight, and goes on as whoever was chosen', async () => {
    const on = await tablet();
    const run = await startTrip(on);
    await hide(on, 60);
    expect((await on.view({ kind: 'app' })).stage).toBe('ready');
    await on.done({ kind: 'shareDevice', shared: true });
    await hide(on, 4);
    expect(await on.view({ kind: 'app' })).toMatchObject({ stage: 'ready', shared: true });
    await hide(on, 5);
    await on.until({ kind: 'app' }, ({ stage }) => stage === 'chooseMe');
    await on.done({ kind: 'chooseMe', person: await named(on, 'Sam') });
    expect(await on.view({ kind: 'app' })).toMatchObject({ stage: 'ready', me: { name: 'Sam' } });
    const { rows } = await on.view({ kind: 'flow', run });
    const [first] = rows;
    if (first === undefined) throw new Error('the trip has no steps');
    const occurrence = { step: first.step, items: [], iteration: first.iteration };
    await on.done({ kind: 'command', run, command: { kind: 'addNote', occurrence, text: 'Seen' } });
    const step = await on.view({ kind: 'step', run, key: first.key });
    expect(step.notes.map(({ text, by }) => [text, by?.name])).toEqual([['Seen', 'Sam']]);
  });

  it('[T1] asks when it is opened again after a while, and not at once', async () => {
    const on = await tablet();
    await startTrip(on);
    await on.done({ kind: 'shareDevice', shared: true });
    await on.household.setVisible(false);
    await close(on);
    clock += minute;
    const soon = await tablet();
    expect((await soon.view({ kind: 'app' })).stage).toBe('ready');
    await soon.household.setVisible(false);
    await close(soon);
    clock += 5 * minute;
    const later = await tablet();
    expect((await later.view({ kind: 'app' })).stage).toBe('chooseMe');
    await later.done({ kind: 'shareDevice', shared: false });
    expect(await later.view({ kind: 'app' })).toMatchObject({ stage: 'ready', shared: false });
  });

  it('[T2] tells its other tabs who was chosen', async () => {
    const on = await tablet();
    await startTrip(on);
    const tab = await tablet();
    await on.done({ kind: 'chooseMe', person: await named(on, 'Sam') });
    await tab.until({ kind: 'app' }, ({ me }) => me?.name === 'Sam');
  });
});
