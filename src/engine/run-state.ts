/**
 * What a run's log folds to. A disposable cache of the log: nothing in it is stored, and none of it
 * depends on a clock; what depends on `now` is computed from it by `computeTimed` (lateness, next wake).
 *
 * A state is valid until the next event is added: each change makes a new `RunState`, so that another
 * object means another state, but its maps and lists (`current`, `occurrences`, `facts`, `acknowledged`,
 * `history`, `opaque`) live on inside the fold and change with it. What they hold (an `OccurrenceState`,
 * a `FactState`, an event) never changes, and stays the same object while it says the same. Whoever needs
 * what was before an event copies the map, or asks before adding.
 */
import type { ApprovalState } from './approval/approval-state.ts';
import type { ContactWay } from '../model/contact-way.ts';
import type { FactDefinition, FactRead, FactValue } from '../model/fact.ts';
import type { EventId, FactId, PersonId, RoleId, RunId, StepId } from '../model/ids.ts';
import type { Occurrence, OccurrenceKey } from '../model/occurrence.ts';
import type { Person, RunContext } from '../model/person.ts';
import type { LogEvent, OpaqueEvent } from '../model/event.ts';
import type { FollowUp, WorkflowVersion } from '../model/workflow.ts';
import type { ItemList } from './items/item-list.ts';
import type { PlacedStep } from './items/placed-step.ts';
import type { PatchedPlan, PlanFlag } from './plan-changes/apply-patches.ts';
import type { RunEnding } from './run-ending.ts';
import type { Overlap } from './together/overlaps.ts';
import type { UndoState } from './undo-state.ts';
import type { Pause } from './waiting.ts';

/** ENGINE §2, as far as the events of this cut go. */
export type OccurrenceStatus =
  | 'created'
  /** Also a step that was claimed and not begun ("reserved"): `taken` tells. */
  | 'ready'
  | 'inProgress'
  /** On somebody or something outside: `waitingOn`. */
  | 'waiting'
  /** Paused, or its whole run is. */
  | 'suspended'
  | 'completed'
  | 'failed'
  | 'skipped'
  /** By a dead path, a join that cancelled the rest, or a condition that does not hold. */
  | 'withdrawn'
  /** Cancelled by a person, or with its run. */
  | 'terminated'
  /** Rival verdicts that the table cannot settle. */
  | 'held';

/** ENGINE §4: what an edge tells the step it leads into. */
export type EdgeStatus = 'unknown' | 'live' | 'dead' | 'failed' | 'barred';

export interface StepNote {
  readonly event: EventId;
  readonly actor: PersonId;
  readonly at: number;
  readonly text: string;
}

/** Somebody was asked about the step. */
export interface StepNudge {
  readonly event: EventId;
  readonly actor: PersonId;
  readonly to: PersonId;
  readonly how: ContactWay;
  readonly at: number;
}

/** One side of a conflict: a verdict that no later event saw. */
export interface ConflictSide {
  readonly event: EventId;
  readonly type:
    | 'step.completed/2'
    | 'step.failed/1'
    | 'step.skipped/1'
    | 'step.cancelled/1'
    | 'step.reopened/1';
  readonly actor: PersonId;
  readonly at: number;
  /** Of a completion. */
  readonly outcome: string | null;
  /** The note of a completion, the reason of anything else. */
  readonly text: string | null;
}

/** A fact that is no longer what the step rested on [F1]. */
export interface StaleRead {
  readonly read: FactRead;
  /** What it was when the step was completed or last checked; `null`: missing. */
  readonly was: FactValue | null;
  readonly now: FactValue | null;
}

/** A claim or hand-over without effect: `person` would have had the step. */
export interface LostMove {
  readonly event: EventId;
  readonly person: PersonId;
  readonly at: number;
}

/** Whom or what outside a step waits for. */
export interface WaitingOn {
  readonly event: EventId;
  readonly on: string;
  readonly person: PersonId | null;
  readonly since: number;
}

/** Why nothing of a step is wanted. */
export type WithdrawnBecause =
  | 'deadPath'
  | 'restCancelled'
  | 'condition'
  | 'removed'
  | 'runFinished'
  /** A fallback of a step that ended without it. */
  | 'unusedFallback'
  /** Another option of its choice was begun [T3]. */
  | 'otherChosen'
  /** What it could be done until is done [T5]. */
  | 'tooLate';

/** A completion of the pass before that the reopening had not seen, offered to this one (ENGINE §7). */
export interface OfferedResult {
  readonly event: EventId;
  readonly actor: PersonId;
  readonly at: number;
  readonly outcome: string | null;
  readonly note: string | null;
}

/** One value that a fact was given. */
export interface FactChange {
  /** `run.started`, or a `fact.set`. */
  readonly event: EventId;
  readonly value: FactValue | null;
  readonly actor: PersonId;
  readonly at: number;
  /** The step that wrote it, if one did. */
  readonly occurrence: Occurrence | null;
}

export interface FactState {
  readonly definition: FactDefinition;
  /** Of rivals the latest in total order; of a derived fact what follows from its origin; `null`: missing. */
  readonly value: FactValue | null;
  /** What it was given, in total order; of a derived fact its origin's. */
  readonly changes: readonly FactChange[];
  /** Rival values that no later change saw, more than one; empty when there is no dispute [F6]. */
  readonly rivals: readonly FactChange[];
  /** It feeds a condition or a start, or the plan says so: rivals make its readers wait [F6]. */
  readonly critical: boolean;
}

export interface OccurrenceState {
  readonly key: OccurrenceKey;
  readonly occurrence: Occurrence;
  readonly status: OccurrenceStatus;
  /** Who holds it, or would; null when nobody is named and the conductor has to. */
  readonly holder: PersonId | null;
  /** True when a person claimed or was handed it, false when the definition named them. */
  readonly taken: boolean;
  /** Claims and hand-overs that a rival one beat, lowest in total order first (ENGINE §7). */
  readonly lostMoves: readonly LostMove[];
  /** True while a step in front of it failed for good [J1]; `computeWaits` says which. */
  readonly blocked: boolean;
  /** Required facts that are missing, or critical and disputed, while nothing else holds it up [F5] [F6]. */
  readonly missingFacts: readonly FactId[];
  readonly disputedFacts: readonly FactId[];
  /** The earliest instant at which it may begin (a start date, lags), milliseconds since 1970. */
  readonly startsAt: number | null;
  /** Its own, while it lasts; null of one that only its run holds up. */
  readonly pause: Pause | null;
  readonly waitingOn: WaitingOn | null;
  readonly replies: readonly StepNote[];
  /** Begun while what it depends on is open again [J8]. */
  readonly ahead: boolean;
  readonly withdrawnBecause: WithdrawnBecause | null;
  /** A fallback that nobody has called upon [X5]. */
  readonly dormant: boolean;
  /** Completed although a dead path or a `cancelRest` had withdrawn it [J9]: its undo is proposed. */
  readonly surplus: boolean;
  readonly offered: OfferedResult | null;
  /** How it ended; `null` when it has no outcomes, or rivals disagree. */
  readonly outcome: string | null;
  /** Of a completed step: a fact it read is another [F1], or it rests on a step of which that is true. */
  readonly validity: 'fresh' | 'recheck' | 'provisional';
  /** Why `recheck`. */
  readonly staleReads: readonly StaleRead[];
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
  /** In total order [N1]. */
  readonly nudges: readonly StepNudge[];
  /** Rival verdicts, more than one side; empty when there is no conflict. */
  readonly conflict: readonly ConflictSide[];
  /** When the last claim or hand-over that holds was unseen by the completion: who was given it, and when. */
  readonly takenUnseen: LostMove | null;
  /** Who votes and how; null of every other kind of step. */
  readonly approval: ApprovalState | null;
  /** Verdicts that were overruled by the table of ENGINE §7 and stay readable. */
  readonly overruled: readonly ConflictSide[];
  /** Of a completed pass whose step can be undone; the completion stays readable beside it. */
  readonly undo: UndoState | null;
  /** Resolved due instant, milliseconds since 1970; null when there is none or its fact is missing. */
  readonly dueAt: number | null;
  /** True when `dueAt` has a time of day; false when any time on that day will do. */
  readonly dueHasTime: boolean;
}

export type RunStatus = 'notStarted' | 'running' | 'suspended' | 'finished' | 'cancelled';

export interface RunState {
  readonly run: RunId;
  readonly status: RunStatus;
  /** While it is suspended. */
  readonly pause: Pause | null;
  readonly title: string;
  /** The pinned version; null until `run.started` has arrived. */
  readonly workflow: WorkflowVersion | null;
  /** The plan laid out for the items, in the order in which people see it, steps that were taken out too. */
  readonly steps: readonly PlacedStep[];
  /** Of its per-item sections, in the order of the definition [J6]. */
  readonly items: readonly ItemList[];
  /** The pinned definition's steps with patches applied; the same list as `steps` where nothing is done per item. */
  readonly plan: PatchedPlan;
  /** Of `steps`: those that a patch took out of the plan; what was done there stays. */
  readonly removed: ReadonlySet<StepId>;
  /** Patches that had to give way. */
  readonly planFlags: readonly PlanFlag[];
  /** What starts when it has ended [L1]. */
  readonly followUps: readonly FollowUp[];
  readonly conductor: PersonId | null;
  readonly parts: Readonly<Record<string, PersonId>>;
  /** Parts that roles play. */
  readonly partRoles: Readonly<Record<string, RoleId>>;
  /** Derived facts too; in the order of the definition. */
  readonly facts: ReadonlyMap<FactId, FactState>;
  /** By alert id: who has read it. */
  readonly acknowledged: ReadonlyMap<string, ReadonlySet<PersonId>>;
  readonly context: RunContext | null;
  readonly personById: ReadonlyMap<PersonId, Person>;
  /** The current (highest) iteration of every step, by its place (`placeOf`): outside of items its id. */
  readonly current: ReadonlyMap<StepId, OccurrenceState>;
  /** Every occurrence that ever was, earlier iterations too. */
  readonly occurrences: ReadonlyMap<OccurrenceKey, OccurrenceState>;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly startedBy: PersonId | null;
  /** An explicit end that holds [Q1]; null where a run ends because nothing is left to do, and when cancelled. */
  readonly ending: RunEnding | null;
  /** What was worked on at the same time, against a rule of its section, for want of a connection [T4]. */
  readonly overlaps: readonly Overlap[];
  /** Heads of the log: the parents of the next event. */
  readonly heads: readonly EventId[];
  /** All events in the one total order (Lamport, id) [E5]. */
  readonly history: readonly LogEvent[];
  /** Kept but not understood: made by a newer version, or damaged. */
  readonly opaque: readonly OpaqueEvent[];
  /** Events kept aside because another with the same id won [E7], or because they belong to another run. */
  readonly aside: readonly LogEvent[];
}
