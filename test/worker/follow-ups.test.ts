/** What follows a run, on whole households: it starts by itself, once, whoever brought the run there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type FactId, type RunId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import { occurrenceAt } from '../../src/model/place.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { openPersistedDocument } from '../../src/store/persisted-document.ts';
import { runEntries } from '../../src/store/run-document.ts';
import type { FlowView } from '../../src/views/flow-view.ts';
import { runDatabaseName } from '../../src/worker/space-session.ts';
import { type AroundRelay, aroundRelay, live, personOf, shownSpace } from '../support/around-relay.ts';
import type { HeadlessDevice } from '../support/headless-device.ts';
import { inviteSam } from '../support/trip.ts';

let around: AroundRelay;
let clock = 0;
const now = (): number => clock;

beforeEach(async () => {
  around = await aroundRelay();
  clock = Date.parse('2026-11-23T09:00:00Z');
});
afterEach(async () => {
  await around.dispose();
});

const contract = asId<WorkflowId>('contract-approval');
const partner = asId<FactId>('client');

async function household(): Promise<HeadlessDevice> {
  const device = await around.device('ana', { now, startPatienceMs: 0 });
  await device.done({ kind: 'createSpace', myName: 'Ana', zone: 'Europe/Lisbon' });
  return device;
}

async function startContract(on: HeadlessDevice, done: readonly string[] = []): Promise<RunId> {
  const { run } = await on.done({
    kind: 'startRun',
    title: 'Acme',
    source: { kind: 'workflow', id: contract },
    parts: { owner: { kind: 'me' }, finance: { kind: 'new', name: 'Leo' } },
    facts: { [partner]: { kind: 'text', text: 'Acme Ltd' } },
    alreadyDone: ['draft', 'legal-review', 'finance-review', 'owner-review', 'send', ...done].map((id) =>
      asId<StepId>(id),
    ),
  });
  if (run === undefined) throw new Error('nothing started');
  return run;
}

const signed = (on: HeadlessDevice, run: RunId) =>
  on.done({
    kind: 'command',
    run,
    command: {
      kind: 'completeStep',
      occurrence: occurrenceAt(asId<StepId>('signature'), 1),
      facts: { [asId<FactId>('signed-on')]: { kind: 'date', date: '2026-11-23' } },
    },
  });

async function followers(on: HeadlessDevice, count: number): Promise<readonly RunId[]> {
  const flows = await on.until(
    { kind: 'flows' },
    ({ active }) =>
      active.filter(({ title, loading }) => title.startsWith('New client') && !loading).length >= count,
  );
  return flows.active.filter(({ title }) => title.startsWith('New client')).map(({ run }) => run);
}

const flowOf = (on: HeadlessDevice, run: RunId): Promise<FlowView> =>
  on.until({ kind: 'flow', run }, ({ availability }) => availability === 'here');

async function quiet(on: HeadlessDevice): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  await on.view({ kind: 'flows' });
}

describe('what follows a run', () => {
  it('[L2] starts by itself when the contract is signed, with the client and the people, and each says so of the other', async () => {
    const ana = await household();
    const run = await startContract(ana);
    expect((await flowOf(ana, run)).followUps).toMatchObject([
      { id: 'client', workflow: 'New client', started: null, problem: null },
    ]);
    await quiet(ana);
    expect(await followers(ana, 0)).toEqual([]);
    await signed(ana, run);
    const [next] = await followers(ana, 1);
    const flow = await flowOf(ana, next as RunId);
    expect(flow.title).toBe('New client, Acme');
    expect(flow.conductor?.name).toBe('Ana');
    expect(flow.follows).toEqual({ run, title: 'Acme' });
    const facts = new Map(flow.facts.map(({ fact, value }) => [String(fact), value]));
    expect(facts.get('client')).toEqual({ kind: 'text', text: 'Acme Ltd' });
    expect(facts.get('start')).toEqual({ kind: 'date', date: '2026-12-07' });
    expect(flow.rows.find(({ step }) => step === 'billing')?.holder?.name).toBe('Leo');
    expect((await flowOf(ana, run)).followUps).toMatchObject([{ id: 'client', started: next }]);
  });

  it('[L2] neither goes nor comes again when the step is opened again and done again', async () => {
    const ana = await household();
    const run = await startContract(ana);
    await signed(ana, run);
    const first = await followers(ana, 1);
    const signature = occurrenceAt(asId<StepId>('signature'), 1);
    await ana.done({ kind: 'command', run, command: { kind: 'reopenStep', occurrence: signature } });
    await quiet(ana);
    expect(await followers(ana, 1)).toEqual(first);
    const again = { ...signature, iteration: 2 };
    await ana.done({ kind: 'command', run, command: { kind: 'completeStep', occurrence: again } });
    await quiet(ana);
    expect(await followers(ana, 1)).toEqual(first);
  });

  it('[L2] is not started where somebody took it away, nor when the contract is called off', async () => {
    const ana = await household();
    const run = await startContract(ana);
    await ana.done({ kind: 'command', run, command: { kind: 'setFollowUp', id: 'client', followUp: null } });
    await signed(ana, run);
    const other = await startContract(ana);
    await ana.done({ kind: 'command', run: other, command: { kind: 'cancelRun' } });
    await quiet(ana);
    expect(await followers(ana, 0)).toEqual([]);
  });

  it('[L1] says why when what is to follow is not there', async () => {
    const ana = await household();
    const run = await startContract(ana);
    const followUp = { id: 'gone', when: { kind: 'finished' }, workflow: asId<WorkflowId>('gone') } as const;
    await ana.done({ kind: 'command', run, command: { kind: 'setFollowUp', id: 'gone', followUp } });
    await ana.done({ kind: 'command', run, command: { kind: 'finishRun' } });
    const flow = await ana.until({ kind: 'flow', run }, ({ followUps }) =>
      followUps.some(({ problem }) => problem !== null),
    );
    expect(flow.followUps.find(({ id }) => id === 'gone')).toMatchObject({
      workflow: null,
      problem: 'workflowMissing',
    });
  });

  it('[L2] [E7] is one run with the same bytes when two devices start it without hearing each other', async () => {
    const { ana, sam, run } = await two(5000);
    await signed(ana, run);
    await sam.until({ kind: 'flow', run }, ({ rows }) =>
      rows.some(({ step, tone }) => step === 'signature' && tone === 'done'),
    );
    await around.relay.stop();
    const me = await personOf(ana, 'Ana');
    // From when they have seen that they are by themselves, they wait for the others.
    for (const device of [ana, sam]) {
      await device.until({ kind: 'app' }, ({ sync }) => sync.state !== 'live');
      await device.done({ kind: 'chooseMe', person: me });
    }
    clock += 6000;
    for (const device of [ana, sam]) await device.done({ kind: 'chooseMe', person: me });
    const [[a], [b]] = await Promise.all([followers(ana, 1), followers(sam, 1)]);
    expect(a).toBeDefined();
    expect(b).toBe(a);
    await Promise.all([quiet(ana), quiet(sam)]);
    const space = await shownSpace(ana);
    await Promise.all([around.close(ana), around.close(sam)]);
    const written = await Promise.all(
      ['ana', 'sam'].map(async (name) => {
        const device = `headless/${around.nameOf(name)}`;
        const document = await openPersistedDocument(runDatabaseName(device, space, a as RunId));
        const entries = runEntries(document.doc).map((entry) => canonicalJson(entry));
        await document.close();
        return entries;
      }),
    );
    expect(written[0]).toHaveLength(2);
    expect(written[1]).toEqual(written[0]);
  });

  it('[L2] [E7] is one run when both signed without hearing each other, and it holds together when they meet', async () => {
    const { ana, sam, run } = await two(0);
    await around.relay.stop();
    await signed(ana, run);
    clock += 60_000;
    await signed(sam, run);
    const [[a], [b]] = await Promise.all([followers(ana, 1), followers(sam, 1)]);
    expect(b).toBe(a);
    await around.relay.start();
    await Promise.all([live(ana), live(sam)]);
    for (const device of [ana, sam]) {
      const flow = await flowOf(device, a as RunId);
      expect([flow.title, flow.newerEvents, flow.damagedEntries]).toEqual(['New client, Acme', 0, 0]);
      expect(await followers(device, 1)).toEqual([a]);
    }
  });

  it('[L2] is started by nobody who may only look', async () => {
    const { ana, run } = await two(60_000);
    const { invite } = await ana.done({
      kind: 'createInvite',
      person: await personOf(ana, 'Leo'),
      gives: { kind: 'view' },
    });
    const viewer = await around.device('viewer', { now, startPatienceMs: 0 });
    await viewer.done({ kind: 'acceptInvite', text: invite?.fragment ?? '' });
    await signed(ana, run);
    await viewer.until({ kind: 'flow', run }, ({ rows }) =>
      rows.some(({ step, tone }) => step === 'signature' && tone === 'done'),
    );
    await quiet(viewer);
    expect(await followers(viewer, 0)).toEqual([]);
  });
});

async function two(startPatienceMs: number) {
  const ana = await around.device('ana', { now, startPatienceMs });
  await ana.done({ kind: 'createSpace', myName: 'Ana', zone: 'Europe/Lisbon' });
  const run = await startContract(ana);
  const sam = await around.device('sam', { now, startPatienceMs });
  await personOf(ana, 'Sam');
  await inviteSam(ana, sam);
  await flowOf(sam, run);
  await Promise.all([live(ana), live(sam)]);
  return { ana, sam, run };
}
