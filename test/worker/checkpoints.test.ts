import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkpointSchema } from '../../src/engine/checkpoint.ts';
import { createRunFold } from '../../src/engine/fold-run.ts';
import { asId, type RunId } from '../../src/model/ids.ts';
import type { CheckpointRecord } from '../../src/store/device-database.ts';
import { openPersistedDocument } from '../../src/store/persisted-document.ts';
import { appendRunEntries } from '../../src/store/run-document.ts';
import { fewestEvents } from '../../src/worker/run-checkpoint.ts';
import { type HeadlessDevice, type HeadlessOptions, openHeadlessDevice } from '../support/headless-device.ts';
import { type RelayInProcess, startRelayInProcess } from '../support/relay-in-process.ts';
import { complete, inviteSam, startTrip, tones, untilDone } from '../support/trip.ts';

vi.mock('../../src/engine/fold-run.ts', { spy: true });
const folds = vi.mocked(createRunFold);

const open = new Set<HeadlessDevice>();
let serial = 0;

async function device(name: string, rest: Partial<HeadlessOptions> = {}): Promise<HeadlessDevice> {
  const made = await openHeadlessDevice({ name, ...rest });
  open.add(made);
  return made;
}

async function close(closing: HeadlessDevice): Promise<void> {
  open.delete(closing);
  await closing.household.close();
}

afterEach(async () => {
  await Promise.all([...open].map(close));
});

/** Says enough on a step for a checkpoint to be worth its room. */
async function talk(on: HeadlessDevice, run: RunId): Promise<void> {
  const row = (await on.view({ kind: 'flow', run })).rows[0];
  if (row === undefined) throw new Error('no rows');
  const occurrence = { step: row.step, items: [], iteration: row.iteration };
  for (let index = 0; index < fewestEvents; index += 1)
    await on.done({ kind: 'command', run, command: { kind: 'addNote', occurrence, text: `note ${index}` } });
}

/** A device on which a run of more than fifty events is under way, stopped in good order. */
async function stopped(): Promise<{ readonly name: string; readonly run: RunId }> {
  const name = `checkpoints-${(serial += 1)}`;
  const first = await device(name);
  const run = await startTrip(first);
  await talk(first, run);
  await complete(first, run, 'Confirm meeting times');
  await close(first);
  folds.mockClear();
  return { name, run };
}

type Rows = readonly (readonly [readonly [space: string, run: string], CheckpointRecord])[];

async function rowsOf(name: string): Promise<Rows> {
  const database = await openDB(`headless/${name}/device`);
  const keys = (await database.getAllKeys('checkpoints')) as [string, string][];
  const rows = (await database.getAll('checkpoints')) as readonly CheckpointRecord[];
  database.close();
  return keys.map((key, index) => [key, rows[index] as CheckpointRecord] as const);
}

async function spaceOf(name: string): Promise<string> {
  const [row] = await rowsOf(name);
  if (row === undefined) throw new Error('there is no checkpoint');
  return row[0][0];
}

async function replaceRows(name: string, change: (row: CheckpointRecord) => unknown): Promise<void> {
  const rows = await rowsOf(name);
  expect(rows).toHaveLength(1);
  const database = await openDB(`headless/${name}/device`);
  for (const [key, row] of rows) await database.put('checkpoints', change(row), [...key]);
  database.close();
}

async function forget(name: string): Promise<void> {
  const database = await openDB(`headless/${name}/device`);
  await database.clear('checkpoints');
  database.close();
}

/** The screens that an opening device may show first; how far sync has come is another matter. */
async function firstScreens(on: HeadlessDevice, run: RunId): Promise<unknown> {
  return [
    await on.until({ kind: 'flow', run }, (flow) => flow.availability === 'here'),
    { ...(await on.view({ kind: 'app' })), sync: null },
    await on.view({ kind: 'now' }),
    await on.view({ kind: 'flows' }),
    await on.view({ kind: 'people' }),
  ];
}

async function allScreens(on: HeadlessDevice, run: RunId): Promise<unknown> {
  const { rows } = await on.view({ kind: 'flow', run });
  const steps = [];
  for (const { key } of rows) steps.push(await on.view({ kind: 'step', run, key }));
  return [await firstScreens(on, run), steps, await on.view({ kind: 'log', limit: 100 })];
}

/** What the device shows when it has to fold the log. */
async function shownWithout(name: string, run: RunId, now: () => number): Promise<unknown> {
  await forget(name);
  const plain = await device(name, { now });
  const shown = await allScreens(plain, run);
  await close(plain);
  return shown;
}

describe('a device that opens a run of which it has a checkpoint', () => {
  it('[W10] shows the first screens without folding the log', async () => {
    const { name, run } = await stopped();
    const again = await device(name);
    const shown = await firstScreens(again, run);
    expect(JSON.stringify(shown)).toContain('Confirm meeting times');
    expect(folds).not.toHaveBeenCalled();
    await again.view({ kind: 'log', limit: 100 });
    expect(folds).toHaveBeenCalledTimes(1);
  });

  it('[W10] shows on every screen what it would show without one', async () => {
    const { name, run } = await stopped();
    const at = Date.now();
    const again = await device(name, { now: () => at });
    const shown = await allScreens(again, run);
    await close(again);
    expect(shown).toEqual(await shownWithout(name, run, () => at));
  });

  it('[W10] decides on from there, folding the log once', async () => {
    const { name, run } = await stopped();
    const at = Date.now();
    const again = await device(name, { now: () => at });
    await complete(again, run, 'Approve the budget');
    expect((await tones(again, run))['Approve the budget']).toBe('done');
    expect(folds).toHaveBeenCalledTimes(1);
    const shown = await allScreens(again, run);
    await close(again);
    expect(shown).toEqual(await shownWithout(name, run, () => at));
  });

  it('[W10] refuses and undoes as it would without one', async () => {
    const { name, run } = await stopped();
    const again = await device(name);
    const { rows } = await again.until({ kind: 'flow', run }, (flow) => flow.availability === 'here');
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no rows');
    const refused = await again.household.intent({
      kind: 'command',
      run,
      command: { kind: 'completeStep', occurrence: { step: last.step, items: [], iteration: 1 } },
    });
    expect(refused.ok).toBe(false);
    expect(folds).not.toHaveBeenCalled();
    const { undo } = await again.done({
      kind: 'command',
      run,
      command: { kind: 'reopenStep', occurrence: { step: first.step, items: [], iteration: 1 } },
    });
    expect(undo?.commands[0]?.kind).toBe('completeStep');
    expect((await again.view({ kind: 'flow', run })).rows[0]?.iteration).toBe(2);
  });

  it('[W10] writes the next one when it is hidden, before anything is closed', async () => {
    const { name, run } = await stopped();
    const [before] = await rowsOf(name);
    const again = await device(name);
    await complete(again, run, 'Approve the budget');
    await again.household.setVisible(false);
    const [after] = await rowsOf(name);
    expect(after?.[1].version).not.toEqual(before?.[1].version);
    folds.mockClear();
    const third = await device(name);
    await untilDone(third, run, ['Confirm meeting times', 'Approve the budget']);
    expect(folds).not.toHaveBeenCalled();
  });

  it('[W6] [W10] counts damaged entries and those of a newer version as before', async () => {
    const { name, run } = await stopped();
    const space = await spaceOf(name);
    const document = await openPersistedDocument(`headless/${name}/run/${space}/${run}`);
    const envelope = { id: 'later.0', run, actor: 'ana', device: 'later', at: 1, parents: [] };
    const newer = { ...envelope, type: 'step.teleported/1', data: {} };
    appendRunEntries(document.doc, [42, 'rubbish', newer]);
    await document.durable();
    await document.close();
    const wanted = [
      expect.objectContaining({ type: 'damagedEntries', run, count: 2 }),
      expect.objectContaining({ type: 'newerEvents', run, count: 1 }),
    ];

    const second = await device(name);
    expect((await second.view({ kind: 'app' })).problems).toEqual(wanted);
    expect(folds).toHaveBeenCalledTimes(1);
    await close(second);
    folds.mockClear();
    const third = await device(name);
    expect((await third.view({ kind: 'app' })).problems).toEqual(wanted);
    expect(folds).not.toHaveBeenCalled();
    expect((await third.view({ kind: 'flow', run })).newerEvents).toBe(1);
  });

  it('[W10] keeps none of a short log, which folds as fast', async () => {
    const name = `checkpoints-${(serial += 1)}`;
    const short = await device(name);
    await startTrip(short);
    await close(short);
    expect(await rowsOf(name)).toEqual([]);
  });
});

describe('a checkpoint that is not of this document', () => {
  it('[W10] is left alone when the document has more', async () => {
    const { name, run } = await stopped();
    const [old] = await rowsOf(name);
    const second = await device(name);
    await complete(second, run, 'Approve the budget');
    await close(second);
    await replaceRows(name, () => old?.[1]);
    folds.mockClear();
    const third = await device(name);
    await untilDone(third, run, ['Confirm meeting times', 'Approve the budget']);
    expect(folds).toHaveBeenCalledTimes(1);
  });

  it('[W10] is left alone when the document has less', async () => {
    const { name, run } = await stopped();
    const space = await spaceOf(name);
    const updates = await openDB(`headless/${name}/run/${space}/${run}`);
    const last = (await updates.getAllKeys('updates')).at(-1);
    await updates.delete('updates', last ?? 0);
    updates.close();
    const again = await device(name);
    const flow = await again.until({ kind: 'flow', run }, ({ availability }) => availability === 'here');
    expect(flow.done).toBe(0);
    expect(folds).toHaveBeenCalledTimes(1);
  });

  const withState = (row: CheckpointRecord, change: object): unknown => {
    const { state, ...rest } = row.content as { readonly state: object };
    return { ...row, content: { ...rest, state: { ...state, ...change } } };
  };

  it.each<readonly [string, (row: CheckpointRecord) => unknown]>([
    ['rubbish', () => 'rubbish'],
    ['without a version', ({ content }) => ({ content })],
    ['without content', ({ version }) => ({ version })],
    ['with other content', (row) => ({ ...row, content: { state: 7, damaged: 0 } })],
    [
      'without its count',
      ({ version, content }) => ({ version, content: { ...(content as object), damaged: null } }),
    ],
    ['of another schema', (row) => withState(row, { schema: checkpointSchema + 1 })],
    ['of another run', (row) => withState(row, { run: asId<RunId>('another') })],
    ['without occurrences', (row) => withState(row, { occurrences: undefined })],
    ['with damaged facts', (row) => withState(row, { facts: [null] })],
  ])('[W10] is left alone and written anew when it is %s', async (_what, damage) => {
    const { name, run } = await stopped();
    const [good] = await rowsOf(name);
    await replaceRows(name, damage);
    const again = await device(name);
    await untilDone(again, run, ['Confirm meeting times']);
    expect(folds).toHaveBeenCalledTimes(1);
    await close(again);
    expect(await rowsOf(name)).toEqual([good]);
  });

  it('[W10] is not missed on a device that has no room for any', async () => {
    const name = `checkpoints-${(serial += 1)}`;
    const stores = ['device', 'spaces', 'cursors', 'invites'];
    const bare = await openDB(`headless/${name}/device`, 2, {
      upgrade: (database) => stores.forEach((store) => database.createObjectStore(store)),
    });
    bare.close();
    const first = await device(name);
    const run = await startTrip(first);
    await talk(first, run);
    await complete(first, run, 'Confirm meeting times');
    await close(first);
    const again = await device(name);
    await untilDone(again, run, ['Confirm meeting times']);
    expect((await again.view({ kind: 'app' })).problems).toEqual([]);
  });
});

describe('a checkpoint and other devices', () => {
  let relay: RelayInProcess;
  beforeEach(async () => {
    relay = await startRelayInProcess();
  });
  afterEach(() => relay.dispose());

  it('[W4] [W10] takes in what others did meanwhile', async () => {
    const port = Number(new URL(relay.origin).port);
    const names = { ana: `checkpoints-${(serial += 1)}`, sam: `checkpoints-${(serial += 1)}` };
    const ana = await device(names.ana, { port });
    const run = await startTrip(ana);
    await talk(ana, run);
    const sam = await device(names.sam, { port });
    await inviteSam(ana, sam);
    await sam.until({ kind: 'flow', run }, (flow) => flow.availability === 'here');
    await close(ana);
    await complete(sam, run, 'Confirm meeting times');
    await sam.until({ kind: 'app' }, (app) => app.sync.state === 'live');

    folds.mockClear();
    const alone = await device(names.ana);
    await alone.until({ kind: 'flow', run }, (flow) => flow.availability === 'here' && flow.done === 0);
    expect(folds).not.toHaveBeenCalled();
    await close(alone);
    const again = await device(names.ana, { port });
    await untilDone(again, run, ['Confirm meeting times']);
    await complete(again, run, 'Approve the budget');
    await untilDone(sam, run, ['Confirm meeting times', 'Approve the budget']);
  });
});
