import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { asId, type FactId, type RunId, type WorkflowId } from '../../src/model/ids.ts';
import type { OccurrenceKey } from '../../src/model/occurrence.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { complete, startTrip } from '../support/trip.ts';

const open: HeadlessDevice[] = [];
let serial = 0;

async function device(name = `alone-${(serial += 1)}`): Promise<HeadlessDevice> {
  const made = await openHeadlessDevice({ name });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.household.close()));
});

async function currentKey(on: HeadlessDevice, run: RunId, row: number): Promise<OccurrenceKey> {
  const flow = await on.view({ kind: 'flow', run });
  const found = flow.rows[row];
  if (found === undefined) throw new Error(`no row ${row}`);
  return found.key;
}

describe('a household without any relay', () => {
  it('is empty on a new device and says so', async () => {
    const a = await device();
    const app = await a.view({ kind: 'app' });
    expect(app.stage).toBe('empty');
    expect(app.sync.state).toBe('alone');
    expect((await a.view({ kind: 'flows' })).workflows.map((workflow) => workflow.id)).toContain(
      'business-trip',
    );
  });

  it('offers each workflow with as many steps as its start counts: stand-ins are nobody’s yet', async () => {
    const a = await device();
    const { workflows } = await a.view({ kind: 'flows' });
    for (const { id, stepCount } of workflows) {
      const preview = await a.household.previewWorkflow(id);
      if (!preview.ok) throw new Error(`no ${id}`);
      const { steps } = preview.value.definition;
      expect(stepCount, id).toBe(steps.filter(({ fallbackOf }) => fallbackOf === undefined).length);
    }
    expect(workflows.find(({ id }) => id === 'board-meeting')?.stepCount).toBe(19);
  });

  it('[W3] starts the business trip and shows whose turn it is', async () => {
    const a = await device();
    const run = await startTrip(a);
    const flow = await a.view({ kind: 'flow', run });
    expect(flow.title).toBe('Lisbon board trip');
    expect(flow.rows.length).toBeGreaterThanOrEqual(8);
    expect(flow.people.map((person) => person.name).toSorted()).toEqual(['Ana', 'Sam']);
    const now = await a.view({ kind: 'now' });
    expect(now.holdingCount + now.waiting.length + now.nudge.length).toBeGreaterThan(0);
  });

  it('[W1] keeps a completed step when the device is closed right after it resolved', async () => {
    const name = 'killed';
    const a = await openHeadlessDevice({ name });
    const run = await startTrip(a);
    const key = await currentKey(a, run, 0);
    const step = await a.view({ kind: 'step', run, key });
    await a.done({
      kind: 'command',
      run,
      command: { kind: 'completeStep', occurrence: { step: step.step, items: [], iteration: 1 } },
    });
    await a.household.close();

    const again = await device(name);
    const flow = await again.until({ kind: 'flow', run }, (view) => view.availability === 'here');
    expect(flow.rows[0]?.tone).toBe('done');
    expect((await again.view({ kind: 'app' })).me?.name).toBe('Ana');
  });

  it('refuses a step that others come before, names them, and does them when asked to', async () => {
    const a = await device();
    await a.done({ kind: 'createSpace', myName: 'Ana', zone: 'Europe/Lisbon' });
    const { run } = await a.done({
      kind: 'startRun',
      title: '',
      source: { kind: 'typed', text: 'Camp week:\nPick the camp\nMedical form\nPay' },
      parts: {},
      facts: {},
      alreadyDone: [],
    });
    if (run === undefined) throw new Error('no run');
    const flow = await a.view({ kind: 'flow', run });
    const last = flow.rows.at(-1);
    if (last === undefined) throw new Error('no rows');
    const occurrence = { step: last.step, items: [], iteration: 1 };
    const refused = await a.household.intent({
      kind: 'command',
      run,
      command: { kind: 'completeStep', occurrence },
    });
    if (refused.ok || refused.error.type !== 'stepsInTheWay') throw new Error('was not refused');
    expect(refused.error.steps.length).toBe(flow.rows.length - 1);
    await a.done({
      kind: 'command',
      run,
      command: { kind: 'completeStep', occurrence, including: refused.error.steps },
    });
    expect((await a.view({ kind: 'flow', run })).status).toBe('finished');
    expect((await a.view({ kind: 'flows' })).finished.map((line) => line.run)).toEqual([run]);
  });

  it('offers to undo a completion, and the undo opens the step again', async () => {
    const a = await device();
    const run = await startTrip(a);
    const first = (await a.view({ kind: 'flow', run })).rows[0];
    if (first === undefined) throw new Error('no rows');
    const { undo } = await a.done({
      kind: 'command',
      run,
      command: { kind: 'completeStep', occurrence: { step: first.step, items: [], iteration: 1 } },
    });
    expect(undo?.commands.length).toBe(1);
    for (const command of undo?.commands ?? []) await a.done({ kind: 'command', run, command });
    const row = (await a.view({ kind: 'flow', run })).rows[0];
    expect(row?.iteration).toBe(2);
    expect(row?.tone).not.toBe('done');
  });

  it('runs a workflow typed line by line, with its people, and keeps it to start again', async () => {
    const a = await device();
    await a.done({ kind: 'createSpace', myName: 'Ana', zone: 'Europe/Lisbon' });
    const text = 'Camp week:\nPick the camp @Ana\nMedical form @Jon after pick\nPay @Ana after medical';
    const preview = await a.household.previewTyped(text);
    expect(preview.issues).toEqual([]);
    expect(preview.lines.map(({ line }) => text.split('\n')[line - 1])).toEqual(text.split('\n').slice(1));
    expect((await a.household.previewTyped(`${text}\nSwim after the moon`)).issues).toEqual([
      { type: 'noMatch', line: text.split('\n').length + 1, reference: 'the moon' },
    ]);
    const { run } = await a.done({
      kind: 'startRun',
      title: '',
      source: { kind: 'typed', text },
      parts: Object.fromEntries(
        preview.definition.parts.map((part) => [part.id, { kind: 'new' as const, name: part.name }]),
      ),
      facts: {},
      alreadyDone: [],
    });
    if (run === undefined) throw new Error('no run');
    const flow = await a.view({ kind: 'flow', run });
    expect(flow.title).toBe('Camp week');
    expect(flow.rows.map((row) => [row.title, row.holder?.name])).toEqual([
      ['Pick the camp', 'Ana'],
      ['Medical form', 'Jon'],
      ['Pay', 'Ana'],
    ]);
    const people = await a.view({ kind: 'people' });
    expect(people.people.map((person) => person.name).toSorted()).toEqual(['Ana', 'Jon']);
    const flows = await a.view({ kind: 'flows' });
    expect(
      flows.workflows.some((workflow) => workflow.source === 'saved' && workflow.title === 'Camp week'),
    ).toBe(true);
  });

  it('[W9] refuses a start with a date that could not be read again, and writes nothing', async () => {
    const a = await device();
    await startTrip(a);
    const result = await a.household.intent({
      kind: 'startRun',
      title: 'Again',
      source: { kind: 'workflow', id: asId<WorkflowId>('business-trip') },
      parts: {},
      facts: { [asId<FactId>('meeting')]: { kind: 'date', date: '12/13/2026' } },
      alreadyDone: [],
    });
    expect(result).toEqual({ ok: false, error: { type: 'unreadableInput' } });
    expect((await a.view({ kind: 'flows' })).active).toHaveLength(1);
  });

  it('[W6] works on with keys that cannot be read, says so, and invites nobody', async () => {
    const name = 'damaged-keys';
    const a = await openHeadlessDevice({ name });
    const run = await startTrip(a);
    await a.household.close();
    const database = await openDB(`headless/${name}/device`);
    const [record] = await database.getAll('spaces');
    await database.put('spaces', { ...record, capability: 'rubbish' }, record.id);
    database.close();

    const again = await device(name);
    const app = await again.view({ kind: 'app' });
    expect(app.problems).toEqual([{ type: 'keysDamaged' }]);
    await again.until({ kind: 'flow', run }, (flow) => flow.availability === 'here');
    await complete(again, run, 'Confirm meeting times');
    const sam = (await again.view({ kind: 'people' })).people.find((person) => person.name === 'Sam');
    if (sam === undefined) throw new Error('there is no Sam');
    const refused = await again.household.intent({ kind: 'createInvite', person: sam.id });
    expect(refused).toEqual({ ok: false, error: { type: 'keysDamaged' } });
  });

  it('[W5] shows the same in two tabs of one device', async () => {
    const name = 'two-tabs';
    const a = await device(name);
    const run = await startTrip(a);
    const b = await device(name);
    const first = (await b.until({ kind: 'flow', run }, (view) => view.availability === 'here')).rows[0];
    if (first === undefined) throw new Error('no rows');
    await b.done({
      kind: 'command',
      run,
      command: { kind: 'completeStep', occurrence: { step: first.step, items: [], iteration: 1 } },
    });
    const seen = await a.until({ kind: 'flow', run }, (view) => view.rows[0]?.tone === 'done');
    expect(seen.done).toBe(1);
  });
});
