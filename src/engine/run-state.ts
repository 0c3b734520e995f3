/**
 * What a run's log folds to. A disposable cache of the log: nothing in it is stored, and none of it
 * depends on a clock; what depends on `now` is computed from it by `computeTimed` (lateness, next wake).
 */
import type { FactValue } from '../model/fact.ts';
import type { EventId, FactId, PersonId, RunId, StepId } from '../model/ids.ts';
import type { Occurrence, OccurrenceKey } from '../model/occurrence.ts';
import type { Person, RunContext } from '../model/person.ts';
import type { LogEvent, OpaqueEvent } from '../model/event.ts';
import type { StepDefinition, WorkflowVersion } from '../model/workflow.ts';

/** ENGINE §2, as far as the events of this cut go. */
export type OccurrenceStatus =
  | 'created'
  | 'ready'
  | 'inProgress'
  | 'completed'
  | 'failed'
  | 'skipped'
  | 'terminated'
  | 'held';

/** ENGINE §4: what an edge tells the step it leads into. */
export type EdgeStatus = 'unknown' | 'live' | 'dead' | 'failed';

export interface StepNote {
  readonly event: EventId;
  readonly actor: PersonId;
  readonly at: number;
  readonly text: string;
}

/** One side of a conflict: a verdict that no later event saw. */
export interface ConflictSide {
  readonly event: EventId;
  readonly type: 'step.completed/1' | 'step.failed/1' | 'step.skipped/1' | 'step.reopened/1';
  readonly actor: PersonId;
  readonly at: number;
}

export interface OccurrenceState {
  readonly key: OccurrenceKey;
  readonly occurrence: Occurrence;
  readonly status: OccurrenceStatus;
  /** Who holds it, or would; null when nobody is named and the conductor has to. */
  readonly holder: PersonId | null;
  /** True when a person claimed or was handed it, false when the definition named them. */
  readonly taken: boolean;
  /** Set while a step in front of it failed for good [J1]. */
  readonly blockedBy: readonly StepId[];
  /** Direct predecessors that have not happened yet. */
  readonly waitingFor: readonly StepId[];
  /** When it became ready by the authors' clocks: the hand-off that freed it; null before. */
  readonly readyAt: number | null;
  /** The event that freed it (the last completion before it, or run.started). */
  readonly freedBy: EventId | null;
  readonly startedAt: number | null;
  readonly closedAt: number | null;
  /** All who completed, failed or skipped it effectively; several when rivals agree [M]. */
  readonly closedBy: readonly PersonId[];
  readonly reason: string | null;
  /** Failed attempts so far. */
  readonly attempts: number;
  readonly notes: readonly StepNote[];
  readonly ticked: ReadonlySet<string>;
  /** Rival verdicts, more than one side; empty when there is no conflict. */
  readonly conflict: readonly ConflictSide[];
  /** Verdicts that were overruled by the table of ENGINE §7 and stay readable. */
  readonly overruled: readonly ConflictSide[];
  /** Resolved due instant, milliseconds since 1970; null when there is none or its fact is missing. */
  readonly dueAt: number | null;
  /** True when `dueAt` has a time of day; false when any time on that day will do. */
  readonly dueHasTime: boolean;
}

export type RunStatus = 'notStarted' | 'running' | 'finished' | 'cancelled';

export interface RunState {
  readonly run: RunId;
  readonly status: RunStatus;
  readonly title: string;
  /** The pinned version; null until `run.started` has arrived. */
  readonly workflow: WorkflowVersion | null;
  /** The pinned definition's steps with patches applied, in definition order. */
  readonly steps: readonly StepDefinition[];
  readonly conductor: PersonId | null;
  readonly parts: Readonly<Record<string, PersonId>>;
  readonly facts: ReadonlyMap<FactId, FactValue>;
  readonly context: RunContext | null;
  readonly personById: ReadonlyMap<PersonId, Person>;
  /** The current (highest) iteration of every step, by step. */
  readonly current: ReadonlyMap<StepId, OccurrenceState>;
  /** Every occurrence that ever was, earlier iterations too. */
  readonly occurrences: ReadonlyMap<OccurrenceKey, OccurrenceState>;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly startedBy: PersonId | null;
  /** Heads of the log: the parents of the next event. */
  readonly heads: readonly EventId[];
  /** All events in the one total order (Lamport, id) [E5]. */
  readonly history: readonly LogEvent[];
  /** Kept but not understood: made by a newer version, or damaged. */
  readonly opaque: readonly OpaqueEvent[];
  /** Events kept aside because another with the same id won [E7], or because they belong to another run. */
  readonly aside: readonly LogEvent[];
}
