/**
 * One writer, 20 readers: a writer hands all updates to its socket at once, one message each, and the clock runs
 * until every reader has the last one. Afterwards, with everybody still connected, the server's memory; and the
 * messages that a reader got are read into a document, to see that nothing was left out.
 *
 * Not counted: sealing and signing, which the writer did before, and whatever a reader would do with what it got.
 * What the peers do more: they keep a document and merge every update into it. What Baton does more: every frame
 * is in its file before anybody gets it. Hocuspocus merges what arrives in one turn of its event loop, as Baton
 * commits it, so its readers get fewer, larger updates.
 */
import { makeWorkload, type Workload } from '../../support/sync-workload.ts';
import { medianOf, type BenchRounds } from './bench-rounds.ts';
import { type ServerName, startHostedServer } from './hosted-server.ts';
import {
  batonProtocol,
  hocuspocusProtocol,
  makeWriterKeys,
  type Protocol,
  yWebsocketProtocol,
} from './raw-peer.ts';

const readers = 20;
export const fanOutUpdates = 15_000;

export interface Contender {
  readonly name: ServerName;
  readonly synchronous: 'full' | 'normal';
  readonly protocol: Protocol;
}

export interface FanOutResult {
  readonly name: ServerName;
  readonly synchronous: 'full' | 'normal';
  /** Updates a second, each to all readers: the median of the rounds. */
  readonly rate: number;
  /** MiB, the median of the rounds. */
  readonly resident: number;
}

/** In each round every server has its turn, so that whatever else the machine does meets all of them. */
export async function measureFanOut({ rounds }: BenchRounds): Promise<readonly FanOutResult[]> {
  const workload = makeWorkload(fanOutUpdates, 1);
  const baton = batonProtocol(makeWriterKeys());
  const contenders: readonly Contender[] = [
    { name: 'baton', synchronous: 'normal', protocol: baton },
    { name: 'baton', synchronous: 'full', protocol: baton },
    { name: 'hocuspocus', synchronous: 'normal', protocol: hocuspocusProtocol() },
    { name: 'y-websocket', synchronous: 'normal', protocol: yWebsocketProtocol() },
  ];
  const sealed = baton.encode(workload.updates);
  for (const { name, synchronous } of contenders) {
    // Compiled once, not counted.
    const server = await startHostedServer(name, synchronous);
    await server.stop();
  }
  const taken = contenders.map(() => ({ rates: [] as number[], residents: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      const messages = contender.protocol === baton ? sealed : contender.protocol.encode(workload.updates);
      const { rate, resident } = await measureOnce(contender, messages, round === 0 ? workload : null);
      taken[index]?.rates.push(rate);
      taken[index]?.residents.push(resident);
    }
  }
  return contenders.map(({ name, synchronous }, index) => ({
    name,
    synchronous,
    rate: medianOf(taken[index]?.rates ?? []),
    resident: medianOf(taken[index]?.residents ?? []),
  }));
}

/** `expected`: what a reader got is checked. */
async function measureOnce(
  { name, synchronous, protocol }: Contender,
  messages: readonly Uint8Array[],
  expected: Workload | null,
): Promise<{ readonly rate: number; readonly resident: number }> {
  const server = await startHostedServer(name, synchronous);
  const end = protocol.endOf(messages);
  const reading = Array.from({ length: readers }, () => protocol.connect(server.port, 'reader', end));
  const joined = await Promise.all(reading);
  const writer = await protocol.connect(server.port, 'writer', end);
  const from = performance.now();
  writer.send(messages);
  await Promise.all(joined.map((reader) => reader.complete));
  const seconds = (performance.now() - from) / 1000;
  const resident = await server.resident();
  const received = joined[0]?.messages ?? [];
  for (const peer of [...joined, writer]) peer.close();
  await server.stop();
  if (expected !== null && (await protocol.read(received)) !== expected.text)
    throw new Error(`A reader of ${name} did not get what was written.`);
  return { rate: messages.length / seconds, resident: resident / 2 ** 20 };
}
