/**
 * What every view is computed from: a space as this device knows it. Plain, immutable, without a clock.
 */
import type { RunState } from '../engine/run-state.ts';
import type { Access } from '../model/access.ts';
import type { PersonId, RunId, WorkflowId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { Person } from '../model/person.ts';
import type { Tone } from './shared.ts';

export interface SpaceSnapshot {
  readonly spaceName: string;
  /** What may be done here; nothing is offered to who may only look. */
  readonly access: Access;
  /** Null until somebody said who holds this device. */
  readonly me: PersonId | null;
  readonly people: readonly Person[];
  /** People of whom a device has joined. */
  readonly joined: ReadonlySet<PersonId>;
  readonly runs: readonly RunEntry[];
  readonly workflows: readonly WorkflowEntry[];
  readonly invites: readonly InviteEntry[];
  /** Devices that have the space open now, this one not among them; a person may have several. */
  readonly here: readonly HereEntry[];
}

/** What a device says of its person while it is in hand. A claim: it may name anybody, and anything as their place. */
export interface HereEntry {
  readonly person: PersonId;
  readonly at: Place | null;
  /** Writes a note on the step where they are. */
  readonly typing: boolean;
}

export interface Place {
  readonly run: RunId;
  /** Null: the flow as a whole. */
  readonly key: OccurrenceKey | null;
}

export interface RunEntry {
  readonly run: RunId;
  /** From the run index: known before the run's document is. */
  readonly title: string;
  /** Null while the document is not loaded, or not on this device yet. */
  readonly state: RunState | null;
  /** Written once, when the run ended. */
  readonly summary: RunSummary | null;
  /** Entries of the log that could not be read at all; kept in place. */
  readonly damagedEntries: number;
}

/** What stays of an ended run without its document. */
export interface RunSummary {
  readonly title: string;
  readonly status: 'finished' | 'cancelled';
  /** Milliseconds since 1970; null when the log does not tell. */
  readonly endedAt: number | null;
  readonly done: number;
  readonly total: number;
  readonly people: readonly PersonId[];
  /** One a step, in rail order. */
  readonly segments: readonly Tone[];
}

export interface WorkflowEntry {
  readonly id: WorkflowId;
  readonly title: string;
  readonly source: 'template' | 'saved';
  readonly stepCount: number;
}

export interface InviteEntry {
  readonly id: string;
  readonly person: PersonId | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly takenBack: boolean;
}
