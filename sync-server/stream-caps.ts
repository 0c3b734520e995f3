/**
 * Plain connections, before anybody said anything on them: how many there may be, and how long they may keep
 * silent. Without this, sockets that are opened and left alone cost the process its file handles.
 */
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits.ts';

/** How often something has each name. */
export interface Tally {
  count(name: string): number;
  add(name: string): void;
  remove(name: string): void;
}

export function makeTally(): Tally {
  const countByName = new Map<string, number>();
  return {
    count: (name) => countByName.get(name) ?? 0,
    add: (name) => void countByName.set(name, (countByName.get(name) ?? 0) + 1),
    remove(name) {
      const left = (countByName.get(name) ?? 1) - 1;
      if (left > 0) countByName.set(name, left);
      else countByName.delete(name);
    },
  };
}

/** Behind a proxy everything comes from one address, so only the sum counts there. */
export function capStreams(server: Server, limits: Limits, trustProxy: boolean): void {
  const byAddress = makeTally();
  let open = 0;
  server.headersTimeout = limits.requestWithinMs;
  server.requestTimeout = limits.requestWithinMs;
  server.on('connection', (stream) => {
    const address = trustProxy ? '' : (stream.remoteAddress ?? 'unknown');
    if (open >= limits.streams || (!trustProxy && byAddress.count(address) >= limits.streamsPerAddress)) {
      return refuseStream(stream);
    }
    open += 1;
    byAddress.add(address);
    stream.once('close', () => {
      open -= 1;
      byAddress.remove(address);
    });
  });
}

/** A number where there is no WebSocket to say it on; then the connection is over, read or not. */
export function refuseStream(stream: Duplex): void {
  stream.on('error', () => stream.destroy());
  const answer = 'HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
  stream.end(answer, () => stream.destroy());
}
