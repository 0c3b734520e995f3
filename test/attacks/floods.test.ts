/**
 * Strangers in numbers. Limits are injected small, so that few sockets show what many would do; each time the
 * memory that is held stays within a stated bound and an honest household on the same relay goes on.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../sync-server/limits.ts';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { FRAME_ROW_BYTES, ROOM_ROW_BYTES } from '../../sync-server/stored-size.ts';
import { emptyChain } from '../../src/wire/room-id.ts';
import { snapshotStatement } from '../../src/wire/statements.ts';
import { sign } from 'node:crypto';
import { chainAfter, connectClient, frameOf, makeClose, makeTestRoom } from '../sync-server/relay-client.ts';
import { connect, start } from '../sync-server/relay-harness.ts';
import { heldBytes, openHousehold } from './household.ts';
import { openMute, openRaw, webSocketFrame } from './raw-socket.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

it('oversized frames: each kind is refused by number and only its socket ends', async () => {
  const server = await start();
  const honest = await openHousehold(server);
  const room = makeTestRoom();
  const big = (size: number): Uint8Array => new Uint8Array(size);
  const sends: readonly ((client: Awaited<ReturnType<typeof connect>>) => void)[] = [
    (client) => client.push(1, 1, big(256 * KIB + 1)),
    (client) => client.send({ kind: 'ephemeral', ch: 1, bytes: big(16 * KIB + 1) }),
    (client) => client.pushSnapshot(room, 1, 1, 1, emptyChain(), [big(256 * KIB + 1)]),
    (client) => client.send({ ...makeClose(room, 2, ''), tombstone: big(64 * KIB + 1) }),
  ];
  for (const oversized of sends) {
    const client = await connect(server);
    await client.joinLive(room, 1);
    oversized(client);
    expect(await client.ended).toBe(4413);
    await honest.check();
  }
  const giant = await connect(server);
  giant.sendBytes(big(8 * MIB));
  expect(await giant.ended).toBe(1009);
  await honest.check();
});

it('messages in a thousand crumbs are cut off before they cost anything', async () => {
  const server = await start();
  const honest = await openHousehold(server);
  const raw = await openMute(server.port);
  raw.write(webSocketFrame(2, false, Uint8Array.of(2)));
  for (let index = 0; index < 400; index++) raw.write(webSocketFrame(0, false, Uint8Array.of(1)));
  expect(await raw.ended).toBeLessThan(DEFAULT_LIMITS.joinWithinMs);
  await honest.check();
});

it('too many rooms on a socket are refused by number, and those before them stay', async () => {
  const frameLog = makeMemoryFrameLog();
  const server = await start({ roomsPerSocket: 20 }, frameLog);
  const honest = await openHousehold(server);
  await honest.check();
  const stored = frameLog.storedBytes();
  const held = heldBytes();
  const first = makeTestRoom();
  for (let index = 0; index < 10; index++) {
    const client = await connect(server);
    await client.joinLive(first, 1);
    for (let ch = 2; ch <= 60; ch++) client.join(makeTestRoom(), ch);
    for (let ch = 21; ch <= 60; ch++) {
      expect(await client.next('error')).toEqual({ kind: 'error', ch, cid: 0, code: 4429 });
    }
    client.push(1, 1, frameOf('still in the first'));
    expect((await client.entries(1)).at(-1)).toMatchObject({ kind: 'ack', seq: index + 1 });
    await honest.check();
    await client.close();
  }
  // Rooms that were joined and left take no space, neither on disk nor here.
  expect(frameLog.storedBytes() - stored).toBe(ROOM_ROW_BYTES + 20 * (FRAME_ROW_BYTES + 120));
  expect(heldBytes() - held).toBeLessThan(8 * MIB);
});

it('too many rooms: strangers’ new rooms end at their share, and rooms that exist go on', async () => {
  const frameLog = makeMemoryFrameLog();
  const limits = { roomBytes: 20 * KIB, storedBytes: 200 * KIB, storedBytesForNewRooms: 100 * KIB };
  const server = await start(limits, frameLog);
  const honest = await openHousehold(server);
  await honest.check();
  const stranger = await connect(server);
  let refusals = 0;
  for (let ch = 1; ch <= 60; ch++) {
    await stranger.joinLive(makeTestRoom(), ch);
    stranger.push(ch, 1, frameOf('mine', 10 * KIB));
    stranger.push(ch, 2, frameOf('mine', 11 * KIB));
    const codes = [(await stranger.next('error')).code];
    if (codes[0] === 4507 && frameLog.storedBytes() >= 90 * KIB) refusals += 1;
    stranger.send({ kind: 'leave', ch });
  }
  expect(refusals).toBeGreaterThan(40);
  expect(frameLog.storedBytes()).toBeLessThanOrEqual(100 * KIB);
  await honest.check();
});

it('too many tiny frames: they count with what keeping them takes, and end at the same share', async () => {
  const frameLog = makeMemoryFrameLog();
  const limits = { roomBytes: 20 * KIB, storedBytes: 200 * KIB, storedBytesForNewRooms: 100 * KIB };
  const server = await start(limits, frameLog);
  const honest = await openHousehold(server);
  await honest.check();
  const stranger = await connect(server);
  await stranger.joinLive(makeTestRoom(), 1);
  for (let cid = 1; cid <= 1_000; cid++) stranger.push(1, cid, Uint8Array.of(1));
  const kept = Math.floor((20 * KIB - ROOM_ROW_BYTES) / (FRAME_ROW_BYTES + 1));
  expect(await stranger.entries(kept)).toHaveLength(kept);
  expect(await stranger.next('error')).toEqual({ kind: 'error', ch: 1, cid: kept + 1, code: 4507 });
  expect(frameLog.storedBytes()).toBeLessThanOrEqual(100 * KIB);
  await honest.check();
});

it('tombstones for rooms that nobody has end at the same share', async () => {
  const frameLog = makeMemoryFrameLog();
  const server = await start({ storedBytes: 200 * KIB, storedBytesForNewRooms: 50 * KIB }, frameLog);
  const honest = await openHousehold(server);
  await honest.check();
  const stranger = await connect(server);
  for (let ch = 1; ch <= 60; ch++) stranger.send(makeClose(makeTestRoom(), ch, 'x'.repeat(KIB)));
  let codes = 0;
  while (codes < 10) if ((await stranger.next('error')).code === 4507) codes += 1;
  expect(frameLog.storedBytes()).toBeLessThanOrEqual(50 * KIB);
  await honest.check();
});

it('slow readers: what waits for all of them together stays bounded, and they miss nothing', async () => {
  const limits = { pageBytes: 64 * KIB, bufferedBytes: 4 * MIB, bufferedBytesAll: 8 * MIB, byteBurst: 1e9 };
  const server = await start({ ...limits, messageBurst: 1e6 });
  const honest = await openHousehold(server);
  const room = makeTestRoom();
  const writer = await connect(server);
  await writer.joinLive(room, 1);
  const frames = 160;
  for (let cid = 1; cid <= frames; cid++) writer.push(1, cid, frameOf(`${cid}`, 200 * KIB));
  await writer.entries(frames);
  const held = heldBytes();
  const slow = await Promise.all(Array.from({ length: 40 }, () => connect(server)));
  for (const client of slow) {
    client.join(room, 1, { mode: 'read' });
    for (let page = 0; page < frames; page++) client.send({ kind: 'more', ch: 1 });
    client.socket.pause();
  }
  // Unbounded, this would be 40 × 31 MiB, and 40 × 4 MiB with a bound for each alone.
  for (let round = 0; round < 10; round++) {
    await honest.check();
    await delay(50);
    expect(heldBytes() - held).toBeLessThan(8 * MIB + 40 * 2 * 264 * KIB + 16 * MIB);
  }
  const [one] = slow;
  for (const client of slow.slice(1)) client.socket.terminate();
  one?.socket.resume();
  let last = 0;
  while (last < frames) {
    const entry = (await one?.entries(1))?.at(-1);
    last = entry && 'seq' in entry ? entry.seq : last;
    if (last < frames) one?.send({ kind: 'more', ch: 1 });
  }
}, 30_000);

it('a socket that joins many long rooms at once gets its pages as it reads, and is not ended for it', async () => {
  const server = await start({ bufferedBytes: 512 * KIB, bufferedBytesEnd: 2 * MIB, byteBurst: 1e9 });
  const honest = await openHousehold(server);
  const rooms = Array.from({ length: 40 }, () => makeTestRoom());
  const writer = await connect(server);
  for (const [index, room] of rooms.entries()) {
    await writer.joinLive(room, index + 1);
    writer.push(index + 1, 1, frameOf('long', 250 * KIB));
    await writer.entries(1);
  }
  const phone = await connect(server);
  phone.socket.pause();
  for (const [index, room] of rooms.entries()) phone.join(room, index + 1, { mode: 'read' });
  await delay(300);
  await honest.check();
  phone.socket.resume();
  expect(await phone.entries(rooms.length)).toHaveLength(rooms.length);
}, 20_000);

it('half-open sockets: connections that say nothing, or half of something, are cut off in time', async () => {
  const server = await start({ requestWithinMs: 300, joinWithinMs: 300, leaveWithinMs: 200 });
  const honest = await openHousehold(server);
  const silent = await Promise.all(Array.from({ length: 40 }, () => openRaw(server.port)));
  const half = await Promise.all(Array.from({ length: 40 }, () => openRaw(server.port)));
  for (const raw of half) raw.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
  const mute = await Promise.all(Array.from({ length: 40 }, () => openMute(server.port)));
  await honest.check();
  for (const raw of [...silent, ...half, ...mute]) expect(await raw.ended).toBeLessThan(2_000);
  expect(mute[0]?.text()).toContain('101 Switching Protocols');
  await honest.check();
});

it('half-open sockets: one that answers no ping ends, and its room hears of it', async () => {
  const server = await start({ heartbeatMs: 150 });
  const room = makeTestRoom();
  const [gone, left] = [await connect(server), await connect(server)];
  await gone.joinLive(room, 1);
  await left.joinLive(room, 1);
  gone.send({ kind: 'ephemeral', ch: 1, bytes: Uint8Array.of(1) });
  const { connId } = await left.next('ephemeral');
  gone.socket.pause();
  expect(await left.next('peerLeft')).toMatchObject({ connId });
  const honest = await openHousehold(server);
  await honest.check();
});

it('too many connections: refused by number, those inside go on, and places come free again', async () => {
  const server = await start({ connectionsPerAddress: 30 });
  const honest = await openHousehold(server);
  const inside = await Promise.all(Array.from({ length: 28 }, () => connect(server)));
  const outside = await Promise.allSettled(Array.from({ length: 300 }, () => connectClient(server.port)));
  for (const refused of outside) {
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 4429 } });
  }
  await honest.check();
  await inside[0]?.close();
  const next = await connect(server);
  await next.joinLive(makeTestRoom(), 1);
}, 20_000);

it('too many connections: strangers who are turned away and stay take no place from anybody', async () => {
  const server = await start({ connections: 40, leaveWithinMs: 600 });
  const elsewhere = await Promise.all(
    Array.from({ length: 75 }, () => openMute(server.port, 'https://elsewhere.test')),
  );
  const honest = await openHousehold(server);
  await honest.check();
  for (const raw of elsewhere) expect(await raw.ended).toBeLessThan(3_000);
  await honest.check();
});

it('too many connections: beyond what can be told by number, a plain 429', async () => {
  const server = await start({
    streamsPerAddress: 50,
    connections: 10,
    leaveWithinMs: 400,
    requestWithinMs: 800,
  });
  const honest = await openHousehold(server);
  const strangers = await Promise.all(Array.from({ length: 40 }, () => openMute(server.port, 'null')));
  await honest.check();
  const beyond = await Promise.all(Array.from({ length: 100 }, () => openRaw(server.port)));
  await Promise.all(beyond.map((raw) => raw.ended));
  expect(beyond.filter((raw) => raw.text().includes('429')).length).toBeGreaterThan(50);
  expect(strangers.filter((raw) => raw.text().includes('429')).length).toBeGreaterThan(0);
  await honest.check();
});

it('a message before JOIN, and silence instead of one, end the socket by number', async () => {
  expect(DEFAULT_LIMITS.joinWithinMs).toBe(5_000);
  const server = await start({ joinWithinMs: 150 });
  const honest = await openHousehold(server);
  const parts = [frameOf('part')];
  const firsts: readonly ((client: Awaited<ReturnType<typeof connect>>) => void)[] = [
    (client) => client.push(1, 1, frameOf('hello')),
    (client) => client.send({ kind: 'ephemeral', ch: 1, bytes: Uint8Array.of(1) }),
    (client) => client.send({ kind: 'more', ch: 1 }),
    (client) => client.send({ kind: 'leave', ch: 1 }),
    (client) => client.pushSnapshot(makeTestRoom(), 1, 1, 1, emptyChain(), parts),
    (client) => client.sendBytes(Uint8Array.of(8, 1)),
  ];
  for (const first of firsts) {
    const client = await connect(server);
    first(client);
    expect(await client.ended).toBe(4401);
  }
  const silent = await Promise.all(Array.from({ length: 50 }, () => connect(server)));
  expect(new Set(await Promise.all(silent.map((client) => client.ended)))).toEqual(new Set([4408]));
  await honest.check();
});

it('fast writers, pings, pongs and presence are slowed down or ended, not buffered', async () => {
  const server = await start({ messagesPerSecond: 300, messageBurst: 100, heartbeatMs: 60_000 });
  const honest = await openHousehold(server);
  const held = heldBytes();
  const loud = await connect(server);
  await loud.joinLive(makeTestRoom(), 1);
  const noise = randomBytes(12 * KIB);
  for (let index = 0; index < 1_000; index++) loud.send({ kind: 'ephemeral', ch: 1, bytes: noise });
  const [pinger, ponger] = [await connect(server), await connect(server)];
  for (const client of [pinger, ponger]) await client.joinLive(makeTestRoom(), 1);
  for (let index = 0; index < 5_000; index++) {
    pinger.socket.ping(randomBytes(125));
    ponger.socket.pong(randomBytes(125));
  }
  ponger.push(1, 1, frameOf('behind the pongs'));
  for (let round = 0; round < 5; round++) {
    await honest.check();
    await delay(40);
  }
  // What was not read yet waits with the senders, who are in this process, too.
  expect(heldBytes() - held).toBeLessThan(1_000 * noise.length + 5_000 * 1_000 + 8 * MIB);
  // Answers nobody asked for count as messages do, so that what comes behind five thousand of them waits.
  expect(ponger.waiting()).toEqual([]);
  // And whoever asks faster than anybody could be answered is gone.
  expect(await pinger.ended).toBe(1006);
});

it('half-sent snapshots share one budget, which comes back when their senders go', async () => {
  const server = await start({ assemblyBytes: 300 * KIB, byteBurst: 1e9 });
  const honest = await openHousehold(server);
  const room = makeTestRoom();
  const frame = frameOf('one');
  const chain = chainAfter([frame]);
  const sealed = frameOf('part', 100 * KIB);
  const claim = { roomId: room.roomId, coversSeq: 1, chain, part: 0, parts: 5 };
  const signature = new Uint8Array(sign(null, snapshotStatement(claim, sealed), room.secrets.write));
  const begin = {
    kind: 'snapshot',
    ch: 1,
    cid: 9,
    coversSeq: 1,
    chain,
    part: 0,
    parts: 5,
    signature,
    sealed,
  };
  const hoarders = await Promise.all(Array.from({ length: 12 }, () => connect(server)));
  for (const [index, client] of hoarders.entries()) {
    await client.joinLive(room, 1);
    if (index === 0) {
      client.push(1, 1, frame);
      await client.entries(1);
    }
    client.send(begin as Parameters<typeof client.send>[0]);
    client.push(1, 10, frameOf('after'));
    await client.entries(1);
    if (index >= 3) expect((await client.next('error')).code).toBe(4429);
  }
  await honest.check();
  await Promise.all(hoarders.map((client) => client.close()));
  const editor = await connect(server);
  const log = await editor.joinLive(room, 1);
  expect(log).toHaveLength(13);
  editor.pushSnapshot(room, 1, 1, 1, chain, [sealed, sealed]);
  expect(await editor.entries(1)).toEqual([{ kind: 'kept', cid: 1, coversSeq: 1 }]);
});
