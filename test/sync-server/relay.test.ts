import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FrameLog } from '../../sync-server/frame-log.ts';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { encodeClientMessage } from '../../src/wire/client-message.ts';
import { chainAfter, frameOf, makeClose, makeTestRoom, type RelayClient } from './relay-client.ts';
import { connect, makeFolder, servers, start } from './relay-harness.ts';

describe('proving a key', () => {
  it('[M2] lets a write key write and a read key read, and tells the others', async () => {
    const server = await start();
    const room = makeTestRoom();
    const [writer, reader] = [await connect(server), await connect(server)];
    await writer.joinLive(room, 1);
    await reader.joinLive(room, 7, { mode: 'read' });
    writer.push(1, 5, frameOf('one'));
    expect(await writer.entries(1)).toEqual([{ kind: 'ack', cid: 5, prev: 0, seq: 1 }]);
    expect(await reader.entries(1)).toEqual([{ kind: 'frame', prev: 0, seq: 1, bytes: frameOf('one') }]);
  });

  it('[M2] refuses a reader that writes, and stores nothing of it', async () => {
    const frameLog = makeMemoryFrameLog();
    const server = await start({}, frameLog);
    const room = makeTestRoom();
    const reader = await connect(server);
    await reader.joinLive(room, 1, { mode: 'read' });
    reader.push(1, 9, frameOf('no'));
    expect(await reader.next('error')).toEqual({ kind: 'error', ch: 1, cid: 9, code: 4403 });
    expect(frameLog.readRoom(room.roomId)).toBeNull();
  });

  it.each([
    [
      'a key of another room',
      (client: RelayClient) => ({ key: makeTestRoom().secrets.write, nonce: client.nonce }),
    ],
    ['a challenge of another connection', () => ({ nonce: new Uint8Array(32) })],
    ['another origin', () => ({ origin: 'https://elsewhere.test' })],
  ])('[M1] refuses a JOIN signed with %s and ends the socket', async (_, options) => {
    const server = await start();
    const client = await connect(server);
    client.join(makeTestRoom(), 1, options(client));
    expect(await client.next('error')).toEqual({ kind: 'error', ch: 1, cid: 0, code: 4403 });
    expect(await client.ended).toBe(4403);
  });

  it('[M1] refuses a JOIN that was recorded on another connection', async () => {
    const server = await start();
    const room = makeTestRoom();
    const [first, second] = [await connect(server), await connect(server)];
    const recorded = encodeClientMessage(first.joinMessage(room, 1));
    first.sendBytes(recorded);
    expect((await first.next('page')).live).toBe(true);
    second.sendBytes(recorded);
    expect(await second.ended).toBe(4403);
  });

  it('[M2] does not take a read key for writing', async () => {
    const server = await start();
    const room = makeTestRoom();
    const client = await connect(server);
    client.join(room, 1, { mode: 'write', key: room.secrets.read });
    expect(await client.ended).toBe(4403);
  });

  it('[K1] gives another room to whoever changes one of the keys', async () => {
    const frameLog = makeMemoryFrameLog();
    const server = await start({}, frameLog);
    const [room, other] = [makeTestRoom(), makeTestRoom()];
    const [writer, intruder] = [await connect(server), await connect(server)];
    await writer.joinLive(room, 1);
    writer.push(1, 1, frameOf('private'));
    await writer.entries(1);
    // Own write key beside the room's other keys: that is a room of one's own.
    const forged = makeClose(
      { ...room, keys: { ...room.keys, owner: other.keys.owner }, secrets: other.secrets },
      3,
      'x',
    );
    intruder.send(forged);
    expect(await intruder.ended).toBe(4403);
    expect(frameLog.readRoom(room.roomId)).toMatchObject({ head: 1, tombstone: null });
  });

  it('[M2] wants a proof first, and soon', async () => {
    const server = await start({ joinWithinMs: 80 });
    const [eager, idle, calm] = [await connect(server), await connect(server), await connect(server)];
    eager.push(1, 1, frameOf('hello'));
    expect(await eager.ended).toBe(4401);
    await calm.joinLive(makeTestRoom(), 1);
    expect(await idle.ended).toBe(4408);
    expect(calm.socket.readyState).toBe(calm.socket.OPEN);
  });

  it('refuses pages from elsewhere, and programs that do not say where they belong', async () => {
    const server = await start();
    const refused = { code: 4422 };
    await expect(connect(server, { origin: 'https://elsewhere.test' })).rejects.toMatchObject(refused);
    await expect(connect(server, { origin: undefined })).rejects.toMatchObject(refused);
    await expect(connect(server, { origin: 'null' })).rejects.toMatchObject(refused);
    const proxied = await connect(server, {
      origin: 'https://baton.test',
      headers: { 'X-Forwarded-Host': 'baton.test' },
    });
    await proxied.joinLive(makeTestRoom(), 1);
  });

  it('[V2] tells another version that an upgrade is needed', async () => {
    const server = await start();
    const client = await connect(server);
    client.sendBytes(Uint8Array.of(1, 3, 2));
    expect(await client.next('error')).toEqual({ kind: 'error', ch: 3, cid: 0, code: 4426 });
    expect(await client.ended).toBe(4426);
  });
});

describe('the log', () => {
  it('[M6] acknowledges and fans out only after the commit', async () => {
    const seen: string[] = [];
    const inner = makeMemoryFrameLog();
    let failing = false;
    const frameLog: FrameLog = {
      ...inner,
      append(appends) {
        if (failing) throw new Error('the disk is gone');
        // Long enough for anything sent before the commit to arrive, if it were sent.
        const until = performance.now() + 30;
        while (performance.now() < until);
        inner.append(appends);
        seen.push(`committed ${appends.flatMap((it) => it.frames).length}`);
      },
    };
    const server = await start({}, frameLog);
    const room = makeTestRoom();
    const [author, peer] = [await connect(server), await connect(server)];
    await author.joinLive(room, 1);
    await peer.joinLive(room, 1);
    author.socket.on('message', () => seen.push('author'));
    peer.socket.on('message', () => seen.push('peer'));
    author.push(1, 1, frameOf('one'));
    await Promise.all([author.entries(1), peer.entries(1)]);
    expect(seen[0]).toBe('committed 1');
    expect(seen.slice(1).sort()).toEqual(['author', 'peer']);

    failing = true;
    author.push(1, 2, frameOf('two'));
    expect(await author.next('error')).toEqual({ kind: 'error', ch: 1, cid: 2, code: 4500 });
    expect(peer.waiting()).toEqual([]);
    failing = false;
    author.push(1, 3, frameOf('two'));
    expect(await author.entries(1)).toEqual([{ kind: 'ack', cid: 3, prev: 1, seq: 2 }]);
    expect(inner.readRoom(room.roomId)?.chain).toEqual(chainAfter([frameOf('one'), frameOf('two')]));
  });

  it('[M5] gives everybody one order, own frames as acks in their place', async () => {
    const server = await start();
    const room = makeTestRoom();
    const both = [await connect(server), await connect(server)] as const;
    for (const client of both) await client.joinLive(room, 1);
    for (let index = 1; index <= 40; index++) both[index % 2]?.push(1, index, frameOf(`${index}`));
    const [left, right] = await Promise.all(both.map((client) => client.entries(40)));
    const places = (entries = left) => entries?.map((it) => ('seq' in it ? [it.prev, it.seq] : []));
    expect(places(left)).toEqual(Array.from({ length: 40 }, (_, index) => [index, index + 1]));
    expect(places(right)).toEqual(places(left));
    for (const [index, entry] of (left ?? []).entries()) expect(entry.kind).not.toBe(right?.[index]?.kind);
  });

  it('[M4] pages a long log by credit, then is live', async () => {
    const server = await start({ pageFrames: 7, pageBytes: 1_000 });
    const room = makeTestRoom();
    const [writer, late] = [await connect(server), await connect(server)];
    await writer.joinLive(room, 1);
    const frames = Array.from({ length: 50 }, (_, index) => frameOf(`${index}`));
    for (const [index, frame] of frames.entries()) writer.push(1, index + 1, frame);
    await writer.entries(50);
    late.join(room, 4, { mode: 'read' });
    expect(await late.next('page')).toEqual({ kind: 'page', ch: 4, head: 50, live: false });
    expect((await late.next('frames')).entries.length).toBe(7);
    expect(late.waiting()).toEqual([]);
    await late.close();
    const other = await connect(server);
    const rest = await other.joinLive(room, 1, { since: 20, chain: chainAfter(frames.slice(0, 20)) });
    expect(rest.map((it) => (it.kind === 'frame' ? it.bytes : null))).toEqual(frames.slice(20));
  });

  it('[M3] says 4409 to a cursor ahead of the log and to another chain, and keeps the socket', async () => {
    const server = await start();
    const room = makeTestRoom();
    const client = await connect(server);
    await client.joinLive(room, 1);
    client.push(1, 1, frameOf('one'));
    client.push(1, 2, frameOf('two'));
    await client.entries(2);
    const chain = chainAfter([frameOf('one')]);
    client.join(room, 2, { since: 3, chain });
    expect(await client.next('error')).toEqual({ kind: 'error', ch: 2, cid: 0, code: 4409 });
    client.join(room, 2, { since: 2, chain });
    expect((await client.next('error')).code).toBe(4409);
    client.join(room, 2, { since: 0, chain });
    expect((await client.next('error')).code).toBe(4409);
    expect(await client.joinLive(room, 2, { since: 1, chain })).toHaveLength(1);
  });

  it('[M3] notices that the data file was rolled back, and takes everything again', async () => {
    const dataDir = makeFolder();
    const backup = makeFolder();
    const room = makeTestRoom();
    const frames = [frameOf('one'), frameOf('two'), frameOf('three')];
    const before = await start({}, null, dataDir);
    const client = await connect(before);
    await client.joinLive(room, 1);
    client.push(1, 1, frameOf('one'));
    await client.entries(1);
    await servers.pop()?.close();
    cpSync(dataDir, backup, { recursive: true });

    const later = await start({}, null, dataDir);
    const again = await connect(later);
    expect(await again.joinLive(room, 1, { since: 1, chain: chainAfter(frames.slice(0, 1)) })).toEqual([]);
    again.push(1, 1, frameOf('two'));
    again.push(1, 2, frameOf('three'));
    await again.entries(2);
    await servers.pop()?.close();

    const rolledBack = await start({}, null, backup);
    const device = await connect(rolledBack);
    device.join(room, 1, { since: 3, chain: chainAfter(frames) });
    expect((await device.next('error')).code).toBe(4409);
    expect(await device.joinLive(room, 1)).toHaveLength(1);
    device.push(1, 1, frameOf('two'));
    expect(await device.entries(1)).toEqual([{ kind: 'ack', cid: 1, prev: 1, seq: 2 }]);
  });

  it('[M7] a reader that does not read goes back to paging and misses nothing', async () => {
    const server = await start({ bufferedBytes: 65_536, pageBytes: 65_536, byteBurst: 1e9 });
    const room = makeTestRoom();
    const [writer, slow] = [await connect(server), await connect(server)];
    await writer.joinLive(room, 1);
    await slow.joinLive(room, 1, { mode: 'read' });
    slow.socket.pause();
    const count = 120;
    for (let cid = 1; cid <= count; cid++) {
      writer.push(1, cid, frameOf(`${cid}`, 200_000));
      await writer.entries(1);
    }
    slow.socket.resume();
    const read: number[] = [];
    let pages = 0;
    while (read.length < count) {
      const entries = await slow.entries(1);
      read.push(...entries.map((it) => (it.kind === 'frame' ? it.seq : -1)));
      while (slow.waiting().some((it) => it.kind === 'page')) {
        pages += 1;
        if (!(await slow.next('page')).live) slow.send({ kind: 'more', ch: 1 });
      }
    }
    expect(read).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(pages).toBeGreaterThan(0);
  });
});
