/** Who may read and who may write: every way in without the key for it, one test each. */
import { createHash, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import {
  deriveRunRoom,
  deriveRunRoomForViewer,
  deriveSpaceRoom,
  editorFromWriter,
  makeOwner,
  viewerFromWriter,
} from '../../src/sync/capability.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { sign as signWithSeed } from '../../src/sync/signatures.ts';
import { asId, type RunId } from '../../src/model/ids.ts';
import { encodeClientMessage } from '../../src/wire/client-message.ts';
import { emptyChain } from '../../src/wire/room-id.ts';
import { joinChallenge, type JoinMode } from '../../src/wire/statements.ts';
import {
  chainAfter,
  frameOf,
  makeClose,
  makeTestRoom,
  type RelayClient,
} from '../sync-server/relay-client.ts';
import { connect, start } from '../sync-server/relay-harness.ts';
import { makeRandom } from '../support/seeded-random.ts';
import { openHousehold } from './household.ts';

/** A relay with one room in which something private lies. */
async function startWithRoom() {
  const frameLog = makeMemoryFrameLog();
  const server = await start({}, frameLog);
  const room = makeTestRoom();
  const writer = await connect(server);
  await writer.joinLive(room, 1);
  writer.push(1, 1, frameOf('private'));
  await writer.entries(1);
  const isUntouched = (): boolean => {
    const record = frameLog.readRoom(room.roomId);
    return record?.head === 1 && record.tombstone === null;
  };
  return { frameLog, server, room, writer, isUntouched };
}

async function expectRefusedJoin(client: RelayClient): Promise<void> {
  expect(await client.next('error')).toMatchObject({ cid: 0, code: 4403 });
  expect(await client.ended).toBe(4403);
  expect(client.waiting()).toEqual([]);
}

/** JOIN to `keys` signed by any key at all. */
function joinAs(client: RelayClient, keys: RoomKeys, mode: JoinMode, signer: SigningKey): void {
  const { origin, nonce } = client;
  const claim = { mode, origin, nonce, roomId: keys.roomId, since: 0, chain: emptyChain() };
  const signature = signWithSeed(signer, joinChallenge(claim));
  client.send({ kind: 'join', ch: 1, mode, keys: keys.publicKeys, since: 0, chain: emptyChain(), signature });
}

describe('with no key', () => {
  it('reading with no key: knowing the room and its public keys gives nothing', async () => {
    const { server, room, isUntouched } = await startWithRoom();
    for (const mode of ['read', 'write'] as const) {
      const stranger = await connect(server);
      stranger.join(room, 1, { mode, key: makeTestRoom().secrets.write });
      await expectRefusedJoin(stranger);
    }
    const silent = await connect(server);
    silent.send({ ...silent.joinMessage(room, 1), signature: new Uint8Array(64) });
    await expectRefusedJoin(silent);
    expect(isUntouched()).toBe(true);
  });

  it('writing with no key: what is pushed at a channel that was never joined goes nowhere', async () => {
    const { server, isUntouched } = await startWithRoom();
    const stranger = await connect(server);
    await stranger.joinLive(makeTestRoom(), 1);
    for (const ch of [0, 2, 200]) {
      stranger.push(ch, 1, frameOf('mine'));
      expect(await stranger.next('error')).toEqual({ kind: 'error', ch, cid: 1, code: 4401 });
    }
    expect(isUntouched()).toBe(true);
  });

  it('a public key that makes every signature hold is no key of the room', async () => {
    const { server, room, isUntouched } = await startWithRoom();
    // Points of small order verify forged signatures in lenient implementations.
    for (const first of [0, 1]) {
      const weak = Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? first : 0));
      const stranger = await connect(server);
      const message = stranger.joinMessage(room, 1);
      const signature = Uint8Array.from([...weak, ...new Uint8Array(32)]);
      stranger.send({ ...message, keys: { ...message.keys, write: weak }, signature });
      // Whatever the verifier makes of it, the room is another one: nothing of ours is in it.
      const answer = await Promise.race([stranger.next('page').catch(() => null), stranger.ended]);
      if (answer !== null && typeof answer === 'object') expect(answer.head).toBe(0);
    }
    expect(isUntouched()).toBe(true);
  });
});

describe('with a viewer’s key', () => {
  it('writing with a viewer’s key: neither frames nor snapshots nor the end of the room', async () => {
    const { server, room, isUntouched } = await startWithRoom();
    const viewer = await connect(server);
    expect(await viewer.joinLive(room, 1, { mode: 'read' })).toHaveLength(1);
    viewer.push(1, 5, frameOf('forged'));
    expect(await viewer.next('error')).toEqual({ kind: 'error', ch: 1, cid: 5, code: 4403 });
    viewer.pushSnapshot(room, 1, 6, 1, chainAfter([frameOf('private')]), [frameOf('empty')]);
    expect(await viewer.next('error')).toEqual({ kind: 'error', ch: 1, cid: 6, code: 4403 });
    const { read } = room.secrets;
    viewer.send(makeClose({ ...room, secrets: { write: read, read, owner: read } }, 2, 'over'));
    expect(await viewer.next('error')).toEqual({ kind: 'error', ch: 2, cid: 0, code: 4403 });
    viewer.join(room, 3, { mode: 'write', key: read });
    expect(await viewer.next('error')).toEqual({ kind: 'error', ch: 3, cid: 0, code: 4403 });
    expect(isUntouched()).toBe(true);
  });

  it('a viewer’s capability holds no key that writes, in the space or in a run', async () => {
    const { server } = await startWithRoom();
    const owner = makeOwner(makeRandom(1).bytes);
    const viewer = viewerFromWriter(owner);
    const run = asId<RunId>('trip');
    const writerRun = deriveRunRoom(owner, run, 0);
    const rooms = [
      deriveSpaceRoom(viewer),
      deriveRunRoomForViewer(viewer, run, 0, writerRun.publicKeys.write as Uint8Array<ArrayBuffer>),
    ];
    expect(rooms.map(({ writeKey, ownerKey }) => [writeKey, ownerKey])).toEqual([
      [null, null],
      [null, null],
    ]);
    for (const keys of rooms) {
      const reader = await connect(server);
      joinAs(reader, keys, 'read', keys.readKey);
      expect((await reader.next('page')).live).toBe(true);
      const forger = await connect(server);
      joinAs(forger, keys, 'write', keys.readKey);
      await expectRefusedJoin(forger);
    }
  });

  it('an editor who is no owner cannot close a room', async () => {
    const { room, writer, isUntouched } = await startWithRoom();
    const { write } = room.secrets;
    writer.send(makeClose({ ...room, secrets: { ...room.secrets, owner: write } }, 2, 'mine now'));
    expect(await writer.next('error')).toEqual({ kind: 'error', ch: 2, cid: 0, code: 4403 });
    expect(deriveSpaceRoom(editorFromWriter(makeOwner(makeRandom(2).bytes))).ownerKey).toBeNull();
    expect(isUntouched()).toBe(true);
  });
});

describe('as a member of another room', () => {
  const owner = makeOwner(makeRandom(3).bytes);
  const rooms = {
    'the space': deriveSpaceRoom(owner),
    'one run': deriveRunRoom(owner, asId<RunId>('one'), 0),
    'another run': deriveRunRoom(owner, asId<RunId>('two'), 0),
    'the run before a guest was put out': deriveRunRoom(owner, asId<RunId>('one'), 1),
    'another space': deriveSpaceRoom(makeOwner(makeRandom(4).bytes)),
    'another space’s run of the same name': deriveRunRoom(
      makeOwner(makeRandom(4).bytes),
      asId<RunId>('one'),
      0,
    ),
  };
  const target = rooms['one run'];

  it.each(Object.entries(rooms).filter(([, keys]) => keys !== target))(
    'the keys of %s open nothing in a run',
    async (_, keys) => {
      const server = await start();
      const writer = await connect(server);
      joinAs(writer, target, 'write', target.writeKey as SigningKey);
      await writer.next('page');
      for (const key of [keys.writeKey, keys.readKey, keys.ownerKey]) {
        for (const mode of ['read', 'write'] as const) {
          // A space's owner key is the owner key of its runs, and even that neither reads nor writes.
          const intruder = await connect(server);
          joinAs(intruder, target, mode, key as SigningKey);
          await expectRefusedJoin(intruder);
        }
      }
    },
  );

  it('a room that was joined does not widen to the next one on the same socket', async () => {
    const { server, room, isUntouched } = await startWithRoom();
    const own = makeTestRoom();
    const member = await connect(server);
    await member.joinLive(own, 1);
    const mine = member.joinMessage(own, 2);
    member.send({ ...mine, keys: room.keys });
    expect(await member.next('error')).toEqual({ kind: 'error', ch: 2, cid: 0, code: 4403 });
    for (const part of ['write', 'read', 'owner'] as const) {
      // One own key among the room's: the id is another, and so is the room.
      member.join({ ...own, keys: { ...room.keys, [part]: own.keys[part] } }, 3, { mode: 'write' });
      expect((await member.next('error')).code).toBe(4403);
    }
    expect(isUntouched()).toBe(true);
  });
});

describe('a first-writer claim', () => {
  it('whoever comes first to a room id owns nothing of it', async () => {
    const frameLog = makeMemoryFrameLog();
    const server = await start({}, frameLog);
    const room = makeTestRoom();
    const squatter = await connect(server);
    await squatter.joinLive(makeTestRoom(), 9);
    // The id is a hash of the keys: the squatter can name the room only by showing keys it cannot prove.
    const own = makeTestRoom();
    squatter.join({ ...room, secrets: own.secrets }, 1);
    expect((await squatter.next('error')).code).toBe(4403);
    squatter.join({ ...own, roomId: room.roomId }, 2);
    expect((await squatter.next('error')).code).toBe(4403);
    expect(frameLog.readRoom(room.roomId)).toBeNull();
    const member = await connect(server);
    expect(await member.joinLive(room, 1)).toEqual([]);
    member.push(1, 1, frameOf('first'));
    expect(await member.entries(1)).toEqual([{ kind: 'ack', cid: 1, prev: 0, seq: 1 }]);
  });
});

describe('a challenge', () => {
  it('forged: signed by nobody who has the key', async () => {
    const { server, room, isUntouched } = await startWithRoom();
    const honest = await openHousehold(server);
    for (let bit = 0; bit < 512; bit += 37) {
      const client = await connect(server);
      const message = client.joinMessage(room, 1);
      const signature = message.signature.slice();
      signature[bit >> 3] = (signature[bit >> 3] as number) ^ (1 << (bit & 7));
      client.send({ ...message, signature });
      await expectRefusedJoin(client);
    }
    await honest.check();
    expect(isUntouched()).toBe(true);
  });

  it('replayed: from an earlier connection, to the byte', async () => {
    const { server, room } = await startWithRoom();
    const first = await connect(server);
    const recorded = encodeClientMessage(first.joinMessage(room, 1));
    first.sendBytes(recorded);
    await first.next('page');
    await first.close();
    const thief = await connect(server);
    thief.sendBytes(recorded);
    await expectRefusedJoin(thief);
    // The other way round: a member signs a nonce that a thief was given before.
    const late = await connect(server);
    late.join(room, 1, { nonce: first.nonce });
    await expectRefusedJoin(late);
  });

  it('never the same twice', async () => {
    const { server } = await startWithRoom();
    const clients = await Promise.all(Array.from({ length: 60 }, () => connect(server)));
    expect(new Set(clients.map(({ nonce }) => Buffer.from(nonce).toString('hex'))).size).toBe(60);
  });

  it('relayed: a page elsewhere passes our challenge to a member, who signs for that page', async () => {
    const { server, room } = await startWithRoom();
    const between = await connect(server);
    between.join(room, 1, { origin: 'https://baton.example.net' });
    await expectRefusedJoin(between);
    await expect(connect(server, { origin: 'https://baton.example.net' })).rejects.toMatchObject({
      code: 4422,
    });
  });

  it('for another room: a JOIN proves the room it names and no other', async () => {
    const { server, room } = await startWithRoom();
    const other = makeTestRoom();
    const client = await connect(server);
    // The same write key in two rooms; the statement holds the room's id.
    const twin = { ...other, keys: { ...other.keys, write: room.keys.write } };
    const message = client.joinMessage({ ...room, keys: twin.keys }, 1);
    client.send(message);
    await expectRefusedJoin(client);
  });

  it.each([
    ['an older cursor', { since: 0, chain: emptyChain() }],
    ['a later cursor', { since: 2, chain: chainAfter([frameOf('private'), frameOf('next')]) }],
    ['another chain', { since: 1, chain: new Uint8Array(32).fill(7) }],
  ])('with %s put in place of the signed one', async (_, forged) => {
    const { server, room } = await startWithRoom();
    const client = await connect(server);
    const message = client.joinMessage(room, 1, { since: 1, chain: chainAfter([frameOf('private')]) });
    client.send({ ...message, ...forged });
    await expectRefusedJoin(client);
  });

  it('read signed as write, and write as read', async () => {
    const { server, room } = await startWithRoom();
    for (const [mode, other] of [
      ['read', 'write'],
      ['write', 'read'],
    ] as const) {
      const client = await connect(server);
      client.send({ ...client.joinMessage(room, 1, { mode }), mode: other });
      await expectRefusedJoin(client);
    }
  });

  it('a signature of a frame, a snapshot or an end is no JOIN', async () => {
    const { server, room } = await startWithRoom();
    for (const label of ['frame/1', 'eph/1', 'snap/1', 'close/1', '']) {
      const client = await connect(server);
      const claim = {
        mode: 'write',
        origin: client.origin,
        nonce: client.nonce,
        roomId: room.roomId,
      } as const;
      const statement = joinChallenge({ ...claim, since: 0, chain: emptyChain() });
      const relabelled = Buffer.concat([Buffer.from(label), statement.subarray(6)]);
      const signature = new Uint8Array(sign(null, relabelled, room.secrets.write));
      client.send({ ...client.joinMessage(room, 1), signature });
      await expectRefusedJoin(client);
      const hashed = createHash('sha256').update(statement).digest();
      const again = await connect(server);
      again.send({
        ...again.joinMessage(room, 1),
        signature: new Uint8Array(sign(null, hashed, room.secrets.write)),
      });
      await expectRefusedJoin(again);
    }
  });

  it('with any one bit of it flipped joins nothing', async () => {
    const { server, room, isUntouched } = await startWithRoom();
    const client = await connect(server);
    await client.joinLive(makeTestRoom(), 1);
    const genuine = encodeClientMessage(client.joinMessage(room, 77));
    let refused = 0;
    // Byte 0 is the kind, 1 the channel (which is the client's own to choose), 2 the version; 3 and 100 are the
    // mode and the cursor, where a flipped bit may be no message at all. Those are tested above.
    for (let bit = 4 * 8; bit < genuine.length * 8; bit++) {
      if (bit >> 3 === 100) continue;
      const flipped = genuine.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      client.sendBytes(flipped);
      expect((await client.next('error')).code).toBe(4403);
      refused += 1;
    }
    expect(refused).toBe((96 + 32 + 64) * 8);
    expect(client.waiting()).toEqual([]);
    client.sendBytes(genuine);
    expect((await client.next('page')).head).toBe(1);
    expect(isUntouched()).toBe(true);
  });
});
