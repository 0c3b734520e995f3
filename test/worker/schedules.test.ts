/** Recurring flows on whole households: what starts by itself, on one device and on several. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type FactId, type WorkflowId } from '../../src/model/ids.ts';
import type { ScheduleDraft } from '../../src/worker/schedule-messages.ts';
import { type AroundRelay, aroundRelay, live } from '../support/around-relay.ts';
import type { HeadlessDevice } from '../support/headless-device.ts';
import { child } from '../support/camps.ts';
import { complete, inviteSam, startTrip } from '../support/trip.ts';

let around: AroundRelay;
/** What every device's clock says; a test moves it. */
let clock = 0;

beforeEach(async () => {
  around = await aroundRelay();
  clock = Date.parse('2026-11-23T09:00:00Z');
});

afterEach(async () => {
  await around.dispose();
});

const now = (): number => clock;

/** The trip is long; a flow of one's own is not. */
async function typedWorkflow(on: HeadlessDevice): Promise<WorkflowId> {
  const { run } = await on.done({
    kind: 'startRun',
    title: 'Family week',
    source: { kind: 'typed', text: 'Family week:\nAsk everybody\nWrite the calendar' },
    parts: {},
    facts: {},
    alreadyDone: [],
  });
  if (run === undefined) throw new Error('nothing started');
  const { workflows } = await on.view({ kind: 'flows' });
  const own = workflows.find(({ source }) => source === 'saved');
  if (own === undefined) throw new Error('nothing was saved');
  return own.id;
}

async function draft(
  on: HeadlessDevice,
  workflow: WorkflowId,
  more: Partial<ScheduleDraft> = {},
): Promise<ScheduleDraft> {
  const { me } = await on.view({ kind: 'app' });
  if (me === null) throw new Error('nobody is here');
  return {
    workflow,
    title: 'Family week',
    pattern: { kind: 'weekly', every: 1, days: ['SU'] },
    from: '2026-11-23',
    time: '17:00',
    zone: 'Europe/Lisbon',
    catchUp: 'latest',
    overlap: 'allow',
    conductor: me.id,
    parts: {},
    facts: {},
    ...more,
  };
}

async function save(on: HeadlessDevice, more: Partial<ScheduleDraft> = {}): Promise<void> {
  const workflow = await typedWorkflow(on);
  await on.done({ kind: 'saveSchedule', draft: await draft(on, workflow, more) });
}

/** Moves the clock, and looks at the phone. */
async function at(instant: string, ...devices: readonly HeadlessDevice[]): Promise<void> {
  clock = Date.parse(instant);
  for (const device of devices) await device.household.setVisible(true);
}

async function startedTitles(on: HeadlessDevice, count: number): Promise<readonly string[]> {
  const flows = await on.until({ kind: 'flows' }, ({ active, finished }) => {
    const all = [...active, ...finished].filter(({ title, loading }) => title.includes(', ') && !loading);
    return all.length >= count;
  });
  return [...flows.active, ...flows.finished]
    .map(({ title }) => title)
    .filter((title) => title.includes(', '))
    .toSorted();
}

/** Whatever was going to happen has: the desk has looked and the documents are written. */
async function quiet(on: HeadlessDevice): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  await on.view({ kind: 'flows' });
}

const household = async (name: string): Promise<HeadlessDevice> => {
  const device = await around.device(name, { now, startPatienceMs: 0 });
  await device.done({ kind: 'createSpace', myName: 'Ana', zone: 'Europe/Lisbon' });
  return device;
};

describe('a schedule on one device', () => {
  it('[S1] says when it starts next, starts it then, and once', async () => {
    const ana = await household('ana');
    await save(ana);
    const before = await ana.until(
      { kind: 'flows' },
      ({ recurring }) => recurring[0]?.upcoming?.length === 3,
    );
    expect(before.recurring[0]?.upcoming?.[0]).toBe(Date.parse('2026-11-29T17:00:00Z'));
    await at('2026-11-29T16:59:00Z', ana);
    await quiet(ana);
    expect(await startedTitles(ana, 0)).toEqual([]);
    await at('2026-11-29T17:00:00Z', ana);
    expect(await startedTitles(ana, 1)).toEqual(['Family week, 29 Nov']);
    await at('2026-11-29T18:00:00Z', ana);
    await quiet(ana);
    expect(await startedTitles(ana, 1)).toEqual(['Family week, 29 Nov']);
    const { active, recurring } = await ana.view({ kind: 'flows' });
    const started = active.find(({ title }) => title === 'Family week, 29 Nov');
    expect(recurring[0]).toMatchObject({ running: started?.run, problem: null });
    expect(recurring[0]?.upcoming?.[0]).toBe(Date.parse('2026-12-06T17:00:00Z'));
  });

  it('[S1] [J6] starts a report for the sources that its workflow suggests, on the first working day', async () => {
    const ana = await household('ana');
    await typedWorkflow(ana);
    const { me } = await ana.view({ kind: 'app' });
    if (me === null) throw new Error('nobody is here');
    const report = await draft(ana, asId<WorkflowId>('monthly-report'), {
      title: 'Monthly report',
      pattern: { kind: 'workingDay', nth: 1 },
      parts: { books: me.id, writer: me.id, approver: me.id },
      facts: { [asId<FactId>('begins')]: 0 },
    });
    await ana.done({ kind: 'saveSchedule', draft: report });
    await at('2026-12-01T17:00:00Z', ana);
    expect(await startedTitles(ana, 1)).toEqual(['Monthly report, 1 Dec']);
    const { active } = await ana.view({ kind: 'flows' });
    const run = active.find(({ title }) => title === 'Monthly report, 1 Dec')?.run;
    if (run === undefined) throw new Error('it did not start');
    const flow = await ana.until({ kind: 'flow', run }, ({ rows }) => rows.length > 0);
    expect(flow.rows.map(({ title }) => title).filter((title) => title.startsWith('Numbers'))).toEqual([
      'Numbers · Income',
      'Numbers · Costs',
      'Numbers · Hours worked',
    ]);
  });

  it.each([
    ['latest', 'allow', ['Family week, 20 Dec']],
    ['skip', 'allow', []],
    [
      'all',
      'allow',
      ['Family week, 13 Dec', 'Family week, 20 Dec', 'Family week, 29 Nov', 'Family week, 6 Dec'],
    ],
    ['all', 'queue', ['Family week, 29 Nov']],
  ] as const)('[S2] makes up for a month away: %s, and %s', async (catchUp, overlap, expected) => {
    const ana = await household('ana');
    await save(ana, { catchUp, overlap });
    await around.close(ana);
    clock = Date.parse('2026-12-22T09:00:00Z');
    const again = await around.device('ana', { now, startPatienceMs: 0 });
    expect(await startedTitles(again, expected.length)).toEqual(expected);
    await quiet(again);
    expect(await startedTitles(again, expected.length)).toEqual(expected);
  });

  it('[S3] queues behind the last, and starts when that is over', async () => {
    const ana = await household('ana');
    await save(ana, { overlap: 'queue', catchUp: 'all' });
    await at('2026-11-29T17:00:00Z', ana);
    expect(await startedTitles(ana, 1)).toHaveLength(1);
    await at('2026-12-06T18:00:00Z', ana);
    const waits = await ana.until({ kind: 'flows' }, ({ recurring }) => recurring[0]?.held !== null);
    expect(waits.recurring[0]?.held).toBe(Date.parse('2026-12-06T17:00:00Z'));
    const first = waits.active.find(({ title }) => title === 'Family week, 29 Nov');
    if (first === undefined) throw new Error('it did not start');
    await complete(ana, first.run, 'Ask everybody');
    await complete(ana, first.run, 'Write the calendar');
    expect(await startedTitles(ana, 2)).toEqual(['Family week, 29 Nov', 'Family week, 6 Dec']);
  });

  it('[S4] leaves out what comes while it is paused, and what it is told to start early comes once', async () => {
    const ana = await household('ana');
    await save(ana);
    const { recurring } = await ana.view({ kind: 'flows' });
    const id = recurring[0]?.schedule.id;
    if (id === undefined) throw new Error('there is no schedule');
    await ana.done({ kind: 'pauseSchedule', id, paused: true });
    await at('2026-11-30T09:00:00Z', ana);
    await quiet(ana);
    await ana.done({ kind: 'pauseSchedule', id, paused: false });
    await quiet(ana);
    expect(await startedTitles(ana, 0)).toEqual([]);
    const { run } = await ana.done({ kind: 'startNext', id });
    expect(run).toBe(`${id}-20261206`);
    await at('2026-12-06T17:30:00Z', ana);
    await quiet(ana);
    expect(await startedTitles(ana, 1)).toEqual(['Family week, 6 Dec']);
    await at('2026-12-13T17:30:00Z', ana);
    expect(await startedTitles(ana, 2)).toHaveLength(2);
  });

  it('[S5] that is taken out starts nothing, and is brought back as it was', async () => {
    const ana = await household('ana');
    await save(ana);
    const { recurring } = await ana.view({ kind: 'flows' });
    const schedule = recurring[0]?.schedule;
    if (schedule === undefined) throw new Error('there is no schedule');
    await ana.done({ kind: 'removeSchedule', id: schedule.id, removed: true });
    expect((await ana.until({ kind: 'flows' }, (view) => view.recurring.length === 0)).recurring).toEqual([]);
    await at('2026-11-29T17:30:00Z', ana);
    await quiet(ana);
    expect(await startedTitles(ana, 0)).toEqual([]);
    await ana.done({ kind: 'removeSchedule', id: schedule.id, removed: false });
    const back = await ana.until({ kind: 'flows' }, (view) => view.recurring.length === 1);
    expect(back.recurring[0]?.schedule).toEqual(schedule);
  });

  it('[S8] remembers whom each start is for, and is not saved without a name where a start needs one', async () => {
    const ana = await household('ana');
    const week = await draft(ana, asId<WorkflowId>('family-week'), { facts: { sunday: 0 } as never });
    for (const items of [undefined, { people: [] }, { people: [child('each-1', ' ')] }]) {
      const unnamed = items === undefined ? week : { ...week, items };
      expect(await ana.household.intent({ kind: 'saveSchedule', draft: unnamed })).toMatchObject({
        error: { type: 'itemsNeeded', section: 'people' },
      });
    }
    const people = [child('each-1', 'Mia'), child('each-2', 'Ben')];
    // What the workflow does not have any more keeps nothing from starting.
    const items = { people, pets: [child('each-1', 'Rex')] };
    await ana.done({ kind: 'saveSchedule', draft: { ...week, items } });
    await at('2026-11-29T17:00:00Z', ana);
    await startedTitles(ana, 1);
    const { active } = await ana.view({ kind: 'flows' });
    const flow = await ana.until(
      { kind: 'flow', run: active[0]?.run as never },
      ({ rows }) => rows.length > 0,
    );
    expect(flow.itemLists[0]?.items.map(({ name }) => name)).toEqual(['Mia', 'Ben']);
  });

  it('[S6] says what a draft would start, and that a workflow has gone', async () => {
    const ana = await household('ana');
    const workflow = await typedWorkflow(ana);
    const past = await draft(ana, workflow, { from: '2026-11-01' });
    expect(await ana.household.previewSchedule(past)).toEqual({
      atOnce: [Date.parse('2026-11-22T17:00:00Z')],
      upcoming: ['29', '06', '13'].map((day) =>
        Date.parse(`2026-${day === '29' ? 11 : 12}-${day}T17:00:00Z`),
      ),
    });
    const gone = await draft(ana, asId<WorkflowId>('gone'));
    expect(await ana.household.intent({ kind: 'saveSchedule', draft: gone })).toMatchObject({
      error: { type: 'workflowMissing' },
    });
  });
});

describe('[E7] [S7] a schedule on two devices', () => {
  async function two(): Promise<{ readonly ana: HeadlessDevice; readonly sam: HeadlessDevice }> {
    const ana = await around.device('ana', { now, startPatienceMs: 0 });
    await startTrip(ana);
    const sam = await around.device('sam', { now, startPatienceMs: 0 });
    await inviteSam(ana, sam);
    await save(ana);
    await sam.until({ kind: 'flows' }, ({ recurring }) => recurring[0]?.upcoming?.length === 3);
    await live(ana);
    await live(sam);
    return { ana, sam };
  }

  it('that wake apart from each other start one run', async () => {
    const { ana, sam } = await two();
    await around.relay.stop();
    await at('2026-11-29T17:00:30Z', ana);
    expect(await startedTitles(ana, 1)).toEqual(['Family week, 29 Nov']);
    await at('2026-11-29T19:00:00Z', sam);
    expect(await startedTitles(sam, 1)).toEqual(['Family week, 29 Nov']);
    const run = (await sam.view({ kind: 'flows' })).active.find(({ title }) => title.includes(', '))?.run;
    if (run === undefined) throw new Error('it did not start');
    await complete(sam, run, 'Ask everybody');

    await around.relay.start();
    await ana.until({ kind: 'flow', run }, ({ done }) => done === 1);
    for (const device of [ana, sam]) {
      await live(device);
      const { active } = await device.view({ kind: 'flows' });
      expect(active.filter(({ title }) => title.includes(', ')).map((line) => line.run)).toEqual([run]);
      const { availability, newerEvents, damagedEntries, conductor } = await device.view({
        kind: 'flow',
        run,
      });
      expect({ availability, newerEvents, damagedEntries }).toEqual({
        availability: 'here',
        newerEvents: 0,
        damagedEntries: 0,
      });
      expect(conductor?.name).toBe('Ana');
    }
  });

  it('leaves a start to others for a while when it could not ask them', async () => {
    const { sam } = await two();
    await around.close(sam);
    await around.relay.stop();
    clock = Date.parse('2026-11-29T18:00:00Z');
    const again = await around.device('sam', { now, startPatienceMs: 60_000 });
    await quiet(again);
    expect(await startedTitles(again, 0)).toEqual([]);
    clock += 61_000;
    await again.done({ kind: 'addPerson', person: { name: 'Mia' } });
    expect(await startedTitles(again, 1)).toEqual(['Family week, 29 Nov']);
  });

  it('does nothing on a device that may only look', async () => {
    const { ana } = await two();
    const people = await ana.view({ kind: 'people' });
    const { invite } = await ana.done({
      kind: 'createInvite',
      person: people.people.at(-1)!.id,
      gives: { kind: 'view' },
    });
    const viewer = await around.device('viewer', { now, startPatienceMs: 0 });
    await viewer.done({ kind: 'acceptInvite', text: invite?.fragment ?? '' });
    await viewer.until({ kind: 'flows' }, ({ recurring }) => recurring.length === 1);
    await around.relay.stop();
    await at('2026-11-29T18:00:00Z', viewer);
    await quiet(viewer);
    expect(await startedTitles(viewer, 0)).toEqual([]);
  });
});
