/**
 * A device that knows nothing opens a document that 10,000 updates by three devices made, with the real client of
 * each server: its process is new, and so is everything in it. The clock runs from the first call until the
 * document holds all of it; that it is the same is checked each time.
 *
 * Compacted as each server does it: the peers merge every update into the document in their memory and send that;
 * for Baton a device makes a snapshot, as it does in daily life. What Baton does more: keys are derived from the
 * secret, the join is signed, the snapshot's signatures are checked, and it is decrypted.
 */
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { makeWorkload, type Workload } from '../../support/sync-workload.ts';
import { type BenchRounds, medianOf } from './bench-rounds.ts';
import type { ColdMessage } from './cold.client.ts';
import { forkProgram, type HostedServer, type ServerName, startHostedServer } from './hosted-server.ts';
import {
  batonProtocol,
  hocuspocusProtocol,
  makeWriterKeys,
  type Protocol,
  type RawPeer,
  yWebsocketProtocol,
} from './raw-peer.ts';
import { makeSnapshot } from './snapshot-by-device.ts';

const updates = 10_000;
const writers = 3;

export interface ColdResult {
  readonly name: ServerName;
  /** Milliseconds, the median of the rounds. */
  readonly took: number;
}

export async function measureColdClients({ rounds }: BenchRounds): Promise<readonly ColdResult[]> {
  const workload = makeWorkload(updates, writers);
  const contenders: readonly { readonly name: ServerName; readonly protocol: Protocol }[] = [
    { name: 'baton', protocol: batonProtocol(makeWriterKeys()) },
    { name: 'hocuspocus', protocol: hocuspocusProtocol() },
    { name: 'y-websocket', protocol: yWebsocketProtocol() },
  ];
  const servers: {
    readonly name: ServerName;
    readonly server: HostedServer;
    readonly reader: RawPeer;
    readonly times: number[];
  }[] = [];
  for (const { name, protocol } of contenders) {
    const server = await startHostedServer(name);
    const reader = await fill(server, protocol, workload);
    if (name === 'baton') await makeSnapshot(server.port, makeWriterKeys(), updates);
    // Compiled once, not counted.
    await openOnce(name, server.port, workload);
    servers.push({ name, server, reader, times: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { name, server, times } of servers) times.push(await openOnce(name, server.port, workload));
  }
  for (const { server, reader } of servers) {
    reader.close();
    await server.stop();
  }
  return servers.map(({ name, times }) => ({ name, took: medianOf(times) }));
}

async function fill(server: HostedServer, protocol: Protocol, workload: Workload): Promise<RawPeer> {
  const messages = protocol.encode(workload.updates);
  const end = protocol.endOf(messages);
  const reader = await protocol.connect(server.port, 'reader', end);
  const writer = await protocol.connect(server.port, 'writer', end);
  writer.send(messages);
  await reader.complete;
  writer.close();
  // Hocuspocus forgets a document that nobody has open.
  return reader;
}

async function openOnce(name: ServerName, port: number, workload: Workload): Promise<number> {
  let complaints = '';
  const child = forkProgram('cold.client.ts', [name, String(port), String(updates)], (text) => {
    complaints += text;
  });
  const exit = once(child, 'exit');
  const gone = exit.then(() => Promise.reject(new Error(`The client of ${name} ended:\n${complaints}`)));
  const signal = AbortSignal.timeout(60_000);
  const [message] = (await Promise.race([once(child, 'message', { signal }), gone])) as [ColdMessage];
  gone.catch(() => undefined);
  child.disconnect();
  await exit;
  if (message.digest !== hash('sha256', workload.text))
    throw new Error(`A cold client of ${name} has another document.`);
  return message.milliseconds;
}
