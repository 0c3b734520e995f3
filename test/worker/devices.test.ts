/** Whole households on several devices around a real relay, in one process. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AroundRelay, aroundRelay } from '../support/around-relay.ts';
import { complete, inviteSam, startTrip, tones, untilDone } from '../support/trip.ts';

let around: AroundRelay;

beforeEach(async () => {
  around = await aroundRelay();
});

afterEach(async () => {
  await around.dispose();
});

const before = ['Confirm meeting times', 'Approve the budget'];

describe('two devices and a relay', () => {
  it('shows an invited person the running trip and their own turn', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const sam = await around.device('sam');
    await inviteSam(ana, sam);
    const app = await sam.until({ kind: 'app' }, (view) => view.me !== null);
    expect(app.me?.name).toBe('Sam');
    await sam.until({ kind: 'flow', run }, (flow) => flow.availability === 'here');
    const now = await sam.view({ kind: 'now' });
    expect(now.hero?.title).toBe('Confirm meeting times');
    const people = await ana.until({ kind: 'people' }, (view) =>
      view.people.some((person) => person.name === 'Sam' && person.joined),
    );
    expect(people.invites[0]?.state).toBe('used');
  });

  it('hands the baton over: a step done on one frees the next on the other', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const sam = await around.device('sam');
    await inviteSam(ana, sam);
    for (const title of before) await complete(sam, run, title);
    const now = await ana.until({ kind: 'now' }, (view) => view.hero?.title === 'Reserve the hotel');
    expect(now.hero?.freedBy?.by?.name).toBe('Sam');
    expect(now.hero?.tone).toBe('turn');
  });

  it('[W4] merges what both did without a connection, and keeps it over a restart of everything', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const sam = await around.device('sam');
    await inviteSam(ana, sam);
    await complete(ana, run, 'Confirm meeting times');
    await untilDone(sam, run, ['Confirm meeting times']);

    await around.relay.stop();
    await complete(ana, run, 'Approve the budget');
    await complete(ana, run, 'Reserve the hotel');
    await complete(sam, run, 'Book flights');
    expect((await ana.view({ kind: 'app' })).sync.pending).toBe(true);
    await around.relay.start();

    const all = ['Confirm meeting times', 'Approve the budget', 'Reserve the hotel', 'Book flights'];
    await Promise.all([untilDone(ana, run, all), untilDone(sam, run, all)]);
    expect(await tones(ana, run)).toMatchObject({ 'Hotel check-in time': 'waiting', Pack: 'next' });
    expect((await sam.view({ kind: 'now' })).holding.map((line) => line.title).toSorted()).toEqual([
      'Dinner after the meeting',
    ]);

    await Promise.all([around.close(ana), around.close(sam)]);
    const again = await around.device('ana');
    await untilDone(again, run, all);
  });

  it('[W4] heals a relay that lost all its data from what the devices hold', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const sam = await around.device('sam');
    await inviteSam(ana, sam);
    await complete(ana, run, 'Confirm meeting times');
    await untilDone(sam, run, ['Confirm meeting times']);
    await ana.until({ kind: 'app' }, (app) => app.sync.state === 'live' && !app.sync.pending);

    await around.relay.stop();
    around.relay.wipe();
    await complete(sam, run, 'Approve the budget');
    await around.relay.start();
    await untilDone(ana, run, before);
  });

  it('tells a device without a connection that an invite needs one', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    const people = await ana.view({ kind: 'people' });
    const sam = people.people.find((person) => person.name === 'Sam');
    await around.relay.stop();
    await ana.until({ kind: 'app' }, (app) => app.sync.state !== 'live');
    const result = await ana.household.intent({
      kind: 'createInvite',
      person: sam?.id ?? people.people[0]!.id,
    });
    expect(result).toMatchObject({ ok: false, error: { type: 'offline' } });
    await around.relay.start();
  }, 15_000);

  it.each([
    ['cut', (text: string) => text.slice(0, -7), 'inviteDamaged'],
    ['used up', (text: string) => text, 'inviteUsed'],
  ])('answers a %s invite in words of its own and stays empty', async (_, change, expected) => {
    const ana = await around.device('ana');
    await startTrip(ana);
    await ana.until({ kind: 'app' }, (app) => app.sync.state === 'live');
    const people = await ana.view({ kind: 'people' });
    const sam = people.people.find((person) => person.name === 'Sam');
    if (sam === undefined) throw new Error('there is no Sam');
    const { invite } = await ana.done({ kind: 'createInvite', person: sam.id });
    const text = invite?.fragment ?? '';
    const first = await around.device('first');
    if (expected === 'inviteUsed') await first.done({ kind: 'acceptInvite', text });
    const late = await around.device('late');
    const result = await late.household.intent({ kind: 'acceptInvite', text: change(text) });
    expect(result).toMatchObject({ ok: false, error: { type: expected } });
    expect((await late.view({ kind: 'app' })).stage).toBe('empty');
  });

  it('[W8] closes an invite on the next start when the device stopped right after taking the keys', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    await ana.until({ kind: 'app' }, (app) => app.sync.state === 'live');
    const sam = (await ana.view({ kind: 'people' })).people.find((person) => person.name === 'Sam');
    if (sam === undefined) throw new Error('there is no Sam');
    const { invite } = await ana.done({ kind: 'createInvite', person: sam.id });
    const text = invite?.fragment ?? '';
    // What the device had stored in the moment between taking the keys and closing the invite.
    const stopped = await around.device('stopped');
    await stopped.done({ kind: 'acceptInvite', text });
    await around.close(stopped);
    const database = await around.databaseOf('stopped');
    const [record] = await database.getAll('spaces');
    await database.put('spaces', { ...record, unconfirmedInvite: text }, record.id);
    const again = await around.device('stopped');
    await again.until({ kind: 'app' }, (app) => app.sync.state === 'live');
    await expect
      .poll(async () => ((await database.getAll('spaces'))[0] as object | undefined) ?? {})
      .not.toHaveProperty('unconfirmedInvite');
    database.close();
  });

  it('takes an invite back, and nobody can use it any more', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    await ana.until({ kind: 'app' }, (app) => app.sync.state === 'live');
    const sam = (await ana.view({ kind: 'people' })).people.find((person) => person.name === 'Sam');
    if (sam === undefined) throw new Error('there is no Sam');
    const { invite } = await ana.done({ kind: 'createInvite', person: sam.id });
    if (invite === undefined) throw new Error('no invite was made');
    await ana.done({ kind: 'revokeInvite', invite: invite.id });
    const late = await around.device('late');
    const result = await late.household.intent({ kind: 'acceptInvite', text: invite.fragment });
    expect(result).toMatchObject({ ok: false, error: { type: 'inviteTakenBack' } });
  });

  it('does not let a clock that is a year off change what is done', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const sam = await around.device('sam', { skewMs: -365 * 24 * 60 * 60_000 });
    await inviteSam(ana, sam);
    await complete(sam, run, 'Confirm meeting times');
    await untilDone(ana, run, ['Confirm meeting times']);
    expect((await sam.view({ kind: 'app' })).sync.clockOffBy).toBeLessThan(-360 * 24 * 60 * 60_000);
  });
});

describe('two tabs of one device', () => {
  it('[W5] both agree, and what each did reaches the other device', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const sam = await around.device('sam');
    await inviteSam(ana, sam);
    // The second tab takes the connection over; the first goes on without it.
    const second = await around.device('ana');
    await second.until({ kind: 'flow', run }, (flow) => flow.availability === 'here');
    await complete(second, run, 'Confirm meeting times');
    await untilDone(ana, run, ['Confirm meeting times']);
    await complete(ana, run, 'Approve the budget');
    await untilDone(second, run, before);
    await untilDone(sam, run, before);
    await around.close(second);
    await complete(ana, run, 'Reserve the hotel');
    await untilDone(sam, run, [...before, 'Reserve the hotel']);
  });
});
