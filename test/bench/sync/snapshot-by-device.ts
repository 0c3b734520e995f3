/** A device that reads a whole log and leaves a snapshot of it, as soon as it may. */
import { decodeCursor, makeMemoryCursorStore } from '../../../src/sync/cursor.ts';
import type { RoomKeys } from '../../../src/sync/room-keys.ts';
import { makeDocument } from '../../support/sync-workload.ts';
import { makeBenchDevice } from './bench-device.ts';

/** Resolves when the relay keeps a snapshot of `count` frames; rejects after a minute. */
export async function makeSnapshot(port: number, keys: RoomKeys, count: number): Promise<void> {
  const kept = Promise.withResolvers<void>();
  const memory = makeMemoryCursorStore();
  const device = makeBenchDevice({
    port,
    name: 'compacting',
    cursorStore: {
      get: (room) => memory.get(room),
      put(room, bytes) {
        // The cursor names the newest snapshot that the relay is known to keep.
        if (decodeCursor(bytes)?.snapshot?.seq === count) kept.resolve();
        return memory.put(room, bytes);
      },
    },
    timing: { snapshotMs: 50, cursorSaveMs: 20 },
  });
  device.open(keys, makeDocument());
  const impatience = setTimeout(() => kept.reject(new Error('No snapshot was made.')), 60_000);
  await kept.promise.finally(() => clearTimeout(impatience));
  await device.dispose();
}
