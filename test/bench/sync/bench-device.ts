/** A device of the bench: the real client with its real waits, in Node. */
import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { type CursorStore, makeMemoryCursorStore } from '../../../src/sync/cursor.ts';
import { defaultEnvironment, type RawSocket } from '../../../src/sync/environment.ts';
import { makeRelaySocket } from '../../../src/sync/relay-socket.ts';
import type { RoomKeys } from '../../../src/sync/room-keys.ts';
import { openRoom, type RoomHandle } from '../../../src/sync/room.ts';
import type { SyncTiming } from '../../../src/sync/sync-timing.ts';
import { RELAY_PATH } from '../../../src/wire/protocol-version.ts';

export interface BenchDevice {
  open(keys: RoomKeys, doc: Y.Doc): RoomHandle;
  dispose(): Promise<void>;
}

export function makeBenchDevice(options: {
  readonly port: number;
  readonly name: string;
  /** Where it seems to come from, for a relay that believes a proxy. */
  readonly address?: string;
  readonly cursorStore?: CursorStore;
  readonly timing?: Partial<SyncTiming>;
}): BenchDevice {
  const { port, name, address, cursorStore = makeMemoryCursorStore(), timing = {} } = options;
  const origin = `http://127.0.0.1:${port}`;
  const headers: Record<string, string> = address === undefined ? {} : { 'X-Forwarded-For': address };
  const environment = defaultEnvironment({
    makeSocket: (url) => new WebSocket(url, { origin, headers }) as unknown as RawSocket,
  });
  const relay = makeRelaySocket({ url: `ws://127.0.0.1:${port}${RELAY_PATH}`, origin, environment });
  const rooms: RoomHandle[] = [];
  return {
    open(keys, doc) {
      const broadcastName = `bench:${name}`;
      const room = openRoom({
        relay,
        keys,
        doc,
        cursorStore,
        appendOnly: false,
        broadcastName,
        environment,
        timing,
      });
      rooms.push(room);
      return room;
    },
    async dispose() {
      for (const room of rooms) await room.destroy();
      relay.destroy();
    },
  };
}
