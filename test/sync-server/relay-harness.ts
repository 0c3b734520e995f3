/** Real relays on free ports and clients on them, all ended after each test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { FrameLog } from '../../sync-server/frame-log.ts';
import type { Limits } from '../../sync-server/limits.ts';
import { type RunningServer, startServer } from '../../sync-server/start-server.ts';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { connectClient, type RelayClient } from './relay-client.ts';

export const servers: RunningServer[] = [];
const clients: RelayClient[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.socket.terminate();
  await Promise.all(servers.splice(0).map((server) => server.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export async function start(
  limits: Partial<Limits> = {},
  frameLog: FrameLog | null = makeMemoryFrameLog(),
  dataDir = '',
  now: () => number = Date.now,
): Promise<RunningServer> {
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataDir,
    distDir: '/nowhere',
    limits,
    now,
    ...(frameLog ? { frameLog } : {}),
  });
  servers.push(server);
  return server;
}

export async function connect(
  server: RunningServer,
  options?: Parameters<typeof connectClient>[1],
): Promise<RelayClient> {
  const client = await connectClient(server.port, options);
  clients.push(client);
  return client;
}

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'baton-relay-'));
  folders.push(folder);
  return folder;
}
