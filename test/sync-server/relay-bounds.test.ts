import { describe, expect, it } from 'vitest';
import type { FrameLog } from '../../sync-server/frame-log.ts';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { chainAfter, frameOf, makeClose, makeTestRoom, type RelayClient } from './relay-client.ts';
import { connect, makeFolder, servers, start } from './relay-harness.ts';

describe('closing a room', () => {
  it('[M10] closes it for ever, for those in it and those who come, and the first tombstone wins', async () => {
    const dataDir = makeFolder();
    const server = await start({}, null, dataDir);
    const room = makeTestRoom();
    const [member, owner] = [await connect(server), await connect(server)];
    await member.joinLive(room, 1);
    member.push(1, 1, frameOf('one'));
    await member.entries(1);
    owner.send(makeClose(room, 8, 'moved'));
    const told = await member.next('closed');
    expect(Buffer.from(told.tombstone).toString()).toBe('moved');
    expect((await owner.next('closed')).ch).toBe(8);
    member.push(1, 2, frameOf('two'));
    expect(await member.next('error')).toEqual({ kind: 'error', ch: 1, cid: 2, code: 4410 });
    owner.send(makeClose(room, 8, 'moved elsewhere'));
    expect(await owner.next('closed')).toEqual({ ...told, ch: 8 });
    await servers.pop()?.close();

    const reborn = await start({}, null, dataDir);
    const stale = await connect(reborn);
    stale.join(room, 2, { since: 1, chain: chainAfter([frameOf('one')]) });
    expect(await stale.next('closed')).toEqual({ ...told, ch: 2 });
  });

  it('[M10] takes a tombstone before any JOIN, so a wiped relay stays closed', async () => {
    const server = await start();
    const room = makeTestRoom();
    const device = await connect(server);
    device.send(makeClose(room, 1, 'gone'));
    await device.next('closed');
    device.join(room, 2);
    expect((await device.next('closed')).ch).toBe(2);
  });

  it('[M10] is for the owner key alone', async () => {
    const server = await start();
    const room = makeTestRoom();
    const editor = await connect(server);
    await editor.joinLive(room, 1);
    editor.send(makeClose({ ...room, secrets: { ...room.secrets, owner: room.secrets.write } }, 2, 'mine'));
    expect(await editor.next('error')).toEqual({ kind: 'error', ch: 2, cid: 0, code: 4403 });
    editor.push(1, 1, frameOf('still open'));
    expect(await editor.entries(1)).toHaveLength(1);
  });
});

describe('what is not stored', () => {
  it('[M8] reaches the others with a connection number, and its end is told', async () => {
    const server = await start();
    const room = makeTestRoom();
    const [left, right, mute] = [await connect(server), await connect(server), await connect(server)];
    await left.joinLive(room, 1);
    await right.joinLive(room, 2, { mode: 'read' });
    await mute.joinLive(room, 3);
    left.send({ kind: 'ephemeral', ch: 1, bytes: Uint8Array.of(1, 2) });
    const heard = await right.next('ephemeral');
    expect(heard).toMatchObject({ ch: 2, bytes: Uint8Array.of(1, 2) });
    await mute.close();
    await left.close();
    expect(await right.next('peerLeft')).toEqual({ kind: 'peerLeft', ch: 2, connId: heard.connId });
    expect(right.waiting()).toEqual([]);
  });
});

describe('snapshots', () => {
  const frames = Array.from({ length: 6 }, (_, index) => frameOf(`${index}`));

  it('[M9] are kept when they advance and match, tell live members, and start newcomers', async () => {
    const server = await start();
    const room = makeTestRoom();
    const [editor, other, viewer] = [await connect(server), await connect(server), await connect(server)];
    await editor.joinLive(room, 1);
    await other.joinLive(room, 1);
    await viewer.joinLive(room, 1, { mode: 'read' });
    for (const [index, frame] of frames.entries()) editor.push(1, index + 1, frame);
    await Promise.all([editor.entries(6), other.entries(6), viewer.entries(6)]);
    const parts = [frameOf('header'), frameOf('state a'), frameOf('state b')];
    const chain = chainAfter(frames.slice(0, 4));
    editor.pushSnapshot(room, 1, 50, 4, chain, parts);
    expect(await editor.entries(1)).toEqual([{ kind: 'kept', cid: 50, coversSeq: 4 }]);
    expect(await other.next('snapshot')).toMatchObject({
      coversSeq: 4,
      chain,
      part: 0,
      parts: 3,
      sealed: parts[0],
    });
    expect(await viewer.next('snapshot')).toMatchObject({ coversSeq: 4, part: 0, sealed: parts[0] });

    const newcomer = await connect(server);
    const rest = await newcomer.joinLive(room, 5, { mode: 'read' });
    const got = [
      await newcomer.next('snapshot'),
      await newcomer.next('snapshot'),
      await newcomer.next('snapshot'),
    ];
    expect(got.map((it) => it.sealed)).toEqual(parts);
    expect(rest.map((it) => ('seq' in it ? it.seq : 0))).toEqual([5, 6]);
  });

  it('[M9] are told, once, to whoever becomes live after they were kept, readers too', async () => {
    const server = await start();
    const room = makeTestRoom();
    const editor = await connect(server);
    await editor.joinLive(room, 1);
    for (const [index, frame] of frames.entries()) editor.push(1, index + 1, frame);
    await editor.entries(6);
    const parts = [frameOf('header'), frameOf('state')];
    editor.pushSnapshot(room, 1, 50, 6, chainAfter(frames), parts);
    await editor.entries(1);
    const since = { since: 2, chain: chainAfter(frames.slice(0, 2)) };
    const [returning, viewer, newcomer] = [
      await connect(server),
      await connect(server),
      await connect(server),
    ];
    expect((await returning.joinLive(room, 1, since)).length).toBe(4);
    expect(await returning.next('snapshot')).toMatchObject({
      coversSeq: 6,
      part: 0,
      parts: 2,
      sealed: parts[0],
    });
    returning.send({ kind: 'more', ch: 1 });
    await returning.next('page');
    await viewer.joinLive(room, 1, { mode: 'read', ...since });
    expect(await viewer.next('snapshot')).toMatchObject({ coversSeq: 6, part: 0, sealed: parts[0] });
    await newcomer.joinLive(room, 1);
    expect((await newcomer.next('snapshot')).part).toBe(0);
    expect((await newcomer.next('snapshot')).part).toBe(1);
    editor.push(1, 60, frameOf('a turn later'));
    for (const client of [returning, viewer, newcomer]) {
      await client.entries(1);
      expect(client.waiting()).toEqual([]);
    }
  });

  it('[M9] are refused when they go back, do not match, skip a part, or come from a reader', async () => {
    const server = await start();
    const room = makeTestRoom();
    const [editor, viewer] = [await connect(server), await connect(server)];
    await editor.joinLive(room, 1);
    for (const [index, frame] of frames.entries()) editor.push(1, index + 1, frame);
    await editor.entries(6);
    await viewer.joinLive(room, 1, { mode: 'read' });
    const parts = [frameOf('header')];
    const refusal = async (client: RelayClient) => (await client.next('error')).code;
    editor.pushSnapshot(room, 1, 50, 4, chainAfter(frames), parts);
    expect(await refusal(editor)).toBe(4412);
    editor.pushSnapshot(room, 1, 51, 7, chainAfter(frames), parts);
    expect(await refusal(editor)).toBe(4412);
    editor.pushSnapshot(room, 1, 52, 6, chainAfter(frames), parts);
    await editor.entries(1);
    editor.pushSnapshot(room, 1, 53, 6, chainAfter(frames), parts);
    expect(await refusal(editor)).toBe(4412);
    const place = {
      kind: 'snapshot',
      ch: 1,
      cid: 54,
      coversSeq: 6,
      chain: chainAfter(frames),
      part: 1,
      parts: 2,
    } as const;
    editor.send({ ...place, signature: new Uint8Array(64), sealed: frameOf('late part') });
    expect(await refusal(editor)).toBe(4412);
    viewer.pushSnapshot(room, 1, 55, 6, chainAfter(frames), parts);
    expect(await refusal(viewer)).toBe(4403);
  });

  it('[M9] need a signature of the write key', async () => {
    const server = await start();
    const room = makeTestRoom();
    const editor = await connect(server);
    await editor.joinLive(room, 1);
    editor.push(1, 1, frameOf('0'));
    await editor.entries(1);
    const forged = { ...room, secrets: { ...room.secrets, write: room.secrets.read } };
    editor.pushSnapshot(forged, 1, 2, 1, chainAfter([frameOf('0')]), [frameOf('header')]);
    expect((await editor.next('error')).code).toBe(4403);
  });
});

describe('limits', () => {
  it('answer with their numbers', async () => {
    const server = await start({ roomsPerSocket: 2, connectionsPerAddress: 2, roomBytes: 700 });
    const client = await connect(server);
    const room = makeTestRoom();
    await client.joinLive(room, 1);
    await client.joinLive(makeTestRoom(), 2);
    client.join(makeTestRoom(), 3);
    expect(await client.next('error')).toEqual({ kind: 'error', ch: 3, cid: 0, code: 4429 });
    for (const cid of [1, 2, 3]) client.push(1, cid, frameOf(`${cid}`));
    expect(await client.entries(2)).toHaveLength(2);
    expect(await client.next('error')).toEqual({ kind: 'error', ch: 1, cid: 3, code: 4507 });
    client.push(9, 4, frameOf('nowhere'));
    expect(await client.next('error')).toEqual({ kind: 'error', ch: 9, cid: 4, code: 4401 });
    client.sendBytes(Uint8Array.of(8, 1));
    expect((await client.next('error')).code).toBe(4501);
    await connect(server);
    await expect(connect(server)).rejects.toMatchObject({ code: 4429 });
  });

  it('[M6] keep a commit small, however much comes in one turn, and acknowledge all of it in order', async () => {
    const memory = makeMemoryFrameLog();
    const sizes: number[] = [];
    const frameLog: FrameLog = {
      ...memory,
      append(appends) {
        sizes.push(appends.reduce((sum, { frames: added }) => sum + added.length, 0));
        memory.append(appends);
      },
    };
    const server = await start({ commitFrames: 10 }, frameLog);
    const [writer, reader] = [await connect(server), await connect(server)];
    const room = makeTestRoom();
    await writer.joinLive(room, 1);
    await reader.joinLive(room, 1, { mode: 'read' });
    for (let cid = 1; cid <= 95; cid++) writer.push(1, cid, frameOf(`${cid}`));
    const acks = await writer.entries(95);
    expect(acks.map((entry) => (entry.kind === 'ack' ? [entry.cid, entry.seq] : null))).toEqual(
      Array.from({ length: 95 }, (_, index) => [index + 1, index + 1]),
    );
    expect(await reader.entries(95)).toHaveLength(95);
    expect(Math.max(...sizes)).toBe(10);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(95);
  });

  it('slow a sender down without losing anything', async () => {
    const server = await start({ messagesPerSecond: 400, messageBurst: 20 });
    const client = await connect(server);
    await client.joinLive(makeTestRoom(), 1);
    const started = performance.now();
    for (let cid = 1; cid <= 120; cid++) client.push(1, cid, frameOf(`${cid}`, 2_000));
    expect(await client.entries(120)).toHaveLength(120);
    expect(performance.now() - started).toBeGreaterThan(100);
  });

  it('[M2] end a channel with LEAVE, whose number may be used again', async () => {
    const server = await start({ roomsPerSocket: 1 });
    const client = await connect(server);
    const room = makeTestRoom();
    await client.joinLive(room, 1);
    client.join(room, 1);
    expect((await client.next('error')).code).toBe(4400);
    client.send({ kind: 'leave', ch: 1 });
    await client.joinLive(room, 1);
  });

  it('[M10] do not count rooms that were closed', async () => {
    const server = await start({ roomsPerSocket: 2 });
    const client = await connect(server);
    for (let ch = 1; ch <= 5; ch++) {
      const room = makeTestRoom();
      await client.joinLive(room, ch);
      client.send(makeClose(room, ch, 'done'));
      expect((await client.next('closed')).ch).toBe(ch);
    }
    await client.joinLive(makeTestRoom(), 6);
    await client.joinLive(makeTestRoom(), 7);
    expect(client.waiting()).toEqual([]);
  });
});
