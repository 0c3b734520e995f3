/**
 * What happens in a world, step by step. Each step draws from its own stream, so that leaving one out changes as
 * little as possible of the others; each seed has its own kinds of trouble, because all of them at once hide each other.
 */
import type { SeededRandom } from '../support/seeded-random.ts';
import * as faults from './fault-actions.ts';
import { forgeAsGuest } from './forged-entries.ts';
import {
  accept,
  doSomething,
  guestPlaces,
  invite,
  nameSomebody,
  ownerPlaces,
  pick,
  type Place,
  readyPlaces,
  startFlow,
} from './member-actions.ts';
import * as roster from './roster-actions.ts';
import { storedSpaces } from './stored-space.ts';
import { now, runUntil } from './virtual-time.ts';
import { randomFor, type World } from './world.ts';

type Action = (world: World, random: SeededRandom) => void;

const mostDevices = 5;
/** Where people come and go, so that those who are out take nobody's place. */
const mostDevicesInRoster = 8;
/** Of all worlds. */
const rosterShare = 0.3;
const troubles: readonly (readonly [name: string, weight: number, action: Action])[] = [
  ['network', 10, faults.network],
  ['relay', 7, faults.relay],
  ['relayDisk', 3, faults.relayDisk],
  ['tabs', 9, faults.tabs],
  ['killSoon', 6, faults.killSoon],
  ['deviceDisk', 6, faults.deviceDisk],
  ['clock', 3, faults.clock],
  ['poison', 4, (world, random) => world.begin(faults.poison(world, random))],
];

type Act = (world: World, place: Place, random: SeededRandom) => Promise<unknown>;

const as =
  (placesOf: (world: World) => readonly Place[], act: Act): Action =>
  (world, random) => {
    const place = pick(random, placesOf(world));
    if (place !== null) world.begin(act(world, place, random));
  };

const asMember = (act: Act): Action => as(readyPlaces, act);

const wishes: readonly (readonly [name: string, weight: number, action: Action])[] = [
  ['do', 46, asMember(doSomething)],
  ['start', 6, asMember(startFlow)],
  ['name', 8, asMember(nameSomebody)],
  ['invite', 5, asMember(invite)],
  ['join', 6, join],
];

/** Of worlds in which people come and go. */
const rosterWishes: typeof wishes = [
  ['remove', 6, as(ownerPlaces, roster.removeSomebody)],
  ['inviteOwn', 2, as(ownerPlaces, roster.inviteOwn)],
  ['inviteViewer', 4, asMember(roster.inviteViewer)],
  ['inviteGuest', 8, asMember(roster.inviteGuest)],
  ['guest', 16, as(guestPlaces, doSomething)],
  ['revokeGuest', 5, asMember(roster.revokeGuest)],
  ['forge', 3, (world, random) => world.begin(forgeAsGuest(world, random))],
  ['takeBackInvite', 3, asMember(roster.takeBackInvite)],
  ['join', 8, join],
];

/** A newcomer, or a device that lost everything, uses an invite. */
function join(world: World, random: SeededRandom): void {
  const text = pick(random, world.invites);
  if (text === null) return;
  const outside = world.devices.filter(({ disk, name }) => storedSpaces(disk, name).length === 0);
  const known = pick(random, outside);
  if (known === null && world.devices.length >= (hasRoster(world.seed) ? mostDevicesInRoster : mostDevices))
    return;
  const device = known ?? world.addDevice();
  const opening = device.tabs.length === 0 ? device.openTab() : Promise.resolve();
  world.begin(opening.then(() => accept(world, device, text)));
}

/** Which troubles this world has: about half of them, now and then none or all. */
function troublesOf(seed: number): typeof troubles {
  const random = randomFor(seed, 5);
  const share = random.next();
  return troubles.filter(() => random.next() < share);
}

function hasRoster(seed: number): boolean {
  return randomFor(seed, 8).next() < rosterShare;
}

export function isRelaySetBack(seed: number): boolean {
  return troublesOf(seed).some(([name]) => name === 'relayDisk');
}

/** ms until the next step: mostly at once, now and then minutes. */
function gap(random: SeededRandom): number {
  const kind = random.next();
  if (kind < 0.5) return random.next() * 250;
  if (kind < 0.85) return random.next() * 3_000;
  if (kind < 0.98) return random.next() * 30_000;
  return random.next() * 180_000;
}

function stepsOf(seed: number): number {
  return 30 + randomFor(seed, 6).below(50);
}

/** Steps whose numbers are in `without` are left out. */
export async function playScenario(world: World, without: ReadonlySet<number>): Promise<void> {
  const { seed } = world;
  const chosen = [...wishes, ...(hasRoster(seed) ? rosterWishes : []), ...troublesOf(seed)];
  world.trace.note(
    `troubles: ${troublesOf(seed)
      .map(([name]) => name)
      .join(' ')}`,
  );
  const whole = chosen.reduce((sum, [, weight]) => sum + weight, 0);
  for (let step = 0; step < stepsOf(seed); step += 1) {
    const random = randomFor(seed, 1000 + step);
    await runUntil(now() + gap(random));
    if (without.has(step)) continue;
    let left = random.next() * whole;
    const [name, , action] = chosen.find(([, weight]) => (left -= weight) < 0) ?? chosen[0] ?? [];
    world.trace.note(`step ${step}: ${name}`);
    action?.(world, random);
  }
}
