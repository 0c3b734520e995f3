/** A device that reads a whole log and leaves a snapshot of it, with the real client, as soon as it may. */
import { WebSocket } from 'ws';
import { makeMemoryCursorStore } from '../../../src/sync/cursor.ts';
import { defaultEnvironment, type RawSocket } from '../../../src/sync/environment.ts';
import { makeRelaySocket } from '../../../src/sync/relay-socket.ts';
import { openRoom } from '../../../src/sync/room.ts';
import { decodeCursor } from '../../../src/sync/cursor.ts';
import type { RoomKeys } from '../../../src/sync/room-keys.ts';
import { RELAY_PATH } from '../../../src/wire/protocol-version.ts';
import { makeDocument } from '../../support/sync-workload.ts';

/** Resolves when the relay keeps a snapshot of `count` frames; rejects after a minute. */
export async function makeSnapshot(port: number, keys: RoomKeys, count: number): Promise<void> {
  const origin = `http://127.0.0.1:${port}`;
  const environment = defaultEnvironment({
    makeSocket: (url) => new WebSocket(url, { origin }) as unknown as RawSocket,
  });
  const relay = makeRelaySocket({ url: `ws://127.0.0.1:${port}${RELAY_PATH}`, origin, environment });
  const kept = Promise.withResolvers<void>();
  const memory = makeMemoryCursorStore();
  const room = openRoom({
    relay,
    keys,
    doc: makeDocument(),
    cursorStore: {
      get: memory.get,
      put(name, bytes) {
        // The cursor names the newest snapshot that the relay is known to keep.
        if (decodeCursor(bytes)?.snapshot?.seq === count) kept.resolve();
        return memory.put(name, bytes);
      },
    },
    appendOnly: false,
    broadcastName: 'bench-snapshot',
    environment,
    timing: { snapshotMs: 50, cursorSaveMs: 20 },
  });
  const impatience = setTimeout(() => kept.reject(new Error('No snapshot was made.')), 60_000);
  await kept.promise.finally(() => clearTimeout(impatience));
  await room.destroy();
  relay.destroy();
}
