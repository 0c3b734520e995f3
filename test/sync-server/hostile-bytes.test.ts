import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { startServer } from '../../sync-server/start-server.ts';
import type { RunningServer } from '../../sync-server/start-server.ts';
import { encodeClientMessage } from '../../src/wire/client-message.ts';
import { SAMPLE_CLIENT_MESSAGES } from '../wire/sample-messages.ts';
import { connectClient, frameOf, makeClose, makeTestRoom } from './relay-client.ts';
import type { RelayClient } from './relay-client.ts';

const HOSTILE_MESSAGES = 10_000;
const SEED = 41;
const complaints: string[] = [];
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataDir: '',
    distDir: '/nowhere',
    frameLog: makeMemoryFrameLog(),
    limits: { messagesPerSecond: 1e6, messageBurst: 1e6, connectionsPerAddress: 10_000, connections: 10_000 },
    log: (line) => complaints.push(line),
  });
});

afterAll(() => server.close());

/** Pure noise, a sample with bytes changed, or a sample cut short or drawn out. */
const hostileBytes = fc.oneof(
  { arbitrary: fc.uint8Array({ maxLength: 400 }), weight: 1 },
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom(...SAMPLE_CLIENT_MESSAGES.map(encodeClientMessage)),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      )
      .map(([bytes, changes]) => {
        const changed = bytes.slice();
        for (const [at, value] of changes) changed[at % changed.length] = value;
        return changed;
      }),
    weight: 3,
  },
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...SAMPLE_CLIENT_MESSAGES.map(encodeClientMessage)), fc.nat(500))
      .map(([bytes, length]) => {
        const cut = new Uint8Array(length);
        cut.set(bytes.subarray(0, length));
        return cut;
      }),
    weight: 1,
  },
);

it('[C2] [M11] ten thousand hostile messages leave the relay serving the others', async () => {
  const room = makeTestRoom();
  const [alice, bob] = [await connectClient(server.port), await connectClient(server.port)];
  await alice.joinLive(room, 1);
  await bob.joinLive(room, 1);
  const samples = fc.sample(hostileBytes, { seed: SEED, numRuns: HOSTILE_MESSAGES });
  const codes = new Map<number, number>();
  let sent = 0;
  let rounds = 0;

  while (sent < HOSTILE_MESSAGES) {
    const insider = rounds % 2 === 0;
    const attacker: RelayClient = await connectClient(server.port);
    // Half of them have a room of their own and a place in it, so that their bytes get past the door.
    if (insider) await attacker.joinLive(makeTestRoom(), 1);
    let isOpen = true;
    void attacker.ended.then(() => (isOpen = false));
    for (let index = 0; index < 40 && sent < HOSTILE_MESSAGES && isOpen; index++) {
      attacker.sendBytes(samples[sent] ?? new Uint8Array(0));
      sent += 1;
      // Lets the refusal arrive now and then, so that not all of it goes to a socket that is over.
      if (index % 4 === 3) await new Promise((done) => setImmediate(done));
    }
    const code = await Promise.race([attacker.ended, attacker.close()]);
    codes.set(code, (codes.get(code) ?? 0) + 1);
    rounds += 1;
    if (rounds % 50 === 0) {
      alice.push(1, rounds, frameOf(`${rounds}`));
      expect(await bob.entries(1)).toMatchObject([{ kind: 'frame', bytes: frameOf(`${rounds}`) }]);
    }
  }

  alice.push(1, 1_000_000, frameOf('still here'));
  expect(await bob.entries(1)).toMatchObject([{ kind: 'frame', bytes: frameOf('still here') }]);
  expect(codes.get(4400) ?? 0).toBeGreaterThan(100);
  expect(complaints).toEqual([]);
  await Promise.all([alice.close(), bob.close()]);
}, 60_000);

it('[M11] text, giant and broken WebSocket frames end only the socket they came on', async () => {
  const room = makeTestRoom();
  const calm = await connectClient(server.port);
  await calm.joinLive(room, 1);
  const texter = await connectClient(server.port);
  texter.socket.send('hello');
  expect(await texter.ended).toBe(4400);
  const giant = await connectClient(server.port);
  giant.sendBytes(new Uint8Array(2_000_000));
  expect(await giant.ended).toBe(1009);
  const large = await connectClient(server.port);
  await large.joinLive(makeTestRoom(), 1);
  large.push(1, 1, new Uint8Array(256 * 1024 + 1));
  expect(await large.ended).toBe(4413);
  const broken = await connectClient(server.port);
  // Reserved bits set, no mask: not even WebSocket.
  (broken.socket as unknown as { _socket: { write(bytes: Uint8Array): void } })._socket.write(
    Uint8Array.of(0xff, 0x7f, 1, 2, 3),
  );
  expect(await broken.ended).toBe(1002);
  const vanished = await connectClient(server.port);
  await vanished.joinLive(room, 1);
  vanished.socket.terminate();
  calm.send(makeClose(makeTestRoom(), 5, 'another room'));
  expect((await calm.next('closed')).ch).toBe(5);
  calm.push(1, 1, frameOf('fine'));
  expect(await calm.entries(1)).toMatchObject([{ kind: 'ack', seq: 1 }]);
  await calm.close();
});
