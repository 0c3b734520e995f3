/** A fact, as the Flow and the Step sheet show it and let it be filled in. */
import type { FactCondition, FactKind, FactOption, FactValue, Projection } from '../model/fact.ts';
import type { EventId, FactId, RunId } from '../model/ids.ts';
import type { DueView, PersonView, StepRef } from './shared.ts';

export interface FactView {
  readonly fact: FactId;
  readonly name: string;
  readonly kind: FactKind;
  /** What a `choice` may be; empty for other kinds. */
  readonly options: readonly FactOption[];
  readonly value: FactValue | null;
  /** For a `person`: who it is. */
  readonly person: PersonView | null;
  /** The name of the fact that it follows; such a one cannot be set. */
  readonly follows: string | null;
  /** It may change: the step that wrote it is being done again [J8], or it is for now. */
  readonly unconfirmed: boolean;
  /** It was said for now: the step that is still to say it [F7]. */
  readonly forNow: StepRef | null;
  readonly setBy: PersonView | null;
  readonly setAt: number | null;
  /** Rival values, more than one, latest first; empty when there is no dispute. */
  readonly sides: readonly FactSideView[];
  /** Readers wait until a side is picked [F6]. */
  readonly critical: boolean;
  /** Who could supply it while it is missing. */
  readonly suppliers: readonly PersonView[];
  readonly readers: readonly StepRef[];
  readonly writers: readonly StepRef[];
  /** The zone in which dates of this run are read; what a new instant is typed in. */
  readonly zone: string;
}

export interface FactSideView {
  readonly event: EventId;
  readonly value: FactValue | null;
  readonly by: PersonView | null;
  readonly at: number;
}

/** "Was 14:10, is 16:10": why a step asks to be checked again [F1]. */
export interface StaleFactView {
  readonly fact: FactId;
  readonly name: string;
  /** The whole values, as they were and are; `projection` says which part the step looks at. */
  readonly was: FactValue | null;
  readonly now: FactValue | null;
  readonly projection: Projection | null;
  readonly kind: FactKind;
  readonly options: readonly FactOption[];
}

/** What has to hold for a step to be wanted: "only if Amount is at least €10,000". */
export interface ConditionView {
  readonly name: string;
  readonly kind: FactKind;
  readonly options: readonly FactOption[];
  readonly is: FactCondition['is'];
  /** What it is compared with; null where any value, or none, will do. */
  readonly value: FactValue | null;
}

/** A step whose date followed a fact [F4]. */
export interface MovedStepView {
  readonly step: StepRef;
  readonly was: DueView | null;
  readonly now: DueView | null;
}

/** What I am told once; `alert` goes into `acknowledgeAlert`. */
export type NoticeView =
  | {
      readonly kind: 'factMoved';
      readonly alert: string;
      readonly run: RunId;
      readonly runTitle: string;
      readonly fact: Pick<FactView, 'fact' | 'name' | 'kind' | 'options'>;
      readonly was: FactValue | null;
      readonly now: FactValue | null;
      readonly by: PersonView | null;
      readonly at: number;
      readonly moved: readonly MovedStepView[];
      readonly checks: readonly StepRef[];
    }
  | {
      /** `overruled`: I said `mine`, they had done it. `alreadyDone`: it came to me, they had done it. */
      readonly kind: 'overruled' | 'alreadyDone' | 'goesToAnother';
      readonly alert: string;
      readonly run: RunId;
      readonly runTitle: string;
      readonly step: StepRef;
      /** What I had said; only of `overruled`. */
      readonly mine: 'completed' | 'failed' | 'skipped' | 'cancelled' | 'reopened' | null;
      /** Who did it, or has it. */
      readonly by: readonly PersonView[];
      readonly at: number;
    }
  | {
      /** For who conducts: they did `step` and what it judges. */
      readonly kind: 'didItsPart';
      readonly alert: string;
      readonly run: RunId;
      readonly runTitle: string;
      readonly step: StepRef;
      readonly did: string;
      readonly by: readonly PersonView[];
      readonly at: number;
    };
