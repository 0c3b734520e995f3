/** One seed from its beginning to what is left of it when all is quiet again. */
import { checkEnd, readHeld } from './check-end.ts';
import { accept, inviteAs, lookingPlaces, readyPlaces } from './member-actions.ts';
import { isRelaySetBack, playScenario } from './scenario.ts';
import { openTopics } from './simulated-tabs.ts';
import { now, runUntil, uncaught } from './virtual-time.ts';
import { makeWorld, randomFor, sayError, type World } from './world.ts';

export interface SeedOutcome {
  readonly seed: number;
  /** The same for the same seed and the same steps left out. */
  readonly digest: string;
  /** Empty: nothing is wrong. */
  readonly violations: readonly string[];
  readonly lines: readonly string[];
  readonly promised: number;
  /** Devices that were removed, and entries that were forged. */
  readonly removed: number;
  readonly forged: number;
  readonly simulatedMs: number;
}

const setupPatience = 60_000;
const quietPatience = 15 * 60_000;

export async function runSeed(seed: number, without: ReadonlySet<number> = new Set()): Promise<SeedOutcome> {
  const world = makeWorld(seed, isRelaySetBack(seed));
  const started = now();
  if (await setUp(world)) {
    await playScenario(world, without);
    await endQuietly(world);
  } else world.violations.push('the household could not be set up in fine weather');
  for (const error of uncaught()) {
    world.violations.push(`uncaught: ${sayError(error)}`);
  }
  const outcome = {
    seed,
    digest: world.trace.digest(),
    violations: world.violations,
    lines: world.trace.lines,
    promised: world.ledger.count(),
    removed: world.roster.removals.length,
    forged: world.roster.forged.size,
    simulatedMs: now() - started,
  };
  for (const device of world.devices) device.killAll();
  return outcome;
}

/** Two to four devices of two to four people, before anything goes wrong. */
async function setUp(world: World): Promise<boolean> {
  const random = randomFor(world.seed, 7);
  world.relay.start();
  const first = world.addDevice();
  const tab = await world.settled(first.openTab(), setupPatience);
  if (tab === null) return false;
  const place = { device: first, tab };
  const made = await world.settled(
    first.perform(tab, { kind: 'createSpace', myName: 'Person 0', zone: 'Europe/Lisbon' }),
    setupPatience,
  );
  if (made?.ok !== true) return false;
  const others = 1 + random.below(3);
  for (let index = 0; index < others; index += 1) {
    const added = await world.settled(
      first.perform(tab, { kind: 'addPerson', person: { name: `Person of ${index}` } }),
      setupPatience,
    );
    const person = added?.ok === true ? added.value.person : undefined;
    if (person === undefined) return false;
    const text = await world.settled(inviteAs(world, place, person), setupPatience);
    const device = world.addDevice();
    await world.settled(device.openTab(), setupPatience);
    if (text === null || (await world.settled(accept(world, device, text), setupPatience)) !== true)
      return false;
  }
  await runUntil(now() + 3_000);
  // Otherwise tabs of one device would not hear of each other's changes, and nothing would be wrong with that.
  if (!openTopics().some((topic) => topic.includes('/tabs/')))
    world.violations.push('the code under test was loaded before its channels were replaced');
  return true;
}

/** Everything is mended, nothing is asked any more, and time goes by until all agree. */
async function endQuietly(world: World): Promise<void> {
  world.trace.note('quiet');
  for (const device of world.devices) {
    device.disk.isFull = false;
    device.skewMs = 0;
    world.network.clearUp(device.machine);
    // What they hold is what would survive if they stopped now.
    device.killAll();
  }
  const held = readHeld(world);
  world.relay.plan(null);
  world.relay.start();
  for (const device of world.devices) await world.settled(device.openTab(), setupPatience);
  await runUntil(now() + 20_000);
  await letNewcomerIn(world);
  await lookAsOne(world);
  let open = await checkEnd(world, held);
  for (let wait = 15_000; open.length > 0 && wait < quietPatience; wait *= 2) {
    await runUntil(now() + wait);
    open = await checkEnd(world, held);
  }
  world.violations.push(...open);
}

/** The same person looks at every device, so that all have to show the same. */
async function lookAsOne(world: World): Promise<void> {
  const places = lookingPlaces(world);
  const first = places[0];
  if (first === undefined) return;
  const people = await world.settled(first.device.view(first.tab, { kind: 'people' }), setupPatience);
  const person = people?.people[0]?.id;
  if (person === undefined) return;
  for (const { device, tab } of places) {
    for (let tries = 0; tries < 8; tries += 1) {
      const chosen = await world.settled(device.perform(tab, { kind: 'chooseMe', person }), setupPatience);
      if (chosen?.ok === true) break;
      await runUntil(now() + 15_000);
    }
  }
}

/** Whoever joins now reads everything from the relay. */
async function letNewcomerIn(world: World): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    const place = readyPlaces(world)[0];
    if (place === undefined) return;
    const people = await world.settled(place.device.view(place.tab, { kind: 'people' }), setupPatience);
    const person = people?.people[0]?.id;
    if (person === undefined) return;
    const text = await world.settled(inviteAs(world, place, person), setupPatience);
    if (text !== null) {
      const device = world.addDevice();
      await world.settled(device.openTab(), setupPatience);
      if ((await world.settled(accept(world, device, text), setupPatience)) === true) return;
    }
    await runUntil(now() + 20_000);
  }
  world.violations.push('nobody could join although all was mended');
}
