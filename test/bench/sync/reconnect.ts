/**
 * 100 rooms × 3 devices when the relay is killed while all of them write, and started again with its data: the
 * clock runs from that start, the process's own included, until every device is back, has what all wrote, and
 * has nothing that the relay was not told. Everything is as it is delivered: the relay with its limits and
 * `synchronous=FULL`, the clients with their waits, jitter and sealing. All clients share this one process.
 *
 * Twice: three devices that have all rooms on one socket each, as the devices of a household do; and 300 devices
 * with a socket and an address of their own, as 100 households that come back at the same moment.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type * as Y from 'yjs';
import { roomKeysFromOwnerSecret, type RoomKeys } from '../../../src/sync/room-keys.ts';
import type { RoomHandle } from '../../../src/sync/room.ts';
import { makeRandom } from '../../support/seeded-random.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { eventsOf, makeDocument } from '../../support/sync-workload.ts';
import { type BenchDevice, makeBenchDevice } from './bench-device.ts';
import { type BenchRounds, medianOf } from './bench-rounds.ts';

const rooms = 100;
const devicesPerRoom = 3;
/** ms */
const patience = 60_000;

export interface ReconnectResult {
  readonly sockets: number;
  /** Seconds, the median of the rounds. */
  readonly took: number;
  /** What somebody wrote and a device that comes new does not find, after all rounds. */
  readonly lost: number;
}

interface OpenDocument {
  readonly doc: Y.Doc;
  readonly room: RoomHandle;
}

interface BenchRoom {
  readonly keys: RoomKeys;
  readonly documents: readonly OpenDocument[];
  readonly written: Set<string>;
}

export async function measureReconnect(
  { rounds }: BenchRounds,
  way: 'together' | 'apart',
): Promise<ReconnectResult> {
  const random = makeRandom(5);
  // 300 devices on one machine stand for as many addresses.
  process.env['TRUST_PROXY'] = '1';
  const server = await startServer();
  const devices = new Map<string, BenchDevice>();
  function deviceOf(room: number, index: number): BenchDevice {
    const name = way === 'together' ? `${index}` : `${room}.${index}`;
    const address = `10.0.${way === 'together' ? 0 : room}.${index}`;
    const device = devices.get(name) ?? makeBenchDevice({ port: server.port, name, address });
    devices.set(name, device);
    return device;
  }
  const opened = Array.from({ length: rooms }, (_, room): BenchRoom => {
    const keys = roomKeysFromOwnerSecret(random.bytes(32));
    const documents = Array.from({ length: devicesPerRoom }, (__, index) => {
      const doc = makeDocument();
      return { doc, room: deviceOf(room, index).open(keys, doc) };
    });
    return { keys, documents, written: new Set() };
  });
  await untilSettled(opened);
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    writeEverywhere(opened, `${round} online`);
    await delay(random.next() * 400);
    await server.kill();
    writeEverywhere(opened, `${round} offline`);
    const from = performance.now();
    await Promise.all([server.start(), untilSettled(opened)]);
    took.push((performance.now() - from) / 1000);
  }
  for (const device of devices.values()) await device.dispose();
  const lost = await countLost(server, opened);
  await server.dispose();
  return { sockets: devices.size, took: medianOf(took), lost };
}

function writeEverywhere(opened: readonly BenchRoom[], text: string): void {
  for (const { documents, written } of opened) {
    for (const [index, { doc }] of documents.entries()) {
      const id = `${text} ${index}`;
      eventsOf(doc).push([id]);
      written.add(id);
    }
  }
}

/** Everybody is live, has everything, and has told everything. */
async function untilSettled(opened: readonly BenchRoom[]): Promise<void> {
  const waiting = new Set(opened.flatMap((room) => room.documents.map((document) => ({ room, document }))));
  for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(10)) {
    for (const one of waiting) {
      const { phase, pending } = one.document.room.status();
      const hasAll = eventsOf(one.document.doc).length === one.room.written.size;
      if (phase === 'live' && !pending && hasAll) waiting.delete(one);
    }
    if (waiting.size === 0) return;
  }
  throw new Error(`${waiting.size} documents did not come back.`);
}

async function countLost(server: ServerProcess, opened: readonly BenchRoom[]): Promise<number> {
  const newcomer = makeBenchDevice({ port: server.port, name: 'newcomer' });
  const found = opened.map(({ keys }) => {
    const doc = makeDocument();
    return { doc, room: newcomer.open(keys, doc) };
  });
  for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(10)) {
    if (found.every(({ room }) => room.status().phase === 'live')) break;
  }
  const lost = opened.map(({ written }, index) => {
    const has = new Set(found[index] ? eventsOf(found[index].doc).toArray() : []);
    return [...written].filter((id) => !has.has(id)).length;
  });
  await newcomer.dispose();
  return lost.reduce((sum, count) => sum + count, 0);
}
