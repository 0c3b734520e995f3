/** Intents about devices: naming one, removing some, and going on alone with a copy. */
import { mayChange } from '../../model/access.ts';
import type { DeviceId } from '../../model/ids.ts';
import { type DeviceEntry, readDevices, writeDevice } from '../../store/space-document.ts';
import type { Intent, IntentResult } from '../messages.ts';
import type { NotRemoved } from '../not-removed.ts';
import type { SpaceSession } from '../space-session.ts';
import { done, failed, type IntentContext, settle } from './intent-context.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

/** How long, ms, to wait for the space to be in step before somebody is told that there is no connection. */
const patience = 5_000;

function findDevice(session: SpaceSession, id: DeviceId): DeviceEntry | undefined {
  return readDevices(session.document.doc).find(({ device }) => device === id);
}

function notRemoved(why: NotRemoved, who: readonly string[] = []): IntentResult {
  return failed({ type: 'notRemoved', why, who });
}

/** An empty name gives the device back the one it has from what it is. */
export async function renameDevice(
  context: IntentContext,
  intent: IntentOf<'renameDevice'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const known = findDevice(session, intent.device);
  if (known === undefined) return failed({ type: 'unknownDevice' });
  const name = intent.name.trim();
  if ((known.name ?? '') === name) return done();
  writeDevice(session.document.doc, { device: intent.device, name });
  return settle(context, [session.document]);
}

/** Names of those with a device that says it could. */
function owners(session: SpaceSession): readonly string[] {
  const people = new Map(session.people().map(({ id, name }) => [id, name]));
  const names = readDevices(session.document.doc).flatMap(({ role, person }) =>
    role === 'owner' ? (people.get(person) ?? []) : [],
  );
  return [...new Set(names)];
}

export async function removeDevices(
  context: IntentContext,
  intent: IntentOf<'removeDevices'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const { devices } = intent;
  if (devices.includes(context.device)) return notRemoved('thisDevice');
  if (session.access() !== 'owner') return notRemoved('ownerOnly', owners(session));
  // The list that was looked at must be the one that everybody has.
  await session.rooms.caughtUp(patience);
  if (!session.isLive()) return notRemoved('offline');
  if (devices.length === 0 || devices.some((id) => findDevice(session, id) === undefined)) {
    return failed({ type: 'unknownDevice' });
  }
  const { moves } = session;
  if (moves === null) return notRemoved('ownerOnly');
  const removed = await moves.remove(devices);
  return removed.ok ? settle(context, [session.document]) : notRemoved(removed.error.type, owners(session));
}

/** Only for a device that shares with nobody any more: others would be left behind without a word. */
export async function startAnew(context: IntentContext): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const access = session.access();
  if (access !== 'alone' && mayChange(access)) return failed({ type: 'alreadyMember' });
  if (session.moves === null) return failed({ type: 'notForGuests' });
  await session.moves.startAnew();
  return settle(context, [session.document]);
}
