/** A device without a screen: one relay socket, documents in rooms, short waits, reproducible chance. */
import { WebSocket as NodeWebSocket } from 'ws';
import * as Y from 'yjs';
import { type CursorStore, makeMemoryCursorStore } from '../../src/sync/cursor.ts';
import { defaultEnvironment, type RawSocket, type SyncEnvironment } from '../../src/sync/environment.ts';
import { makeRelaySocket, type RelaySocket } from '../../src/sync/relay-socket.ts';
import { openRoom, type RoomHandle } from '../../src/sync/room.ts';
import type { RoomKeys } from '../../src/sync/room-keys.ts';
import type { SyncTiming } from '../../src/sync/sync-timing.ts';
import { makeRandom } from './seeded-random.ts';

// Every provider listens for the end of the process, and a test has many devices.
process.setMaxListeners(0);

export interface OpenDocument {
  readonly doc: Y.Doc;
  readonly room: RoomHandle;
  readonly list: Y.Array<unknown>;
}

export interface SyncDevice {
  readonly relay: RelaySocket;
  readonly environment: SyncEnvironment;
  readonly cursorStore: CursorStore;
  open(
    keys: RoomKeys,
    options?: { readonly doc?: Y.Doc; readonly appendOnly?: boolean; readonly mayCompact?: boolean },
  ): OpenDocument;
  /** Real sockets opened since the start. */
  socketCount(): number;
  dispose(): Promise<void>;
}

const testTiming = { batchMs: 5, healMs: 30, holdMs: 20, cursorSaveMs: 5 };

export function makeSyncDevice(options: {
  readonly name: string;
  readonly url: string;
  readonly origin: string;
  readonly seed: number;
  readonly cursorStore?: CursorStore;
  readonly enabled?: boolean;
  readonly now?: () => number;
  readonly timing?: Partial<SyncTiming>;
  /** Asked before each message. `cut`: the connection ends instead; `deaf`: it ends when the message is sent, unanswered. */
  readonly onSend?: (bytes: Uint8Array) => 'send' | 'cut' | 'deaf';
}): SyncDevice {
  const random = makeRandom(options.seed);
  let sockets = 0;
  const environment = defaultEnvironment({
    makeSocket: (url) => {
      const socket = new NodeWebSocket(url, { origin: options.origin });
      sockets += 1;
      const send = socket.send.bind(socket) as (data: Uint8Array) => void;
      socket.send = (data: unknown): void => {
        const fate = options.onSend?.(data as Uint8Array) ?? 'send';
        if (fate !== 'cut') send(data as Uint8Array);
        if (fate === 'send') return;
        socket.onmessage = null;
        socket.close();
      };
      return socket as unknown as RawSocket;
    },
    randomBytes: random.bytes,
    // Backoff in tests is a matter of milliseconds.
    random: () => random.next() / 20,
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  const relay = makeRelaySocket({
    url: options.url,
    origin: options.origin,
    environment,
    enabled: options.enabled ?? true,
  });
  const cursorStore = options.cursorStore ?? makeMemoryCursorStore();
  const rooms: RoomHandle[] = [];
  return {
    relay,
    environment,
    cursorStore,
    open(keys, { doc = new Y.Doc(), appendOnly = false, mayCompact = true } = {}) {
      const broadcastName = `test:${options.name}`;
      const timing = { ...testTiming, ...options.timing };
      const room = openRoom({
        relay,
        keys,
        doc,
        cursorStore,
        appendOnly,
        mayCompact,
        broadcastName,
        environment,
        timing,
      });
      rooms.push(room);
      return { doc, room, list: doc.getArray('events') };
    },
    socketCount: () => sockets,
    async dispose() {
      for (const room of rooms) await room.destroy();
      relay.destroy();
    },
  };
}

/** Resolves when the condition holds, asked again at each change of the document or the room's status. */
export function until(document: OpenDocument, holds: () => boolean, what = 'a condition'): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      document.doc.off('update', check);
      stopStatus();
    };
    const check = (): void => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited too long for ${what}: ${JSON.stringify(document.room.status())}`));
    }, 8_000);
    document.doc.on('update', check);
    const stopStatus = document.room.onStatus(check);
  });
}

export function untilLive(document: OpenDocument): Promise<void> {
  return until(document, () => document.room.status().phase === 'live', 'the room to be live');
}

export function untilSame(...documents: readonly OpenDocument[]): Promise<unknown> {
  const text = (document: OpenDocument): string => JSON.stringify(document.list.toJSON());
  const isSame = (): boolean => new Set(documents.map(text)).size === 1;
  return Promise.race(documents.map((document) => until(document, isSame, 'documents to agree')));
}
