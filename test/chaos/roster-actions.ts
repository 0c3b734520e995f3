/** Who comes and goes: other devices of one's own, viewers and guests let in, devices and guests put out. */
import { occurrenceFromKey } from '../../src/model/occurrence.ts';
import { readDevices } from '../../src/store/space-document.ts';
import { decodeCapability } from '../../src/sync/capability-text.ts';
import { spaceRoomName } from '../../src/worker/space-moves.ts';
import type { DeviceId, GuestId, PersonId, RunId } from '../../src/model/ids.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { accept, inviteAs, pick, type Place } from './member-actions.ts';
import { isWriter, placedDevices, placeOf } from './stored-role.ts';
import { eventsOf, storedDocument, storedRuns } from './stored-space.ts';
import { after } from './virtual-time.ts';
import type { World } from './world.ts';

/** After so many ms, all that was under way when a removal worked has come to some disk. */
const onTheWay = 3_000;
/** A household of fewer can lose nobody and nothing. */
const fewest = 2;
/** Of devices that came at once by a guest's link; others may take one that was left lying. */
const mostGuests = 3;

export async function removeSomebody(world: World, place: Place, random: SeededRandom): Promise<void> {
  const { roster } = world;
  const own = placeOf(place.device);
  const capability = own === null ? null : decodeCapability(own.record.capability);
  if (own?.role !== 'owner' || capability?.ok !== true) return;
  const space = storedDocument(place.device.disk, place.device.name, `space/${own.record.id}`);
  const others = space === null ? [] : readDevices(space.doc).map(({ device }) => device);
  const id = pick(
    random,
    others.filter((other) => other !== place.device.id()),
  );
  if (id === null) return;
  const target = world.devices.find((device) => device.id() === id) ?? null;
  const left = spaceRoomName(capability.value);
  const staying = placedDevices(world).filter(
    ({ device, role }) => isWriter(role) && device !== target && !roster.targets.has(device),
  );
  if (staying.length < fewest || (roster.isOneByOne && roster.left.has(left))) return;
  const isFirst = !roster.left.has(left);
  const wasTarget = target === null || roster.targets.has(target);
  roster.left.add(left);
  roster.closings += 1;
  if (target !== null) roster.targets.add(target);
  world.trace.note(`${place.tab.name} removes ${target?.name ?? 'a device that is gone'}`);
  const result = await place.device.perform(place.tab, { kind: 'removeDevices', devices: [id] });
  if (result?.ok === true && target !== null) noteRemoval(world, place, target, id, left);
  if (result === null || result.ok) return;
  const { error } = result;
  const why = error.type === 'notRemoved' ? error.why : 'offline';
  if (why === 'removalPending' || why === 'movedMeanwhile') return;
  // Nothing was begun.
  if (isFirst) roster.left.delete(left);
  if (!wasTarget && target !== null) roster.targets.delete(target);
}

function noteRemoval(world: World, place: Place, target: Place['device'], id: DeviceId, left: string): void {
  const removal = { device: target, id, left, written: null as ReadonlySet<string> | null };
  world.roster.removals.push(removal);
  const isHidden = target.disk.isFull;
  after(onTheWay, () => {
    if (!isHidden && !target.disk.isFull) removal.written = eventsBy(world, id);
  });
  world.trace.note(`${place.tab.name} has removed ${target.name}`);
}

function eventsBy(world: World, id: DeviceId): ReadonlySet<string> {
  const runs = placedDevices(world).flatMap(({ device, record }) => storedRuns(device, record.id));
  return new Set(
    runs.flatMap((run) => eventsOf(run).flatMap((event) => (event.device === id ? event.id : []))),
  );
}

/** Another device of whoever has the owner's key. */
export async function inviteOwn(world: World, place: Place): Promise<void> {
  const people = await place.device.view(place.tab, { kind: 'people' });
  if (people?.access !== 'owner' || people.me === null) return;
  await inviteAs(world, place, people.me.id, { kind: 'own' });
}

export async function inviteViewer(world: World, place: Place, random: SeededRandom): Promise<void> {
  const people = await place.device.view(place.tab, { kind: 'people' });
  const person = people === null ? null : pick(random, people.people);
  if (person !== null) await inviteAs(world, place, person.id, { kind: 'view' });
}

/** Somebody without a device of theirs is given a step, and a link to its run. */
export async function inviteGuest(world: World, place: Place, random: SeededRandom): Promise<void> {
  const { device, tab } = place;
  const people = await device.view(tab, { kind: 'people' });
  const flows = await device.view(tab, { kind: 'flows' });
  const run = flows === null ? null : pick(random, flows.active)?.run;
  const known = pick(
    random,
    (people?.people ?? []).filter(({ id, joined }) => !joined && id !== people?.me?.id),
  );
  if (run === null || run === undefined) return;
  const person = known?.id ?? (await addGuest(world, place));
  if (person === null) return;
  await handOver(place, run, person, random);
  const text = await inviteAs(world, place, person, { kind: 'guest', run });
  const guests = placedDevices(world).filter(({ guest }) => guest !== null);
  if (text === null || guests.length >= mostGuests || random.below(4) === 0) return;
  const newcomer = world.addDevice();
  await newcomer.openTab();
  await accept(world, newcomer, text);
}

async function addGuest(world: World, { device, tab }: Place): Promise<PersonId | null> {
  const name = `Guest ${world.nextNumber()}`;
  const added = await device.perform(tab, { kind: 'addPerson', person: { name } });
  return added?.ok === true ? (added.value.person ?? null) : null;
}

/** All the run's open steps but one, so that there is something to do. */
async function handOver(
  { device, tab }: Place,
  run: RunId,
  to: PersonId,
  random: SeededRandom,
): Promise<void> {
  const flow = await device.view(tab, { kind: 'flow', run });
  for (const { key } of flow?.rows ?? []) {
    const step = await device.view(tab, { kind: 'step', run, key });
    const occurrence = occurrenceFromKey(key);
    if (step?.actions.handOver !== true || !occurrence.ok || random.below(3) === 0) continue;
    const command = { kind: 'reassignStep', occurrence: occurrence.value, to } as const;
    await device.perform(tab, { kind: 'command', run, command });
  }
}

export async function revokeGuest(world: World, place: Place, random: SeededRandom): Promise<void> {
  const { device, tab } = place;
  const flows = await device.view(tab, { kind: 'flows' });
  const guests: { readonly run: RunId; readonly guest: GuestId }[] = [];
  for (const { run } of flows?.active ?? []) {
    const flow = await device.view(tab, { kind: 'flow', run });
    for (const { id } of flow?.guests ?? []) guests.push({ run, guest: id });
  }
  const chosen = pick(random, guests);
  if (chosen === null) return;
  world.roster.closings += 1;
  await device.perform(tab, { kind: 'revokeGuest', run: chosen.run, guest: chosen.guest });
}

export async function takeBackInvite(world: World, place: Place, random: SeededRandom): Promise<void> {
  const people = await place.device.view(place.tab, { kind: 'people' });
  const invite = pick(
    random,
    (people?.invites ?? []).filter(({ state }) => state === 'open'),
  );
  if (invite === null) return;
  const result = await place.device.perform(place.tab, { kind: 'revokeInvite', invite: invite.id });
  const fragment = world.roster.fragments.get(invite.id);
  if (result?.ok === true && fragment !== undefined) world.roster.takenBack.add(fragment);
}
