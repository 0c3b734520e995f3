/**
 * What somebody is told because something does not go as it should (ENGINE §6): a value of (log, now), never
 * stored. Its id is the same on every device [X2], so that having read it once is enough.
 */
import type { Command } from '../../model/command.ts';
import type { PersonId, StepId } from '../../model/ids.ts';
import type { RungAction } from '../../model/ladder.ts';
import type { OccurrenceKey } from '../../model/occurrence.ts';

export type AlertCause =
  /** Due, and not done. */
  | 'late'
  /** Whoever is waited for outside has not answered. */
  | 'noReply'
  /** Its turn came long ago, by its own ladder. */
  | 'stalled'
  | 'failed'
  /** Late, and something before it failed for good. */
  | 'blocked'
  /** Late, and nobody has said what it needs to know. */
  | 'missingFact'
  /** Sent back, to be done again. */
  | 'rejected'
  /** Whoever has it is away. */
  | 'personAway'
  /** Done, and a fact that it rested on is another. */
  | 'factChanged'
  /** Somebody paused it long ago, and nobody goes on. */
  | 'paused'
  /** What was done is to be undone, and nobody has. */
  | 'undo'
  /** The run was called off while it was somebody's turn. */
  | 'runCancelled';

/** What can be done about it at once. What has no command needs a person to look, say or choose something. */
export type WayOut =
  | { readonly kind: 'open' }
  /** To be asked about that step, in whatever way people ask each other. */
  | { readonly kind: 'ask'; readonly person: PersonId; readonly at: OccurrenceKey }
  /** Of the step, or of its undo, by what the alert is of. */
  | { readonly kind: 'choosePerson' }
  | {
      readonly kind:
        | 'retry'
        | 'takeOver'
        | 'skip'
        | 'cancelStep'
        | 'cancelRun'
        | 'recheck'
        | 'goOn'
        | 'undone'
        | 'leave';
      readonly command: Command;
    }
  | { readonly kind: 'handOver'; readonly person: PersonId; readonly command: Command }
  | { readonly kind: 'fallback'; readonly step: StepId; readonly command: Command };

export interface Addressee {
  readonly person: PersonId;
  /** When to be told, quiet hours considered [X3]; milliseconds since 1970, never before `since`. */
  readonly notifyAt: number;
}

export interface Alert {
  /** `RUN/OCCURRENCE/RULE/RUNG`, as `alert.acknowledged` names it. */
  readonly id: string;
  /** Null: of the run as a whole. */
  readonly key: OccurrenceKey | null;
  readonly cause: AlertCause;
  readonly rung: RungAction;
  /** When the rung was reached; milliseconds since 1970. */
  readonly since: number;
  /** Those who have not said that they know; at least one. */
  readonly to: readonly Addressee[];
  /** Whoever has the step, or is away, or called the run off. */
  readonly about: PersonId | null;
  /** Late steps that wait for this one, and are told of with it. */
  readonly alsoLate: readonly OccurrenceKey[];
  /** What somebody it is for would be told of those, by id: read along with it, and told once it is read without. */
  readonly readAlong: readonly { readonly id: string; readonly person: PersonId }[];
  /** The suggested one first. */
  readonly ways: readonly WayOut[];
}
