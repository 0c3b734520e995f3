/**
 * The real relay process under the load of several writers, killed without warning again and again. What it
 * acknowledged must be there afterwards, in its place, byte for byte; what it did not may be there or not.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chainInput, emptyChain } from '../../src/wire/room-id.ts';
import { makeRandom } from '../support/seeded-random.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { connectClient, frameOf, makeTestRoom, type RelayClient, type TestRoom } from './relay-client.ts';

const KILLS = 100;
const SEED = 9;
const WRITERS_PER_ROOM = 2;

/** One room's log as its writers know it: the frame at each sequence number that somebody was told of. */
interface Known {
  readonly room: TestRoom;
  readonly frameBySeq: Map<number, Uint8Array>;
  /** Every frame that was ever sent, by its bytes: nothing else may be in the log. */
  readonly sent: Set<string>;
  head: number;
  chain: Uint8Array;
}

let server: ServerProcess;

const compileCache = mkdtempSync(join(tmpdir(), 'baton-compiled-'));

beforeAll(async () => {
  // A hundred starts of the same program: it is compiled once, and keeps that when it ends in peace.
  process.env['NODE_COMPILE_CACHE'] = compileCache;
  server = await startServer();
  await server.stop();
  await server.start();
}, 30_000);
afterAll(async () => {
  await server.dispose();
  rmSync(compileCache, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const textOf = (frame: Uint8Array): string => Buffer.from(frame).toString('base64');

/** Joins where we stood, which holds only if the chain is unbroken, and reads what was added; fails on a loss. */
async function catchUp(client: RelayClient, known: Known): Promise<void> {
  const entries = await client.joinLive(known.room, 1, { since: known.head, chain: known.chain });
  for (const entry of entries) {
    if (entry.kind !== 'frame') throw new Error('only frames can be caught up with');
    expect(entry.prev).toBe(known.head);
    expect(known.sent.has(textOf(entry.bytes))).toBe(true);
    const acknowledged = known.frameBySeq.get(entry.seq);
    if (acknowledged !== undefined) expect(textOf(entry.bytes)).toBe(textOf(acknowledged));
    known.head = entry.seq;
    known.chain = sha256(chainInput(known.chain, sha256(entry.bytes)));
  }
  expect(known.head).toBeGreaterThanOrEqual(Math.max(0, ...known.frameBySeq.keys()));
}

/** Pushes as fast as it is answered, four at a time, until the connection is gone. */
async function write(client: RelayClient, known: Known, name: string): Promise<void> {
  const frameByCid = new Map<number, Uint8Array>();
  let cid = 0;
  const push = (): void => {
    cid += 1;
    const frame = frameOf(`${name} ${cid}`, 120 + ((cid * 997) % 3_000));
    frameByCid.set(cid, frame);
    known.sent.add(textOf(frame));
    client.push(1, cid, frame);
  };
  client.socket.on('message', () => {
    for (const message of client.takeAll()) {
      if (message.kind !== 'frames') continue;
      for (const entry of message.entries) {
        if (entry.kind !== 'ack') continue;
        const frame = frameByCid.get(entry.cid);
        if (frame === undefined || known.frameBySeq.has(entry.seq)) {
          throw new Error('an ack for nothing, or one place given away twice');
        }
        known.frameBySeq.set(entry.seq, frame);
        push();
      }
    }
  });
  for (let index = 0; index < 4; index++) push();
  await once(client.socket, 'close');
}

it(`[M6] has every acknowledged frame after each of ${KILLS} kills under load`, async () => {
  const random = makeRandom(SEED);
  const rooms = [0, 1, 2].map((): Known => {
    const room = makeTestRoom();
    return { room, frameBySeq: new Map(), sent: new Set(), head: 0, chain: emptyChain() };
  });
  let killedWithLoad = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const writing: Promise<void>[] = [];
    let before = 0;
    for (const [index, known] of rooms.entries()) {
      before += known.frameBySeq.size;
      const writers: RelayClient[] = [];
      for (let writer = 0; writer < WRITERS_PER_ROOM; writer++) {
        const client = await connectClient(server.port);
        // The second one joins where the first one found the log to end.
        await catchUp(client, known);
        writers.push(client);
      }
      for (const [writer, client] of writers.entries()) {
        writing.push(write(client, known, `${kill}.${index}.${writer}`));
      }
    }
    await delay(random.next() * 80);
    await server.kill();
    await Promise.all(writing);
    if (rooms.reduce((sum, { frameBySeq }) => sum + frameBySeq.size, 0) > before) killedWithLoad += 1;
    await server.start();
  }
  for (const known of rooms) {
    const whole: Known = { ...known, head: 0, chain: emptyChain() };
    const reader = await connectClient(server.port);
    await catchUp(reader, whole);
    expect(whole.head).toBeGreaterThanOrEqual(known.head);
    await reader.close();
  }
  const acknowledged = rooms.reduce((sum, { frameBySeq }) => sum + frameBySeq.size, 0);
  expect(killedWithLoad).toBeGreaterThan(KILLS / 2);
  expect(acknowledged).toBeGreaterThan(KILLS * 20);
}, 300_000);

it('ends well when asked to, and says so to those who are connected', async () => {
  const client = await connectClient(server.port);
  await client.joinLive(makeTestRoom(), 1);
  expect(await server.stop()).toBe(0);
  expect(await client.ended).toBe(4503);
});
