/**
 * Random edits, partitions, relay restarts, wipes and devices that start again; then everybody agrees. With
 * snapshots: many of them, racing, some of them bad, and a relay that goes back to an older copy of its data.
 */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { deriveSpaceRoom, makeOwner } from '../../src/sync/capability.ts';
import { type Coverage, coverageOfDocument, emptyCoverage } from '../../src/sync/coverage.ts';
import { pushSnapshotByHand } from '../support/hand-made-snapshot.ts';
import { type RelayInProcess, startRelayInProcess } from '../support/relay-in-process.ts';
import { makeRandom } from '../support/seeded-random.ts';
import {
  makeSyncDevice,
  type OpenDocument,
  type SyncDevice,
  until,
  untilLive,
} from '../support/sync-device.ts';

const steps = 60;
let relay: RelayInProcess | null = null;
let devices: SyncDevice[] = [];

afterEach(async () => {
  for (const device of devices) await device.dispose();
  devices = [];
  await relay?.dispose();
  relay = null;
});

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function runTrouble(seed: number, hasSnapshots: boolean): Promise<void> {
  const random = makeRandom(seed);
  const keys = deriveSpaceRoom(makeOwner(random.bytes));
  const server = await startRelayInProcess();
  relay = server;
  const { url, origin } = server;
  const timing = hasSnapshots ? { snapshotFrames: 4, snapshotMs: 200 } : {};
  const makeDevice = (name: string, index: number): SyncDevice => {
    const device = makeSyncDevice({ name: `${url} ${name}`, url, origin, seed: seed * 10 + index, timing });
    devices.push(device);
    return device;
  };
  const made = ['a', 'b', 'c'].map((name, index) => {
    const device = makeDevice(name, index);
    return { device, open: device.open(keys), enabled: true };
  });
  const hostile = hasSnapshots ? makeDevice('hostile', 8) : null;
  const written = new Set<string>();
  const deleted = new Set<string>();
  let isUp = true;
  let isWiped = false;
  let hasBackup = false;

  /** Empty, and honest about it or not. */
  async function poison(claimed: Coverage): Promise<void> {
    if (hostile === null) return;
    const content = { coverage: claimed, update: Uint8Array.of(0, 0) };
    await Promise.race([pushSnapshotByHand(hostile, keys, content), pause(300)]);
  }

  for (let step = 0; step < steps; step += 1) {
    const peer = made[random.below(made.length)] as (typeof made)[number];
    const { list } = peer.open;
    const choice = random.below(hasSnapshots ? 24 : 20);
    if (choice < 8) {
      const value = `${seed}-${step}`;
      written.add(value);
      list.insert(random.below(list.length + 1), [value]);
    } else if (choice < 10 && list.length > 0) {
      const at = random.below(list.length);
      deleted.add(String(list.get(at)));
      list.delete(at, 1);
    } else if (choice < 12) {
      peer.enabled = !peer.enabled;
      peer.device.relay.setEnabled(peer.enabled);
    } else if (choice < 13) peer.device.relay.restart();
    else if (choice < 15) {
      if (isUp) await server.stop();
      else {
        await server.start();
        isWiped = false;
      }
      isUp = !isUp;
    } else if (choice < 16 && !isUp) {
      server.wipe();
      isWiped = true;
    } else if (choice < 17) {
      // The device stops and opens again what it had on disk.
      await peer.open.room.destroy();
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer.open.doc));
      peer.open = peer.device.open(keys, { doc });
    } else if (choice < 20) await pause(random.below(25));
    else if (choice < 22 && !isUp) {
      if (hasBackup && random.below(2) === 0) {
        server.restore();
        isWiped = false;
      } else if (!isWiped) {
        server.backUp();
        hasBackup = true;
      }
    } else if (choice < 23 && isUp) {
      await poison(random.below(2) === 0 ? emptyCoverage() : coverageOfDocument(peer.open.doc));
    } else {
      // Quiet for long enough that somebody makes a snapshot.
      await pause(random.below(80));
    }
  }

  if (!isUp) await server.start();
  await poison(emptyCoverage());
  for (const { device } of made) {
    device.relay.setEnabled(true);
    device.relay.kick();
  }
  if (hasSnapshots) await poison(coverageOfDocument((made[0] as (typeof made)[number]).open.doc));
  const fresh = makeDevice('fresh', 9);
  const documents: OpenDocument[] = [...made.map(({ open }) => open), fresh.open(keys)];
  await Promise.all(documents.map(untilLive));
  const expected = [...written].filter((value) => !deleted.has(value)).sort();
  const isComplete = ({ list }: OpenDocument): boolean =>
    JSON.stringify((list.toJSON() as string[]).sort()) === JSON.stringify(expected);
  await Promise.all(documents.map((document) => until(document, () => isComplete(document), 'every edit')));
  const orders = documents.map(({ list }) => JSON.stringify(list.toJSON()));
  expect(new Set(orders).size).toBe(1);
  expect(await Promise.all(documents.map(({ room }) => room.flush()))).toEqual(
    documents.map(() => 'acknowledged'),
  );
  // No trouble of this kind is anybody's fault; what is shown to people must not count it.
  for (const { room } of documents) {
    const { badFrames, badUpdates, forks } = room.status().faults;
    expect({ badFrames, forks, badUpdates: hasSnapshots ? 0 : badUpdates }).toEqual({
      badFrames: 0,
      forks: 0,
      badUpdates: 0,
    });
  }
  // What the relay has is enough without any of them.
  await Promise.all(made.map(({ open }) => open.room.destroy()));
  const last = makeDevice('last', 7).open(keys);
  await until(last, () => isComplete(last), 'every edit, from the relay alone');
}

describe('a troubled network', () => {
  for (const seed of [1, 2, 3, 4]) {
    it(`[R11] ends in agreement, nothing lost (seed ${seed})`, { timeout: 20_000 }, () =>
      runTrouble(seed, false),
    );
  }
  for (const seed of [11, 12, 13, 14, 15, 16]) {
    it(`[R11] [P8] ends in agreement with snapshots, good and bad (seed ${seed})`, { timeout: 20_000 }, () =>
      runTrouble(seed, true),
    );
  }
});
