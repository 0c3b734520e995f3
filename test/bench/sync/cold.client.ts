/**
 * A device that has nothing but an address and, for Baton, a secret: opens one document with the real client of
 * each server, and tells how long it took until everything was there. Not counted: starting this process and
 * loading its code. Counted: whatever the code does for the first time.
 */
import { hash } from 'node:crypto';
import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { documentText, eventsOf, makeDocument } from '../../support/sync-workload.ts';
import { makeBenchDevice } from './bench-device.ts';
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

/** Resolves to the time when the document held all events, before anything else was done about it. */
function untilWhole(doc: Y.Doc): Promise<number> {
  return new Promise((resolve) => {
    doc.on('afterTransaction', () => {
      if (eventsOf(doc).length === count) resolve(performance.now());
    });
  });
}

async function prepare(server: ServerName): Promise<{ readonly doc: Y.Doc; readonly open: () => void }> {
  switch (server) {
    case 'baton': {
      const doc = makeDocument();
      const open = () => makeBenchDevice({ port, name: 'cold' }).open(makeWriterKeys(), doc);
      return { doc, open };
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

const { doc, open } = await prepare(name as ServerName);
const whole = untilWhole(doc);
const from = performance.now();
open();
const milliseconds = (await whole) - from;
process.send?.({ milliseconds, digest: hash('sha256', documentText(doc)) } satisfies ColdMessage);
// The bench hangs up when it has heard.
process.once('disconnect', () => process.exit(0));
