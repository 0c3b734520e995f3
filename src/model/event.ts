/**
 * The events of a run: the only thing that is stored about what happened.
 *
 * Invariants: the envelope never changes its form, so that an event of a newer version still keeps
 * causality (ENGINE §3); payloads are versioned by `type/version` and upcast when decoded, never
 * rewritten. `parents` are the heads of the run's log that the author had seen; the events of one
 * command form a chain.
 */
import type { ContactWay } from './contact-way.ts';
import type { FactReadKey, FactValue } from './fact.ts';
import type { ItemDefinition } from './per-item.ts';
import type { DeviceId, EventId, FactId, ItemId, PersonId, RoleId, RunId } from './ids.ts';
import type { Occurrence } from './occurrence.ts';
import type { RunContext } from './person.ts';
import type { PatchOperation } from './patch.ts';
import type { FollowUp, WorkflowVersion } from './workflow.ts';

export interface EventEnvelope {
  readonly id: EventId;
  /** `name/version`, for instance `step.completed/2`. */
  readonly type: string;
  readonly run: RunId;
  readonly occurrence?: Occurrence;
  readonly actor: PersonId;
  /** Set when the actor speaks for somebody else [E4]. */
  readonly onBehalfOf?: PersonId;
  readonly device: DeviceId;
  /** The author's clock, milliseconds since 1970. For display and "on time" only, never for order. */
  readonly at: number;
  readonly parents: readonly EventId[];
  /** The entry as it lay in the log, where decoding changed it or did not understand all of it. */
  readonly raw?: unknown;
}

/** Payloads by `type/version`. A key's payload shape never changes; a new shape is a new version. */
export interface EventPayloads {
  'run.started/2': {
    readonly title: string;
    readonly workflow: WorkflowVersion;
    readonly conductor: PersonId;
    readonly parts: Readonly<Record<string, PersonId>>;
    /** Parts that any of a role's people may play. */
    readonly partRoles?: Readonly<Record<string, RoleId>>;
    readonly facts: Readonly<Record<FactId, FactValue>>;
    /** By per-item section: the items that are known from the start. */
    readonly items?: Readonly<Record<string, readonly ItemDefinition[]>>;
    /** The run that it follows by itself; absent when somebody started it. */
    readonly follows?: { readonly run: RunId; readonly title: string };
  };
  'run.contextSet/1': { readonly context: RunContext };
  'run.conductorChanged/1': { readonly conductor: PersonId };
  'run.cancelled/1': { readonly reason?: string };
  'run.suspended/1': { readonly reason?: string };
  'run.resumed/1': Record<string, never>;
  /** An explicit end [Q1]: a person calls it done although steps are open. A `run.resumed` takes it back. */
  'run.finished/1': { readonly reason?: string };
  /** What starts when the run has ended, under its id; `null`: not any more [L3]. */
  'run.followUpSet/1': { readonly id: string; readonly followUp: FollowUp | null };
  'run.patched/2': { readonly operations: readonly PatchOperation[] };
  /** One more in a section whose list is still growing [J6]. */
  'item.added/1': { readonly section: string; readonly item: ItemId; readonly name: string };
  /** No more are to come. */
  'item.closed/1': { readonly section: string };
  /** There may be more after all. */
  'item.reopened/1': { readonly section: string };
  /** It is called something else from now on, whenever and however it came to the list [I1]. */
  'item.renamed/1': { readonly section: string; readonly item: ItemId; readonly name: string };
  'step.claimed/1': Record<string, never>;
  /** Gives a claim or a hand-over back: whoever the plan names has it again. */
  'step.released/1': Record<string, never>;
  'step.started/1': Record<string, never>;
  'step.paused/1': { readonly reason?: string };
  'step.resumed/1': Record<string, never>;
  'step.reassigned/1': { readonly to: PersonId; readonly note?: string };
  /** Waits on somebody or something outside; `on` says whom or what. */
  'step.waitingStarted/1': { readonly on: string; readonly person?: PersonId };
  'step.waitingEnded/1': Record<string, never>;
  /** Whoever was waited for answered. */
  'reply.received/1': { readonly text?: string };
  /** `reads`: what each fact that the step reads was, `null` when it was missing [F1]. */
  'step.completed/2': {
    readonly outcome?: string;
    readonly note?: string;
    /** Of an approval: it was given before the run began, as whoever started it says. */
    readonly beforeRun?: boolean;
    readonly reads?: Readonly<Record<FactReadKey, FactValue | null>>;
  };
  /** "Still right" [F2], or (`amended`) put right without doing it again [F3]. */
  'step.rechecked/1': {
    readonly reads: Readonly<Record<FactReadKey, FactValue | null>>;
    readonly amended?: boolean;
    readonly note?: string;
  };
  'step.failed/1': { readonly reason: string };
  'step.retried/1': Record<string, never>;
  'step.skipped/1': { readonly reason?: string };
  /** Not wanted any more: unlike a skip it opens nothing behind it [J7]. */
  'step.cancelled/1': { readonly reason?: string };
  'step.reopened/1': { readonly reason?: string };
  /** `reads` as in `step.completed`: what the vote judged. A rejection's note says why. */
  'approval.voted/1': {
    readonly vote: 'approve' | 'reject' | 'withdraw';
    readonly note?: string;
    readonly reads: Readonly<Record<FactReadKey, FactValue | null>>;
  };
  /** The actor asked somebody about the step, outside of Baton. Moves nothing. */
  'nudge.sent/1': { readonly to: PersonId; readonly how: ContactWay };
  /** A fallback is called upon, or (not `open`) put back while nobody has begun it. */
  'step.fallbackSet/1': { readonly open: boolean };
  /** The undo of a completed step is asked for, or taken up again after it had ended. */
  'step.compensationStarted/1': Record<string, never>;
  /** The step's effect is taken back; its completion stays in the history. */
  'step.compensated/1': { readonly note?: string };
  'step.compensationFailed/1': { readonly reason: string };
  /** "Not needed", or a failure that is accepted [U2]. */
  'step.compensationDeclined/1': { readonly reason?: string };
  /** An open undo is somebody else's to see to from now on [U6]. */
  'step.compensationReassigned/1': { readonly to: PersonId };
  'note.added/1': { readonly text: string };
  'checklist.ticked/1': { readonly item: string; readonly ticked: boolean };
  /** The envelope's occurrence, when there is one, is the step that wrote it. `null` takes the value away. */
  'fact.set/1': { readonly fact: FactId; readonly value: FactValue | null };
  /** The actor has read an alert or a notice; `alert` is its deterministic id. */
  'alert.acknowledged/1': { readonly alert: string };
  'conflict.resolved/1': {
    /** The event whose side is kept; the other sides stay readable. */
    readonly keep: EventId;
  };
}

export type EventType = keyof EventPayloads;

export type RunEventOf<Type extends EventType> = EventEnvelope & {
  readonly type: Type;
  readonly data: EventPayloads[Type];
};
export type RunEvent = { [Type in EventType]: RunEventOf<Type> }[EventType];

/** An event whose envelope is readable and whose payload is not (a newer version, or damaged). */
export interface OpaqueEvent extends EventEnvelope {
  readonly opaque: 'newerVersion' | 'unknownType' | 'damagedPayload';
}

/** Something in a log that is not even an envelope. Kept where it lies; shown as a count. */
export interface DamagedEntry {
  readonly damaged: true;
  readonly reason: string;
}

export type LogEvent = RunEvent | OpaqueEvent;

export function isOpaque(event: LogEvent): event is OpaqueEvent {
  return 'opaque' in event;
}
