/** What the Step sheet shows. */
import type { DateRule, StepKind } from '../model/workflow.ts';
import type { EventId } from '../model/ids.ts';
import type { HistoryLine } from './log-view.ts';
import type { PersonView, StepLine, StepRef } from './shared.ts';

export interface ConflictSideView {
  readonly event: EventId;
  readonly verdict: 'completed' | 'failed' | 'skipped' | 'reopened';
  readonly by: PersonView | null;
  readonly at: number;
}

export interface StepActions {
  readonly complete: boolean;
  readonly stuck: boolean;
  readonly skip: boolean;
  readonly handOver: boolean;
  readonly retry: boolean;
  readonly reopen: boolean;
  readonly take: boolean;
}

export interface StepView extends StepLine {
  readonly kind: 'step';
  readonly availability: 'here' | 'loading' | 'missing';
  readonly stepKind: StepKind;
  readonly instructions: string | null;
  readonly checklist: readonly { readonly id: string; readonly text: string; readonly ticked: boolean }[];
  readonly startsAfter: readonly StepRef[];
  readonly unlocks: readonly StepRef[];
  readonly freedAt: number | null;
  readonly backup: PersonView | null;
  readonly conductor: PersonView | null;
  readonly dueRule: DateRule | null;
  readonly notes: readonly {
    readonly event: EventId;
    readonly by: PersonView | null;
    readonly at: number;
    readonly text: string;
  }[];
  readonly stuckReason: string | null;
  readonly closedAt: number | null;
  readonly closedBy: readonly PersonView[];
  readonly conflict: readonly ConflictSideView[];
  readonly overruled: readonly ConflictSideView[];
  /** Steps that would have to be done first; non-empty makes Done an offer, not a refusal. */
  readonly inTheWay: readonly StepRef[];
  readonly actions: StepActions;
  readonly history: readonly HistoryLine[];
  /** Everybody a hand-over may go to. */
  readonly people: readonly PersonView[];
}
