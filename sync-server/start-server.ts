/** One port for app and relay: puts storage, rooms, sockets and files together, and takes them apart again. */
import { mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FrameLog } from './frame-log.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { Limits } from './limits.ts';
import { serveRelaySockets } from './relay-sockets.ts';
import { makeRelay } from './relay.ts';
import { openSqliteFrameLog } from './sqlite-frame-log.ts';
import type { Synchronous } from './sqlite-frame-log.ts';
import { makeStaticFiles } from './static-files.ts';
import { capStreams } from './stream-caps.ts';

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Made if missing; holds baton.sqlite. */
  readonly dataDir: string;
  /** The built app. */
  readonly distDir: string;
  readonly limits?: Partial<Limits>;
  /** Takes one line for the operator. */
  readonly log?: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Storage to use instead of the file in `dataDir`; the caller disposes of it. */
  readonly frameLog?: FrameLog;
  readonly trustProxy?: boolean;
  /** What an acknowledgement waits for; `full` where nothing is said. */
  readonly synchronous?: Synchronous;
}

export interface RunningServer {
  readonly port: number;
  /** Commits what is queued, says goodbye, frees the port and the file. */
  close(): Promise<void>;
}

/** Rejects when the port is taken or the data file cannot be opened. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, host, dataDir, distDir, log = () => {}, now = Date.now, trustProxy = false } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const report = (event: string, error: unknown) => {
    log(`${event}: ${error instanceof Error ? error.message : String(error)}`);
  };

  if (!options.frameLog) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const frameLog = options.frameLog ?? openSqliteFrameLog(join(dataDir, 'baton.sqlite'), options.synchronous);
  const freeBytes = options.frameLog ? () => Number.POSITIVE_INFINITY : makeFreeBytes(dataDir, now);
  const relay = makeRelay({ frameLog, limits, now, freeBytes, report, atTurnEnd: setImmediate });

  const serveFile = makeStaticFiles(distDir);
  // Silent connections are looked for twice in the time they have.
  const checking = { connectionsCheckingInterval: Math.ceil(limits.requestWithinMs / 2) };
  const server = createServer(checking, (request, response) => {
    serveFile(request, response).catch((error: unknown) => {
      report('a file could not be served', error);
      response.destroy();
    });
  });
  capStreams(server, limits, trustProxy);
  const sockets = serveRelaySockets({ server, relay, limits, now, trustProxy, report });

  function release(): void {
    if (!options.frameLog) frameLog.dispose();
  }

  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    await sockets.close();
    release();
    throw error;
  }

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const stopped = new Promise((done) => server.close(done));
      relay.flush();
      await sockets.close();
      server.closeAllConnections();
      await stopped;
      relay.flush();
      release();
    },
  };
}

/** Asks the file system at most every ten seconds. */
function makeFreeBytes(folder: string, now: () => number): () => number {
  let askedAt = Number.NEGATIVE_INFINITY;
  let free = 0;
  return () => {
    if (now() - askedAt >= 10_000) {
      const { bavail, bsize } = statfsSync(folder);
      free = bavail * bsize;
      askedAt = now();
    }
    return free;
  };
}
