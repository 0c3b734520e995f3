/**
 * Sockets between programs and the relay. On one connection everything arrives in order or not at all; what
 * was under way when a connection was cut is lost, on each side from some point on, so that the relay may have
 * stored what the sender never hears of.
 */
import { after, now, type Owner, runAs } from './virtual-time.ts';
import type { SeededRandom } from '../support/seeded-random.ts';

/** What the network does to one machine's connections. `silent`: nothing arrives and nobody is told. */
export type Weather = 'fine' | 'silent' | 'refused';

export interface Machine {
  weather: Weather;
  /** One way, ms. */
  readonly latencyMs: number;
}

/** The relay's end of a connection. */
export interface ServedSocket {
  receive(bytes: Uint8Array): void;
  drained(): void;
  ended(): void;
}

export interface RelayEnd {
  send(bytes: Uint8Array): void;
  bufferedBytes(): number;
  end(code: number): void;
}

/** Whoever answers at the relay's address; null while nobody does. */
export type Accept = (end: RelayEnd) => ServedSocket | null;

export interface SimulatedNetwork {
  /** A WebSocket class for programs of this owner on this machine. */
  socketsOf(machine: Machine, owner: Owner): typeof WebSocket;
  /** Cuts the machine's connections, or everybody's. `unnoticed`: the program finds out when it next sends. */
  cut(machine: Machine | null, how?: 'noticed' | 'unnoticed'): void;
  /** `silent` ends: what waited arrives, late. */
  clearUp(machine: Machine): void;
  /** A killed program's connections break. */
  abandon(owner: Owner): void;
}

type Parcel = { readonly bytes: Uint8Array } | { readonly close: number };

interface Way {
  readonly parcels: Parcel[];
  lastAt: number;
  waiting: number;
}

class Connection {
  readonly up: Way = { parcels: [], lastAt: 0, waiting: 0 };
  readonly down: Way = { parcels: [], lastAt: 0, waiting: 0 };
  served: ServedSocket | null = null;
  isCut = false;
  /** The relay's end is gone and the program does not know. */
  isHalf = false;
  readonly machine: Machine;
  readonly owner: Owner;
  readonly client: SimulatedSocket;
  readonly network: Network;

  constructor(network: Network, machine: Machine, owner: Owner, client: SimulatedSocket) {
    this.network = network;
    this.machine = machine;
    this.owner = owner;
    this.client = client;
  }

  post(way: Way, parcel: Parcel): void {
    if (this.isCut) return;
    if (this.isHalf) return after(this.machine.latencyMs, () => this.breakOff(1006));
    way.parcels.push(parcel);
    if ('bytes' in parcel) way.waiting += parcel.bytes.length;
    const wait = this.machine.latencyMs * (0.5 + this.network.random.next());
    way.lastAt = Math.max(way.lastAt, now() + wait);
    after(way.lastAt - now(), () => this.arrive(way));
  }

  /** In order: a parcel that waited for the weather goes before those behind it. */
  arrive(way: Way): void {
    if (this.isCut || this.isHalf || this.machine.weather === 'silent') return;
    const parcel = way.parcels.shift();
    if (parcel === undefined) return;
    if ('close' in parcel) {
      if (way === this.up) this.breakOff(null);
      else this.breakOff(parcel.close);
      return;
    }
    way.waiting -= parcel.bytes.length;
    this.network.told(way === this.up ? 'up' : 'down', this.owner.name, parcel.bytes);
    if (way === this.up) this.served?.receive(parcel.bytes);
    else {
      this.client.arrived(parcel.bytes);
      if (!this.isCut) this.served?.drained();
    }
  }

  /** What waited in silence goes on. */
  resume(): void {
    for (const way of [this.up, this.down]) {
      const held = way.parcels.length;
      for (let index = 0; index < held; index += 1) after(1 + index, () => this.arrive(way));
    }
  }

  /** The connection is over for both. `code`: what the program is told; null: it knows or is no more. */
  breakOff(code: number | null): void {
    if (this.isCut) return;
    this.isCut = true;
    this.network.connections.delete(this);
    if (!this.isHalf) this.served?.ended();
    if (code !== null) after(1, () => this.client.ended(code));
  }
}

class SimulatedSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  binaryType = 'blob';
  readyState = 0;
  onopen: ((event: object) => void) | null = null;
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { readonly code: number }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  private readonly connection: Connection;

  constructor(network: Network, machine: Machine, owner: Owner) {
    this.connection = new Connection(network, machine, owner, this);
    after(machine.latencyMs * (1 + network.random.next()), () => this.connect());
  }

  private connect(): void {
    const { connection } = this;
    const { network, machine, owner } = connection;
    if (owner.dead || this.readyState !== 0 || machine.weather === 'silent') return;
    const served =
      machine.weather === 'refused'
        ? null
        : network.accept({
            send: (bytes) => connection.post(connection.down, { bytes: bytes.slice() }),
            bufferedBytes: () => connection.down.waiting,
            end: (code) => connection.post(connection.down, { close: code }),
          });
    if (served === null) return this.ended(1006);
    connection.served = served;
    network.connections.add(connection);
    this.readyState = 1;
    if (!owner.dead) runAs(owner, () => this.onopen?.({}));
  }

  arrived(bytes: Uint8Array): void {
    const { owner } = this.connection;
    const data = bytes.slice().buffer;
    if (!owner.dead && this.readyState === 1) runAs(owner, () => this.onmessage?.({ data }));
  }

  ended(code: number): void {
    const { owner } = this.connection;
    if (this.readyState === 3) return;
    this.readyState = 3;
    if (owner.dead) return;
    runAs(owner, () => {
      this.onerror?.({});
      this.onclose?.({ code });
    });
  }

  send(data: Uint8Array | ArrayBuffer): void {
    const bytes = new Uint8Array(data instanceof Uint8Array ? data.slice() : data.slice(0));
    const { connection } = this;
    if (this.readyState === 1 && !connection.owner.dead) connection.post(connection.up, { bytes });
  }

  close(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.connection.post(this.connection.up, { close: 1000 });
  }
}

class Network implements SimulatedNetwork {
  readonly connections = new Set<Connection>();
  readonly random: SeededRandom;
  readonly accept: Accept;
  readonly told: (way: 'up' | 'down', who: string, bytes: Uint8Array) => void;

  constructor(random: SeededRandom, accept: Accept, told: Network['told']) {
    this.random = random;
    this.accept = accept;
    this.told = told;
  }

  socketsOf(machine: Machine, owner: Owner): typeof WebSocket {
    return socketClass(this, machine, owner);
  }

  cut(machine: Machine | null, how: 'noticed' | 'unnoticed' = 'noticed'): void {
    // A copy: those that are cut leave the set.
    const present = [...this.connections];
    for (const connection of present) {
      if (machine !== null && connection.machine !== machine) continue;
      // Some of what was under way gets there.
      let arriving = this.random.below(connection.up.parcels.length + 1);
      for (; arriving > 0; arriving -= 1) connection.arrive(connection.up);
      if (how === 'noticed' || connection.isHalf) connection.breakOff(1006);
      else {
        connection.isHalf = true;
        connection.served?.ended();
      }
    }
  }

  clearUp(machine: Machine): void {
    machine.weather = 'fine';
    for (const connection of this.connections) if (connection.machine === machine) connection.resume();
  }

  abandon(owner: Owner): void {
    const present = [...this.connections];
    for (const connection of present) {
      if (connection.owner === owner) connection.breakOff(null);
    }
  }
}

function socketClass(network: Network, machine: Machine, owner: Owner): typeof WebSocket {
  return class extends SimulatedSocket {
    constructor() {
      super(network, machine, owner);
    }
  } as unknown as typeof WebSocket;
}

/** `told` hears of every message that arrives. */
export function makeNetwork(
  random: SeededRandom,
  accept: Accept,
  told: (way: 'up' | 'down', who: string, bytes: Uint8Array) => void,
): SimulatedNetwork {
  return new Network(random, accept, told);
}
