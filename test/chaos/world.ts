/**
 * One simulated world: a relay, a network, some devices, and what they were promised. Everything in it follows
 * from its seed.
 */
import { inspect } from 'node:util';
import type { SyncTiming } from '../../src/sync/sync-timing.ts';
import { makeRandom, type SeededRandom } from '../support/seeded-random.ts';
import { Device, relayOrigin, type Surroundings } from './device-host.ts';
import { makeLedger, type Ledger } from './ledger.ts';
import { makeRoster, type Roster } from './roster.ts';
import { makeRelayHost, type RelayHost } from './relay-host.ts';
import { type DiskCopy, forgetDisks } from './simulated-disk.ts';
import { makeNetwork, type SimulatedNetwork } from './simulated-network.ts';
import { forgetTabs } from './simulated-tabs.ts';
import { makeTrace, type Trace } from './trace.ts';
import { beginWorld, now, runUntil } from './virtual-time.ts';

export interface World {
  readonly seed: number;
  readonly trace: Trace;
  readonly network: SimulatedNetwork;
  readonly relay: RelayHost;
  readonly ledger: Ledger;
  readonly devices: Device[];
  readonly surroundings: Surroundings;
  /** Copies of disks that may be put back, and how much was promised when they were made. */
  readonly copies: Map<Device, { readonly copy: DiskCopy; readonly mark: number }>;
  /** Texts of invites that somebody made and nobody has accepted, as far as the world knows. */
  readonly invites: string[];
  readonly violations: string[];
  readonly roster: Roster;
  /** A bad snapshot was kept: newcomers may not get what only the relay has. */
  isPoisoned: boolean;
  /** Rises whenever something that only the relay had may be gone. */
  epoch(): number;
  /** Names things that are made. */
  nextNumber(): number;
  addDevice(): Device;
  /** Lets time pass until this is done; gives up after so many ms. `null`: it was not done in that time. */
  settled<Value>(work: Promise<Value>, patienceMs: number): Promise<Value | null>;
  /** Starts something that goes on while the world does. */
  begin(work: Promise<unknown>): void;
}

export function sayError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error, { depth: 1 });
}

/** A stream of its own for one purpose, so that more of one thing does not change all others. */
export function randomFor(seed: number, purpose: number): SeededRandom {
  return makeRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b));
}

/** `isRelaySetBack`: its disk will be put back to older states. */
export function makeWorld(seed: number, isRelaySetBack: boolean): World {
  beginWorld(seed);
  forgetDisks();
  forgetTabs();
  const trace = makeTrace();
  const shape = randomFor(seed, 1);
  const timing: Partial<SyncTiming> = {
    batchMs: 100 + shape.below(150),
    snapshotFrames: [6, 15, 40, 500][shape.below(4)] ?? 500,
    snapshotMs: 500 + shape.below(5_000),
  };
  const relay = makeRelayHost({
    random: randomFor(seed, 2),
    usesSqlite: seed % 10 === 0,
    origin: relayOrigin,
    onDeath: () => network.cut(null, 'noticed'),
    note: (text) => trace.note(text),
  });
  const network: SimulatedNetwork = makeNetwork(
    randomFor(seed, 3),
    (end) => relay.accept(end),
    (way, who, bytes) => trace.count(`${who} ${way}`, bytes),
  );
  const ledger = makeLedger();
  const roster = makeRoster(isRelaySetBack);
  const epoch = (): number => relay.epoch() + roster.closings;
  const surroundings: Surroundings = {
    network,
    random: randomFor(seed, 4),
    timing,
    note: (text) => trace.note(text),
    acknowledged: (tab) => ledger.acknowledged(tab, epoch()),
  };
  const devices: Device[] = [];
  const violations: string[] = [];
  let number = 0;
  let made = 0;
  trace.note(`snapshots after ${timing.snapshotFrames} frames`);

  return {
    seed,
    trace,
    network,
    relay,
    ledger,
    devices,
    surroundings,
    copies: new Map(),
    invites: [],
    violations,
    roster,
    epoch,
    isPoisoned: false,
    nextNumber: () => {
      number += 1;
      return number;
    },
    addDevice: () => {
      made += 1;
      const device = new Device(`d${made}`, surroundings);
      devices.push(device);
      return device;
    },
    async settled<Value>(work: Promise<Value>, patienceMs: number) {
      let outcome: { readonly value: Value } | null = null;
      work.then(
        (value) => {
          outcome = { value };
        },
        (error: unknown) => {
          violations.push(`failed: ${sayError(error)}`);
        },
      );
      await runUntil(now() + patienceMs, () => outcome !== null);
      return (outcome as { readonly value: Value } | null)?.value ?? null;
    },
    begin: (work) => {
      work.catch((error: unknown) => {
        violations.push(`failed: ${sayError(error)}`);
      });
    },
  };
}
