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
  /**
   * By lane: how many of its events this event saw. The entry of its own lane may lag behind, `place`
   * tells there; so that the events of a lane that heard of nobody else share one vector.
   */
  readonly vector: readonly number[];
}

export interface Causality {
  /** True when `later` has `earlier` in its past. False for an event and itself. */
  readonly saw: (later: EventId, earlier: EventId) => boolean;
  /** The total order: negative when `a` comes first. Extends `saw`. */
  readonly compare: (a: Pick<LogEvent, 'id'>, b: Pick<LogEvent, 'id'>) => number;
  /** Events that nobody saw yet, lowest id first. */
  readonly heads: () => readonly EventId[];
  readonly laneCount: () => number;
  /** True when one of them is a parent that events already here were waiting for. */
  readonly awaits: (events: readonly LogEvent[]) => boolean;
  readonly add: (events: readonly LogEvent[]) => void;
  /** Of everything that was added; what was not is undefined. */
  readonly find: (id: EventId) => LogEvent | undefined;
}

export function createCausality(): Causality {
  const nodeById = new Map<EventId, Node>();
  const lanesByDevice = new Map<DeviceId, number[]>();
  const lastOfLane: Node[] = [];
  /** The first and the last that were added: what nearly every question is about. */
  let oldest: Node | undefined;
  let newest: Node | undefined;
  /** The first head that there was when there was no other; the rest are in `heads`. */
  let tip: EventId | null = null;
  const heads = new Set<EventId>();
  const missing = new Set<EventId>();

  function add(events: readonly LogEvent[]): void {
    let placed = 0;
    // Nearly always they come after their parents; from the first that does not they are sorted.
    while (placed < events.length && comesAfterParents(events[placed] as LogEvent))
      insert(events[placed++] as LogEvent, false);
    if (placed === events.length) return;
    for (const { event, cut } of placeAfterParents(events.slice(placed))) insert(event, cut);
  }

  /** False as well when a parent is missing. */
  function comesAfterParents({ parents }: LogEvent): boolean {
    for (const parent of parents) if (nodeOf(parent) === undefined) return false;
    return true;
  }

  function insert(event: LogEvent, cut: boolean): void {
    const before = event.parents.length === 1 ? nodeOf(event.parents[0] as EventId) : undefined;
    if (before === undefined || !continuesLane(event, before)) {
      join(event, cut);
      return;
    }
    dropHead(before.event.id);
    const { lamport, lane, place, vector } = before;
    keep({ event, lamport: lamport + 1, lane, place: place + 1, vector });
  }

  function join(event: LogEvent, cut: boolean): void {
    const parents: Node[] = [];
    let lamport = 1;
    for (const id of event.parents) {
      const parent = nodeOf(id);
      if (parent === undefined) {
        if (!cut) missing.add(id);
        continue;
      }
      parents.push(parent);
      if (parent.lamport >= lamport) lamport = parent.lamport + 1;
      dropHead(id);
    }
    const vector = joinVectors(parents);
    const lane = chooseLane(event.device, vector);
    keep({ event, lamport, lane, place: (lastOfLane[lane]?.place ?? 0) + 1, vector });
  }

  function keep(node: Node): void {
    lastOfLane[node.lane] = node;
    nodeById.set(node.event.id, node);
    oldest ??= node;
    newest = node;
    if (tip === null && heads.size === 0) tip = node.event.id;
    else heads.add(node.event.id);
  }

  function dropHead(id: EventId): void {
    if (tip === id) tip = null;
    else if (heads.size > 0) heads.delete(id);
  }

  function continuesLane(event: LogEvent, parent: Node): boolean {
    return parent.event.device === event.device && lastOfLane[parent.lane] === parent;
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
    const a = nodeById.get(later);
    const b = nodeById.get(earlier);
    if (a === undefined || b === undefined) return false;
    return a.lane === b.lane ? a.place > b.place : (a.vector[b.lane] ?? 0) >= b.place;
  }

  function compare(a: Pick<LogEvent, 'id'>, b: Pick<LogEvent, 'id'>): number {
    const byLamport = lamportOf(a) - lamportOf(b);
    return byLamport !== 0 ? byLamport : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  }

  function nodeOf(id: EventId): Node | undefined {
    return newest?.event.id === id ? newest : nodeById.get(id);
  }

  function lamportOf(event: Pick<LogEvent, 'id'>): number {
    if (newest?.event === event) return newest.lamport;
    if (oldest?.event === event) return oldest.lamport;
    return nodeById.get(event.id)?.lamport ?? 0;
  }

  return {
    saw,
    compare,
    heads: () => {
      if (heads.size === 0) return tip === null ? [] : [tip];
      return (tip === null ? [...heads] : [tip, ...heads]).sort();
    },
    laneCount: () => lastOfLane.length,
    awaits: (events) => missing.size > 0 && events.some((event) => missing.has(event.id)),
    add,
    find: (id) => nodeById.get(id)?.event,
  };
}

function joinVectors(parents: readonly Node[]): number[] {
  // Holes would read as unseen just the same; filling them keeps the array a plain one.
  const vector: number[] = [];
  const raise = (lane: number, seen: number): void => {
    while (vector.length <= lane) vector.push(0);
    if (seen > (vector[lane] ?? 0)) vector[lane] = seen;
  };
  for (const parent of parents) {
    parent.vector.forEach((seen, lane) => {
      raise(lane, seen);
    });
    raise(parent.lane, parent.place);
  }
  return vector;
}
