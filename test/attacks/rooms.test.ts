/** What a room was and is: its end, and the snapshots that newcomers start from. */
import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { closeStatement, snapshotStatement, type SnapshotClaim } from '../../src/wire/statements.ts';
import {
  chainAfter,
  frameOf,
  makeClose,
  makeTestRoom,
  type RelayClient,
  type TestRoom,
} from '../sync-server/relay-client.ts';
import { connect, makeFolder, servers, start } from '../sync-server/relay-harness.ts';
import { openHousehold } from './household.ts';

const frames = Array.from({ length: 6 }, (_, index) => frameOf(`${index}`));

async function writeFrames(client: RelayClient, room: TestRoom): Promise<void> {
  await client.joinLive(room, 1);
  for (const [index, frame] of frames.entries()) client.push(1, index + 1, frame);
  await client.entries(frames.length);
}

describe('a closed room brought back by a wiped relay', () => {
  it('ends again with the first device that posts its tombstone, for all who moved in meanwhile', async () => {
    const room = makeTestRoom();
    const tombstone = makeClose(room, 1, 'moved');
    await start({}, null, makeFolder());
    const owner = await connect(servers.at(-1) as (typeof servers)[number]);
    owner.send(tombstone);
    const first = await owner.next('closed');
    await servers.pop()?.close();

    const frameLog = makeMemoryFrameLog();
    const wiped = await start({}, frameLog);
    // A removed member still has the write key, and here the relay knows of no end.
    const removed = await connect(wiped);
    await writeFrames(removed, room);
    const kept = await connect(wiped);
    kept.send(tombstone);
    expect(await kept.next('closed')).toEqual(first);
    expect(await removed.next('closed')).toMatchObject({ ch: 1, tombstone: tombstone.tombstone });
    removed.push(1, 9, frameOf('still here'));
    expect(await removed.next('error')).toEqual({ kind: 'error', ch: 1, cid: 9, code: 4410 });
    expect(frameLog.readFrames(room.roomId, 0, 1e9, 1e9)).toEqual([]);
    const newcomer = await connect(wiped);
    newcomer.join(room, 4);
    expect(await newcomer.next('closed')).toMatchObject({ ch: 4, tombstone: tombstone.tombstone });
    expect(newcomer.waiting()).toEqual([]);
  });

  it('keeps the first tombstone, also against another one of the owner’s', async () => {
    const server = await start();
    const room = makeTestRoom();
    const client = await connect(server);
    client.send(makeClose(room, 1, 'first'));
    await client.next('closed');
    client.send(makeClose(room, 2, 'second'));
    expect(Buffer.from((await client.next('closed')).tombstone).toString()).toBe('first');
  });

  it('takes no forged tombstone: another key’s, another room’s, a changed one, another purpose’s', async () => {
    const frameLog = makeMemoryFrameLog();
    const server = await start({}, frameLog);
    const honest = await openHousehold(server);
    const room = makeTestRoom();
    const member = await connect(server);
    await writeFrames(member, room);
    const genuine = makeClose(room, 2, 'moved');
    const other = makeTestRoom();
    const asFrame = Buffer.concat([Buffer.from('frame/1'), room.roomId, genuine.tombstone]);
    const forged = [
      ...(['write', 'read'] as const).map((part) => {
        const secrets = { ...room.secrets, owner: room.secrets[part] };
        return makeClose({ ...room, secrets }, 2, 'moved');
      }),
      { ...makeClose(other, 2, 'moved'), keys: room.keys },
      { ...genuine, tombstone: Uint8Array.from(Buffer.from('moven')) },
      { ...genuine, keys: { ...room.keys, write: other.keys.write } },
      { ...genuine, signature: new Uint8Array(sign(null, asFrame, room.secrets.owner)) },
      {
        ...genuine,
        signature: new Uint8Array(
          sign(null, closeStatement(other.roomId, genuine.tombstone), room.secrets.owner),
        ),
      },
    ];
    for (const close of forged) {
      member.send(close);
      expect(await member.next('error')).toEqual({ kind: 'error', ch: 2, cid: 0, code: 4403 });
    }
    expect(frameLog.readRoom(room.roomId)).toMatchObject({ head: 6, tombstone: null });
    expect(frameLog.readRoom(other.roomId)).toBeNull();
    await honest.check();
  });
});

describe('a snapshot that drops edits', () => {
  it('replaces nothing: what it covers is still there for whoever has the older one', async () => {
    const frameLog = makeMemoryFrameLog();
    const server = await start({}, frameLog);
    const room = makeTestRoom();
    const [editor, other] = [await connect(server), await connect(server)];
    await writeFrames(editor, room);
    await other.joinLive(room, 1, { since: 6, chain: chainAfter(frames) });
    editor.pushSnapshot(room, 1, 10, 3, chainAfter(frames.slice(0, 3)), [frameOf('good'), frameOf('state')]);
    await editor.entries(1);
    await other.next('snapshot');
    // A client gone wrong: it advances, its chain matches, and there is nothing in it.
    editor.pushSnapshot(room, 1, 11, 6, chainAfter(frames), [frameOf('empty')]);
    await editor.entries(1);
    // Every other editor hears of it at once and can put back what it lacks.
    expect(await other.next('snapshot')).toMatchObject({ coversSeq: 6, part: 0, sealed: frameOf('empty') });
    // Two generations: the frames behind the older one stay, and a member who stood there gets them.
    const stored = frameLog.readFrames(room.roomId, 0, 1e9, 1e9);
    expect(stored.map(({ seq, bytes }) => [seq, bytes])).toEqual(
      [4, 5, 6].map((seq) => [seq, frames[seq - 1]]),
    );
    const member = await connect(server);
    const read = await member.joinLive(room, 1, { since: 3, chain: chainAfter(frames.slice(0, 3)) });
    expect(read.map((entry) => (entry.kind === 'frame' ? entry.bytes : null))).toEqual(frames.slice(3));
  });

  it('a flood of snapshots does not push the good one out before its time', async () => {
    const frameLog = makeMemoryFrameLog();
    const server = await start({}, frameLog);
    const room = makeTestRoom();
    const editor = await connect(server);
    await writeFrames(editor, room);
    for (let covers = 1; covers <= 6; covers++) {
      const chain = chainAfter(frames.slice(0, covers));
      editor.pushSnapshot(room, 1, 10 + covers, covers, chain, [frameOf(covers === 1 ? 'good' : 'empty')]);
      await editor.entries(1);
    }
    expect(frameLog.readRoom(room.roomId)).toMatchObject({ base: 1, snapshotSeq: 6 });
    expect(frameLog.readFrames(room.roomId, 0, 1e9, 1e9).map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6]);
  });

  it('is kept only where it is signed for: this room, this place, this part, by the write key', async () => {
    const frameLog = makeMemoryFrameLog();
    const server = await start({}, frameLog);
    const room = makeTestRoom();
    const editor = await connect(server);
    await writeFrames(editor, room);
    const chain = chainAfter(frames);
    const sealed = frameOf('header');
    const truth: SnapshotClaim = { roomId: room.roomId, coversSeq: 6, chain, part: 0, parts: 1 };
    const lies: readonly Partial<SnapshotClaim>[] = [
      { roomId: makeTestRoom().roomId },
      { coversSeq: 5 },
      { chain: chainAfter(frames.slice(0, 5)) },
      { part: 1, parts: 2 },
      { parts: 2 },
    ];
    let cid = 20;
    const post = async (claim: SnapshotClaim, signed: SnapshotClaim, key = room.secrets.write) => {
      cid += 1;
      const { coversSeq, part, parts } = claim;
      const signature = new Uint8Array(sign(null, snapshotStatement(signed, sealed), key));
      editor.send({
        kind: 'snapshot',
        ch: 1,
        cid,
        coversSeq,
        chain: claim.chain,
        part,
        parts,
        signature,
        sealed,
      });
      const { code } = await editor.next('error');
      return code;
    };
    for (const lie of lies) expect(await post(truth, { ...truth, ...lie })).toBe(4403);
    for (const key of [room.secrets.read, room.secrets.owner, makeTestRoom().secrets.write]) {
      expect(await post(truth, truth, key)).toBe(4403);
    }
    // It does not advance, runs ahead, or stands for another history.
    for (const claim of [
      { ...truth, coversSeq: 0 },
      { ...truth, coversSeq: 7 },
      { ...truth, coversSeq: 5 },
      { ...truth, chain: new Uint8Array(32) },
    ]) {
      expect(await post(claim, claim)).toBe(4412);
    }
    expect(frameLog.readRoom(room.roomId)).toMatchObject({ snapshotSeq: 0, base: 0, head: 6 });
  });
});
