import { afterEach, describe, expect, it } from 'vitest';
import { decodeLogEntry, isDamaged } from '../../src/model/decode-event.ts';
import { asId, type PersonId, type RunId } from '../../src/model/ids.ts';
import type { Person, PersonChange, RunContext } from '../../src/model/person.ts';
import { openPersistedDocument } from '../../src/store/persisted-document.ts';
import { runEntries } from '../../src/store/run-document.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { startTrip } from '../support/trip.ts';

const open: HeadlessDevice[] = [];
let serial = 0;

const nextName = (): string => `details-${(serial += 1)}`;

async function device(name = nextName()): Promise<HeadlessDevice> {
  const made = await openHeadlessDevice({ name });
  open.push(made);
  return made;
}

/** What the run was told of the household, as it lies on the disk. */
async function contextsOf(on: HeadlessDevice, name: string, run: RunId): Promise<readonly RunContext[]> {
  const space = (await on.view({ kind: 'app' })).spaces[0]?.id;
  const document = await openPersistedDocument(`headless/${name}/run/${space}/${run}`);
  const events = runEntries(document.doc).map(decodeLogEntry);
  await document.close();
  return events.flatMap((event) =>
    !isDamaged(event) && event.type === 'run.contextSet/1' && 'data' in event ? [event.data.context] : [],
  );
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.household.close()));
});

async function idOf(on: HeadlessDevice, name: string): Promise<PersonId> {
  const found = (await on.view({ kind: 'people' })).people.find((person) => person.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found.id;
}

async function said(on: HeadlessDevice, person: PersonId): Promise<Omit<Person, 'id' | 'colour'>> {
  const view = (await on.view({ kind: 'people' })).people.find(({ id }) => id === person);
  if (view === undefined) throw new Error('nobody');
  return { name: view.name, ...view.details };
}

async function change(on: HeadlessDevice, person: PersonId, set: PersonChange): Promise<void> {
  await on.done({ kind: 'changePerson', person, set });
}

describe('what is said of a person', () => {
  it('[W34] is kept field by field, over a restart, and taken away with null', async () => {
    const name = `kept-details`;
    const first = await openHeadlessDevice({ name });
    await startTrip(first);
    const sam = await idOf(first, 'Sam');
    await change(first, sam, {
      channels: { phone: ' 0123 ', mail: ' ' },
      quiet: { from: '21:00', to: '07:00' },
    });
    await change(first, sam, { zone: 'Europe/Berlin', away: [{ from: '2026-12-01', to: '2026-12-04' }] });
    await first.household.close();
    const again = await device(name);
    expect(await said(again, sam)).toEqual({
      name: 'Sam',
      channels: { phone: '0123' },
      quiet: { from: '21:00', to: '07:00' },
      zone: 'Europe/Berlin',
      away: [{ from: '2026-12-01', to: '2026-12-04' }],
    });
    await change(again, sam, { zone: null, quiet: null, away: [], channels: { phone: '' } });
    expect(await said(again, sam)).toEqual({ name: 'Sam' });
  });

  it('[W9] is not written where it could not be read again', async () => {
    const a = await device();
    await startTrip(a);
    const sam = await idOf(a, 'Sam');
    const sets: readonly object[] = [
      { zone: 'Mars/Olympus' },
      { quiet: { from: '25:00', to: '07:00' } },
      { workingHours: [null] },
      { away: [{ from: '2026-02-30', to: '2026-03-01' }] },
      { colour: 'sand' },
    ];
    for (const set of sets) {
      const result = await a.household.intent({ kind: 'changePerson', person: sam, set });
      expect(result).toEqual({ ok: false, error: { type: 'unreadableInput' } });
    }
    const nobody = asId<PersonId>('nobody');
    expect(await a.household.intent({ kind: 'changePerson', person: nobody, set: { zone: 'UTC' } })).toEqual({
      ok: false,
      error: { type: 'unknownPerson' },
    });
    expect(await a.household.intent({ kind: 'changePerson', person: sam, set: { name: ' ' } })).toEqual({
      ok: false,
      error: { type: 'emptyName' },
    });
    expect(await said(a, sam)).toEqual({ name: 'Sam' });
  });
});

describe('the runs that are going on', () => {
  it('[E6] hear of the change without waiting for a command, and only once', async () => {
    const name = nextName();
    const a = await device(name);
    const run = await startTrip(a);
    const sam = await idOf(a, 'Sam');
    const before = (await a.view({ kind: 'log', limit: 200 })).lines.length;
    await change(a, sam, { away: [{ from: '2026-12-01', to: '2026-12-04' }] });
    await change(a, sam, { away: [{ from: '2026-12-01', to: '2026-12-04' }] });
    const told = await contextsOf(a, name, run);
    expect(told).toHaveLength(2);
    expect(told.at(-1)?.people.find(({ id }) => id === sam)?.away).toEqual([
      { from: '2026-12-01', to: '2026-12-04' },
    ]);
    expect((await a.view({ kind: 'log', limit: 200 })).lines).toHaveLength(before);
  });

  it('know the days on which nobody works', async () => {
    const name = nextName();
    const a = await device(name);
    const run = await startTrip(a);
    await a.done({ kind: 'setHoliday', date: '2026-12-25', name: ' Christmas ' });
    await a.done({ kind: 'setHoliday', date: '2026-12-08', name: '' });
    expect((await a.view({ kind: 'people' })).holidays).toEqual([
      { date: '2026-12-08', name: '' },
      { date: '2026-12-25', name: 'Christmas' },
    ]);
    await a.done({ kind: 'setHoliday', date: '2026-12-08', name: null });
    expect((await contextsOf(a, name, run)).at(-1)?.holidays).toEqual(['2026-12-25']);
    await a.done({ kind: 'setHoliday', date: '2026-12-25', name: null });
    expect((await contextsOf(a, name, run)).at(-1)?.holidays).toBeUndefined();
  });
});
