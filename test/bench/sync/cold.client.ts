/**
 * A device that has nothing but an address and, for Baton, a secret: opens one document with the real client of
 * each server, and tells how long it took until everything was there. Not counted: starting this process and
 * loading its code. Counted: whatever the code does for the first time.
 */
import { hash } from 'node:crypto';
import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { makeMemoryCursorStore } from '../../../src/sync/cursor.ts';
import { defaultEnvironment, type RawSocket } from '../../../src/sync/environment.ts';
import { makeRelaySocket } from '../../../src/sync/relay-socket.ts';
import { openRoom } from '../../../src/sync/room.ts';
import { RELAY_PATH } from '../../../src/wire/protocol-version.ts';
import { documentText, eventsOf, makeDocument } from '../../support/sync-workload.ts';
import type { ServerName } from './hosted-server.ts';
import { benchDocument, makeWriterKeys } from './raw-peer.ts';
import { loadHocuspocusProvider, loadPeersYjs } from './sync-peers.ts';

export interface ColdMessage {
  readonly milliseconds: number;
  /** SHA-256 of what the document holds, hex. */
  readonly digest: string;
}

const [name, portText, countText] = process.argv.slice(2);
const port = Number(portText);
const count = Number(countText);

/** Resolves when the document holds all events. */
function untilWhole(doc: Y.Doc): Promise<void> {
  return new Promise((resolve) => {
    doc.on('afterTransaction', () => {
      if (eventsOf(doc).length === count) resolve();
    });
  });
}

async function prepare(server: ServerName): Promise<{ readonly doc: Y.Doc; readonly open: () => void }> {
  switch (server) {
    case 'baton': {
      const doc = makeDocument();
      return { doc, open: () => openBaton(doc) };
    }
    case 'y-websocket': {
      const doc = makeDocument();
      const open = () =>
        new WebsocketProvider(`ws://127.0.0.1:${port}`, benchDocument, doc, {
          WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        });
      return { doc, open };
    }
    case 'hocuspocus': {
      const { Doc } = await loadPeersYjs();
      const { HocuspocusProvider, HocuspocusProviderWebsocket } = await loadHocuspocusProvider();
      const doc = new Doc();
      const open = () => {
        const websocketProvider = new HocuspocusProviderWebsocket({
          url: `ws://127.0.0.1:${port}`,
          WebSocketPolyfill: WebSocket,
        });
        const provider = new HocuspocusProvider({ websocketProvider, name: benchDocument, document: doc });
        provider.attach();
      };
      return { doc, open };
    }
  }
}

function openBaton(doc: Y.Doc): void {
  const keys = makeWriterKeys();
  const origin = `http://127.0.0.1:${port}`;
  const environment = defaultEnvironment({
    makeSocket: (url) => new WebSocket(url, { origin }) as unknown as RawSocket,
  });
  const relay = makeRelaySocket({ url: `ws://127.0.0.1:${port}${RELAY_PATH}`, origin, environment });
  openRoom({
    relay,
    keys,
    doc,
    cursorStore: makeMemoryCursorStore(),
    appendOnly: false,
    broadcastName: 'bench',
    environment,
  });
}

const { doc, open } = await prepare(name as ServerName);
const whole = untilWhole(doc);
const from = performance.now();
open();
await whole;
const milliseconds = performance.now() - from;
process.send?.({ milliseconds, digest: hash('sha256', documentText(doc)) } satisfies ColdMessage, () =>
  process.exit(0),
);
