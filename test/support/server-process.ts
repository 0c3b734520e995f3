/**
 * A server as a process of its own, on a port and a data folder that it keeps while it is killed,
 * started again or robbed of its data.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from './free-port.ts';
import { repositoryRoot } from './repository-root.ts';

export interface ServerProcess {
  readonly port: number;
  readonly origin: string;
  /** Where it keeps what it stores. */
  readonly dataFolder: string;
  /** Everything it wrote to its output so far, failures included. */
  printed(): string;
  /** `kill -9`: nothing is flushed, nobody is told. */
  kill(): Promise<void>;
  /** Asks it to end, as Ctrl-C does; resolves to its exit code. */
  stop(): Promise<number | null>;
  /** Starts it again on the same port and data; resolves when it answers. */
  start(): Promise<void>;
  /** Kills it, loses all its data and starts it again. */
  wipe(): Promise<void>;
  dispose(): Promise<void>;
}

/** How long a server may take to answer or to end, ms; `PATIENCE_MS` is for machines that are busy with other things. */
const patience = Math.max(15_000, Number(process.env['PATIENCE_MS'] ?? 0));

/** `script` is a path from the repository's root; it gets `PORT`, `HOST` and `DATA_DIR`, and the `settings` besides. */
export async function startServer(
  script = 'sync-server/main.ts',
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const dataFolder = mkdtempSync(join(tmpdir(), 'baton-relay-'));
  let child: ChildProcess | null = null;
  let printed = '';

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [script], {
      cwd: repositoryRoot,
      env: { ...process.env, ...settings, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
    }
    for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(40)) {
      if (started.exitCode !== null) break;
      if (await answers(origin)) return;
    }
    throw new Error(`${script} did not answer on port ${port}. It printed:\n${printed}`);
  }

  async function end(signal: 'SIGKILL' | 'SIGINT'): Promise<number | null> {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null)
      return ending?.exitCode ?? null;
    const exit = new Promise<number | null>((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    const impatience = setTimeout(() => ending.kill('SIGKILL'), patience);
    return exit.finally(() => clearTimeout(impatience));
  }

  const server: ServerProcess = {
    port,
    origin,
    dataFolder,
    printed: () => printed,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGINT'),
    start,
    wipe: async () => {
      await end('SIGKILL');
      rmSync(dataFolder, { recursive: true, force: true });
      await start();
    },
    dispose: async () => {
      await end('SIGKILL');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
  await start();
  return server;
}

async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(origin, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
}
