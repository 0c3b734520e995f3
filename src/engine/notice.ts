/**
 * What a person is told once: derived from the log, never stored. A notice goes when its person has
 * acknowledged it (`alert.acknowledged` with its `alert`) or when its cause goes.
 */
import type { FactValue } from '../model/fact.ts';
import type { EventId, FactId, PersonId, StepId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { ConflictSide } from './run-state.ts';

/** A due or start date that followed a fact, of a step that is still open [F4]. */
export interface MovedDate {
  readonly key: OccurrenceKey;
  readonly date: 'due' | 'start';
  /** Milliseconds since 1970; null while there is none. */
  readonly was: number | null;
  readonly now: number | null;
  /** False when it means the whole day; of a start, which is an instant, always true. */
  readonly hasTime: boolean;
}

export type Notice =
  /** A fact is another than when the person last knew it, and it concerns steps of theirs. */
  | {
      readonly kind: 'factMoved';
      /** `fact/EVENT`: the change that was told. */
      readonly alert: string;
      readonly fact: FactId;
      readonly was: FactValue | null;
      readonly now: FactValue | null;
      readonly by: PersonId;
      readonly at: number;
      /** Open steps of theirs whose dates moved with it. */
      readonly moved: readonly MovedDate[];
      /** Completed steps of theirs to check again. */
      readonly checks: readonly OccurrenceKey[];
    }
  /** What they said of a step did not hold: somebody else had completed it (ENGINE §7). */
  | {
      readonly kind: 'overruled';
      /** `overruled/EVENT`: their event. */
      readonly alert: string;
      readonly key: OccurrenceKey;
      readonly mine: ConflictSide;
      readonly by: readonly PersonId[];
      readonly at: number;
    }
  /** It was handed to them, or claimed by them, while somebody else completed it. */
  | {
      readonly kind: 'alreadyDone';
      readonly alert: string;
      readonly key: OccurrenceKey;
      readonly by: readonly PersonId[];
      readonly at: number;
    }
  /** They had taken it or were given it, and a rival hand-over or an earlier claim holds. */
  | {
      readonly kind: 'goesToAnother';
      readonly alert: string;
      readonly key: OccurrenceKey;
      readonly event: EventId;
      readonly holder: PersonId;
      readonly at: number;
    }
  /** For who conducts: somebody who did `did` did this too, which the plan keeps from them. */
  | {
      readonly kind: 'didItsPart';
      readonly alert: string;
      readonly key: OccurrenceKey;
      readonly did: StepId;
      readonly by: readonly PersonId[];
      readonly at: number;
    };
