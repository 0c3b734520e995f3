/**
 * A simulated household: devices with logs, clocks and connections of their own, and the relay between them.
 *
 * Invariants: a device knows what it wrote and what reached it, nothing else; whatever is written is somebody's
 * command, decided by the engine on the device where it was given; time is the world's, devices are told it by
 * clocks that may be wrong.
 */
import * as Y from 'yjs';
import { createRunFold, type RunFold } from '../../src/engine/fold-run.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import { isUndoOpen } from '../../src/engine/undo-state.ts';
import type { LogEvent } from '../../src/model/event.ts';
import type { DeviceId, PersonId, RunId } from '../../src/model/ids.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import type { Random } from '../support/random.ts';
import type { Agenda } from './agenda.ts';
import type { Cast, Member } from './draw-cast.ts';
import type { OutcomeRecord } from './outcome.ts';

export interface SimulatedDevice {
  readonly id: DeviceId;
  readonly person: PersonId;
  /** What its clock says more than the right time, ms. */
  readonly skew: number;
  readonly fold: RunFold;
  readonly log: LogEvent[];
  readonly space: Y.Doc;
  online: boolean;
  /** Not on the relay yet. */
  unsent: LogEvent[];
  /** How much of the relay's log has come here. */
  pulled: number;
  /** The relay's space as it was last taken in. */
  spaceSeen: number;
  spaceChanged: boolean;
  /** The space that it last compared with what the run knows of people. */
  contextOf: number;
  commands: number;
  /** When it looks at the clock again; what was meant for another time is over. */
  wakeAt: number;
  /** Alerts that it has told [X2]. */
  readonly told: Set<string>;
}

export interface Relay {
  readonly log: { readonly event: LogEvent; readonly from: SimulatedDevice }[];
  readonly space: Y.Doc;
  /** Rises with every change of the space. */
  spaceVersion: number;
  /** Somebody who is always there, has the right time and does nothing. */
  readonly witness: RunFold;
}

export interface World {
  readonly random: Random;
  readonly run: RunId;
  readonly definition: WorkflowDefinition;
  readonly cast: Cast;
  readonly agenda: Agenda;
  readonly devices: readonly SimulatedDevice[];
  readonly relay: Relay;
  readonly record: OutcomeRecord;
  /** When somebody outside answers, by the wait that was begun for it; Infinity: never. */
  readonly replies: Map<string, number>;
  /** When each person looks next, so that nobody has two looks planned for one reason. */
  readonly looksAt: Map<PersonId, number>;
  /** Something was written or arrived. */
  readonly onChange: (device: SimulatedDevice | null) => void;
  /** Somebody is asked, outside of Baton. */
  readonly call: (person: PersonId) => void;
  witnessWakeAt: number;
  /** Right time, milliseconds since 1970. */
  now: number;
}

export function makeDevice(
  id: DeviceId,
  person: PersonId,
  skew: number,
  run: RunId,
  space: Y.Doc,
): SimulatedDevice {
  return {
    id,
    person,
    skew,
    fold: createRunFold(run),
    log: [],
    space,
    online: true,
    unsent: [],
    pulled: 0,
    spaceSeen: 0,
    spaceChanged: false,
    contextOf: 0,
    commands: 0,
    wakeAt: Infinity,
    told: new Set(),
  };
}

export const clockOf = (world: World, device: SimulatedDevice): number => world.now + device.skew;

export function memberOf({ cast }: World, person: PersonId): Member {
  const found = cast.members.find((member) => member.person.id === person);
  if (found === undefined) throw new Error(`nobody is called ${person}`);
  return found;
}

export function devicesOf({ devices }: World, person: PersonId): readonly SimulatedDevice[] {
  return devices.filter((device) => device.person === person);
}

export function write(world: World, device: SimulatedDevice, events: readonly LogEvent[]): void {
  for (const { id } of events) world.record.writtenAt.set(id, world.now);
  device.log.push(...events);
  device.fold.add(events);
  device.unsent.push(...events);
  if (device.online) exchange(world, device);
  world.onChange(device);
}

export function noteSpaceChange(world: World, device: SimulatedDevice): void {
  device.spaceChanged = true;
  if (device.online) exchange(world, device);
}

export function goOnline(world: World, device: SimulatedDevice): void {
  device.online = true;
  exchange(world, device);
}

/** Brings what the device has to everybody who is there, and to it what they brought. */
function exchange(world: World, device: SimulatedDevice): void {
  const { relay } = world;
  if (device.unsent.length > 0) {
    relay.witness.add(device.unsent);
    for (const event of device.unsent) relay.log.push({ event, from: device });
    device.unsent = [];
    world.onChange(null);
  }
  if (device.spaceChanged) {
    Y.applyUpdate(relay.space, Y.encodeStateAsUpdate(device.space, Y.encodeStateVector(relay.space)));
    relay.spaceVersion += 1;
    device.spaceChanged = false;
  }
  for (const each of world.devices) if (each.online) pull(world, each);
}

function pull(world: World, device: SimulatedDevice): void {
  const { relay } = world;
  if (device.spaceSeen < relay.spaceVersion) {
    Y.applyUpdate(device.space, Y.encodeStateAsUpdate(relay.space, Y.encodeStateVector(device.space)));
    device.spaceSeen = relay.spaceVersion;
    world.onChange(device);
  }
  const news = relay.log.slice(device.pulled).filter(({ from }) => from !== device);
  device.pulled = relay.log.length;
  if (news.length === 0) return;
  const events = news.map(({ event }) => event);
  device.log.push(...events);
  device.fold.add(events);
  world.onChange(device);
}

/** Nothing is left to be done, as far as the state knows. */
export function isOver({ status, occurrences }: RunState): boolean {
  if (status === 'finished') return true;
  if (status !== 'cancelled') return false;
  for (const { undo } of occurrences.values()) if (isUndoOpen(undo)) return false;
  return true;
}
