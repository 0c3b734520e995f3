import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { deriveSpaceRoom, makeOwner } from '../../src/sync/capability.ts';
import { RELAY_PATH } from '../../src/wire/protocol-version.ts';
import { makeRandom } from '../support/seeded-random.ts';
import { makeSyncDevice, type SyncDevice, until } from '../support/sync-device.ts';

const main = join(import.meta.dirname, '../../sync-server/main.ts');
const node = join(import.meta.dirname, '../../node_modules/.bin/node');
const dataDir = mkdtempSync(join(tmpdir(), 'baton-killed-'));
let server: ChildProcess | null = null;
const devices: SyncDevice[] = [];

/** Resolves with the port when the server says where it is. */
async function start(port: number): Promise<number> {
  const environment = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir };
  const child = spawn(node, [main], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  server = child;
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return Number(/localhost:(\d+)/u.exec(line.toString())?.[1]);
}

async function kill(): Promise<void> {
  const child = server;
  server = null;
  if (child === null || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

afterEach(async () => {
  for (const device of devices) await device.dispose();
  await kill();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a relay that is killed', () => {
  it('[R2] has everything it acknowledged, and gets the rest', { timeout: 20_000 }, async () => {
    const port = await start(0);
    const keys = deriveSpaceRoom(makeOwner(makeRandom(81).bytes));
    const device = (name: string, seed: number): SyncDevice => {
      const url = `ws://127.0.0.1:${port}${RELAY_PATH}`;
      const made = makeSyncDevice({ name: `${url} ${name}`, url, origin: `http://127.0.0.1:${port}`, seed });
      devices.push(made);
      return made;
    };
    const writer = device('a', 82);
    const a = writer.open(keys);
    for (let index = 0; index < 20; index += 1) a.list.push([index]);
    expect(await a.room.flush()).toBe('acknowledged');
    a.list.push(['never flushed']);
    await kill();
    a.list.push(['written while it was dead']);
    // Nobody is there to heal it: what was acknowledged must be on its disk.
    writer.relay.setEnabled(false);
    await start(port);
    const b = device('b', 83).open(keys);
    await until(b, () => b.list.length >= 20);
    writer.relay.setEnabled(true);
    await until(b, () => b.list.length === 22);
    expect(b.list.toJSON()).toEqual(a.list.toJSON());
  });
});
