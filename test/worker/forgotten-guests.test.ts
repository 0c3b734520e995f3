/** Guests who came, and whose coming the relay forgot before anybody had heard of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunId } from '../../src/model/ids.ts';
import { decodeDeviceCapability } from '../../src/sync/capability-text.ts';
import { guestRooms } from '../../src/sync/guest-capability.ts';
import { type AroundRelay, aroundRelay, give, handOver, live, personOf } from '../support/around-relay.ts';
import type { HeadlessDevice } from '../support/headless-device.ts';
import { makeSyncDevice } from '../support/sync-device.ts';
import { complete, startTrip, untilDone } from '../support/trip.ts';

let around: AroundRelay;
let ana: HeadlessDevice;
let run: RunId;

beforeEach(async () => {
  around = await aroundRelay();
  ana = await around.device('ana');
  run = await startTrip(ana);
  await handOver(ana, run, ['Confirm meeting times'], await personOf(ana, 'Noor'));
});
afterEach(() => around.dispose());

/** Noor comes while nobody looks, and the relay loses everything before anybody hears of it. */
async function comeUnheard(): Promise<void> {
  const { fragment } = await give(ana, 'Noor', { kind: 'guest', run });
  await around.close(ana);
  const guest = await around.device('guest');
  await guest.done({ kind: 'acceptInvite', text: fragment });
  await guest.until({ kind: 'flow', run }, ({ rows }) => rows.length > 5);
  await around.close(guest);
  await around.relay.stop();
  around.relay.wipe();
  await around.relay.start();
  ana = await around.device('ana');
  // The invite is not there any more, so the link counts as unused.
  await ana.until({ kind: 'flow', run }, ({ rows, guests }) => rows.length > 5 && guests.length === 0);
  await live(ana);
}

describe('a guest of whom the relay has forgotten that they came', () => {
  it('[W30] is heard and shown, and can be shut out', async () => {
    await comeUnheard();
    const guest = await around.device('guest');
    const { guests } = await ana.until({ kind: 'flow', run }, (flow) => flow.guests.length === 1);
    expect(guests[0]).toMatchObject({ here: true, person: { name: 'Noor' } });
    await complete(guest, run, 'Confirm meeting times');
    await untilDone(ana, run, ['Confirm meeting times']);
    await ana.done({ kind: 'revokeGuest', run, guest: guests[0]!.id });
    await guest.until({ kind: 'app' }, ({ access }) => access === 'removed');
  });

  it('[W30] is told when another one is shut out', async () => {
    await comeUnheard();
    const { fragment } = await give(ana, 'Ines', { kind: 'guest', run });
    const ines = await around.device('ines');
    await ines.done({ kind: 'acceptInvite', text: fragment });
    const { guests } = await ana.until({ kind: 'flow', run }, (flow) => flow.guests[0]?.here === true);
    await ana.done({ kind: 'revokeGuest', run, guest: guests[0]!.id });
    await ines.until({ kind: 'app' }, ({ access }) => access === 'removed');
    const guest = await around.device('guest');
    await guest.until({ kind: 'app' }, ({ access }) => access === 'removed');
  });

  it('[W30] is told of a move', async () => {
    const { fragment } = await give(ana, 'Sam', { kind: 'edit' });
    const sam = await around.device('sam');
    await sam.done({ kind: 'acceptInvite', text: fragment });
    await comeUnheard();
    const { devices } = await ana.until({ kind: 'people' }, ({ devices: all }) => all.length > 1);
    const others = devices.filter(({ isThis }) => !isThis).map(({ id }) => id);
    await ana.done({ kind: 'removeDevices', devices: others });
    const { url, origin } = around.relay;
    const late = makeSyncDevice({ name: 'late', url, origin, seed: 991 });
    const [record] = await around.records('guest');
    const keys = decodeDeviceCapability(record?.capability ?? '');
    if (!keys.ok || keys.value.role !== 'guest') throw new Error('no guest');
    const own = late.open(guestRooms(keys.value).guest, { appendOnly: true });
    expect(await own.room.flush()).toBe('offline');
    expect(own.room.status().error?.type).toBe('closed');
    await late.dispose();
    const guest = await around.device('guest');
    await guest.until({ kind: 'app' }, ({ access }) => access === 'removed');
  });

  it('[W30] is told once more when the relay has forgotten that their link was over', async () => {
    const { fragment } = await give(ana, 'Noor', { kind: 'guest', run });
    const guest = await around.device('guest');
    await guest.done({ kind: 'acceptInvite', text: fragment });
    const { guests } = await ana.until({ kind: 'flow', run }, (flow) => flow.guests[0]?.here === true);
    await around.close(guest);
    await ana.done({ kind: 'revokeGuest', run, guest: guests[0]!.id });
    // Told and closed once: nothing is left to tell, but for a relay that forgets.
    await vi.waitFor(
      async () => expect((await around.records('ana'))[0]?.closedRooms).toHaveLength(1),
      10_000,
    );
    await live(ana);
    await around.close(ana);
    await around.relay.stop();
    around.relay.wipe();
    await around.relay.start();
    ana = await around.device('ana');
    await live(ana);
    const late = await around.device('guest');
    await late.until({ kind: 'app' }, ({ access }) => access === 'removed');
  });
});
