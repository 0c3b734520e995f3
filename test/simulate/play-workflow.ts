/**
 * Plays one workflow in one household from its start to its end: a function of the workflow and the seed.
 *
 * Time jumps from one thing that happens to the next: somebody looks at the app, a device's own clock says that
 * an alert is due, a connection comes or goes. A run that is over is asked once more when every device has told
 * what it knows, for a late word may open it again.
 */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { createRunFold, foldRun } from '../../src/engine/fold-run.ts';
import { layOutSubflows } from '../../src/engine/subflows/lay-out-subflows.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { asId, type DeviceId, type PersonId, type RunId } from '../../src/model/ids.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { writeSettings } from '../../src/store/space-document.ts';
import { writeHoliday } from '../../src/store/space-holidays.ts';
import { writePerson } from '../../src/store/space-people.ts';
import { writeRole } from '../../src/store/space-roles.ts';
import { templateById } from '../../src/templates/templates.ts';
import { makeRandom, pick, shuffle } from '../support/random.ts';
import { stateToPlain } from '../support/state-to-plain.ts';
import { makeAgenda } from './agenda.ts';
import { type Cast, drawCast } from './draw-cast.ts';
import { bringPeopleIn } from './give-command.ts';
import { between, day, hour } from './habits.ts';
import { lookOver } from './look-over.ts';
import type { Outcome, OutcomeRecord } from './outcome.ts';
import { planStart } from './start-workflow.ts';
import { takeLook } from './take-look.ts';
import { watchDevice, watchWitness } from './watch-device.ts';
import {
  devicesOf,
  goOnline,
  isOver,
  makeDevice,
  memberOf,
  type SimulatedDevice,
  type World,
} from './world.ts';

const patience = 3 * 365 * day;
const mostHappenings = 40_000;
/** Messages of one moment are looked at together. */
const moment = 1000;

export async function playWorkflow(written: WorkflowDefinition, seed: number): Promise<Outcome> {
  const definition = layOut(written);
  const random = makeRandom(seed * 2_654_435_761 + definition.steps.length);
  const startedAt = Date.UTC(2026, Math.floor(random() * 12), 1 + Math.floor(random() * 27), 9, 30);
  const cast = drawCast(random, definition, new Date(startedAt).getUTCFullYear());
  const run = asId<RunId>(`run-${seed}`);
  const record: OutcomeRecord = {
    deeds: [],
    tellings: [],
    ways: [],
    lateness: [],
    silences: [],
    read: new Set(),
    writtenAt: new Map(),
    lookedOver: 0,
  };
  const makeSpace = makeSpaces(cast);
  const devices = cast.members.flatMap(({ person, skews }) =>
    skews.map((skew, index) =>
      makeDevice(asId<DeviceId>(`${person.id}-${index + 1}`), person.id, skew, run, makeSpace()),
    ),
  );
  const world: World = {
    random,
    run,
    definition,
    cast,
    agenda: makeAgenda(),
    devices,
    relay: { log: [], space: makeSpace(), spaceVersion: 0, witness: createRunFold(run) },
    record,
    replies: new Map(),
    looksAt: new Map(),
    onChange: (device) => noteChange(world, device),
    call: (person) => {
      if (random() < 0.6)
        planLook(world, person, between(random, memberOf(world, person).habits.answersAfter));
    },
    witnessWakeAt: Infinity,
    now: startedAt,
  };
  for (const device of devices) planConnection(world, device);
  for (const { person, habits } of cast.members)
    if (habits.looksEvery !== null) planLooks(world, person.id, habits.looksEvery);
  planLookOver(world);
  await planStart(world, (device) => planLook(world, device.person, 5 * 60_000));
  const ended = playToEnd(world, startedAt);
  return {
    ...settle(world),
    workflow: definition.id,
    seed,
    cast,
    startedAt,
    endedAt: world.now,
    ended,
    ...record,
  };
}

/** With the steps of the workflows that it has as parts, as a start pins it. */
function layOut(written: WorkflowDefinition): WorkflowDefinition {
  const laid = layOutSubflows(written, templateById);
  if (!laid.ok) throw new Error(`${written.id} cannot be laid out: ${JSON.stringify(laid.error)}`);
  return laid.value;
}

/** The household's own papers, the same on every device at the beginning. */
function makeSpaces({ zone, members, roles, holidays }: Cast): () => Y.Doc {
  const first = new Y.Doc();
  first.clientID = 1;
  writeSettings(first, { name: 'Household', zone });
  for (const [index, { person }] of members.entries()) writePerson(first, person, index);
  for (const [index, role] of roles.entries()) writeRole(first, role, index);
  for (const date of holidays) writeHoliday(first, date, 'Holiday');
  const papers = Y.encodeStateAsUpdate(first);
  let made = 1;
  return () => {
    const doc = new Y.Doc();
    made += 1;
    // By chance otherwise, and it settles who holds of two who wrote at once.
    doc.clientID = made;
    Y.applyUpdate(doc, papers);
    return doc;
  };
}

function playToEnd(world: World, startedAt: number): boolean {
  let overSince: number | null = null;
  for (let count = 0; count < mostHappenings; count += 1) {
    const entry = world.agenda.next();
    if (entry === undefined || entry.at > startedAt + patience) return false;
    world.now = Math.max(world.now, entry.at);
    entry.happen();
    if (!isOver(world.relay.witness.state)) {
      overSince = null;
      continue;
    }
    overSince ??= world.now;
    if (world.now - overSince < 2 * day) continue;
    for (const device of world.devices) goOnline(world, device);
    if (isOver(world.relay.witness.state)) return true;
  }
  return false;
}

/** A device that hears something looks a moment later, at all that came together. */
function noteChange(world: World, device: SimulatedDevice | null): void {
  if (device === null) wakeWitness(world, world.now + moment);
  else wake(world, device, world.now + moment);
}

function wake(world: World, device: SimulatedDevice, at: number): void {
  if (at >= device.wakeAt) return;
  device.wakeAt = at;
  world.agenda.add(at, () => {
    // Another time was meant since.
    if (device.wakeAt !== at) return;
    device.wakeAt = Infinity;
    keepContext(world, device);
    const next = watchDevice(world, device, (person) => hear(world, person));
    if (next < Infinity) wake(world, device, Math.max(next, world.now + 1));
  });
}

function wakeWitness(world: World, at: number): void {
  if (at >= world.witnessWakeAt) return;
  world.witnessWakeAt = at;
  world.agenda.add(at, () => {
    if (world.witnessWakeAt !== at) return;
    world.witnessWakeAt = Infinity;
    const next = watchWitness(world);
    if (next < Infinity) wakeWitness(world, Math.max(next, world.now + 1));
  });
}

/** What two devices said of people apart is brought into the run, by the conductor's device if it is there. */
function keepContext(world: World, device: SimulatedDevice): void {
  if (device.contextOf === device.spaceSeen) return;
  device.contextOf = device.spaceSeen;
  const patience = device.person === world.cast.conductor ? 3_000 : 15_000;
  world.agenda.add(world.now + patience, () => {
    if (device.online) bringPeopleIn(world, device);
  });
}

function hear(world: World, person: PersonId): void {
  const { answersAfter, heeds } = memberOf(world, person).habits;
  if (world.random() < heeds) planLook(world, person, between(world.random, answersAfter));
}

/** One look answers all that they heard by then. */
function planLook(world: World, person: PersonId, delay: number): void {
  const at = world.now + delay;
  if ((world.looksAt.get(person) ?? Infinity) <= at) return;
  world.looksAt.set(person, at);
  world.agenda.add(at, () => {
    if (world.looksAt.get(person) !== at) return;
    world.looksAt.delete(person);
    lookSomewhere(world, person);
  });
}

function planLooks(world: World, person: PersonId, every: readonly [number, number]): void {
  world.agenda.add(world.now + between(world.random, every), () => {
    lookSomewhere(world, person);
    planLooks(world, person, every);
  });
}

function lookSomewhere(world: World, person: PersonId): void {
  const devices = devicesOf(world, person);
  if (devices.length > 0) takeLook(world, pick(world.random, devices));
}

function planLookOver(world: World): void {
  const { cast, random } = world;
  const isSilent = memberOf(world, cast.conductor).habits.temperament === 'silent';
  world.agenda.add(world.now + between(random, isSilent ? [12 * day, 20 * day] : [6 * day, 9 * day]), () => {
    const [first] = devicesOf(world, cast.conductor);
    if (first !== undefined) lookOver(world, first);
    planLookOver(world);
  });
}

/** Half of the devices are always connected; the others lose it for hours or days. */
function planConnection(world: World, device: SimulatedDevice): void {
  if (world.random() < 0.5) return;
  const { agenda, random } = world;
  const lose = (): void => {
    device.online = false;
    agenda.add(world.now + between(random, [hour, 2.5 * day]), () => {
      goOnline(world, device);
      agenda.add(world.now + between(random, [day, 12 * day]), lose);
    });
  };
  agenda.add(world.now + between(random, [hour, 8 * day]), lose);
}

function settle(world: World): Pick<Outcome, 'state' | 'log' | 'digests'> {
  const { devices, relay, random, run } = world;
  for (const device of devices) goOnline(world, device);
  const { state } = relay.witness;
  const events = relay.log.map(({ event }) => event);
  const digests = new Map(devices.map(({ id, fold }) => [String(id), digestOf(fold.state)]));
  digests.set('all at once', digestOf(foldRun(run, shuffle(random, events))));
  return { state, log: state.history, digests };
}

function digestOf(state: RunState): string {
  return createHash('sha256')
    .update(canonicalJson(stateToPlain(state)))
    .digest('hex');
}
