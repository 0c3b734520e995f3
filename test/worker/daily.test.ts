import { afterEach, describe, expect, it } from 'vitest';
import { asId, type RunId, type WorkflowId } from '../../src/model/ids.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { complete, startTrip } from '../support/trip.ts';

const open: HeadlessDevice[] = [];
const tuesday = Date.UTC(2026, 10, 24, 9);
const dayMs = 86_400_000;
let now = tuesday;

async function device(name: string): Promise<HeadlessDevice> {
  const made = await openHeadlessDevice({ name: `daily-${name}`, now: () => now });
  open.push(made);
  return made;
}

afterEach(async () => {
  now = tuesday;
  await Promise.all(open.splice(0).map((each) => each.household.close()));
});

async function typed(on: HeadlessDevice, text: string): Promise<RunId> {
  const { run } = await on.done({
    kind: 'startRun',
    title: 'Errands',
    source: { kind: 'typed', text },
    parts: {},
    facts: {},
    alreadyDone: [],
  });
  if (run === undefined) throw new Error('no run was started');
  return run;
}

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Mine', ...lines, 'END:VCALENDAR'].join('\r\n');

const dentist = calendar(
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Dentist',
  'DTSTART;TZID=Europe/Lisbon:20261117T150000',
  'DTEND;TZID=Europe/Lisbon:20261117T160000',
  'RRULE:FREQ=WEEKLY',
  'END:VEVENT',
);

describe('the log, and what is over', () => {
  it('takes a step back from the log, and refuses what somebody went on from', async () => {
    const a = await device('back');
    const run = await startTrip(a);
    const [first] = (await a.view({ kind: 'flow', run })).rows;
    if (first === undefined) throw new Error('no step');
    await complete(a, run, first.title);
    const done = (await a.view({ kind: 'log', limit: 10 })).lines.find(
      ({ type }) => type === 'step.completed',
    );
    expect(done?.takeBack).toBe('undo');
    if (done === undefined) throw new Error('nothing is told');
    await a.done({ kind: 'takeBack', run, event: done.event });
    expect((await a.view({ kind: 'flow', run })).rows[0]?.tone).toBe(first.tone);
    expect(await a.household.intent({ kind: 'takeBack', run, event: done.event })).toEqual({
      ok: false,
      error: { type: 'tooLateToTakeBack' },
    });
  });

  it('archives a flow and brings it back, and says who ended it', async () => {
    const a = await device('archive');
    const run = await startTrip(a);
    await a.done({ kind: 'command', run, command: { kind: 'finishRun' } });
    await a.done({ kind: 'archiveRun', run, archived: true });
    const [line] = (await a.view({ kind: 'flows' })).finished;
    expect(line).toMatchObject({ archived: true, endedBy: { name: 'Ana' } });
    await a.done({ kind: 'archiveRun', run, archived: false });
    expect((await a.view({ kind: 'flows' })).finished[0]?.archived).toBeUndefined();
  });

  it('starts the same again: the same people, its dates as far off as they were', async () => {
    const a = await device('again');
    const run = await startTrip(a);
    now += 10 * dayMs;
    const again = await a.household.previewAgain(run);
    const [date] = Object.values(again?.facts ?? {});
    expect(date).toEqual({ kind: 'date', date: '2026-12-13' });
    const people = (await a.view({ kind: 'people' })).people.map(({ id }) => id);
    for (const pick of Object.values(again?.parts ?? {}))
      expect(pick.kind === 'person' && people.includes(pick.person)).toBe(true);
    expect(await a.household.previewAgain(asId<RunId>('nowhere'))).toBeNull();
  });
});

describe('files', () => {
  it('hands a workflow to another household, which adds it as its own', async () => {
    const [a, b] = await Promise.all([device('giver'), device('taker')]);
    await startTrip(a);
    await startTrip(b);
    const file = await a.household.workflowToFile(asId<WorkflowId>('business-trip'));
    if (file === null) throw new Error('no file');
    const before = (await b.view({ kind: 'flows' })).workflows.length;
    expect(await b.household.previewWorkflowFile(file.text)).toMatchObject({
      ok: true,
      value: { problems: [] },
    });
    await b.done({ kind: 'addWorkflow', text: file.text });
    const { workflows } = await b.view({ kind: 'flows' });
    expect(workflows).toHaveLength(before + 1);
    expect(workflows.filter(({ title }) => title === file.title)).toHaveLength(2);
  });

  it('names no people of the household in it', async () => {
    const a = await device('nobody');
    await startTrip(a);
    const sam = (await a.view({ kind: 'people' })).people.find(({ name }) => name === 'Sam');
    const run = await typed(a, 'Buy milk @sam');
    expect(run).toBeTruthy();
    const own = (await a.view({ kind: 'flows' })).workflows.find(({ source }) => source === 'saved');
    const file = own && (await a.household.workflowToFile(own.id));
    expect(file?.text).toContain('Buy milk');
    expect(file?.text).not.toContain(sam?.id);
    expect(await a.household.intent({ kind: 'addWorkflow', text: '{}' })).toEqual({
      ok: false,
      error: { type: 'workflowFileUnreadable' },
    });
  });

  it('puts dates into a calendar file', async () => {
    const a = await device('dates');
    await startTrip(a);
    const run = await typed(a, 'Call the hotel by 24 nov 3:30pm');
    const file = await a.household.calendarToFile({ kind: 'run', run });
    expect(file?.text).toContain('SUMMARY:Call the hotel\r\n');
    expect(file?.text).toContain('DTSTART:20261124T153000Z');
    const undated = await typed(a, 'Some day');
    expect(await a.household.calendarToFile({ kind: 'run', run: undated })).toBeNull();
  });

  it('tells what a step clashes with, as long as the calendar is here', async () => {
    const a = await device('clash');
    await startTrip(a);
    const run = await typed(a, 'Call the hotel by 24 nov 3:30pm');
    const [row] = (await a.view({ kind: 'flow', run })).rows;
    if (row === undefined) throw new Error('no step');
    await a.done({ kind: 'addCalendar', name: 'file', text: dentist });
    const step = await a.until({ kind: 'step', run, key: row.key }, ({ clashes = [] }) => clashes.length > 0);
    expect(step.clashes).toMatchObject([
      { title: 'Dentist', at: Date.UTC(2026, 10, 24, 15), wholeDays: false },
    ]);
    const [kept] = (await a.view({ kind: 'people' })).calendars ?? [];
    expect(kept).toMatchObject({ name: 'Mine', events: 1 });
    if (kept === undefined) throw new Error('no calendar');
    await a.done({ kind: 'removeCalendar', calendar: kept.id });
    expect((await a.view({ kind: 'step', run, key: row.key })).clashes).toEqual([]);
    expect(await a.household.intent({ kind: 'addCalendar', name: 'x', text: 'x' })).toEqual({
      ok: false,
      error: { type: 'calendarUnreadable', why: 'otherFile' },
    });
  });

  it('[R5] tells every tab of the device at once what a calendar brings and takes away', async () => {
    const a = await device('tabs');
    await startTrip(a);
    const run = await typed(a, 'Call the hotel by 24 nov 3:30pm');
    const [row] = (await a.view({ kind: 'flow', run })).rows;
    if (row === undefined) throw new Error('no step');
    const other = await device('tabs');
    const query = { kind: 'step', run, key: row.key } as const;
    // It has looked already, and found none.
    await other.until(query, ({ clashes }) => clashes?.length === 0);
    await a.done({ kind: 'addCalendar', name: 'file', text: dentist });
    const { clashes } = await other.until(query, (step) => (step.clashes ?? []).length > 0);
    expect(clashes).toMatchObject([{ title: 'Dentist' }]);
    const [kept] = (await other.view({ kind: 'people' })).calendars ?? [];
    if (kept === undefined) throw new Error('no calendar');
    await other.done({ kind: 'removeCalendar', calendar: kept.id });
    await a.until(query, (step) => step.clashes?.length === 0);
  });
});
