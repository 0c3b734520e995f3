/**
 * A space goes from this device: what the device knows of it first, in one transaction that also sets its
 * documents' databases down to be deleted, then those. A stop in between is made good at the next start.
 */
import { readInvites, readRunIndex } from '../store/space-document.ts';
import { deleteDatabases, listDatabases } from '../store/stored-databases.ts';
import type { Environment } from './environment.ts';
import { guestDatabaseName } from './guest-desk.ts';
import type { IntentContext } from './intents/intent-context.ts';
import { runDatabaseName, type SpaceSession, spaceDatabaseName } from './space-session.ts';

/** How long this device's other tabs have to let go, ms; what they keep is deleted at the next start. */
const patience = 5_000;

/** Where its documents lie, also those of runs that nobody has opened since the start. */
export async function databasesOf(
  environment: Environment,
  session: SpaceSession,
): Promise<readonly string[]> {
  const { name } = environment;
  const { id } = session;
  const found = await Promise.all([`run/${id}/`, `guest/${id}/`].map((of) => listDatabases(`${name}/${of}`)));
  const runs = session.runIds().map((run) => runDatabaseName(name, id, run));
  const guests = session.guestIds().map((guest) => guestDatabaseName(environment, id, guest));
  return [
    ...new Set([spaceDatabaseName(name, id), ...runs, ...guests, ...found.flatMap((each) => each ?? [])]),
  ];
}

/** Deletes what was set down to be deleted, now or before an earlier stop, and `others`. */
export async function finishErasing(
  { database }: Pick<IntentContext, 'database'>,
  others: readonly string[] = [],
): Promise<void> {
  const names = [...new Set([...(await database.erasing()), ...others])];
  if (names.length === 0) return;
  if (await deleteDatabases(names, patience)) await database.noteErased(names);
}

export async function dropSpace(context: IntentContext, session: SpaceSession): Promise<void> {
  const { doc } = session.document;
  const belongings = {
    rooms: session.rooms.names(readRunIndex(doc)),
    invites: readInvites(doc).map(({ id }) => id),
    databases: await databasesOf(context.environment, session),
  };
  // Closing writes cursors and checkpoints, so it comes first.
  await context.spaces.closeOne(session.id);
  // A disk so full that it takes no note: without one then, because deleting is what makes room.
  await context.database
    .forgetSpace(session.id, belongings)
    .catch(() => context.database.deleteSpace(session.id));
  context.tellTabs('space');
  await finishErasing(context, belongings.databases);
}
