/** What goes wrong: the network, the relay and its disk, tabs, disks and clocks of devices, a member gone mad. */
import { decodeCapability } from '../../src/sync/capability-text.ts';
import { deriveRunRoom, deriveSpaceRoom } from '../../src/sync/capability.ts';
import { coverageOfDocument, emptyCoverage } from '../../src/sync/coverage.ts';
import { defaultEnvironment, type RawSocket } from '../../src/sync/environment.ts';
import { makeRelaySocket } from '../../src/sync/relay-socket.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { readRunIndex } from '../../src/store/space-document.ts';
import { pushSnapshotByHand } from '../support/hand-made-snapshot.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { type Device, relayOrigin } from './device-host.ts';
import { pick } from './member-actions.ts';
import type { WriteFault } from './relay-host.ts';
import { isWriter, placedDevices } from './stored-role.ts';
import { storedDocument, storedSpaces } from './stored-space.ts';
import { after, now, type Owner, runAs } from './virtual-time.ts';
import type { World } from './world.ts';

const year = 365 * 24 * 60 * 60_000;

function membersOf(world: World): readonly Device[] {
  return placedDevices(world).flatMap(({ device, role }) => (isWriter(role) ? device : []));
}

/** Devices whose disk may be lost: somebody else has the household, and is not about to be removed. */
function spareDevices(world: World): readonly Device[] {
  const { targets } = world.roster;
  const staying = membersOf(world).filter((device) => !targets.has(device));
  const placed = placedDevices(world).map(({ device }) => device);
  return placed.filter((device) => staying.some((other) => other !== device));
}

export function network(world: World, random: SeededRandom): void {
  const device = pick(random, world.devices);
  if (device === null) return;
  const { machine, name } = device;
  const choice = random.below(6);
  if (machine.weather !== 'fine') {
    world.trace.note(`${name} is reachable again`);
    world.network.clearUp(machine);
  } else if (choice < 2) {
    world.trace.note(`${name} goes silent`);
    machine.weather = 'silent';
  } else if (choice < 3) {
    world.trace.note(`${name} is cut off`);
    machine.weather = 'refused';
    world.network.cut(machine);
  } else if (choice < 5) {
    world.trace.note(`${name}'s connection breaks`);
    world.network.cut(machine);
  } else {
    world.trace.note(`${name}'s connection breaks unnoticed`);
    world.network.cut(machine, 'unnoticed');
  }
}

const writeFaults: readonly WriteFault[] = ['dieBefore', 'dieAfter', 'dieAfter', 'fail', 'full'];

export function relay(world: World, random: SeededRandom): void {
  if (!world.relay.isUp()) return world.relay.start();
  const fault = pick(random, writeFaults);
  if (random.below(3) === 0 || fault === null) return world.relay.kill();
  world.trace.note(`the next write of the relay: ${fault}`);
  world.relay.plan(fault);
}

export function relayDisk(world: World, random: SeededRandom): void {
  world.relay.putBack(random.below(3) === 0 ? 0 : random.next());
  if (random.below(2) === 0) world.relay.start();
}

export function tabs(world: World, random: SeededRandom): void {
  const device = pick(random, world.devices);
  if (device === null) return;
  const tab = pick(random, device.tabs);
  const choice = random.below(6);
  if (tab === null || (choice < 2 && device.tabs.length < 2)) world.begin(device.openTab());
  else if (choice < 4) device.kill(tab);
  else if (choice < 5) world.begin(device.close(tab));
  else {
    world.trace.note(`${tab.name} is looked at`);
    world.begin(device.look(tab));
  }
}

/** In the middle of what it does next. */
export function killSoon(world: World, random: SeededRandom): void {
  const device = pick(random, world.devices);
  const tab = device === null ? null : pick(random, device.tabs);
  if (device !== null && tab !== null) after(random.next() * 30, () => device.kill(tab));
}

export function deviceDisk(world: World, random: SeededRandom): void {
  const device = pick(random, world.devices);
  if (device === null) return;
  const { name, disk } = device;
  const kept = world.copies.get(device);
  const choice = random.below(8);
  const isSpare = spareDevices(world).includes(device);
  if (disk.isFull) {
    world.trace.note(`${name} has room again`);
    disk.isFull = false;
  } else if (choice < 3) {
    world.trace.note(`${name} is full`);
    disk.isFull = true;
  } else if (choice < 5 || (kept === undefined && choice < 6)) {
    device.killAll();
    world.trace.note(`${name}'s disk is copied`);
    world.copies.set(device, { copy: disk.copy(), mark: world.ledger.mark() });
    world.begin(device.openTab());
  } else if (kept !== undefined && choice < 7 && isSpare) {
    device.killAll();
    world.trace.note(`${name}'s disk goes back`);
    disk.putBack(kept.copy);
    world.ledger.rolledBack(device, kept.mark);
    world.begin(device.openTab());
  } else if (isSpare) {
    device.killAll();
    const lost = random.below(2) === 0 ? disk.lose() : disk.lose(pick(random, disk.names()) ?? '');
    world.trace.note(`${name} loses ${lost.length === 1 ? 'a database' : 'its disk'}`);
    world.ledger.rolledBack(device, 0);
    world.copies.delete(device);
    world.begin(device.openTab());
  }
}

export function clock(world: World, random: SeededRandom): void {
  const device = pick(random, world.devices);
  if (device === null) return;
  device.skewMs = random.below(3) === 0 ? 0 : Math.floor((random.next() * 2 - 1) * year);
  world.trace.note(`${device.name}'s clock is off by ${Math.round(device.skewMs / 60_000)} min`);
}

/** A member makes a snapshot that holds nothing, and says that it holds nothing, or everything. */
export async function poison(world: World, random: SeededRandom): Promise<void> {
  const device = pick(random, membersOf(world));
  const record = device === null ? undefined : storedSpaces(device.disk, device.name)[0];
  const capability = record === undefined ? null : decodeCapability(record.capability);
  if (device === null || record === undefined || capability?.ok !== true) return;
  if (capability.value.role === 'viewer') return;
  const space = storedDocument(device.disk, device.name, `space/${record.id}`);
  const run = space === null ? null : pick(random, readRunIndex(space.doc));
  const isRun = run !== null && random.below(2) === 0;
  const keys = isRun
    ? deriveRunRoom(capability.value, run.run, run.generation)
    : deriveSpaceRoom(capability.value);
  const held = isRun ? storedDocument(device.disk, device.name, `run/${record.id}/${run.run}`) : space;
  const claimed = held === null || random.below(2) === 0 ? emptyCoverage() : coverageOfDocument(held.doc);
  const owner: Owner = { name: 'hostile', dead: false, diskMs: 0 };
  const Socket = world.network.socketsOf({ weather: 'fine', latencyMs: 10 }, owner);
  const answer = runAs(owner, () => {
    const environment = defaultEnvironment({
      makeSocket: (url) => new Socket(url) as unknown as RawSocket,
      randomBytes: random.bytes,
      now,
    });
    const socket = makeRelaySocket({ url: 'wss://relay.test/relay', origin: relayOrigin, environment });
    const peer = { relay: socket, environment } as Parameters<typeof pushSnapshotByHand>[0];
    const content = { coverage: claimed, update: Uint8Array.of(0, 0) };
    const writer = keys as RoomKeys & { readonly writeKey: SigningKey };
    return pushSnapshotByHand(peer, writer, content);
  });
  world.trace.note(`an empty snapshot of ${isRun ? 'a run' : 'the space'} is on its way`);
  after(20_000, () => {
    owner.dead = true;
    world.network.abandon(owner);
  });
  const outcome = await answer;
  world.trace.note(`the empty snapshot was ${outcome}`);
  world.isPoisoned = true;
}
