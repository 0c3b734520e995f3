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
import { makeTally, refuseStream } from './stream-caps.ts';
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
  /** Says goodbye to everybody; those who do not answer in time are cut off. */
  close(): Promise<void>;
}

export function serveRelaySockets(dependencies: RelaySocketsDependencies): RelaySockets {
  const { server, relay, limits, now, trustProxy, report } = dependencies;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: MAX_CLIENT_MESSAGE_BYTES,
    // A message in a thousand crumbs is an attack; browsers cut large ones into a few pieces.
    maxFragments: 256,
  });
  const served = new Set<WebSocket>();
  const servedByAddress = makeTally();
  const budget = { left: limits.assemblyBytes };
  const backlog = { bytes: 0 };
  const silent = new Set<WebSocket>();

  function onUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy());
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== RELAY_PATH) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    // Those that are told to go still hold a place for a moment. Beyond as many again nobody gets a number.
    if (sockets.clients.size >= 2 * limits.connections) return refuseStream(stream);
    sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, request));
  }

  function accept(socket: WebSocket, request: IncomingMessage): void {
    // ws closes by itself after a protocol error; this keeps it from ending the process.
    socket.on('error', () => {});
    const origin = readOwnOrigin(request);
    if (origin === null) return end(socket, ERROR_CODES.wrongOrigin);
    const address = readAddress(request, trustProxy);
    // Only those who are served count: strangers who are turned away take no place from anybody.
    if (servedByAddress.count(address) >= limits.connectionsPerAddress || served.size >= limits.connections) {
      return end(socket, ERROR_CODES.tooMany);
    }
    served.add(socket);
    servedByAddress.add(address);
    socket.on('close', () => {
      served.delete(socket);
      servedByAddress.remove(address);
    });
    serve(socket, origin);
  }

  /** Says why, and cuts off whoever does not answer: a goodbye behind a full buffer is never read. */
  function end(socket: WebSocket, code: ErrorCode): void {
    // A closing socket still has to be read, or it never sees the other side's goodbye.
    if (socket.isPaused) socket.resume();
    socket.close(code);
    const cutOff = setTimeout(() => socket.terminate(), limits.leaveWithinMs);
    socket.once('close', () => clearTimeout(cutOff));
  }

  function serve(socket: WebSocket, origin: string): void {
    const messages = makeTokenBucket(limits.messagesPerSecond, limits.messageBurst, now());
    const bytes = makeTokenBucket(limits.bytesPerSecond, limits.byteBurst, now());
    let resume: NodeJS.Timeout | undefined;
    let waitingBytes = 0;

    const connection = makeConnection(
      {
        send(message) {
          waitingBytes += message.length;
          backlog.bytes += message.length;
          socket.send(message, () => onSent(message.length));
        },
        bufferedBytes: () => socket.bufferedAmount,
        end: (code) => end(socket, code),
      },
      {
        relay,
        limits,
        budget,
        backlog,
        now,
        origin,
        report,
        nonce: new Uint8Array(randomBytes(NONCE_BYTES)),
      },
    );
    const joinTimer = setTimeout(() => connection.joinTimePassed(), limits.joinWithinMs);

    function onSent(size: number): void {
      forget(Math.min(size, waitingBytes));
      connection.drained();
    }

    function forget(size: number): void {
      waitingBytes -= size;
      backlog.bytes -= size;
    }

    function slowDown(size: number): void {
      const at = now();
      const waitMs = Math.max(messages.take(1, at), bytes.take(size, at));
      if (waitMs === 0) return;
      socket.pause();
      clearTimeout(resume);
      resume = setTimeout(() => {
        if (socket.isPaused) socket.resume();
      }, waitMs);
    }

    socket.on('message', (data: RawData, isBinary: boolean) => {
      silent.delete(socket);
      const message = data as Buffer;
      slowDown(message.length);
      if (isBinary) connection.receive(message);
      else end(socket, ERROR_CODES.badMessage);
    });
    socket.on('ping', (data: Buffer) => slowDown(data.length));
    socket.on('pong', (data: Buffer) => {
      silent.delete(socket);
      slowDown(data.length);
    });
    socket.on('close', () => {
      forget(waitingBytes);
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
      for (const socket of sockets.clients) end(socket, ERROR_CODES.goingAway);
      await Promise.all(gone);
      sockets.close();
    },
  };
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
