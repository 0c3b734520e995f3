/** Intents that take something away from this device: a space, or everything; and whether it is shared. */
import type { SpaceId } from '../../model/ids.ts';
import { deleteDevice } from '../../store/space-document.ts';
import { listDatabases } from '../../store/stored-databases.ts';
import { databasesOf, dropSpace, finishErasing } from '../drop-space.ts';
import type { Intent, IntentResult } from '../messages.ts';
import type { SpaceSession } from '../space-session.ts';
import { done, failed, type IntentContext, patienceWithRelay } from './intent-context.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

function findSession(context: IntentContext, space: SpaceId): SpaceSession | null {
  return context.spaces.all().find(({ id }) => id === space) ?? null;
}

export async function leaveSpace(
  context: IntentContext,
  intent: IntentOf<'leaveSpace'>,
): Promise<IntentResult> {
  const session = findSession(context, intent.space);
  if (session === null) return failed({ type: 'noSpace' });
  const { device } = context;
  const access = session.access();
  const { doc } = session.document;
  if (access === 'owner' || access === 'editor') {
    session.stopDescribing();
    deleteDevice(doc, device);
    await session.document.durable();
    // Out of reach, the others see this device in their list until somebody takes it out.
    await session.rooms.flush(patienceWithRelay);
  }
  await dropSpace(context, session);
  return done();
}

export async function eraseDevice(context: IntentContext): Promise<IntentResult> {
  const { database, environment, spaces } = context;
  const found = await listDatabases(`${environment.name}/`);
  const known = await Promise.all(spaces.all().map((session) => databasesOf(environment, session)));
  // The device's own database is emptied: the page that begins anew opens it in the same moment.
  const own = `${environment.name}/device`;
  const names = [...new Set([...known.flat(), ...(found ?? [])])].filter((name) => name !== own);
  await context.stop();
  await database.forgetEverything(names);
  context.tellTabs('erased');
  await finishErasing(context);
  return done();
}

export async function shareDevice(
  context: IntentContext,
  intent: IntentOf<'shareDevice'>,
): Promise<IntentResult> {
  await context.sharedDevice.setShared(intent.shared);
  return done();
}
