import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { chainAfter, connectClient, frameOf, makeTestRoom } from './relay-client.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'baton-kill-'));
const main = join(import.meta.dirname, '../../sync-server/main.ts');
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function run(): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const env = { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const port = /localhost:(\d+)/.exec(said)?.[1];
    if (port) return { child, port: Number(port) };
  }
  throw new Error(`the server ended, having said: ${said}`);
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  running.delete(child);
  return code;
}

it('[M6] has every acknowledged frame after kill -9, and ends well when asked to', async () => {
  const room = makeTestRoom();
  const first = await run();
  const client = await connectClient(first.port);
  await client.joinLive(room, 1);
  const frames = Array.from({ length: 400 }, (_, index) => frameOf(`${index}`, 3_000));
  for (const [index, frame] of frames.entries()) client.push(1, index + 1, frame);
  const acknowledged = (await client.entries(100)).length;
  await stop(first.child, 'SIGKILL');

  const second = await run();
  const again = await connectClient(second.port);
  const since = { since: acknowledged, chain: chainAfter(frames.slice(0, acknowledged)) };
  const rest = await again.joinLive(room, 1, since);
  expect(rest.map((it) => (it.kind === 'frame' ? it.bytes : null))).toEqual(
    frames.slice(acknowledged, acknowledged + rest.length),
  );
  expect(await stop(second.child, 'SIGTERM')).toBe(0);
  expect(await again.ended).toBe(4503);
}, 20_000);
