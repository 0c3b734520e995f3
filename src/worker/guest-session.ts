/**
 * A guest's one run, open on the guest's device: read from the run's room, written to a document of the
 * guest's own, both folded together, so that what the guest did shows at once and without a connection.
 *
 * Invariants: nothing is written that members' devices would set aside; when the link has ended, what is here
 * stays readable and nothing is written any more.
 */
import { createRunFold } from '../engine/fold-run.ts';
import { findGuestFault, guestCommandId } from '../engine/guest/guest-fault.ts';
import { createGuestJudge } from '../engine/guest/guest-judge.ts';
import type { RunState } from '../engine/run-state.ts';
import type { Access } from '../model/access.ts';
import type { LogEvent, RunEvent } from '../model/event.ts';
import { err } from '../model/result.ts';
import type { Person } from '../model/person.ts';
import { openMemoryDocument, openPersistedDocument } from '../store/persisted-document.ts';
import type { DeviceDatabase, SpaceRecord } from '../store/device-database.ts';
import { isGuestHere, isGuestOver, markGuestHere, observeGuestMarks } from '../store/guest-document.ts';
import { type GuestCapability, guestRooms } from '../sync/guest-capability.ts';
import type { RoomStatus } from '../sync/room.ts';
import type { RoomKeys } from '../sync/room-keys.ts';
import type { RunEntry, SpaceSnapshot } from '../views/space-snapshot.ts';
import type { Environment } from './environment.ts';
import { guestDatabaseName } from './guest-desk.ts';
import type { RelayLink } from './relay-link.ts';
import { makeRoomSet } from './room-set.ts';
import { openRunSession } from './run-session.ts';
import type { SpaceSession } from './space-session.ts';
import { emptySnapshot } from './take-snapshot.ts';

export interface GuestSessionOptions {
  readonly environment: Environment;
  readonly database: DeviceDatabase;
  readonly record: SpaceRecord;
  readonly capability: GuestCapability;
  readonly link: RelayLink;
  /** The record changed: other tabs have it to read. */
  readonly onRecord: () => void;
  readonly onChange: () => void;
}

export async function openGuestSession(options: GuestSessionOptions): Promise<SpaceSession> {
  const { environment, database, capability, link, onChange } = options;
  const { run, guest, person } = capability;
  let { record } = options;
  const rooms = makeRoomSet(link);
  const document = await openPersistedDocument(guestDatabaseName(environment, record.id, guest));
  // The same that members do: what they would not take in, whoever wrote it with this link, shows here neither.
  const judge = createGuestJudge(capability);
  const session = await openRunSession({
    run,
    databaseName: `${environment.name}/run/${record.id}/${run}`,
    // One run, and a log beside it that a checkpoint would not know of: it is folded when it is opened.
    checkpoint: { read: async () => null, write: async () => undefined },
    own: {
      document,
      nameCommand: (random) => guestCommandId(guest, random),
      granted: (own, known) => judge.judge(own, known).granted,
      mayWrite: (events, before) => wouldBeTakenIn(events, before, capability),
    },
    onChange,
  });
  const keys = guestRooms(capability);
  /** A link that has ended opens no room any more. */
  const unlessOver = (room: RoomKeys): RoomKeys | null => (record.standing === undefined ? room : null);
  let isClosed = false;
  const onStatus = (_: RoomKeys, { error }: RoomStatus): void => {
    isClosed ||= error?.type === 'closed';
    noteEnd();
  };
  const runRoom = rooms.join({
    doc: session.document.doc,
    keysOf: () => unlessOver(keys.run),
    appendOnly: true,
    onStatus,
  });
  const ownRoom = rooms.join({
    doc: document.doc,
    keysOf: () => unlessOver(keys.guest),
    appendOnly: true,
    mayCompact: false,
    onStatus,
  });

  /** The members said that the link is over; it stays so, whatever the relay forgets. */
  function noteEnd(): void {
    if (record.standing !== undefined || !(isClosed || isGuestOver(document.doc))) return;
    record = { ...record, standing: 'removed' };
    void database
      .updateSpace(record.id, (stored) => ({ ...stored, standing: 'removed' }))
      .then(options.onRecord)
      .catch(() => undefined);
    // Not inside a message of the room that is left.
    queueMicrotask(() => void rooms.reopenAll());
    onChange();
  }

  const stopObserving = observeGuestMarks(document.doc, noteEnd);
  noteEnd();
  if (record.standing === undefined && !isGuestHere(document.doc)) markGuestHere(document.doc);

  const access = (): Access => record.standing ?? 'guest';
  const isKnown = (): boolean => session.state().status !== 'notStarted';

  function people(): readonly Person[] {
    const known = session.state().context?.people ?? [];
    if (known.some(({ id }) => id === person)) return known;
    return [...known, { id: person, name: record.guestOf?.personName ?? '', colour: 'sand' }];
  }

  function entry(): RunEntry {
    return {
      run,
      title: isKnown() ? session.state().title : (record.guestOf?.runTitle ?? ''),
      state: isKnown() ? session.state() : null,
      summary: null,
      damagedEntries: session.damagedEntries(),
      guests: [],
      setAside: [],
    };
  }

  function snapshot(): SpaceSnapshot {
    return {
      ...emptySnapshot,
      spaceName: record.guestOf?.spaceName ?? '',
      zone: session.state().context?.zone ?? emptySnapshot.zone,
      access: access(),
      me: person,
      people: people(),
      roles: [],
      runs: [entry()],
      workflows: [],
    };
  }

  return {
    id: record.id,
    joinedAt: record.joinedAt,
    document,
    rooms: {
      capability,
      writer: null,
      names: () => rooms.names(),
      statuses: () => rooms.statuses(),
      flush: (limitMs) => rooms.flush(limitMs),
      caughtUp: (limitMs) => rooms.caughtUp(limitMs),
    },
    moves: null,
    guests: null,
    presence: null,
    isLive: () => ownRoom.current()?.status().phase === 'live',
    flush: (limitMs) => ownRoom.flush(limitMs),
    // Nothing about this device stands in what a guest may write.
    refreshOwnEntry: () => undefined,
    adopt: async (stored) => {
      record = stored;
      await rooms.reopenAll();
      onChange();
    },
    guestOf: () => ({
      inviter: record.guestOf?.inviterName ?? '',
      run,
      title: entry().title,
    }),
    access,
    me: () => person,
    // The link says who they are.
    setMe: async () => undefined,
    snapshot,
    run: async (wanted) => (wanted === run ? session : null),
    startRun: async () => err({ type: 'notForGuests' }),
    record: () => record,
    runIds: () => [run],
    guestIds: () => [guest],
    isOpen: (wanted) => wanted === run,
    // What a file says of other runs is nothing that a guest has.
    borrowRun: async (wanted, use) => {
      if (wanted === run) return use(session.document);
      const nowhere = openMemoryDocument();
      try {
        return await use(nowhere);
      } finally {
        await nowhere.close();
      }
    },
    stopDescribing: () => undefined,
    openedRun: (wanted) => (wanted === run ? session : null),
    runState: (wanted) => (wanted === run ? session.state() : null),
    runStates: () => [session.state()],
    damaged: () => {
      const entries = session.damagedEntries();
      const newer = session.newerEntries();
      return entries + newer === 0 ? [] : [{ run, title: entry().title, entries, newer }];
    },
    context: () => ({ people: people(), zone: session.state().context?.zone ?? 'UTC' }),
    people,
    runsOpen: async () => undefined,
    saveCheckpoints: async () => undefined,
    retryStorage: async () => {
      const written = await Promise.all([session.document.durable(), document.durable()]);
      return written.every(({ ok }) => ok);
    },
    reread: async () => {
      await Promise.all([session.document.reread(), document.reread()]);
    },
    close: async () => {
      stopObserving();
      await Promise.all([runRoom.destroy(), ownRoom.destroy()]);
      await session.close();
    },
  };
}

/** As members' devices would judge: each event against the run with those before it. */
function wouldBeTakenIn(
  events: readonly RunEvent[],
  before: RunState,
  { guest, run, person }: GuestCapability,
): boolean {
  const log: LogEvent[] = [...before.history];
  return events.every((event, index) => {
    let past = before;
    if (index > 0) {
      const fold = createRunFold(run);
      fold.add(log);
      past = fold.state;
    }
    log.push(event);
    return findGuestFault(event, { guest, run, person }, past) === null;
  });
}
