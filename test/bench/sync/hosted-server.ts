/** A measured server as a process of its own. It ends with `stop`, or when this process does. */
import { fork } from 'node:child_process';
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

/** How long a host may take to answer, ms. */
const patience = 20_000;

/** `synchronous` means something for Baton only: the peers store nothing. */
export async function startHostedServer(
  name: ServerName,
  synchronous: 'full' | 'normal' = 'normal',
): Promise<HostedServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  const child = fork(join(import.meta.dirname, `${name}.host.ts`), [dataFolder, synchronous], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
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
      child.kill('SIGKILL');
      await exit;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
