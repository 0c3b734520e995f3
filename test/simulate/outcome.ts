/** What is known of a simulated run when it is over: all that the checks and the story are made from. */
import type { AlertCause } from '../../src/engine/alerts/alert.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import type { LogEvent } from '../../src/model/event.ts';
import type { DeviceId, EventId, PersonId, WorkflowId } from '../../src/model/ids.ts';
import type { RungAction } from '../../src/model/ladder.ts';
import type { OccurrenceKey } from '../../src/model/occurrence.ts';
import type { Cast } from './draw-cast.ts';

/** A command that a person gave; its id is the stem of the ids of what was written. */
export interface Deed {
  readonly commandId: string;
  readonly person: PersonId;
  readonly kind: string;
}

/** A person was told something, on one of their devices. */
export interface Telling {
  readonly person: PersonId;
  readonly device: DeviceId;
  /** Right time, ms. */
  readonly at: number;
  readonly id: string;
  readonly key: OccurrenceKey | null;
  readonly title: string;
  readonly cause: AlertCause;
  readonly rung: RungAction;
  /** By the device's clock. */
  readonly since: number;
  readonly about: PersonId | null;
  readonly due: { readonly at: number; readonly hasTime: boolean; readonly late: boolean } | null;
  readonly pausedAt: number | null;
  readonly details: readonly string[];
  readonly alsoLate: readonly string[];
  /** Its turn had not come. */
  readonly early: boolean;
  /** This device had heard that they know. */
  readonly alreadyRead: boolean;
  /** They have the app, and are here, or nobody else is. */
  readonly canAct: boolean;
  /** Ways out that were offered. */
  readonly ways: readonly string[];
  /** Of those: what the engine would have refused them. */
  readonly refusedWays: readonly string[];
}

/** Somebody did what an alert offered, or said that they know. */
export interface WayTaken {
  readonly person: PersonId;
  readonly at: number;
  readonly id: string;
  readonly way: string;
}

/** A stretch in which a step was late, a pause forgotten or an undo lay, as who knows everything saw it. */
export interface Lateness {
  /** The same for stretches that only a pause has parted. */
  readonly name: string;
  readonly title: string;
  readonly from: number;
  to: number | null;
  /** Alerts that told of it while it lasted, read or unread. */
  readonly alerts: Set<string>;
}

/** A device that knew of something overdue, and of nobody who would be told of it. */
export interface Silence {
  readonly device: DeviceId | null;
  /** As lateness is named. */
  readonly name: string;
  readonly title: string;
  readonly at: number;
}

export interface OutcomeRecord {
  readonly deeds: Deed[];
  readonly tellings: Telling[];
  readonly ways: WayTaken[];
  /** Of which latenesses somebody said that they know; by their names. */
  readonly read: Set<string>;
  readonly lateness: Lateness[];
  readonly silences: Silence[];
  /** When each event was written, by the right time, ms. */
  readonly writtenAt: Map<EventId, number>;
  /** Steps that somebody moved on by looking the flow over, told or not. */
  lookedOver: number;
}

export interface Outcome extends Readonly<OutcomeRecord> {
  readonly workflow: WorkflowId;
  readonly seed: number;
  readonly cast: Cast;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Whether it came to its end before patience did. */
  readonly ended: boolean;
  readonly state: RunState;
  readonly log: readonly LogEvent[];
  /** What each device made of all that was written, by device, as a digest. */
  readonly digests: ReadonlyMap<string, string>;
}
