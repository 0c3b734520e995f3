/** Random edits, partitions, relay restarts, wipes and devices that start again; then everybody agrees. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { deriveSpaceRoom, makeOwner } from '../../src/sync/capability.ts';
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

describe('a troubled network', () => {
  for (const seed of [1, 2, 3, 4]) {
    it(`[R11] ends in agreement, nothing lost (seed ${seed})`, { timeout: 20_000 }, async () => {
      const random = makeRandom(seed);
      const keys = deriveSpaceRoom(makeOwner(random.bytes));
      const server = await startRelayInProcess();
      relay = server;
      const { url, origin } = server;
      const made = ['a', 'b', 'c'].map((name, index) => {
        const device = makeSyncDevice({ name: `${url} ${name}`, url, origin, seed: seed * 10 + index });
        devices.push(device);
        return { device, open: device.open(keys), enabled: true };
      });
      const written = new Set<string>();
      const deleted = new Set<string>();
      let isUp = true;

      for (let step = 0; step < steps; step += 1) {
        const peer = made[random.below(made.length)] as (typeof made)[number];
        const { list } = peer.open;
        const choice = random.below(20);
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
          else await server.start();
          isUp = !isUp;
        } else if (choice < 16 && !isUp) server.wipe();
        else if (choice < 17) {
          // The device stops and opens again what it had on disk.
          await peer.open.room.destroy();
          const doc = new Y.Doc();
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer.open.doc));
          peer.open = peer.device.open(keys, { doc });
        } else await new Promise((resolve) => setTimeout(resolve, random.below(25)));
      }

      if (!isUp) await server.start();
      for (const { device } of made) {
        device.relay.setEnabled(true);
        device.relay.kick();
      }
      const fresh = makeSyncDevice({ name: `${url} fresh`, url, origin, seed: seed * 10 + 9 });
      devices.push(fresh);
      const documents: OpenDocument[] = [...made.map(({ open }) => open), fresh.open(keys)];
      await Promise.all(documents.map(untilLive));
      const expected = [...written].filter((value) => !deleted.has(value)).sort();
      const isComplete = ({ list }: OpenDocument): boolean =>
        JSON.stringify((list.toJSON() as string[]).sort()) === JSON.stringify(expected);
      await Promise.all(
        documents.map((document) => until(document, () => isComplete(document), 'every edit')),
      );
      const orders = documents.map(({ list }) => JSON.stringify(list.toJSON()));
      expect(new Set(orders).size).toBe(1);
      expect(await Promise.all(documents.map(({ room }) => room.flush()))).toEqual(
        documents.map(() => 'acknowledged'),
      );
    });
  }
});
