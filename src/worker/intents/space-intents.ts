/** Intents about the household itself: making it, who I am, and its people. */
import { encodeCapability } from '../../sync/capability-text.ts';
import { deriveSpaceRoom, makeOwner } from '../../sync/capability.ts';
import { encodeBase64url } from '../../sync/base64url.ts';
import { asId, type PersonId, type SpaceId } from '../../model/ids.ts';
import { type Person, type PersonColour, personColours } from '../../model/person.ts';
import { writeDevice, writeSettings } from '../../store/space-document.ts';
import { writePerson } from '../../store/space-people.ts';
import { type Environment, randomId } from '../environment.ts';
import type { Intent, IntentResult } from '../messages.ts';
import type { SpaceSession } from '../space-session.ts';
import { done, failed, type IntentContext, settle, thisDevice } from './intent-context.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

/** The colour fewest people have, the earliest of equals. */
function freeColour(people: readonly Person[]): PersonColour {
  const uses = (colour: PersonColour): number => people.filter((person) => person.colour === colour).length;
  return personColours.toSorted((a, b) => uses(a) - uses(b))[0] ?? 'sand';
}

/** Adds a person to the space document without waiting for the disk. */
export function addPersonTo(
  session: SpaceSession,
  environment: Environment,
  name: string,
  colour?: PersonColour,
): PersonId {
  const id = randomId<PersonId>(environment);
  const person: Person = { id, name: name.trim(), colour: colour ?? freeColour(session.people()) };
  writePerson(session.document.doc, person, environment.now());
  return id;
}

export async function createSpace(
  context: IntentContext,
  intent: IntentOf<'createSpace'>,
): Promise<IntentResult> {
  if (context.session() !== null && intent.another !== true) return failed({ type: 'spaceExists' });
  if (intent.myName.trim() === '') return failed({ type: 'emptyName' });
  const { environment } = context;
  const capability = makeOwner(environment.randomBytes);
  const id = asId<SpaceId>(encodeBase64url(deriveSpaceRoom(capability).roomId));
  const joinedAt = environment.now();
  const record = { id, capability: encodeCapability(capability), me: null, joinedAt };
  const session = await context.spaces.open(record);
  const { doc } = session.document;
  const name = intent.name?.trim() ?? '';
  writeSettings(doc, { zone: intent.zone, ...(name === '' ? {} : { name }) });
  const me = addPersonTo(session, environment, intent.myName);
  writeDevice(doc, thisDevice(context, capability, me, joinedAt));
  // The document first: a device that knows a space and not its content could not tell it from a loss.
  const written = await settle(context, [session.document], { person: me });
  if (written.ok) await session.setMe(me);
  return written;
}

export async function chooseMe(context: IntentContext, intent: IntentOf<'chooseMe'>): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  if (!session.people().some((person) => person.id === intent.person))
    return failed({ type: 'unknownPerson' });
  await session.setMe(intent.person);
  const { writer: capability } = session.rooms;
  writeDevice(session.document.doc, thisDevice(context, capability, intent.person, session.joinedAt));
  return settle(context, [session.document]);
}

export async function showSpace(
  context: IntentContext,
  intent: IntentOf<'showSpace'>,
): Promise<IntentResult> {
  return (await context.spaces.show(intent.space)) ? done() : failed({ type: 'noSpace' });
}

export async function renameSpace(
  context: IntentContext,
  intent: IntentOf<'renameSpace'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  writeSettings(session.document.doc, { name: intent.name.trim() });
  return settle(context, [session.document]);
}

export async function addPerson(
  context: IntentContext,
  intent: IntentOf<'addPerson'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  if (intent.person.name.trim() === '') return failed({ type: 'emptyName' });
  const person = addPersonTo(session, context.environment, intent.person.name, intent.person.colour);
  return settle(context, [session.document], { person });
}
