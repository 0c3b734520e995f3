/**
 * A whole space into a file, and out of one.
 *
 * A file merges: whatever the space here has and the file lacks stays, and the other way round. What is taken
 * in is on disk before anything of it is shown, and a file that cannot be read changes nothing.
 */
import { asId, type SpaceId } from '../model/ids.ts';
import { err, ok, type Result } from '../model/result.ts';
import type { SpaceRecord } from '../store/device-database.ts';
import type { PersistedDocument, StorageFailure } from '../store/persisted-document.ts';
import { writeDevice } from '../store/space-document.ts';
import { encodeBase64url } from '../sync/base64url.ts';
import { deriveSpaceRoom, type SpaceCapability } from '../sync/capability.ts';
import { decodeCapability } from '../sync/capability-text.ts';
import { encodeDocument, isUpdate } from '../sync/document-update.ts';
import { openSpaceFile, sealSpaceFile } from '../sync/space-file.ts';
import type { SavedRun, SavedSpace } from '../sync/space-file-content.ts';
import { stripDeletions } from '../sync/update-parts.ts';
import { appVersion } from './app-version.ts';
import { dropSpace } from './drop-space.ts';
import { type IntentContext, thisDevice } from './intents/intent-context.ts';
import type { OpenedSpace, OpenSavedFailure, SaveFailure, SpaceFile } from './messages.ts';
import type { SpaceSession } from './space-session.ts';

export async function saveSpace(
  context: IntentContext,
  space: SpaceId,
  passphrase: string,
): Promise<Result<SpaceFile, SaveFailure>> {
  const session = context.spaces.all().find(({ id }) => id === space);
  if (session === undefined) return err({ type: 'noSpace' });
  const { environment } = context;
  const { capability, me } = session.record();
  const runs: SavedRun[] = [];
  let missing = 0;
  for (const run of session.runIds()) {
    // What is open is what there is, on disk or not.
    const isOpen = session.isOpen(run) || !session.document.persistent;
    const update = await session.borrowRun(run, async ({ doc, persistent }) =>
      isOpen || persistent ? encodeDocument(doc) : null,
    );
    // A disk that fails is a reason to save what there is.
    if (update === null) missing += 1;
    else runs.push({ run, update });
  }
  const saved: SavedSpace = {
    space,
    capability,
    me,
    savedAt: environment.now(),
    appVersion,
    document: encodeDocument(session.document.doc),
    runs,
  };
  const sealed = await sealSpaceFile(saved, passphrase, environment.randomBytes);
  return sealed.ok ? ok({ name: session.snapshot().spaceName, bytes: sealed.value, missing }) : sealed;
}

const rankByRole: Readonly<Record<SpaceCapability['role'], number>> = { viewer: 1, editor: 2, owner: 3 };

interface Keys {
  /** `null`: they cannot be read. */
  readonly capability: SpaceCapability | null;
  readonly room: SpaceId | null;
}

function readKeys(text: string): Keys {
  const decoded = decodeCapability(text);
  if (!decoded.ok) return { capability: null, room: null };
  const room = asId<SpaceId>(encodeBase64url(deriveSpaceRoom(decoded.value).roomId));
  return { capability: decoded.value, room };
}

/**
 * The space here that a file is of. Keys prove it: an id alone would let whoever knows it slip content, and
 * keys of their own, into a household.
 */
function isSameSpace(record: SpaceRecord, saved: SavedSpace, keys: Keys): boolean {
  if (keys.room === null) return record.id === saved.space && record.capability === saved.capability;
  const earlier = (record.closedRooms ?? []).map(({ roomId }) => encodeBase64url(roomId));
  return [record.id, readKeys(record.capability).room, ...earlier].some((room) => room === keys.room);
}

/** The record with the file's keys, where those can do more in the same room. */
function strengthen(record: SpaceRecord, saved: SavedSpace, keys: Keys): SpaceRecord {
  const own = readKeys(record.capability);
  if (keys.capability === null) return record;
  const isMore =
    own.capability === null ||
    (own.room === keys.room && rankByRole[keys.capability.role] > rankByRole[own.capability.role]);
  return isMore ? { ...record, capability: saved.capability } : record;
}

async function adopt(document: PersistedDocument, update: Uint8Array): Promise<Result<void, StorageFailure>> {
  document.adopt(update);
  const written = await document.durable();
  // A device without usable storage keeps it in memory, and says so on the screen all the time.
  return written.ok || written.error.type === 'storageFull' ? written : ok(undefined);
}

async function takeIn(session: SpaceSession, saved: SavedSpace): Promise<Result<void, StorageFailure>> {
  const space = await adopt(session.document, saved.document);
  if (!space.ok) return space;
  for (const { run, update } of saved.runs) {
    const taken = await session.borrowRun(run, (document) => adopt(document, update));
    if (!taken.ok) return taken;
  }
  return ok(undefined);
}

/** `null`: a part of it is no document. Runs only grow, so a file can delete nothing in them. */
function readable(saved: SavedSpace): SavedSpace | null {
  if (!isUpdate(saved.document)) return null;
  const runs: SavedRun[] = [];
  for (const { run, update } of saved.runs) {
    const stripped = isUpdate(update) ? stripDeletions(update) : null;
    if (stripped === null) return null;
    runs.push({ run, update: stripped });
  }
  return { ...saved, runs };
}

export async function openSavedSpace(
  context: IntentContext,
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<OpenedSpace, OpenSavedFailure>> {
  const opened = await openSpaceFile(bytes, passphrase);
  if (!opened.ok) return opened;
  const saved = readable(opened.value);
  if (saved === null) return err({ type: 'damagedFile' });
  const keys = readKeys(saved.capability);
  const release = context.hold();
  try {
    return await takeInto(context, saved, keys);
  } finally {
    release();
  }
}

async function takeInto(
  context: IntentContext,
  saved: SavedSpace,
  keys: Keys,
): Promise<Result<OpenedSpace, OpenSavedFailure>> {
  const { database, environment, spaces } = context;
  const known = spaces.all().find((session) => isSameSpace(session.record(), saved, keys));
  const joinedAt = environment.now();
  const before: SpaceRecord = known?.record() ?? {
    id: keys.room ?? saved.space,
    capability: saved.capability,
    me: saved.me,
    joinedAt,
  };
  const record = known === undefined ? before : strengthen(before, saved, keys);
  // Keys are taken up when a space is opened.
  if (known !== undefined && record !== before) await spaces.closeOne(record.id);
  if (known === undefined || record !== before) await database.putSpace(record);
  const session = await spaces.open(record);
  const taken = await takeIn(session, saved);
  if (!taken.ok) {
    if (known === undefined) await dropSpace(context, session);
    else context.noteStorageFailure(taken.error.type);
    return taken;
  }
  const { me } = record;
  if (known === undefined && me !== null && session.access() !== 'viewer') {
    writeDevice(session.document.doc, thisDevice(context, keys.capability, me, joinedAt));
    await session.document.durable();
  }
  context.tellTabs('documents');
  const { spaceName, people } = session.snapshot();
  return ok({
    space: record.id,
    name: spaceName,
    me: people.find(({ id }) => id === me)?.name ?? null,
    merged: known !== undefined,
  });
}
