/**
 * The machine that the relay runs on: the relay's own code above its raw socket, over a frame log that can fail,
 * and be killed, at any write, be put back to an older state, or be lost.
 *
 * Every write that reached the disk is kept in a journal, so that an old copy is a beginning of it, whatever
 * kind of frame log is below.
 */
import { makeConnection } from '../../sync-server/connection.ts';
import type { FrameLog } from '../../sync-server/frame-log.ts';
import { DEFAULT_LIMITS } from '../../sync-server/limits.ts';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { makeRelay, type Relay } from '../../sync-server/relay.ts';
import { openSqliteFrameLog } from '../../sync-server/sqlite-frame-log.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { RelayEnd, ServedSocket } from './simulated-network.ts';
import { now, type Owner, runAs } from './virtual-time.ts';

/** What happens at the next write: the process dies before or after it, or the disk refuses it. */
export type WriteFault = 'dieBefore' | 'dieAfter' | 'fail' | 'full';

export interface RelayHost {
  readonly isUp: () => boolean;
  accept(end: RelayEnd): ServedSocket | null;
  start(): void;
  /** The process is gone with all that it had not written. */
  kill(): void;
  /** The process stops, an older state of its disk is put back. 0: nothing at all, 1: as it is. */
  putBack(share: number): void;
  /** Happens at the next write, once; `null`: nothing will. */
  plan(fault: WriteFault | null): void;
  /** Rises whenever something that was stored may be gone. */
  readonly epoch: () => number;
  readonly writes: () => number;
}

/** Small enough that pages, slow readers and the turn from one to the other all happen. */
const limits = {
  ...DEFAULT_LIMITS,
  pageBytes: 4 * 1024,
  pageFrames: 12,
  bufferedBytes: 24 * 1024,
  bufferedBytesEnd: 512 * 1024,
  bufferedBytesAll: 64 * 1024,
};
const turnMs = 1;

export function makeRelayHost(options: {
  readonly random: SeededRandom;
  readonly usesSqlite: boolean;
  readonly origin: string;
  /** The process ended at a write: its connections break. */
  readonly onDeath: () => void;
  readonly note: (text: string) => void;
}): RelayHost {
  const { random, onDeath, note } = options;
  const makeLog = (): FrameLog =>
    options.usesSqlite ? openSqliteFrameLog(':memory:') : makeMemoryFrameLog();
  let journal: ((log: FrameLog) => void)[] = [];
  let log = makeLog();
  let fault: WriteFault | null = null;
  let epoch = 0;
  let process: Owner = { name: 'relay', dead: true, diskMs: 0 };
  let relay: Relay | null = null;
  let budget = { left: limits.assemblyBytes };
  let backlog = { bytes: 0 };

  function kill(): void {
    if (process.dead) return;
    process.dead = true;
    relay = null;
    note('relay dies');
    onDeath();
  }

  function write<Value>(apply: (log: FrameLog) => Value): Value {
    const planned = fault;
    fault = null;
    if (process.dead) throw new Error('a dead process writes nothing');
    if (planned === 'dieBefore') {
      kill();
      throw new Error('killed before a write');
    }
    if (planned === 'fail') throw new Error('the disk does not answer');
    if (planned === 'full') throw Object.assign(new Error('the disk is full'), { errcode: 13 });
    const value = apply(log);
    journal.push(apply);
    if (planned !== 'dieAfter') return value;
    kill();
    throw new Error('killed after a write');
  }

  const storage: FrameLog = {
    readRoom: (room) => log.readRoom(room),
    readFrames: (room, after, maxBytes, maxFrames) => log.readFrames(room, after, maxBytes, maxFrames),
    readChain: (room, seq) => log.readChain(room, seq),
    readSnapshot: (room) => log.readSnapshot(room),
    readSnapshotHeader: (room) => log.readSnapshotHeader(room),
    storedBytes: () => log.storedBytes(),
    append: (appends) => {
      // What is kept for later must not change under it.
      const kept = appends.map(({ roomId, frames }) => ({
        roomId: roomId.slice(),
        frames: frames.map((frame) => ({ ...frame, bytes: frame.bytes.slice() })),
      }));
      write((to) => to.append(kept));
    },
    keepSnapshot: (room, snapshot, at, keptMs) => {
      const id = room.slice();
      write((to) => to.keepSnapshot(id, snapshot, at, keptMs));
    },
    dropOld: (room, at, keptMs) => {
      const id = room.slice();
      return write((to) => to.dropOld(id, at, keptMs));
    },
    closeRoom: (room, tombstone) => {
      const id = room.slice();
      return write((to) => to.closeRoom(id, tombstone));
    },
    dispose: () => undefined,
  };

  return {
    isUp: () => !process.dead,
    start() {
      if (!process.dead) return;
      const started: Owner = { name: 'relay', dead: false, diskMs: 0 };
      process = started;
      budget = { left: limits.assemblyBytes };
      backlog = { bytes: 0 };
      relay = makeRelay({
        frameLog: storage,
        limits,
        now,
        freeBytes: () => Number.POSITIVE_INFINITY,
        atTurnEnd: (flush) => runAs(started, () => setTimeout(flush, turnMs)),
        report: (event, error) => note(`relay: ${event}: ${String(error)}`),
      });
      note('relay starts');
    },
    accept(end) {
      const served = process;
      if (relay === null || served.dead) return null;
      const alive = (): boolean => !served.dead;
      const dependencies = {
        relay,
        limits,
        budget,
        backlog,
        now,
        origin: options.origin,
        nonce: random.bytes(32),
        report: (event: string, error: unknown) => note(`relay: ${event}: ${String(error)}`),
      };
      const socket: RelayEnd = {
        send: (bytes) => {
          if (alive()) end.send(bytes);
        },
        bufferedBytes: () => end.bufferedBytes(),
        end: (code) => {
          if (alive()) end.end(code);
        },
      };
      return runAs(served, () => {
        const connection = makeConnection(socket, dependencies);
        setTimeout(() => connection.joinTimePassed(), limits.joinWithinMs);
        return {
          receive: (bytes) => {
            if (alive()) runAs(served, () => connection.receive(bytes));
          },
          drained: () => {
            if (alive()) runAs(served, () => connection.drained());
          },
          ended: () => {
            if (alive()) runAs(served, () => connection.ended());
          },
        };
      });
    },
    kill,
    putBack(share) {
      kill();
      const kept = Math.floor(journal.length * share);
      if (kept === journal.length) return;
      note(`relay's disk goes back to ${kept} of ${journal.length} writes`);
      journal = journal.slice(0, kept);
      log.dispose();
      log = makeLog();
      for (const apply of journal) apply(log);
      epoch += 1;
    },
    plan: (planned) => {
      fault = planned;
    },
    epoch: () => epoch,
    writes: () => journal.length,
  };
}
