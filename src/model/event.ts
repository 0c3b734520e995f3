/**
 * The events of a run: the only thing that is stored about what happened.
 *
 * Invariants: the envelope never changes its form, so that an event of a newer version still keeps
 * causality (ENGINE §3); payloads are versioned by `type/version` and upcast when decoded, never
 * rewritten. `parents` are the heads of the run's log that the author had seen; the events of one
 * command form a chain.
 */
import type { FactValue } from './fact.ts';
import type { DeviceId, EventId, FactId, PersonId, RunId, StepId } from './ids.ts';
import type { Occurrence } from './occurrence.ts';
import type { RunContext } from './person.ts';
import type { Assignee, DateRule, WorkflowVersion } from './workflow.ts';

export interface EventEnvelope {
  readonly id: EventId;
  /** `name/version`, for instance `step.completed/1`. */
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
  'run.started/1': {
    readonly title: string;
    readonly workflow: WorkflowVersion;
    readonly conductor: PersonId;
    readonly parts: Readonly<Record<string, PersonId>>;
    readonly facts: Readonly<Record<FactId, FactValue>>;
  };
  'run.contextSet/1': { readonly context: RunContext };
  'run.conductorChanged/1': { readonly conductor: PersonId };
  'run.cancelled/1': { readonly reason?: string };
  'run.patched/1': { readonly operations: readonly PatchOperation[] };
  'step.claimed/1': Record<string, never>;
  'step.started/1': Record<string, never>;
  'step.reassigned/1': { readonly to: PersonId; readonly note?: string };
  'step.completed/1': { readonly note?: string };
  'step.failed/1': { readonly reason: string };
  'step.retried/1': Record<string, never>;
  'step.skipped/1': { readonly reason?: string };
  'step.reopened/1': { readonly reason?: string };
  'note.added/1': { readonly text: string };
  'checklist.ticked/1': { readonly item: string; readonly ticked: boolean };
  'conflict.resolved/1': {
    /** The event whose side is kept; the other sides stay readable. */
    readonly keep: EventId;
  };
}

/** One change to the plan of a running run (ENGINE §8); fields merge one by one. */
export type PatchOperation = {
  readonly kind: 'setStep';
  readonly step: StepId;
  readonly set: {
    readonly title?: string;
    /** `null` takes the due date away. */
    readonly due?: DateRule | null;
    readonly backup?: Assignee | null;
  };
};

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
