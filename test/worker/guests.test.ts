/** Guests on whole devices: their one run, with and without a connection; what is taken in, and what is not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldRun } from '../../src/engine/fold-run.ts';
import type { EventPayloads, EventType } from '../../src/model/event.ts';
import { asId, type PersonId, type RunId } from '../../src/model/ids.ts';
import { decodeDeviceCapability } from '../../src/sync/capability-text.ts';
import { type GuestCapability, guestRooms } from '../../src/sync/guest-capability.ts';
import { noActions } from '../../src/views/step-actions.ts';
import { type AroundRelay, aroundRelay, give, handOver, live, personOf } from '../support/around-relay.ts';
import type { HeadlessDevice } from '../support/headless-device.ts';
import { makeSyncDevice, type SyncDevice } from '../support/sync-device.ts';
import { complete, startTrip, tones, untilDone } from '../support/trip.ts';

let around: AroundRelay;
let ana: HeadlessDevice;
let run: RunId;
let noor: PersonId;
let hostile: SyncDevice[] = [];

beforeEach(async () => {
  around = await aroundRelay();
  ana = await around.device('ana');
  run = await startTrip(ana);
  noor = await personOf(ana, 'Noor');
  await handOver(ana, run, ['Confirm meeting times', 'Book flights'], noor);
});
afterEach(async () => {
  for (const each of hostile) await each.dispose();
  hostile = [];
  await around.dispose();
});

async function guestDevice(name = 'guest', as = 'Noor'): Promise<HeadlessDevice> {
  const { fragment } = await give(ana, as, { kind: 'guest', run });
  const guest = await around.device(name);
  await guest.done({ kind: 'acceptInvite', text: fragment });
  await guest.until({ kind: 'flow', run }, ({ rows }) => rows.length > 5);
  return guest;
}

async function keysOf(name: string): Promise<GuestCapability> {
  const [record] = await around.records(name);
  const decoded = decodeDeviceCapability(record?.capability ?? '');
  if (!decoded.ok || decoded.value.role !== 'guest') throw new Error('no guest');
  return decoded.value;
}

/** Somebody who has a guest's keys and writes what they please. */
async function writeAsGuest(keys: GuestCapability, entries: readonly unknown[]): Promise<void> {
  const { url, origin } = around.relay;
  const device = makeSyncDevice({
    name: `hostile ${hostile.length}`,
    url,
    origin,
    seed: 900 + hostile.length,
  });
  hostile.push(device);
  const { doc, room } = device.open(guestRooms(keys).guest, { appendOnly: true, mayCompact: false });
  doc.getArray('events').push([...entries]);
  expect(await room.flush()).toBe('acknowledged');
}

interface Forged {
  readonly id?: string;
  readonly step?: string;
  readonly actor?: PersonId;
}

async function forge<Type extends EventType>(
  keys: GuestCapability,
  type: Type,
  data: EventPayloads[Type],
  { id = `${keys.guest}.h.${type}`, step, actor = keys.person }: Forged = {},
) {
  const flow = await ana.view({ kind: 'flow', run });
  const row = flow.rows.find(({ title }) => title === step);
  const occurrence = row === undefined ? {} : { occurrence: { step: row.step, items: [], iteration: 1 } };
  return {
    id,
    type,
    run,
    actor,
    device: 'hostile',
    at: Date.now(),
    parents: await heads(keys),
    data,
    ...occurrence,
  };
}

/** The run as anybody may read it who has the guest's link. */
async function readRun(keys: GuestCapability) {
  const { url, origin } = around.relay;
  const device = makeSyncDevice({
    name: `reader ${hostile.length}`,
    url,
    origin,
    seed: 950 + hostile.length,
  });
  hostile.push(device);
  const { doc, room } = device.open(guestRooms(keys).run, { appendOnly: true });
  await room.flush();
  return foldRun(run, doc.getArray<never>('events').toArray());
}
const heads = async (keys: GuestCapability) => (await readRun(keys)).heads;

describe('a guest', () => {
  it('[W26] is told before what they get, and gets one run and nothing else', async () => {
    const { run: other } = await ana.done({
      kind: 'startRun',
      title: 'Secret',
      source: { kind: 'typed', text: 'Nobody else' },
      parts: {},
      facts: {},
      alreadyDone: [],
    });
    const { fragment } = await give(ana, 'Noor', { kind: 'guest', run });
    const guest = await around.device('guest');
    expect(await guest.household.previewInvite(fragment)).toMatchObject({
      ok: true,
      value: { gives: 'guest', inviterName: 'Ana', personName: 'Noor', runTitle: 'Lisbon board trip' },
    });
    const { run: given } = await guest.done({ kind: 'acceptInvite', text: fragment });
    expect(given).toBe(run);
    const app = await guest.until({ kind: 'app' }, ({ guestOf }) => guestOf !== null);
    expect([app.access, app.me?.name, app.guestOf]).toEqual([
      'guest',
      'Noor',
      { inviter: 'Ana', run, title: 'Lisbon board trip' },
    ]);
    const flows = await guest.view({ kind: 'flows' });
    expect([flows.active.map(({ title }) => title), flows.workflows]).toEqual([['Lisbon board trip'], []]);
    expect((await guest.view({ kind: 'flow', run: other! })).availability).toBe('missing');
    const now = await guest.until({ kind: 'now' }, ({ hero }) => hero !== null);
    expect(now.hero?.title).toBe('Confirm meeting times');
    expect((await guest.view({ kind: 'people' })).invites).toEqual([]);
    // All of what a guest was given is there, and nothing is said to be missing.
    expect((await guest.until({ kind: 'app' }, ({ sync }) => sync.state === 'live')).problems).toEqual([]);
  });

  it('[W26] is offered their own steps and refused everything else', async () => {
    const guest = await guestDevice();
    const flow = await guest.view({ kind: 'flow', run });
    const own = ['Confirm meeting times', 'Book flights'];
    for (const row of flow.rows) {
      const step = await guest.view({ kind: 'step', run, key: row.key });
      if (!own.includes(row.title)) expect([step.actions, step.mayTalk]).toEqual([noActions, false]);
      else expect([step.mayTalk, step.actions.handOver, step.actions.skip]).toEqual([true, false, false]);
    }
    const [mine, others] = ['Confirm meeting times', 'Approve the budget'].map((title) => ({
      step: flow.rows.find((row) => row.title === title)!.step,
      items: [],
      iteration: 1,
    }));
    const refused = { ok: false, error: { type: 'notForGuests' } };
    const tried = [
      { kind: 'command', run, command: { kind: 'addNote', occurrence: others!, text: 'hi' } },
      { kind: 'command', run, command: { kind: 'claimStep', occurrence: others! } },
      { kind: 'command', run, command: { kind: 'skipStep', occurrence: mine! } },
      {
        kind: 'command',
        run,
        command: { kind: 'reassignStep', occurrence: mine!, to: await personOf(ana, 'Sam') },
      },
      { kind: 'command', run, command: { kind: 'cancelRun' } },
      { kind: 'addPerson', person: { name: 'Eve' } },
      { kind: 'createInvite', person: noor },
      { kind: 'renameSpace', name: 'Mine' },
    ] as const;
    for (const intent of tried) expect(await guest.household.intent(intent)).toEqual(refused);
    expect(await tones(guest, run)).toMatchObject({ 'Confirm meeting times': 'turn' });
  });

  it('[W27] does a step without a connection, and it arrives at the members under the guest’s name', async () => {
    await around.close(await guestDevice());
    const offline = await around.alone('guest');
    const { rows } = await offline.until({ kind: 'flow', run }, (flow) => flow.rows.length > 5);
    const [row] = rows.filter(({ title }) => title === 'Confirm meeting times');
    const occurrence = { step: row!.step, items: [], iteration: 1 };
    const note = { kind: 'addNote', occurrence, text: 'They asked for ten o’clock' } as const;
    await offline.done({ kind: 'command', run, command: note });
    await complete(offline, run, 'Confirm meeting times');
    expect(await tones(offline, run)).toMatchObject({ 'Confirm meeting times': 'done' });
    await around.close(offline);
    // Ana hands the step to Sam meanwhile, who has not heard of it.
    await handOver(ana, run, ['Confirm meeting times'], await personOf(ana, 'Sam'));
    const again = await around.device('guest');
    await untilDone(ana, run, ['Confirm meeting times']);
    const done = await ana.view({ kind: 'step', run, key: row!.key });
    expect(done.closedBy.map(({ name }) => name)).toEqual(['Noor']);
    expect(done.notes.map(({ text, by }) => [text, by?.name])).toEqual([
      ['They asked for ten o’clock', 'Noor'],
    ]);
    expect((await ana.view({ kind: 'flow', run })).setAside).toEqual([]);
    // A restart of the guest's device shows the same.
    await around.close(again);
    await untilDone(await around.device('guest'), run, ['Confirm meeting times']);
  });

  it('[W27] hears of what the members do, and goes on with it', async () => {
    const guest = await guestDevice();
    await complete(guest, run, 'Confirm meeting times');
    await untilDone(ana, run, ['Confirm meeting times']);
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    await complete(sam, run, 'Approve the budget');
    await guest.until({ kind: 'now' }, ({ hero }) => hero?.title === 'Book flights');
  });

  it('[W27] taken in by two members at once counts once', async () => {
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    const { fragment } = await give(ana, 'Noor', { kind: 'guest', run });
    await sam.until({ kind: 'flow', run }, ({ guests }) => guests.length === 1);
    const guest = await around.device('guest');
    await guest.done({ kind: 'acceptInvite', text: fragment });
    // Both are made the conductor's device, so that neither leaves it to the other.
    const { person } = await sam.done({ kind: 'chooseMe', person: await personOf(sam, 'Ana') });
    expect(person).toBeUndefined();
    await guest.until({ kind: 'flow', run }, ({ rows }) => rows.length > 5);
    await complete(guest, run, 'Confirm meeting times');
    for (const each of [ana, sam, guest]) {
      await untilDone(each, run, ['Confirm meeting times']);
      await live(each);
    }
    const keys = await keysOf('guest');
    const state = await readRun(keys);
    expect(state.history.filter(({ id }) => id.startsWith(`${keys.guest}.`))).toHaveLength(1);
    expect((await ana.view({ kind: 'flow', run })).rows.filter(({ hasConflict }) => hasConflict)).toEqual([]);
  });

  it('[W28] who writes what they may not is set aside: told to the conductor, folded nowhere', async () => {
    const guest = await guestDevice();
    const keys = await keysOf('guest');
    const anaId = (await ana.view({ kind: 'app' })).me!.id;
    const before = await tones(ana, run);
    await writeAsGuest(keys, [
      await forge(keys, 'run.cancelled/1', { reason: 'mine' }),
      await forge(keys, 'step.completed/2', { outcome: 'approved' }, { step: 'Approve the budget' }),
      await forge(keys, 'step.reassigned/1', { to: anaId }, { step: 'Confirm meeting times' }),
      await forge(keys, 'run.conductorChanged/1', { conductor: noor }),
      await forge(keys, 'note.added/1', { text: 'as Ana' }, { step: 'Confirm meeting times', actor: anaId }),
      await forge(keys, 'note.added/1', { text: 'x' }, { step: 'Confirm meeting times', id: 'not-mine.0' }),
      'not even an entry',
      { id: 'half' },
    ]);
    const flow = await ana.until({ kind: 'flow', run }, ({ setAside }) => setAside.length === 6);
    expect(
      flow.setAside.map(({ tried, step, why, by, as }) => [tried, step, why, by?.name, as?.name]),
    ).toEqual(
      expect.arrayContaining([
        ['changeFlow', null, 'notForGuests', 'Noor', undefined],
        ['close', 'Approve the budget', 'notTheirStep', 'Noor', undefined],
        ['handOver', 'Confirm meeting times', 'notForGuests', 'Noor', undefined],
        ['talk', 'Confirm meeting times', 'otherName', 'Noor', 'Ana'],
        ['talk', 'Confirm meeting times', 'otherName', 'Noor', undefined],
      ]),
    );
    expect([flow.status, flow.conductor?.name, flow.damagedEntries]).toEqual(['running', 'Ana', 0]);
    expect(await tones(ana, run)).toEqual(before);
    expect(JSON.stringify((await readRun(keys)).history)).not.toContain('as Ana');
    // Nobody but the conductor is bothered with it, and what is granted goes on beside it.
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    expect((await sam.view({ kind: 'flow', run })).setAside).toEqual([]);
    await complete(guest, run, 'Confirm meeting times');
    await untilDone(sam, run, ['Confirm meeting times']);
    expect((await ana.view({ kind: 'flow', run })).setAside).toHaveLength(6);
  });

  it('[W28] what was set aside is left aside on every device of the conductor, and what follows is told', async () => {
    await guestDevice();
    const keys = await keysOf('guest');
    await writeAsGuest(keys, [
      await forge(keys, 'run.cancelled/1', { reason: 'mine' }),
      await forge(keys, 'note.added/1', { text: 'x' }, { step: 'Confirm meeting times', id: 'not-mine.0' }),
    ]);
    const told = (count: number, on = ana) =>
      on.until({ kind: 'flow', run }, ({ setAside }) => setAside.length === count);
    const { setAside } = await told(2);
    for (const { alert } of setAside) {
      await ana.done({ kind: 'command', run, command: { kind: 'acknowledgeAlert', alert } });
    }
    await told(0);
    // The same id with another content is something else.
    await writeAsGuest(keys, [
      await forge(keys, 'note.added/1', { text: 'y' }, { step: 'Confirm meeting times', id: 'not-mine.0' }),
    ]);
    await told(1);
    await around.close(ana);
    ana = await around.device('ana');
    await told(1);
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    const conductor = await personOf(ana, 'Sam');
    await ana.done({ kind: 'command', run, command: { kind: 'changeConductor', conductor } });
    await told(3, sam);
    await told(0);
  });

  it('[W29] shut out reads and writes nothing that follows, is told so, and keeps a copy to read', async () => {
    const guest = await guestDevice();
    await complete(guest, run, 'Confirm meeting times');
    await untilDone(ana, run, ['Confirm meeting times']);
    const keys = await keysOf('guest');
    const [shown] = (await ana.until({ kind: 'flow', run }, ({ guests }) => guests[0]?.here === true)).guests;
    await ana.done({ kind: 'revokeGuest', run, guest: shown!.id });
    expect((await ana.view({ kind: 'flow', run })).guests).toEqual([]);
    await guest.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await complete(ana, run, 'Approve the budget');
    await live(ana);
    expect(await tones(guest, run)).toMatchObject({
      'Confirm meeting times': 'done',
      'Approve the budget': 'late',
    });
    const refused = await guest.household.intent({ kind: 'command', run, command: { kind: 'cancelRun' } });
    expect(refused).toEqual({ ok: false, error: { type: 'notAMember' } });
    // The link opens nothing any more, not even the past.
    expect((await readRun(keys)).history).toEqual([]);
    const { url, origin } = around.relay;
    const late = makeSyncDevice({ name: 'late', url, origin, seed: 990 });
    hostile.push(late);
    const { room, doc } = late.open(guestRooms(keys).guest, { appendOnly: true });
    doc.getArray('events').push(['late']);
    expect(await room.flush()).toBe('offline');
    expect(room.status().error?.type).toBe('closed');
    // The members go on, in a room of their own; a new link can be made.
    const again = await guestDevice('again');
    await again.until({ kind: 'now' }, ({ hero }) => hero?.title === 'Book flights');
  });

  it('[W29] shut out by an editor is told as well, though an editor closes no room', async () => {
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    const guest = await guestDevice();
    const { guests } = await sam.until({ kind: 'flow', run }, (flow) => flow.guests.length === 1);
    await sam.done({ kind: 'revokeGuest', run, guest: guests[0]!.id });
    await guest.until({ kind: 'app' }, ({ access }) => access === 'removed');
    await complete(sam, run, 'Confirm meeting times');
    await untilDone(ana, run, ['Confirm meeting times']);
  });

  it('[W5] [W30] is told in every tab that a move has ended their link', async () => {
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    const guest = await guestDevice();
    const tab = await around.device('guest');
    await tab.until({ kind: 'flow', run }, ({ rows }) => rows.length > 5);
    const { devices } = await ana.until({ kind: 'people' }, ({ devices: all }) => all.length > 1);
    const others = devices.filter(({ isThis }) => !isThis).map(({ id }) => id);
    await around.close(sam);
    await ana.done({ kind: 'removeDevices', devices: others });
    for (const each of [guest, tab]) await each.until({ kind: 'app' }, ({ access }) => access === 'removed');
  });

  it('[W29] whose link was taken back before it was used is none', async () => {
    const { id, fragment } = await give(ana, 'Noor', { kind: 'guest', run });
    expect((await ana.view({ kind: 'flow', run })).guests.map(({ here }) => here)).toEqual([false]);
    await ana.done({ kind: 'revokeInvite', invite: id });
    expect((await ana.view({ kind: 'flow', run })).guests).toEqual([]);
    const guest = await around.device('guest');
    const refused = await guest.household.intent({ kind: 'acceptInvite', text: fragment });
    expect(refused).toEqual({ ok: false, error: { type: 'inviteTakenBack' } });
  });

  it('[W26] is nobody who is here already', async () => {
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: (await give(ana, 'Sam', { kind: 'edit' })).fragment });
    await ana.until({ kind: 'people' }, ({ people }) =>
      people.every(({ name, joined }) => joined || name === 'Noor'),
    );
    const personIsMember = { ok: false, error: { type: 'personIsMember' } };
    for (const name of ['Ana', 'Sam']) {
      const person = await personOf(ana, name);
      const intent = { kind: 'createInvite', person, gives: { kind: 'guest', run } } as const;
      expect(await ana.household.intent(intent)).toEqual(personIsMember);
    }
    const asId2 = asId<RunId>('nothing');
    const gone = { kind: 'createInvite', person: noor, gives: { kind: 'guest', run: asId2 } } as const;
    expect(await ana.household.intent(gone)).toEqual({ ok: false, error: { type: 'runMissing' } });
  });
});
