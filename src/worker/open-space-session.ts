/**
 * One space, open on this device: its document, the sessions of its runs, and the rooms they sync in.
 *
 * Flow: the run index says which runs there are; each active run's document is opened, folded and
 * joined to its room. When a run has ended its summary is written into the space document once, so
 * that history needs no run documents.
 */
import { isSame } from '../model/is-same.ts';
import { type Access, mayChange } from '../model/access.ts';
import { ok } from '../model/result.ts';
import type { DeviceId, RunId } from '../model/ids.ts';
import { openPersistedDocument, type PersistedDocument } from '../store/persisted-document.ts';
import type { DeviceDatabase, SpaceRecord } from '../store/device-database.ts';
import {
  observeSpace,
  readRunIndex,
  type RunIndexEntry,
  writeRunSummary,
  writeRunWriteKey,
} from '../store/space-document.ts';
import { readPeople } from '../store/space-people.ts';
import { readGuests } from '../store/space-guests.ts';
import { decodeRunSummary, type StoredRunSummary } from '../views/decode-run-summary.ts';
import { computeRunSummary } from '../views/run-figures.ts';
import { readRun } from '../views/run-reading.ts';
import type { SpaceSnapshot } from '../views/space-snapshot.ts';
import { makeContextKeeper } from './context-keeper.ts';
import { hasEnded, isYoung } from './ended-run.ts';
import { type Environment, randomId } from './environment.ts';
import { openRunSession, type RunSession } from './run-session.ts';
import { deriveRunRoom, type OwnerCapability } from '../sync/capability.ts';
import type { DeviceKey } from '../sync/device-key.ts';
import { learnDeviceKeys } from './kept-devices.ts';
import { describeThisDevice } from './describe-this-device.ts';
import { refreshOwnEntry } from './refresh-own-entry.ts';
import type { RelayLink } from './relay-link.ts';
import { readSpaceContext } from '../store/space-context.ts';
import { makeSpaceMoves } from './space-moves.ts';
import { openGuestDesk } from './guest-desk.ts';
import { openSpaceRooms, type RunRoom } from './space-rooms.ts';
import { readRecordKeys } from './read-record-keys.ts';
import { makeMovingPresence } from './moving-presence.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { tellGuest } from './tell-guests.ts';
import { runDatabaseName, type SpaceSession, spaceDatabaseName } from './space-session.ts';

/** How long those that are over leave the first screen to the others. */
const youngAfterMs = 500;

export interface SpaceSessionOptions {
  readonly environment: Environment;
  readonly device: DeviceId;
  readonly database: DeviceDatabase;
  readonly record: SpaceRecord;
  readonly key: DeviceKey;
  readonly link: RelayLink;
  readonly takeBackInvites: (ids: readonly string[]) => Promise<void>;
  /** The record changed: other tabs have it to read. */
  readonly onRecord: () => void;
  readonly onChange: () => void;
}

interface OpenRun {
  readonly session: RunSession;
  readonly room: RunRoom | null;
}

export async function openSpaceSession(options: SpaceSessionOptions): Promise<SpaceSession> {
  const { environment, database, device, key, link, onChange } = options;
  let record = options.record;
  const rooms = openSpaceRooms(readRecordKeys(record), link);
  const document = await openPersistedDocument(spaceDatabaseName(environment.name, record.id));
  const { doc } = document;
  const opening = new Map<RunId, Promise<OpenRun>>();
  const opened = new Map<RunId, OpenRun>();
  let closed = false;
  let isLive = false;
  let isLeaving = false;
  /** Since this session began: what viewers were told of any run is no longer right. */
  let haveKeysChanged = false;
  /** What is under way has been opened. */
  let isReady = false;
  let presenceMoved = (): void => undefined;
  let indexById: ReadonlyMap<RunId, RunIndexEntry> = new Map();

  const access = (): Access => record.standing ?? rooms.capability?.role ?? 'alone';

  async function adopt(next: SpaceRecord): Promise<void> {
    const before = record;
    record = next;
    if (next.capability === before.capability && next.standing === before.standing) return;
    isLive = false;
    haveKeysChanged = true;
    const rekeyed = rooms.rekey(readRecordKeys(next));
    presenceMoved();
    await rekeyed;
    onChange();
  }

  async function changeRecord(change: (stored: SpaceRecord) => SpaceRecord): Promise<void> {
    const changed = await database.updateSpace(record.id, change);
    // Without it there is nothing left to change: the space was left in another tab.
    if (changed === null) return;
    await adopt(changed);
    options.onRecord();
  }

  function refresh(): void {
    const { me, joinedAt } = record;
    // Whoever may only look is written down by those who may write.
    const { writer: capability } = rooms;
    if (me === null || capability === null || !isLive || isLeaving) return;
    const facts = environment.deviceFacts;
    const now = environment.now();
    refreshOwnEntry(doc, describeThisDevice({ device, key, facts, capability, person: me, joinedAt, now }));
  }

  /** Owners' devices, which may have to take the others along. */
  function learnKeys(): void {
    const known = record.deviceKeys ?? {};
    if (rooms.capability?.role !== 'owner' || learnDeviceKeys(doc, known) === known) return;
    void changeRecord((stored) => ({
      ...stored,
      deviceKeys: learnDeviceKeys(doc, stored.deviceKeys ?? {}),
    })).catch(() => undefined);
  }

  /** Also of those that are not open yet. */
  const runRooms = (owner: OwnerCapability) =>
    [...indexById.values()].flatMap((entry) => {
      const isJoined = opened.has(entry.run) || !hasEnded(entry) || isYoung(entry, environment.now());
      return isJoined ? [deriveRunRoom(owner, entry.run, entry.generation)] : [];
    });

  const moves = makeSpaceMoves({
    device,
    key,
    link,
    document,
    record: () => record,
    changeRecord,
    runRooms,
    takeBackInvites: options.takeBackInvites,
    tellGuest: (before, guest) => tellGuest({ environment, relay: link }, record.id, before, guest),
  });

  function open(entry: RunIndexEntry): Promise<OpenRun> {
    const known = opening.get(entry.run);
    if (known !== undefined) return known;
    const name = runDatabaseName(environment.name, record.id, entry.run);
    const result = openRunSession({
      run: entry.run,
      databaseName: name,
      checkpoint: {
        read: () => database.getCheckpoint(record.id, entry.run),
        write: (checkpoint) => database.putCheckpoint(record.id, entry.run, checkpoint),
      },
      onChange: () => {
        noteEnd(entry.run);
        guests.refresh();
        onChange();
      },
    }).then((session): OpenRun => {
      // The index may have gone on while the document was read.
      const place = indexById.get(entry.run) ?? entry;
      // Also that of an old one: it is open because somebody looks at it, and may lack something.
      const room = closed ? null : rooms.openRun(place, session.document.doc);
      const run: OpenRun = { session, room };
      opened.set(entry.run, run);
      noteEnd(entry.run);
      guests.refresh();
      onChange();
      return run;
    });
    opening.set(entry.run, result);
    return result;
  }

  /** Viewers cannot derive which key signs a run's room; any device that can tells them. */
  function tellWriteKeys(): void {
    if (rooms.writer === null) return;
    doc.transact(() => {
      for (const { run, generation, writeKey } of indexById.values()) {
        // Of a run that nobody meets in any more it was told long ago, and a key takes a while to work out.
        if (writeKey !== null && !opening.has(run) && !haveKeysChanged) continue;
        const told = rooms.runWriteKey(run, generation);
        if (told !== null && told !== writeKey) writeRunWriteKey(doc, run, generation, told);
      }
    });
  }

  /** Keeps the index's summary in step with the run's log: written at its end, gone if it reopens. */
  function noteEnd(run: RunId): void {
    const session = opened.get(run)?.session;
    const entry = indexById.get(run);
    if (session === undefined || entry === undefined || !mayChange(access())) return;
    const state = session.state();
    if (state.status === 'notStarted') return;
    const events = session.events();
    const written = decodeRunSummary(entry.summary);
    // A device that has not heard everything yet must not correct one that has.
    if (written !== null && written.events > events) return;
    // Nothing to write and nothing to take back: the way of nearly every event.
    if ((state.status === 'running' || state.status === 'suspended') && written === null) return;
    const reading = readRun(state, { me: null, people: readPeople(doc) }, environment.now());
    const summary = computeRunSummary(reading);
    const current: StoredRunSummary | null = summary === null ? null : { ...summary, events };
    if (!isSame(current, written)) writeRunSummary(doc, run, current);
  }

  function readIndex(): void {
    indexById = new Map(readRunIndex(doc).map((entry) => [entry.run, entry]));
    for (const entry of indexById.values()) {
      opened.get(entry.run)?.room?.moveTo(entry);
      if (!hasEnded(entry) || (isReady && isYoung(entry, environment.now()))) void open(entry);
    }
    guests.refresh();
  }

  /** Nothing of them is to be done: they are opened when the screens have what they show, one after another. */
  async function openYoung(): Promise<void> {
    isReady = true;
    for (const entry of indexById.values()) {
      if (closed) return;
      if (hasEnded(entry) && isYoung(entry, environment.now())) await open(entry);
    }
  }

  const guests = openGuestDesk({
    environment,
    space: record.id,
    doc,
    rooms,
    joined: () =>
      [...opened.values()].flatMap(({ session, room }) =>
        room === null ? [] : [{ session, generation: room.generation }],
      ),
    isFirst: (run) => run.state().conductor === record.me,
    onChange,
  });
  readIndex();
  const contexts = makeContextKeeper({
    read: () => readSpaceContext(doc),
    runs: () => (mayChange(access()) ? [...opened.values()].map(({ session }) => session) : []),
    isFirst: (run) => run.state().conductor === record.me,
    tell: (run, context) => {
      const { me } = record;
      if (me === null || closed) return;
      const author = { actor: me, device, now: environment.now(), commandId: randomId(environment) };
      run.apply({ kind: 'setContext', context }, author);
    },
  });
  const stopObserving = observeSpace(doc, () => {
    readIndex();
    contexts.noteChange();
    if (isLive) tellWriteKeys();
    learnKeys();
    onChange();
  });
  // What is on this device already is shown at once; only then does the network come in.
  await Promise.all(opening.values());

  const spaceRoom = rooms.openSpace(doc, (keys, status) => {
    moves.noteStatus(keys, status);
    const wasLive = isLive;
    isLive = status.phase === 'live';
    if (!isLive || wasLive) return;
    refresh();
    tellWriteKeys();
  });
  const young = setTimeout(() => void openYoung(), youngAfterMs);
  const presence = makeMovingPresence(() => spaceRoom.current(), onChange);
  presenceMoved = () => presence.moved();

  function snapshot(): SpaceSnapshot {
    return takeSnapshot(
      doc,
      device,
      access(),
      record.me,
      guests,
      [...indexById.values()],
      (run) => opened.get(run)?.session ?? null,
      presence.here(),
    );
  }

  async function borrowRun<Value>(
    run: RunId,
    use: (borrowed: PersistedDocument) => Promise<Value>,
  ): Promise<Value> {
    const entry = indexById.get(run);
    // Without storage, what is not open is nowhere.
    if (opening.has(run) || (entry !== undefined && !document.persistent)) {
      const known = opening.get(run) ?? (entry === undefined ? undefined : open(entry));
      if (known !== undefined) return use((await known).session.document);
    }
    const borrowed = await openPersistedDocument(runDatabaseName(environment.name, record.id, run));
    try {
      return await use(borrowed);
    } finally {
      await borrowed.close();
    }
  }

  function openedRun(run: RunId): RunSession | null {
    const found = opened.get(run)?.session;
    if (found !== undefined) return found;
    const entry = indexById.get(run);
    if (entry !== undefined) void open(entry);
    return null;
  }

  return {
    id: record.id,
    joinedAt: record.joinedAt,
    document,
    rooms,
    record: () => record,
    moves,
    guests,
    guestOf: () => null,
    presence,
    access,
    adopt,
    isLive: () => isLive,
    flush: (limitMs) => spaceRoom.flush(limitMs),
    refreshOwnEntry: refresh,
    stopDescribing: () => {
      isLeaving = true;
    },
    me: () => record.me,
    setMe: async (person) => {
      const changed = await database.updateSpace(record.id, (stored) => ({ ...stored, me: person }));
      record = changed ?? { ...record, me: person };
      // A space that was just made is stored here for the first time.
      if (changed === null) await database.putSpace(record);
      refresh();
      onChange();
    },
    snapshot,
    run: async (run) => {
      const entry = indexById.get(run);
      return entry === undefined ? null : (await open(entry)).session;
    },
    startRun: async (entry, command, author) => {
      const { session } = await open({ ...entry, summary: null, writeKey: null });
      const applied = session.apply(command, author);
      return applied.ok ? ok(session) : applied;
    },
    runIds: () => [...indexById.keys()],
    guestIds: () => readGuests(doc).map(({ guest: id }) => id),
    isOpen: (run) => opening.has(run),
    borrowRun,
    openedRun,
    runState: (run) => openedRun(run)?.state() ?? null,
    runStates: () => [...opened.values()].map(({ session }) => session.state()),
    damaged: () =>
      [...opened.values()].flatMap(({ session }) => {
        const entries = session.damagedEntries();
        const newer = session.newerEntries();
        const title = indexById.get(session.run)?.title ?? session.state().title;
        return entries + newer === 0 ? [] : [{ run: session.run, title, entries, newer }];
      }),
    context: () => readSpaceContext(doc),
    people: () => readPeople(doc),
    runsOpen: async () => {
      await Promise.all(opening.values());
    },
    saveCheckpoints: async () => {
      await Promise.all([...opened.values()].map(({ session }) => session.saveCheckpoint()));
    },
    retryStorage: async () => {
      const documents = [document, ...[...opened.values()].map(({ session }) => session.document)];
      const results = await Promise.all(documents.map((each) => each.durable()));
      return results.every((result) => result.ok);
    },
    reread: async () => {
      const runs = await Promise.all(opening.values());
      await Promise.all(
        [document, ...runs.map(({ session }) => session.document)].map((each) => each.reread()),
      );
    },
    close: async () => {
      closed = true;
      clearTimeout(young);
      stopObserving();
      contexts.close();
      presence.close();
      moves.close();
      await Promise.all([spaceRoom.destroy(), guests.close()]);
      const runs = await Promise.all(opening.values());
      await Promise.all(runs.flatMap(({ room }) => (room === null ? [] : [room.destroy()])));
      await Promise.all([document.close(), ...runs.map(({ session }) => session.close())]);
    },
  };
}
