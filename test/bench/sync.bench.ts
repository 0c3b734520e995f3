/**
 * `npm run bench -- sync`: the relay and its clients against Hocuspocus and y-websocket's server, all on this
 * machine and in the same run, in turns; medians of 15 (`BENCH_ROUNDS` for fewer, with figures that mean little).
 *
 * - `fanout_vs_hocuspocus`: updates a second from one raw writer to 20 raw readers, ours over theirs, with
 *   `synchronous=NORMAL`; at least 3. `fanout_full_vs_hocuspocus` is the same with FULL, as delivered.
 * - `memory_vs_hocuspocus`: resident memory of the server after 15,000 updates, theirs over ours; at least 1.5.
 * - `cold_vs_best_peer`: a cold client on a compacted document of 10,000 updates, our time over the better peer's;
 *   at most 2.5.
 * - `reconnect_s`, `reconnect_apart_s`: 100 rooms × 3 devices back after the relay was killed: on three sockets, on 300.
 * - `lost_frames`: what was written and is not found afterwards; 0.
 *
 * The files in `sync/` say of each what is counted and what each side does more.
 */
import type { BenchReport } from './bench-report.ts';
import { installPeers } from './engine/peers.ts';
import { readRounds } from './sync/bench-rounds.ts';
import { measureColdClients } from './sync/cold-client.ts';
import { type FanOutResult, fanOutUpdates, measureFanOut } from './sync/fan-out.ts';
import { measureReconnect } from './sync/reconnect.ts';

const usualRounds = 15;

export async function bench(): Promise<BenchReport> {
  installPeers();
  process.setMaxListeners(0);
  const rounds = readRounds(usualRounds);
  const fanOut = await measureFanOut(rounds);
  const cold = await measureColdClients(rounds);
  const together = await measureReconnect(rounds, 'together');
  const apart = await measureReconnect(rounds, 'apart');

  const of = (name: string, synchronous: 'normal' | 'full'): FanOutResult => {
    const found = fanOut.find((it) => it.name === name && it.synchronous === synchronous);
    if (!found) throw new Error(`${name} was not measured.`);
    return found;
  };
  const ours = of('baton', 'normal');
  const full = of('baton', 'full');
  const hocuspocus = of('hocuspocus', 'normal');
  const yWebsocket = of('y-websocket', 'normal');
  const coldOf = (name: string) => cold.find((it) => it.name === name)?.took ?? Number.NaN;
  const bestPeer = Math.min(coldOf('hocuspocus'), coldOf('y-websocket'));

  return {
    results: {
      fanout_vs_hocuspocus: round(ours.rate / hocuspocus.rate, 2),
      fanout_full_vs_hocuspocus: round(full.rate / hocuspocus.rate, 2),
      fanout_per_s: Math.round(ours.rate),
      fanout_full_per_s: Math.round(full.rate),
      memory_vs_hocuspocus: round(hocuspocus.resident / ours.resident, 2),
      memory_full_vs_hocuspocus: round(hocuspocus.resident / full.resident, 2),
      cold_vs_best_peer: round(coldOf('baton') / bestPeer, 2),
      cold_ms: round(coldOf('baton'), 1),
      reconnect_s: round(together.took, 2),
      reconnect_apart_s: round(apart.took, 2),
      lost_frames: together.lost + apart.lost,
    },
    table: [
      row('updates/s to 20 readers, synchronous=NORMAL', ours.rate, 0, {
        hocuspocus: hocuspocus.rate,
        yWebsocket: yWebsocket.rate,
      }),
      row('the same, synchronous=FULL', full.rate, 0),
      row(`MiB after ${fanOutUpdates} updates, NORMAL`, ours.resident, 1, {
        hocuspocus: hocuspocus.resident,
        yWebsocket: yWebsocket.resident,
      }),
      row('the same, FULL', full.resident, 1),
      row('cold client, ms', coldOf('baton'), 1, {
        hocuspocus: coldOf('hocuspocus'),
        yWebsocket: coldOf('y-websocket'),
      }),
      row(`back after a kill, ${together.sockets} sockets with 100 rooms each, s`, together.took, 2),
      row(`back after a kill, ${apart.sockets} sockets, s`, apart.took, 2),
      row('written and lost', together.lost + apart.lost, 0),
    ],
  };
}

function row(
  what: string,
  ours: number,
  digits: number,
  peers?: { readonly hocuspocus: number; readonly yWebsocket: number },
) {
  return {
    what,
    Baton: round(ours, digits),
    Hocuspocus: peers ? round(peers.hocuspocus, digits) : '',
    'y-websocket': peers ? round(peers.yWebsocket, digits) : '',
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
