/** What a guest's keys open, tried on everything else: other guests, the run, the space, and the way back. */
import { describe, expect, it } from 'vitest';
import { asId, type GuestId, type PersonId, type RunId } from '../../src/model/ids.ts';
import { deriveRunRoom, deriveSpaceRoom, makeOwner } from '../../src/sync/capability.ts';
import { deriveGuestRoom, guestRooms, makeGuestCapability } from '../../src/sync/guest-capability.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { sign as signWithSeed } from '../../src/sync/signatures.ts';
import { emptyChain } from '../../src/wire/room-id.ts';
import { joinChallenge, type JoinMode } from '../../src/wire/statements.ts';
import type { RelayClient } from '../sync-server/relay-client.ts';
import { connect, start } from '../sync-server/relay-harness.ts';
import { makeRandom } from '../support/seeded-random.ts';

const owner = makeOwner(makeRandom(81).bytes);
const run = asId<RunId>('trip');
const person = asId<PersonId>('noor');
const placeOf = (guest: string) => ({ run, generation: 1, guest: asId<GuestId>(guest) });
const noor = guestRooms(makeGuestCapability(owner, placeOf('noor'), person));
const jonsRoom = deriveGuestRoom(owner, placeOf('jon'));

function joinAs(client: RelayClient, keys: RoomKeys, mode: JoinMode, signer: SigningKey): void {
  const { origin, nonce } = client;
  const claim = { mode, origin, nonce, roomId: keys.roomId, since: 0, chain: emptyChain() };
  const signature = signWithSeed(signer, joinChallenge(claim));
  client.send({ kind: 'join', ch: 1, mode, keys: keys.publicKeys, since: 0, chain: emptyChain(), signature });
}

/** Every key that Noor's link gives, in both modes. */
async function expectNothingOpens(target: RoomKeys): Promise<void> {
  const server = await start();
  const member = await connect(server);
  joinAs(member, target, 'write', target.writeKey as SigningKey);
  await member.next('page');
  const held = [noor.run.readKey, noor.guest.readKey, noor.guest.writeKey as SigningKey];
  for (const key of held) {
    for (const mode of ['read', 'write'] as const) {
      const intruder = await connect(server);
      joinAs(intruder, target, mode, key);
      expect(await intruder.next('error')).toMatchObject({ code: 4403 });
    }
  }
}

describe('as a guest', () => {
  it('as another guest: the room of somebody else’s link opens for no key of mine', async () => {
    await expectNothingOpens(jonsRoom);
  });

  it.each([
    ['the space', deriveSpaceRoom(owner)],
    ['another run', deriveRunRoom(owner, asId<RunId>('move'), 1)],
    ['the run once its generation rose', deriveRunRoom(owner, run, 2)],
    ['my own room of the next generation', deriveGuestRoom(owner, { ...placeOf('noor'), generation: 2 })],
  ])('%s opens for no key of mine', async (_, target) => {
    await expectNothingOpens(target);
  });

  it('as a member from a guest room: the run is read, and not written with any key of the link', async () => {
    const server = await start();
    const target = deriveRunRoom(owner, run, 1);
    const reader = await connect(server);
    joinAs(reader, noor.run, 'read', noor.run.readKey);
    expect((await reader.next('page')).live).toBe(true);
    for (const key of [noor.run.readKey, noor.guest.readKey, noor.guest.writeKey as SigningKey]) {
      const forger = await connect(server);
      joinAs(forger, target, 'write', key);
      expect(await forger.next('error')).toMatchObject({ code: 4403 });
      // Own keys put beside the run's name another room, where no member ever looks.
      const mixed = await connect(server);
      const publicKeys = { ...noor.run.publicKeys, write: (noor.guest.writeKey as SigningKey).publicKey };
      joinAs(mixed, { ...noor.run, publicKeys }, 'write', key);
      expect(await mixed.next('error')).toMatchObject({ code: 4403 });
    }
  });
});
