import { afterEach, describe, expect, it } from 'vitest';
import { asId, type PersonId, type RunId } from '../../src/model/ids.ts';
import { type Occurrence, occurrenceFromKey } from '../../src/model/occurrence.ts';
import type { StepView } from '../../src/views/step-view.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { startTrip } from '../support/trip.ts';

const open: HeadlessDevice[] = [];

async function trip(name: string): Promise<{ ana: HeadlessDevice; run: RunId; sam: PersonId }> {
  const ana = await openHeadlessDevice({ name });
  open.push(ana);
  const run = await startTrip(ana);
  const sam = (await ana.view({ kind: 'people' })).people.find((person) => person.name === 'Sam')?.id;
  if (sam === undefined) throw new Error('there is no Sam');
  return { ana, run, sam };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.household.close()));
});

async function firstStep(on: HeadlessDevice, run: RunId): Promise<{ at: Occurrence; view: StepView }> {
  const [row] = (await on.view({ kind: 'flow', run })).rows;
  const at = row === undefined ? null : occurrenceFromKey(row.key);
  if (row === undefined || at?.ok !== true) throw new Error('the flow has no steps');
  return { at: at.value, view: await on.view({ kind: 'step', run, key: row.key }) };
}

describe('acting for somebody', () => {
  it('[E4] writes both into what happened, and a claim is for the one spoken for', async () => {
    const { ana, run, sam } = await trip('acting-claim');
    const { at } = await firstStep(ana, run);
    await ana.done({
      kind: 'command',
      run,
      command: { kind: 'claimStep', occurrence: at },
      onBehalfOf: sam,
    });
    const { view } = await firstStep(ana, run);
    expect(view.holder?.name).toBe('Sam');
    expect(view.history[0]).toMatchObject({ by: { name: 'Ana' }, onBehalfOf: { name: 'Sam' } });
  });

  it('[E4] credits the one spoken for first, and is taken back like anything else', async () => {
    const { ana, run, sam } = await trip('acting-done');
    const { at } = await firstStep(ana, run);
    const { undo } = await ana.done({
      kind: 'command',
      run,
      command: { kind: 'completeStep', occurrence: at },
      onBehalfOf: sam,
    });
    expect((await firstStep(ana, run)).view.closedBy.map(({ name }) => name)).toEqual(['Sam', 'Ana']);
    for (const command of undo?.commands ?? []) await ana.done({ kind: 'command', run, command });
    expect((await firstStep(ana, run)).view.closedBy).toEqual([]);
  });

  it('[E4] is for people of the household; for oneself it is nothing special', async () => {
    const { ana, run } = await trip('acting-nobody');
    const { at } = await firstStep(ana, run);
    const command = { kind: 'addNote', occurrence: at, text: 'Tuesday' } as const;
    const nobody = asId<PersonId>('nobody');
    expect(await ana.household.intent({ kind: 'command', run, command, onBehalfOf: nobody })).toEqual({
      ok: false,
      error: { type: 'unknownPerson' },
    });
    const me = (await ana.view({ kind: 'app' })).me?.id;
    if (me === undefined) throw new Error('nobody is me');
    await ana.done({ kind: 'command', run, command, onBehalfOf: me });
    expect((await firstStep(ana, run)).view.history[0]).toMatchObject({ onBehalfOf: null });
  });
});
