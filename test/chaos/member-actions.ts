/** What people do: start flows, do steps, write notes, name people, let others in. */
import { type Access, isMember } from '../../src/model/access.ts';
import type { PersonId, RunId } from '../../src/model/ids.ts';
import type { Intent, IntentResult, InviteGives, PartChoice } from '../../src/worker/messages.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Device, Tab } from './device-host.ts';
import { carriesMark, offeredCommand, offeredFact } from './offered-command.ts';
import { isWriter, placeOf } from './stored-role.ts';
import { storedSpaces } from './stored-space.ts';
import type { World } from './world.ts';

export interface Place {
  readonly device: Device;
  readonly tab: Tab;
}

export function pick<Value>(random: SeededRandom, values: readonly Value[]): Value | null {
  return values[random.below(values.length)] ?? null;
}

function placesOf(world: World, mayAct: (access: Access) => boolean): readonly Place[] {
  return world.devices.flatMap((device) =>
    device
      .readyTabs()
      .filter(({ app }) => app.stage === 'ready' && app.access !== undefined && mayAct(app.access))
      .map((tab) => ({ device, tab })),
  );
}

/** Tabs in which a member could act now. */
export function readyPlaces(world: World): readonly Place[] {
  return placesOf(world, isMember);
}

/** Tabs of members' and viewers' devices. */
export function lookingPlaces(world: World): readonly Place[] {
  return placesOf(world, (access) => isMember(access) || access === 'viewer');
}

export function ownerPlaces(world: World): readonly Place[] {
  return placesOf(world, (access) => access === 'owner');
}

export function guestPlaces(world: World): readonly Place[] {
  return placesOf(world, (access) => access === 'guest');
}

/** Performs, and writes down what was promised. */
async function perform(
  world: World,
  { device, tab }: Place,
  intent: Intent,
  promised: (result: Extract<IntentResult, { ok: true }>['value']) => readonly {
    readonly document: string;
    readonly marks: readonly string[];
  }[],
): Promise<IntentResult | null> {
  const result = await device.perform(tab, intent);
  if (result === null || !result.ok) return result;
  // A document that could not be opened on this disk lives in memory, and so does what a full one had no room for
  // when an invite that nobody can take twice was accepted; the screen says so as long as it does.
  const app = await device.view(tab, { kind: 'app' });
  const isSaid = (asked: string): boolean => app?.problems.some(({ type }) => type === asked) === true;
  if (isSaid('storageUnavailable') || (intent.kind === 'acceptInvite' && isSaid('storageFull')))
    return result;
  for (const { document, marks } of promised(result.value)) {
    world.violations.push(...world.ledger.promise(device, tab, document, marks));
  }
  return result;
}

function spaceOf({ device }: Place): string | null {
  return storedSpaces(device.disk, device.name)[0]?.id ?? null;
}

export async function nameSomebody(world: World, place: Place, random: SeededRandom): Promise<void> {
  const space = spaceOf(place);
  const people = await place.device.view(place.tab, { kind: 'people' });
  if (space === null || people === null) return;
  const name = `Person ${world.nextNumber()}`;
  const known = pick(random, people.people);
  if (known !== null && random.below(3) === 0) {
    await perform(world, place, { kind: 'changePerson', person: known.id, set: { name } }, () => []);
  } else if (random.below(5) === 0) {
    await perform(world, place, { kind: 'renameSpace', name }, () => []);
  } else {
    await perform(world, place, { kind: 'addPerson', person: { name } }, ({ person }) => [
      { document: `space/${space}`, marks: [`people/${person}`] },
    ]);
  }
}

const typed = 'Buy paint\nCover the floor\nPaint the wall (after Buy paint, Cover the floor)\nTidy up';

export async function startFlow(world: World, place: Place, random: SeededRandom): Promise<void> {
  const space = spaceOf(place);
  const people = await place.device.view(place.tab, { kind: 'people' });
  const flows = await place.device.view(place.tab, { kind: 'flows' });
  if (space === null || people === null || flows === null) return;
  const title = `Flow ${world.nextNumber()}`;
  const workflow = random.below(4) === 0 ? null : pick(random, flows.workflows);
  const { household } = place.tab;
  const preview = workflow === null ? null : await household?.previewWorkflow(workflow.id);
  const parts: Record<string, PartChoice> = {};
  for (const { id } of preview?.ok === true ? (preview.value.definition.parts ?? []) : []) {
    const person = pick(random, people.people);
    parts[id] =
      person === null || random.below(3) === 0 ? { kind: 'me' } : { kind: 'person', person: person.id };
  }
  const source =
    workflow === null
      ? ({ kind: 'typed', text: typed } as const)
      : ({ kind: 'workflow', id: workflow.id } as const);
  const intent: Intent = { kind: 'startRun', title, source, parts, facts: {}, alreadyDone: [] };
  await perform(world, place, intent, ({ run }) => [
    { document: `run/${space}/${run}`, marks: [title] },
    { document: `space/${space}`, marks: [`runs/${run}`] },
  ]);
}

export async function doSomething(world: World, place: Place, random: SeededRandom): Promise<void> {
  const { device, tab } = place;
  const space = spaceOf(place);
  const flows = await device.view(tab, { kind: 'flows' });
  if (space === null || flows === null) return;
  const open = pick(random, [...flows.active, ...flows.finished.slice(0, 1)]);
  if (open === null) return tab.app.access === 'guest' ? undefined : startFlow(world, place, random);
  const flow = await device.view(tab, { kind: 'flow', run: open.run });
  const row = flow === null ? null : pick(random, flow.rows);
  if (flow === null || row === null) return;
  const mark = `note ${world.nextNumber()};`;
  const step = await device.view(tab, { kind: 'step', run: open.run, key: row.key });
  if (step === null || step.availability !== 'here') return;
  const fact = random.below(6) === 0 ? offeredFact(random, flow) : null;
  const command = fact ?? offeredCommand(random, step, mark);
  world.trace.note(`${tab.name} wants ${command.kind} in ${open.title}`);
  await perform(world, place, { kind: 'command', run: open.run, command }, () => [
    runPromise(place, space, open.run, carriesMark(command, mark) ? [mark] : []),
  ]);
}

/** A guest's device writes to a document of the guest's own. */
function runPromise(
  { device }: Place,
  space: string,
  run: RunId,
  marks: readonly string[],
): { readonly document: string; readonly marks: readonly string[] } {
  const guest = placeOf(device)?.guest ?? null;
  return { document: guest === null ? `run/${space}/${run}` : `guest/${space}/${guest.guest}`, marks };
}

/** Makes an invite for somebody who is in the household, or for a new person. */
export async function invite(world: World, place: Place, random: SeededRandom): Promise<void> {
  const people = await place.device.view(place.tab, { kind: 'people' });
  const person = people === null ? null : pick(random, people.people);
  if (person !== null) await inviteAs(world, place, person.id);
}

export async function inviteAs(
  world: World,
  place: Place,
  person: PersonId,
  gives: InviteGives = { kind: 'edit' },
): Promise<string | null> {
  const result = await perform(world, place, { kind: 'createInvite', person, gives }, () => []);
  if (result === null || !result.ok || result.value.invite === undefined) return null;
  const { fragment, id } = result.value.invite;
  world.invites.push(fragment);
  world.roster.fragments.set(id, fragment);
  const space = spaceOf(place);
  if (space !== null) {
    world.violations.push(
      ...world.ledger.promise(place.device, place.tab, `space/${space}`, [`invites/${id}`]),
    );
  }
  return fragment;
}

/** Lets a device in that is in no household yet. */
export async function accept(world: World, device: Device, text: string): Promise<boolean> {
  const tab = device.readyTabs().find(({ app }) => app.stage === 'empty');
  if (tab === undefined) return false;
  // Whoever was removed and let in again, with an older state of the disk, is welcome.
  world.roster.removals = world.roster.removals.filter((removal) => removal.device !== device);
  world.roster.targets.delete(device);
  const isOver = world.roster.takenBack.has(text) && world.relay.epoch() === 0;
  const result = await perform(world, { device, tab }, { kind: 'acceptInvite', text }, () => {
    const space = spaceOf({ device, tab });
    const id = device.id();
    const role = placeOf(device)?.role;
    if (isOver) world.violations.push(`${device.name} came in by an invite that was taken back`);
    return space === null || role === undefined || !isWriter(role)
      ? []
      : [{ document: `space/${space}`, marks: [`devices/${id}`] }];
  });
  const isFinal = result !== null && (result.ok || result.error.type !== 'offline');
  if (isFinal) world.invites.splice(world.invites.indexOf(text), 1);
  return result?.ok === true;
}
