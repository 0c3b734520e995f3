/** What the Step sheet says about a step that is not to be worked on beside others [T1] [T2] [T3]. */
import type { TogetherRule } from '../model/workflow.ts';
import type { PersonView, StepRef } from './shared.ts';

export interface OverlapView {
  readonly step: StepRef;
  /** Whoever began the other one. */
  readonly by: PersonView | null;
  readonly kind: TogetherRule['kind'];
  /** Both go on: somebody may want to give way. */
  readonly isGoing: boolean;
}

export interface TogetherView {
  /** The rules that it is under, each by the name of its section. */
  readonly rules: readonly { readonly kind: TogetherRule['kind']; readonly name: string }[];
  /** What keeps it from being begun now. */
  readonly underWay: readonly { readonly step: StepRef; readonly holder: PersonView | null }[];
  /** What was begun at the same time, on devices that did not hear of each other [T4]. */
  readonly overlaps: readonly OverlapView[];
}
