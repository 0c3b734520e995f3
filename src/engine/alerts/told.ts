/** What the rules say is to be told, before it is settled who hears of it and when. */
import type { PersonId } from '../../model/ids.ts';
import type { RungAction } from '../../model/ladder.ts';
import type { OccurrenceKey } from '../../model/occurrence.ts';
import type { OccurrenceState } from '../run-state.ts';
import type { AlertCause } from './alert.ts';

export interface Told {
  /** Null: of the run as a whole. */
  readonly occurrence: OccurrenceState | null;
  readonly cause: AlertCause;
  /** The rule that says so, and which of its rungs: both part of the id [X2]. */
  readonly rule: string;
  readonly rung: RungAction;
  readonly step: string;
  readonly since: number;
  /** Whom it is for; `null`: whoever conducts. */
  readonly for: readonly (PersonId | null)[];
  readonly about: PersonId | null;
  /** The step that it hangs on, where that is another one. */
  readonly heldUpBy?: OccurrenceKey;
}

export interface ToldOfStep extends Told {
  readonly occurrence: OccurrenceState;
}

/** Whether an instant has come; one that has not is when to ask again. */
export type HasCome = (at: number) => boolean;

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
