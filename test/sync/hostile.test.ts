import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type RunId } from '../../src/model/ids.ts';
import { deriveRunRoom, makeOwner } from '../../src/sync/capability.ts';
import { singleContent } from '../../src/sync/frame-content.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { sealContent } from '../../src/sync/seal.ts';
import { pushRaw } from '../support/hostile-peer.ts';
import { type RelayInProcess, startRelayInProcess } from '../support/relay-in-process.ts';
import { makeRandom } from '../support/seeded-random.ts';
import { makeSyncDevice, type SyncDevice, until, untilLive } from '../support/sync-device.ts';

const owner = makeOwner(makeRandom(41).bytes);
const roomOf = (run: string): RoomKeys & { readonly writeKey: SigningKey } => {
  const keys = deriveRunRoom(owner, asId<RunId>(run), 0);
  return { ...keys, writeKey: keys.writeKey as SigningKey };
};
const keys = roomOf('target');
const random = makeRandom(42);
let relay: RelayInProcess;
let devices: SyncDevice[];

beforeEach(async () => {
  relay = await startRelayInProcess();
  devices = [];
});
afterEach(async () => {
  for (const device of devices) await device.dispose();
  await relay.dispose();
});

function device(name: string): SyncDevice {
  const { url, origin } = relay;
  const made = makeSyncDevice({ name: `${url} ${name}`, url, origin, seed: 50 + devices.length });
  devices.push(made);
  return made;
}

const seal = (update: Uint8Array): Uint8Array =>
  sealContent(keys, 'frame/1', singleContent('update', update), random.bytes);

describe('hostile frames', () => {
  it('[S9] are counted and passed over, and what comes after them arrives', async () => {
    const good = new Y.Doc();
    good.getArray('events').push(['good']);
    const goodFrame = seal(Y.encodeStateAsUpdate(good));
    const flipped = new Uint8Array(goodFrame);
    flipped[70] = (flipped[70] as number) ^ 1;
    const other = roomOf('another');
    const hostile = [
      random.bytes(1),
      random.bytes(63),
      random.bytes(500),
      flipped,
      goodFrame.subarray(0, goodFrame.length - 1),
      sealContent(other, 'frame/1', singleContent('update', random.bytes(20)), random.bytes),
      // Another room's frame under this room's signature: opens for nobody.
      sealContent(
        { ...other, writeKey: keys.writeKey, roomId: keys.roomId },
        'frame/1',
        singleContent('update', Uint8Array.of(0, 0)),
        random.bytes,
      ),
      sealContent(keys, 'frame/1', singleContent('presence', random.bytes(20)), random.bytes),
    ];
    const unreadable = [
      Uint8Array.of(255, 255, 255),
      random.bytes(200),
      new Uint8Array(0),
      Uint8Array.of(1, 255, 1),
    ].map(seal);
    const a = device('a').open(keys);
    await untilLive(a);
    await pushRaw(device('hostile').relay, keys, [...hostile, ...unreadable, goodFrame]);
    await until(a, () => a.list.length === 1);
    expect(a.list.toJSON()).toEqual(['good']);
    expect(a.room.status().faults).toEqual({
      badFrames: hostile.length,
      badUpdates: unreadable.length,
      forks: 0,
    });
    expect(a.room.status().phase).toBe('live');

    const late = device('late').open(keys);
    await until(late, () => late.list.length === 1);
    late.list.push(['still works']);
    await until(a, () => a.list.length === 2);
  });

  it('[S9] parts that never complete, or contradict each other, hurt nobody', async () => {
    const group = random.bytes(8);
    const part = (index: number, parts: number): Uint8Array =>
      sealContent(
        keys,
        'frame/1',
        { ...singleContent('update', random.bytes(50)), group, part: index, parts },
        random.bytes,
      );
    await pushRaw(device('hostile').relay, keys, [
      part(0, 3),
      part(2, 3),
      part(1, 2),
      part(0, 200),
      part(1, 200),
    ]);
    const [a, b] = [device('a').open(keys), device('b').open(keys)];
    a.list.push(['fine']);
    await until(b, () => b.list.length === 1);
    expect(b.list.toJSON()).toEqual(['fine']);
  });

  it('[S9] an author who saw another log is noticed', async () => {
    const doc = new Y.Doc();
    const content = {
      ...singleContent('update', Y.encodeStateAsUpdate(doc)),
      seen: { seq: 1, chainPrefix: random.bytes(8) },
    };
    const frames = [seal(Y.encodeStateAsUpdate(doc)), sealContent(keys, 'frame/1', content, random.bytes)];
    const a = device('a').open(keys);
    await untilLive(a);
    await pushRaw(device('hostile').relay, keys, frames);
    await until(a, () => a.room.status().faults.forks === 1);
  });
});

describe('a run document', () => {
  it('[S8] ignores a hostile peer’s deletions on every device, live and late', async () => {
    const [a, b] = [
      device('a').open(keys, { appendOnly: true }),
      device('b').open(keys, { appendOnly: true }),
    ];
    a.list.push(['started', 'done']);
    await until(b, () => b.list.length === 2);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(a.doc));
    copy.getArray('events').delete(0, 2);
    copy.getArray('events').push(['after the deletion']);
    await pushRaw(device('hostile').relay, keys, [seal(Y.encodeStateAsUpdate(copy))]);
    await until(a, () => a.list.length === 3);
    await until(b, () => b.list.length === 3);
    const late = device('late').open(keys, { appendOnly: true });
    await until(late, () => late.list.length === 3);
    for (const { list } of [a, b, late])
      expect(list.toJSON()).toEqual(['started', 'done', 'after the deletion']);
  });

  it('[S8] never sends a deletion, and does not wait for one to be acknowledged', async () => {
    const [a, b] = [
      device('a').open(keys, { appendOnly: true }),
      device('b').open(keys, { appendOnly: true }),
    ];
    a.list.push(['one', 'two']);
    await until(b, () => b.list.length === 2);
    a.list.delete(0, 1);
    a.list.push(['three']);
    expect(await a.room.flush()).toBe('acknowledged');
    await until(b, () => b.list.length === 3);
    expect(b.list.toJSON()).toEqual(['one', 'two', 'three']);
    // Read as a document that does apply deletions: there is none in the log.
    const plain = device('plain').open(keys);
    await until(plain, () => plain.list.length === 3);
  });
});
