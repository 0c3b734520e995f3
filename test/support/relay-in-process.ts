/**
 * A real relay in this process, for tests: on a free port, its data in a temporary folder. It can be stopped and
 * started again on the same port with the data it has, with none, or with those of a backup.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits } from '../../sync-server/limits.ts';
import { type RunningServer, startServer } from '../../sync-server/start-server.ts';
import { RELAY_PATH } from '../../src/wire/protocol-version.ts';

export interface RelayInProcess {
  /** `ws://…`; stays the same over restarts. */
  readonly url: string;
  /** The app's origin as the relay sees it; sockets must send it. */
  readonly origin: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Only while stopped: every room is gone. */
  wipe(): void;
  /** Only while stopped. */
  backUp(): void;
  restore(): void;
  dispose(): Promise<void>;
}

export async function startRelayInProcess(limits: Partial<Limits> = {}): Promise<RelayInProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-relay-'));
  const dataDir = join(folder, 'data');
  const backupDir = join(folder, 'backup');
  const distDir = join(folder, 'dist');
  mkdirSync(distDir);
  let server: RunningServer | null = null;
  let port = 0;

  async function start(): Promise<void> {
    server = await startServer({ port, host: '127.0.0.1', dataDir, distDir, limits });
    port = server.port;
  }

  async function stop(): Promise<void> {
    await server?.close();
    server = null;
  }

  function wipe(): void {
    rmSync(dataDir, { recursive: true, force: true });
  }

  await start();
  return {
    url: `ws://127.0.0.1:${port}${RELAY_PATH}`,
    origin: `http://127.0.0.1:${port}`,
    start,
    stop,
    wipe,
    backUp: () => cpSync(dataDir, backupDir, { recursive: true }),
    restore() {
      wipe();
      cpSync(backupDir, dataDir, { recursive: true });
    },
    async dispose() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
