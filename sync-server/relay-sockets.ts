/**
 * WebSockets on the app's own port: who may open one, how fast it may talk, whether it is still there.
 *
 * A browser cannot lie in its Origin header, so a page from elsewhere never gets to speak here; the origin is
 * also what JOIN signs, so a host in between cannot pass a signature on. A socket that talks too fast is not
 * read for a while: nothing is lost, TCP holds the sender back.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { ERROR_CODES } from '../src/wire/error-codes.ts';
import type { ErrorCode } from '../src/wire/error-codes.ts';
import { RELAY_PATH } from '../src/wire/protocol-version.ts';
import { MAX_CLIENT_MESSAGE_BYTES, NONCE_BYTES } from '../src/wire/sizes.ts';
import { makeConnection } from './connection.ts';
import type { Limits } from './limits.ts';
import type { Relay } from './relay.ts';
import { makeTokenBucket } from './token-bucket.ts';

export interface RelaySocketsDependencies {
  readonly server: Server;
  readonly relay: Relay;
  readonly limits: Limits;
  readonly now: () => number;
  /** Whether X-Forwarded-For tells addresses: only when every request comes through a proxy of one's own. */
  readonly trustProxy: boolean;
  readonly report: (event: string, error: unknown) => void;
}

export interface RelaySockets {
  /** Says goodbye to everybody; those who do not answer within a second are cut off. */
  close(): Promise<void>;
}

export function serveRelaySockets(dependencies: RelaySocketsDependencies): RelaySockets {
  const { server, relay, limits, now, trustProxy, report } = dependencies;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: MAX_CLIENT_MESSAGE_BYTES,
  });
  const countByAddress = new Map<string, number>();
  const budget = { left: limits.assemblyBytes };
  const silent = new Set<WebSocket>();

  function onUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy());
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== RELAY_PATH) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, request));
  }

  function accept(socket: WebSocket, request: IncomingMessage): void {
    // ws closes by itself after a protocol error; this keeps it from ending the process.
    socket.on('error', () => {});
    const origin = readOwnOrigin(request);
    if (origin === null) return socket.close(ERROR_CODES.wrongOrigin, 'wrong origin');
    const address = readAddress(request, trustProxy);
    const count = countByAddress.get(address) ?? 0;
    if (count >= limits.connectionsPerAddress || sockets.clients.size > limits.connections) {
      return socket.close(ERROR_CODES.tooMany, 'too many connections');
    }
    countByAddress.set(address, count + 1);
    socket.on('close', () => {
      const left = (countByAddress.get(address) ?? 1) - 1;
      if (left > 0) countByAddress.set(address, left);
      else countByAddress.delete(address);
    });
    serve(socket, origin);
  }

  function serve(socket: WebSocket, origin: string): void {
    const messages = makeTokenBucket(limits.messagesPerSecond, limits.messageBurst, now());
    const bytes = makeTokenBucket(limits.bytesPerSecond, limits.byteBurst, now());
    let resume: NodeJS.Timeout | undefined;

    const connection = makeConnection(
      {
        send: (message) => socket.send(message, onSent),
        bufferedBytes: () => socket.bufferedAmount,
        end: (code) => endSocket(socket, code),
      },
      { relay, limits, budget, now, origin, report, nonce: new Uint8Array(randomBytes(NONCE_BYTES)) },
    );
    const joinTimer = setTimeout(() => connection.joinTimePassed(), limits.joinWithinMs);

    function onSent(): void {
      connection.drained();
    }

    function slowDown(size: number): void {
      const at = now();
      const waitMs = Math.max(messages.take(1, at), bytes.take(size, at));
      if (waitMs === 0) return;
      socket.pause();
      clearTimeout(resume);
      resume = setTimeout(() => {
        // A closing socket still has to be read, or it never sees the other side's goodbye.
        if (socket.isPaused) socket.resume();
      }, waitMs);
    }

    socket.on('message', (data: RawData, isBinary: boolean) => {
      silent.delete(socket);
      const message = data as Buffer;
      slowDown(message.length);
      if (isBinary) connection.receive(message);
      else endSocket(socket, ERROR_CODES.badMessage);
    });
    socket.on('pong', () => silent.delete(socket));
    socket.on('close', () => {
      clearTimeout(joinTimer);
      clearTimeout(resume);
      silent.delete(socket);
      connection.ended();
    });
  }

  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      // A socket that we do not read cannot answer.
      if (socket.isPaused) continue;
      if (silent.has(socket)) {
        silent.delete(socket);
        socket.terminate();
        continue;
      }
      silent.add(socket);
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, limits.heartbeatMs);

  server.on('upgrade', onUpgrade);

  return {
    async close() {
      clearInterval(heartbeat);
      server.off('upgrade', onUpgrade);
      const gone = [...sockets.clients].map((socket) => new Promise((done) => socket.once('close', done)));
      for (const socket of sockets.clients) endSocket(socket, ERROR_CODES.goingAway);
      const cutOff = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, 1_000);
      await Promise.all(gone);
      clearTimeout(cutOff);
      sockets.close();
    },
  };
}

function endSocket(socket: WebSocket, code: ErrorCode): void {
  if (socket.isPaused) socket.resume();
  socket.close(code);
}

/** The Origin header when it names this very host, else null. Other programs have to send one, too. */
function readOwnOrigin(request: IncomingMessage): string | null {
  const { origin, host } = request.headers;
  const forwarded = request.headers['x-forwarded-host'];
  if (origin === undefined || !URL.canParse(origin)) return null;
  const url = new URL(origin);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  // A page cannot set X-Forwarded-Host, so believing it opens nothing to pages from elsewhere.
  const isHere = url.host === host?.toLowerCase() || url.host === forwarded;
  return isWeb && url.origin === origin && (isHere || hasDefaultPort(url, host)) ? origin : null;
}

/** `Host: baton.test:443` is `https://baton.test`. */
function hasDefaultPort(url: URL, host: string | undefined): boolean {
  return host?.toLowerCase() === `${url.hostname}:${url.protocol === 'https:' ? 443 : 80}`;
}

function readAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = request.headers['x-forwarded-for'];
  if (trustProxy && typeof forwarded === 'string') {
    // The nearest proxy appends; whatever stands before was claimed by the client.
    const last = forwarded.split(',').at(-1)?.trim();
    if (last) return last;
  }
  return request.socket.remoteAddress ?? 'unknown';
}
