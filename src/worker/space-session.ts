/** A space or, on a guest's device, one run of it, open on this device: what everything above it works with. */
import type { RunState } from '../engine/run-state.ts';
import type { Command } from '../model/command.ts';
import type { Access } from '../model/access.ts';
import type { Result } from '../model/result.ts';
import type { GuestId, PersonId, RunId, SpaceId } from '../model/ids.ts';
import type { Person, RunContext } from '../model/person.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import type { SpaceRecord } from '../store/device-database.ts';
import type { NewRunIndexEntry } from '../store/space-document.ts';
import type { SpaceSnapshot } from '../views/space-snapshot.ts';
import type { ApplyFailure, Author, RunSession } from './run-session.ts';
import type { GuestLine } from './messages.ts';
import type { SpaceMoves } from './space-moves.ts';
import type { GuestDesk } from './guest-desk.ts';
import type { SessionRooms } from './space-rooms.ts';
import type { SpacePresence } from './space-presence.ts';

export interface SpaceSession {
  readonly id: SpaceId;
  /** This device's clock when it came to know the space. */
  readonly joinedAt: number;
  readonly document: PersistedDocument;
  readonly rooms: SessionRooms;
  /** As it is stored. */
  record(): SpaceRecord;
  /** `null`: a guest's one run, which moves nowhere. */
  readonly moves: SpaceMoves | null;
  /** What guests of its runs write; `null` on a guest's own device. */
  readonly guests: GuestDesk | null;
  /** Whose guest this device is; `null` on a member's. */
  guestOf(): GuestLine | null;
  /** `null`: a guest is not told who is here, nor tells. */
  readonly presence: SpacePresence | null;
  access(): Access;
  /** What was stored of this space, by this tab or by another one. */
  adopt(record: SpaceRecord): Promise<void>;
  /** Whether the space's own document is in step with the relay. */
  isLive(): boolean;
  /** Sends what waits of it. True when the relay holds all of it before the time is over. */
  flush(limitMs: number): Promise<boolean>;
  /** Writes what is not true any more of what the document says about this device. */
  refreshOwnEntry(): void;
  /** From now on this tab writes nothing more about this device: it is leaving. */
  stopDescribing(): void;
  me(): PersonId | null;
  setMe(person: PersonId): Promise<void>;
  snapshot(): SpaceSnapshot;
  /** The run's session; opens a finished run's document when it is asked for. `null`: no such run. */
  run(run: RunId): Promise<RunSession | null>;
  /** Makes a run's document with its first events; the caller writes the index when they are on disk. */
  startRun(
    entry: NewRunIndexEntry,
    command: Command,
    author: Author,
  ): Promise<Result<RunSession, ApplyFailure>>;
  /** Every run that is in the index. */
  runIds(): readonly RunId[];
  /** Every guest that there ever was, or on a guest's own device the one. */
  guestIds(): readonly GuestId[];
  /** Whether the run's document is open, or about to be; asking opens nothing. */
  isOpen(run: RunId): boolean;
  /** A run's document for a moment: one that is not open is read from disk and let go again. */
  borrowRun<Value>(run: RunId, use: (document: PersistedDocument) => Promise<Value>): Promise<Value>;
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
  /** Takes in what another tab wrote into documents that are open here, as it opened a file. */
  reread(): Promise<void>;
  close(): Promise<void>;
}

/** `device`: the environment's name. */
export function spaceDatabaseName(device: string, space: SpaceId): string {
  return `${device}/space/${space}`;
}

export function runDatabaseName(device: string, space: SpaceId, run: RunId): string {
  return `${device}/run/${space}/${run}`;
}
