/**
 * One space, open on this device: its document, the sessions of its runs, and the rooms they sync in.
 *
 * Flow: the run index says which runs there are; each active run's document is opened, folded and
 * joined to its room. When a run has ended its summary is written into the space document once, so
 * that history needs no run documents.
 */
import { isSame } from '../model/is-same.ts';
import type { RunState } from '../engine/run-state.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { Command } from '../model/command.ts';
import type { Access } from '../model/access.ts';
import { ok, type Result } from '../model/result.ts';
import type { DeviceId, PersonId, RunId, SpaceId } from '../model/ids.ts';
import type { Person, RunContext } from '../model/person.ts';
import { openPersistedDocument, type PersistedDocument } from '../store/persisted-document.ts';
import type { DeviceDatabase, SpaceRecord } from '../store/device-database.ts';
import {
  observeSpace,
  readPeople,
  readRunIndex,
  readSettings,
  type NewRunIndexEntry,
  type RunIndexEntry,
  writeRunSummary,
} from '../store/space-document.ts';
import { decodeRunSummary, type StoredRunSummary } from '../views/decode-run-summary.ts';
import { computeRunSummary } from '../views/run-figures.ts';
import { readRun } from '../views/run-reading.ts';
import type { SpaceSnapshot } from '../views/space-snapshot.ts';
import type { Environment } from './environment.ts';
import { type Author, openRunSession, type RunSession } from './run-session.ts';
import type { RoomHandle } from '../sync/room.ts';
import { makeSpacePresence, type SpacePresence } from './space-presence.ts';
import type { SpaceRooms } from './space-rooms.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** Finished runs younger than this keep their rooms, so that late edits still arrive. */
const keepJoinedFor = 30 * 24 * 60 * 60_000;

export interface SpaceSession {
  readonly id: SpaceId;
  /** This device's clock when it came to know the space. */
  readonly joinedAt: number;
  readonly document: PersistedDocument;
  readonly rooms: SpaceRooms;
  /** `null`: the space has no room. */
  readonly presence: SpacePresence | null;
  access(): Access;
  me(): PersonId | null;
  setMe(person: PersonId): Promise<void>;
  snapshot(): SpaceSnapshot;
  /** The run's session; opens a finished run's document when it is asked for. `null`: no such run. */
  run(run: RunId): Promise<RunSession | null>;
  /** Makes a run's document with its first events; the caller writes the index when they are on disk. */
  startRun(entry: NewRunIndexEntry, command: Command, author: Author): Promise<Result<RunSession, Refusal>>;
  /** Like `run`, without waiting; `null` while it is not open. Asking opens it. */
  openedRun(run: RunId): RunSession | null;
  runState(run: RunId): RunState | null;
  runStates(): readonly RunState[];
  damaged(): readonly {
    readonly run: RunId;
    readonly title: string;
    readonly entries: number;
    readonly newer: number;
  }[];
  context(): RunContext;
  people(): readonly Person[];
  /** Resolves when the documents of all runs known now are open on this device. */
  runsOpen(): Promise<void>;
  /** Writes the checkpoints that are not written yet: the device may be about to stop. */
  saveCheckpoints(): Promise<void>;
  /** Documents whose last write failed are tried again. */
  retryStorage(): Promise<boolean>;
  close(): Promise<void>;
}

export interface SpaceSessionOptions {
  readonly environment: Environment;
  readonly device: DeviceId;
  readonly database: DeviceDatabase;
  readonly record: SpaceRecord;
  readonly rooms: SpaceRooms;
  readonly onChange: () => void;
}

interface OpenRun {
  readonly session: RunSession;
  readonly room: RoomHandle | null;
}

export async function openSpaceSession(options: SpaceSessionOptions): Promise<SpaceSession> {
  const { environment, database, rooms, onChange } = options;
  let record = options.record;
  const document = await openPersistedDocument(`${environment.name}/space/${record.id}`);
  const { doc } = document;
  const opening = new Map<RunId, Promise<OpenRun>>();
  const opened = new Map<RunId, OpenRun>();
  let closed = false;
  let indexById: ReadonlyMap<RunId, RunIndexEntry> = new Map();

  function open(entry: RunIndexEntry): Promise<OpenRun> {
    const known = opening.get(entry.run);
    if (known !== undefined) return known;
    const name = `${environment.name}/run/${record.id}/${entry.run}`;
    const result = openRunSession({
      run: entry.run,
      databaseName: name,
      checkpoint: {
        read: () => database.getCheckpoint(record.id, entry.run),
        write: (checkpoint) => database.putCheckpoint(record.id, entry.run, checkpoint),
      },
      onChange: () => {
        noteEnd(entry.run);
        onChange();
      },
    }).then((session): OpenRun => {
      // Also that of an old one: it is open because somebody looks at it, and may lack something.
      const room = !closed ? rooms.openRun(entry.run, entry.generation, session.document.doc) : null;
      const run: OpenRun = { session, room };
      opened.set(entry.run, run);
      noteEnd(entry.run);
      onChange();
      return run;
    });
    opening.set(entry.run, result);
    return result;
  }

  function hasEnded(entry: RunIndexEntry): boolean {
    return decodeRunSummary(entry.summary) !== null;
  }

  function isYoung(entry: RunIndexEntry): boolean {
    const endedAt = decodeRunSummary(entry.summary)?.endedAt ?? entry.createdAt;
    // It cannot have ended before it began, whatever the clock of the device where it ended said.
    return environment.now() - Math.max(endedAt, entry.createdAt) < keepJoinedFor;
  }

  /** Keeps the index's summary in step with the run's log: written at its end, gone if it reopens. */
  function noteEnd(run: RunId): void {
    const session = opened.get(run)?.session;
    const entry = indexById.get(run);
    if (session === undefined || entry === undefined) return;
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
      if (!hasEnded(entry) || isYoung(entry)) void open(entry);
    }
  }

  readIndex();
  const stopObserving = observeSpace(doc, () => {
    readIndex();
    onChange();
  });
  // What is on this device already is shown at once; only then does the network come in.
  await Promise.all(opening.values());
  const spaceRoom = rooms.openSpace(doc);
  const presence = spaceRoom === null ? null : makeSpacePresence(spaceRoom.awareness, onChange);

  const access = (): Access => record.standing ?? rooms.capability?.role ?? 'alone';

  function snapshot(): SpaceSnapshot {
    return takeSnapshot(
      doc,
      access(),
      record.me,
      [...indexById.values()],
      (run) => opened.get(run)?.session ?? null,
      presence?.here() ?? [],
    );
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
    presence,
    access,
    me: () => record.me,
    setMe: async (person) => {
      record = { ...record, me: person };
      await database.putSpace(record);
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
    context: () => ({ people: readPeople(doc), zone: readSettings(doc).zone }),
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
    close: async () => {
      closed = true;
      stopObserving();
      presence?.close();
      await spaceRoom?.destroy();
      const runs = await Promise.all(opening.values());
      await Promise.all(runs.flatMap(({ room }) => (room === null ? [] : [room.destroy()])));
      await Promise.all([document.close(), ...runs.map(({ session }) => session.close())]);
    },
  };
}
