import { expect, it } from 'vitest';
import { encodeBase64url } from '../../src/sync/base64url.ts';
import { type RoomKeys, roomKeysFromOwnerSecret, type SigningKey } from '../../src/sync/room-keys.ts';
import { leadsOn, makeSuccession, readableSuccessions } from '../../src/sync/succession.ts';
import { makeRandom } from '../support/seeded-random.ts';

const random = makeRandom(41);
type OwnedRoom = RoomKeys & { readonly ownerKey: SigningKey };
const rooms = Array.from({ length: 5 }, () => roomKeysFromOwnerSecret(random.bytes(32)) as OwnedRoom);
const [first, second, third, fourth, stranger] = rooms as [
  OwnedRoom,
  OwnedRoom,
  OwnedRoom,
  OwnedRoom,
  OwnedRoom,
];
const name = ({ roomId }: RoomKeys): string => encodeBase64url(roomId);
const chain = [
  makeSuccession(third, fourth.roomId),
  makeSuccession(first, second.roomId),
  makeSuccession(second, third.roomId),
];

it('[V10] leads from any room of the chain to any later one, and never back', async () => {
  expect(await leadsOn(chain, name(first), name(fourth))).toBe(true);
  expect(await leadsOn(chain, name(second), name(third))).toBe(true);
  expect(await leadsOn([], name(second), name(second))).toBe(true);
  expect(await leadsOn(chain, name(fourth), name(first))).toBe(false);
  expect(await leadsOn(chain.slice(0, 2), name(first), name(fourth))).toBe(false);
  expect(await leadsOn([...chain, makeSuccession(third, first.roomId)], name(first), name(stranger))).toBe(
    false,
  );
});

it('[V10] takes no step that the owner of the room it leaves has not signed', async () => {
  const { roomId, publicKeys } = second;
  const claimed = makeSuccession({ ...stranger, roomId, publicKeys }, stranger.roomId);
  const ownKey = makeSuccession(
    { ...stranger, roomId, publicKeys: { ...publicKeys, owner: stranger.publicKeys.owner } },
    stranger.roomId,
  );
  for (const forged of [claimed, ownKey]) {
    expect(await leadsOn([...chain, forged], name(first), name(stranger))).toBe(false);
  }
  expect(readableSuccessions(['', 'x', `${chain[0]}AAAA`, ...chain])).toEqual(chain);
});
