/**
 * Who saw what: the causal graph of one run's log.
 *
 * Each event gets a lane, a place in it and a version vector [E8]; "a saw b" is one look-up. A lane is
 * a chain: an event continues a lane of its device only if it saw that lane's last event, so a second
 * tab or a restored backup opens a lane of its own. The one total order is (Lamport, id) [E5].
 *
 * Invariants: no answer depends on the order of arrival or on a clock. Parents that have not arrived
 * count as unknown; when one arrives the graph is built again, because what its children saw grows.
 */
import type { LogEvent } from '../model/event.ts';
import type { DeviceId, EventId } from '../model/ids.ts';
import { placeAfterParents } from './parent-order.ts';

interface Node {
  readonly event: LogEvent;
  readonly lamport: number;
  readonly lane: number;
  /** Place in the lane, from 1. */
  readonly place: number;
  /** By lane: how many of its events this event saw, itself included. */
  readonly vector: readonly number[];
}

export interface Causality {
  /** True when `later` has `earlier` in its past. False for an event and itself. */
  readonly saw: (later: EventId, earlier: EventId) => boolean;
  /** The total order: negative when `a` comes first. Extends `saw`. */
  readonly compare: (a: LogEvent, b: LogEvent) => number;
  /** Events that nobody saw yet, lowest id first. */
  readonly heads: () => readonly EventId[];
  readonly laneCount: () => number;
  /** True when one of them is a parent that events already here were waiting for. */
  readonly awaits: (events: readonly LogEvent[]) => boolean;
  readonly add: (events: readonly LogEvent[]) => void;
}

export function createCausality(): Causality {
  const nodeById = new Map<EventId, Node>();
  const lanesByDevice = new Map<DeviceId, number[]>();
  const lastOfLane: Node[] = [];
  const heads = new Set<EventId>();
  const missing = new Set<EventId>();

  function add(events: readonly LogEvent[]): void {
    for (const { event, cut } of placeAfterParents(events)) insert(event, cut);
  }

  function insert(event: LogEvent, cut: boolean): void {
    const parents: Node[] = [];
    for (const id of event.parents) {
      const parent = nodeById.get(id);
      if (parent !== undefined) parents.push(parent);
      else if (!cut) missing.add(id);
    }
    const vector = joinVectors(parents);
    const lane = chooseLane(event.device, vector);
    const place = (lastOfLane[lane]?.place ?? 0) + 1;
    vector[lane] = place;
    const lamport = parents.reduce((highest, parent) => Math.max(highest, parent.lamport), 0) + 1;
    const node: Node = { event, lamport, lane, place, vector };
    lastOfLane[lane] = node;
    nodeById.set(event.id, node);
    for (const parent of parents) heads.delete(parent.event.id);
    heads.add(event.id);
  }

  function chooseLane(device: DeviceId, vector: readonly number[]): number {
    const lanes = lanesByDevice.get(device) ?? [];
    if (lanes.length === 0) lanesByDevice.set(device, lanes);
    const seen = lanes.find((lane) => (vector[lane] ?? 0) >= (lastOfLane[lane]?.place ?? 0));
    if (seen !== undefined) return seen;
    const opened = lastOfLane.length;
    lanes.push(opened);
    return opened;
  }

  function saw(later: EventId, earlier: EventId): boolean {
    const [a, b] = [nodeById.get(later), nodeById.get(earlier)];
    return a !== undefined && b !== undefined && a !== b && (a.vector[b.lane] ?? 0) >= b.place;
  }

  function compare(a: LogEvent, b: LogEvent): number {
    const byLamport = (nodeById.get(a.id)?.lamport ?? 0) - (nodeById.get(b.id)?.lamport ?? 0);
    return byLamport !== 0 ? byLamport : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  }

  return {
    saw,
    compare,
    heads: () => [...heads].sort(),
    laneCount: () => lastOfLane.length,
    awaits: (events) => events.some((event) => missing.has(event.id)),
    add,
  };
}

function joinVectors(parents: readonly Node[]): number[] {
  const vector = [...(parents[0]?.vector ?? [])];
  for (const parent of parents.slice(1)) {
    parent.vector.forEach((seen, lane) => {
      if (seen > (vector[lane] ?? 0)) vector[lane] = seen;
    });
  }
  return vector;
}
