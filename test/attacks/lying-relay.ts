/** Between a device and an honest relay: passes everything on, except what it is told to lie about. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { decodeRelayMessage, encodeRelayMessage, type RelayMessage } from '../../src/wire/relay-message.ts';

/** What goes to the device in place of a message; bytes go as they are. */
export type Lie = (message: RelayMessage, bytes: Uint8Array) => readonly (RelayMessage | Uint8Array)[];

export const honest: Lie = (_, bytes) => [bytes];

export interface LyingRelay {
  readonly url: string;
  /** Where a page would be that this relay had served. */
  readonly ownOrigin: string;
  /** From now on; every connection begins anew. */
  tell(lie: Lie): void;
  /** Messages that were not passed on as they came. */
  lies(): number;
  close(): Promise<void>;
}

export async function startLyingRelay(relay: {
  readonly url: string;
  readonly origin: string;
}): Promise<LyingRelay> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let lie = honest;
  let lies = 0;

  server.on('connection', (device) => {
    const onward = new WebSocket(relay.url, { origin: relay.origin });
    const waiting: Buffer[] = [];
    device.on('error', () => {});
    onward.on('error', () => {});
    onward.on('open', () => waiting.splice(0).forEach((bytes) => onward.send(bytes)));
    device.on('message', (bytes: Buffer) => {
      if (onward.readyState === WebSocket.OPEN) onward.send(bytes);
      else waiting.push(bytes);
    });
    onward.on('message', (data: Buffer) => {
      const bytes = new Uint8Array(data);
      const decoded = decodeRelayMessage(bytes);
      if (!decoded.ok) throw new Error('an honest relay does not talk like that');
      const told = lie(decoded.value, bytes);
      if (told.length !== 1 || told[0] !== bytes) lies += 1;
      for (const one of told) device.send(one instanceof Uint8Array ? one : encodeRelayMessage(one));
    });
    device.on('close', () => onward.terminate());
    onward.on('close', () => device.terminate());
  });

  return {
    url: `ws://127.0.0.1:${port}/relay`,
    ownOrigin: `http://127.0.0.1:${port}`,
    tell(next) {
      lie = next;
      for (const client of server.clients) client.terminate();
    },
    lies: () => lies,
    async close() {
      for (const client of server.clients) client.terminate();
      await new Promise((done) => server.close(done));
    },
  };
}
