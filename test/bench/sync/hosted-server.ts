/**
 * Programs of the bench as processes of their own; they end with `stop`, or when this process does.
 *
 * Node keeps what it compiled from one start to the next, as it would on a server that is started more than once:
 * its compiler for TypeScript alone takes some 30 MiB, which no server needs to serve.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostMessage } from './answer-bench.ts';

export type ServerName = 'baton' | 'hocuspocus' | 'y-websocket';

export interface HostedServer {
  readonly port: number;
  /** Bytes, after its garbage is collected. */
  resident(): Promise<number>;
  stop(): Promise<void>;
}

const compileCache = mkdtempSync(join(tmpdir(), 'baton-compiled-'));
process.once('exit', () => rmSync(compileCache, { recursive: true, force: true }));

/** `script` is a file beside this one. What it prints as an error goes to `complain`. */
export function forkProgram(
  script: string,
  args: readonly string[],
  complain: (text: string) => void,
): ChildProcess {
  const child = fork(join(import.meta.dirname, script), args, {
    execArgv: ['--expose-gc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (chunk: Buffer) => complain(chunk.toString()));
  return child;
}

/** How long a host may take to answer, ms. */
const patience = 20_000;

/** `synchronous` means something for Baton only: the peers store nothing. */
export async function startHostedServer(
  name: ServerName,
  synchronous: 'full' | 'normal' = 'normal',
): Promise<HostedServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  let complaints = '';
  const child = forkProgram(`${name}.host.ts`, [dataFolder, synchronous], (text) => {
    complaints += text;
  });
  const exit = once(child, 'exit');

  async function answer(): Promise<HostMessage> {
    const signal = AbortSignal.timeout(patience);
    const gone = exit.then(() =>
      Promise.reject(new Error(`${name} ended by itself. It printed:\n${complaints}`)),
    );
    const [message] = (await Promise.race([once(child, 'message', { signal }), gone])) as [HostMessage];
    return message;
  }

  const { port = 0 } = await answer();
  return {
    port,
    async resident() {
      child.send('resident');
      const { resident } = await answer();
      if (resident === undefined) throw new Error(`${name} did not tell its memory.`);
      return resident;
    },
    async stop() {
      // It ends by itself then; what it compiled is kept for the next one.
      child.disconnect();
      await exit;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
