/** Invites of every kind on whole devices: what each gives, who hears of it, and who can take it back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunId } from '../../src/model/ids.ts';
import { noActions } from '../../src/views/step-actions.ts';
import { type AroundRelay, aroundRelay, give, live, personOf } from '../support/around-relay.ts';
import type { HeadlessDevice } from '../support/headless-device.ts';
import { complete, startTrip, untilDone } from '../support/trip.ts';

let around: AroundRelay;
let ana: HeadlessDevice;
let run: RunId;

beforeEach(async () => {
  around = await aroundRelay();
  ana = await around.device('ana');
  run = await startTrip(ana);
});
afterEach(() => around.dispose());

const before = ['Confirm meeting times', 'Approve the budget'];

describe('a viewer', () => {
  it('[W20] sees everything as it happens, and may change nothing', async () => {
    const { fragment } = await give(ana, 'Noor', { kind: 'view' });
    const noor = await around.device('noor');
    const preview = await noor.household.previewInvite(fragment);
    expect(preview).toMatchObject({
      ok: true,
      value: { gives: 'view', inviterName: 'Ana', personName: 'Noor', runTitle: null },
    });
    await noor.done({ kind: 'acceptInvite', text: fragment });
    await noor.until({ kind: 'flow', run }, ({ rows }) => rows.length > 5);
    for (const title of before) await complete(ana, run, title);
    await untilDone(noor, run, before);

    const { access, me } = await noor.view({ kind: 'app' });
    expect([access, me?.name]).toEqual(['viewer', 'Noor']);
    const flow = await noor.view({ kind: 'flow', run });
    expect(flow.sections).toEqual([]);
    for (const row of flow.rows) {
      const step = await noor.view({ kind: 'step', run, key: row.key });
      expect([step.actions, step.mayTalk, step.mayPlan]).toEqual([noActions, false, false]);
    }
    const occurrence = { step: flow.rows[0]!.step, items: [], iteration: 1 };
    const viewOnly = { ok: false, error: { type: 'viewOnly' } };
    const tried = [
      { kind: 'command', run, command: { kind: 'addNote', occurrence, text: 'hello' } },
      { kind: 'renameSpace', name: 'Mine' },
      { kind: 'addPerson', person: { name: 'Eve' } },
      { kind: 'createInvite', person: me!.id },
      { kind: 'revokeInvite', invite: 'x' },
    ] as const;
    for (const intent of tried) expect(await noor.household.intent(intent)).toEqual(viewOnly);
    const app = await noor.view({ kind: 'app' });
    expect([app.sync.state, app.sync.pending]).toEqual(['live', false]);
  });

  it('[W20] is told the key of a run that starts later, also after a restart', async () => {
    const { fragment } = await give(ana, 'Noor', { kind: 'view' });
    let noor = await around.device('noor');
    await noor.done({ kind: 'acceptInvite', text: fragment });
    await around.close(noor);
    const { run: later } = await ana.done({
      kind: 'startRun',
      title: 'Bins',
      source: { kind: 'typed', text: 'Put them out' },
      parts: {},
      facts: {},
      alreadyDone: [],
    });
    await live(ana);
    noor = await around.device('noor');
    await noor.until({ kind: 'flow', run: later! }, ({ rows }) => rows[0]?.title === 'Put them out');
  });

  it('[W21] is listed by an editor’s device, which sees the end of the invite', async () => {
    const { id, fragment } = await give(ana, 'Noor', { kind: 'view' });
    const noor = await around.device('noor');
    await noor.done({ kind: 'acceptInvite', text: fragment });
    // Noor may not write it, so it stands as open until somebody asks.
    await around.close(ana);
    ana = await around.device('ana');
    const people = await ana.until({ kind: 'people' }, ({ invites }) =>
      invites.some((invite) => invite.id === id && invite.state === 'used'),
    );
    expect(people.devices.map(({ role, person }) => [role, person?.name])).toContainEqual(['viewer', 'Noor']);
    const noorsDevice = people.devices.find(({ role }) => role === 'viewer');
    expect(noorsDevice?.canFollow).toBe(true);
  });

  it('[W22] who is invited to take part goes on with the same space, able to', async () => {
    const { fragment } = await give(ana, 'Noor', { kind: 'view' });
    const noor = await around.device('noor');
    await noor.done({ kind: 'acceptInvite', text: fragment });
    const more = await give(ana, 'Noor', { kind: 'edit' });
    await noor.done({ kind: 'acceptInvite', text: more.fragment });
    const { access, spaces } = await noor.view({ kind: 'app' });
    expect([access, spaces.length]).toEqual(['editor', 1]);
    await complete(noor, run, 'Confirm meeting times');
    await untilDone(ana, run, ['Confirm meeting times']);
    const less = await give(ana, 'Noor', { kind: 'view' });
    const again = await noor.household.intent({ kind: 'acceptInvite', text: less.fragment });
    expect(again).toEqual({ ok: false, error: { type: 'alreadyMember' } });
  });
});

describe('an invite', () => {
  it('[W23] is taken back from another editor’s device, and from no viewer’s', async () => {
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    const { id, fragment } = await give(ana, 'Noor', { kind: 'edit' });
    await sam.until({ kind: 'people' }, ({ invites }) => invites.some((each) => each.id === id));
    await sam.done({ kind: 'revokeInvite', invite: id });
    const noor = await around.device('noor');
    const refused = await noor.household.intent({ kind: 'acceptInvite', text: fragment });
    expect(refused).toEqual({ ok: false, error: { type: 'inviteTakenBack' } });
    await ana.until({ kind: 'people' }, ({ invites }) =>
      invites.some((each) => each.id === id && each.state === 'takenBack'),
    );
  });

  it('[W21] that was lost or is past its time is seen to be over', async () => {
    let ahead = 0;
    const sam = await around.device('sam', { now: () => Date.now() + ahead });
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    const { id } = await give(ana, 'Noor', { kind: 'edit' });
    await sam.until({ kind: 'people' }, ({ invites }) => invites.some((each) => each.id === id));
    await around.relay.stop();
    around.relay.wipe();
    await around.relay.start();
    // Once a minute at most.
    ahead = 61_000;
    await sam.until({ kind: 'app' }, ({ sync }) => sync.state === 'live');
    await sam.until({ kind: 'people' }, ({ invites }) =>
      invites.some((each) => each.id === id && each.state === 'expired'),
    );
  });

  it('[W24] of one’s own gives the owner’s keys, and is made by an owner for themselves alone', async () => {
    const own = await give(ana, 'Ana', { kind: 'own' });
    const tablet = await around.device('tablet');
    await tablet.done({ kind: 'acceptInvite', text: own.fragment });
    const { access, me } = await tablet.view({ kind: 'app' });
    expect([access, me?.name]).toEqual(['owner', 'Ana']);

    const forSam = {
      kind: 'createInvite',
      person: await personOf(ana, 'Sam'),
      gives: { kind: 'own' },
    } as const;
    const ownerOnly = { ok: false, error: { type: 'ownerOnly' } };
    expect(await ana.household.intent(forSam)).toEqual(ownerOnly);
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    expect(await sam.household.intent(forSam)).toEqual(ownerOnly);
  });

  it('[W25] that calls its space by the name of another does not reach that one’s documents', async () => {
    const eve = await around.device('eve');
    await startTrip(eve);
    await live(eve);
    // Eve's household, under the name that Ana's has on Ana's device.
    const [record] = await around.records('ana');
    const { makeOwner, editorFromWriter } = await import('../../src/sync/capability.ts');
    const { createInvite } = await import('../../src/sync/invite.ts');
    const { makeRandom } = await import('../support/seeded-random.ts');
    const { makeSyncDevice } = await import('../support/sync-device.ts');
    const { url, origin } = around.relay;
    const forger = makeSyncDevice({ name: 'forger', url, origin, seed: 5 });
    const capability = editorFromWriter(makeOwner(makeRandom(6).bytes));
    const made = await createInvite(
      { relay: forger.relay, environment: forger.environment },
      {
        grant: 'edit',
        capability,
        person: { id: await personOf(ana, 'Ana'), name: 'Ana' },
        space: record!.id,
        spaceName: 'Home',
        inviterName: 'Ana',
        expiresAt: Date.now() + 60_000,
      },
    );
    if (!made.ok) throw new Error('not made');
    await ana.done({ kind: 'acceptInvite', text: made.value.fragment });
    const records = await around.records('ana');
    expect(records).toHaveLength(2);
    expect(records.find(({ id }) => id === record!.id)?.capability).toBe(record!.capability);
    const { spaces, spaceName } = await ana.view({ kind: 'app' });
    expect([spaces.length, spaceName]).toEqual([2, '']);
    expect((await ana.view({ kind: 'flows' })).active).toEqual([]);
    await forger.dispose();
  });
});
