/** What the Step sheet shows. */
import type { LadderView } from './alert-view.ts';
import type { WithdrawnBecause } from '../engine/run-state.ts';
import type { ContactView, NudgeView, SentNudgeView } from './contact-view.ts';
import type { DateRule, StepKind } from '../model/workflow.ts';
import type { EventId } from '../model/ids.ts';
import type { ClashView } from './compute-clashes.ts';
import type { ApprovalView } from './approval-view.ts';
import type { ConditionView, FactView, StaleFactView } from './fact-view.ts';
import type { HistoryLine } from './log-view.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { TogetherView } from './together-view.ts';
import type { UndoLine } from './undo-line.ts';
import type { PersonView, StepLine, StepRef, Tone } from './shared.ts';

export interface ConflictSideView {
  readonly event: EventId;
  readonly verdict: 'completed' | 'failed' | 'skipped' | 'cancelled' | 'reopened';
  /** The outcome's name, of a completion that has one. */
  readonly outcome: string | null;
  /** Note or reason. */
  readonly text: string | null;
  readonly by: PersonView | null;
  readonly at: number;
}

/** What follows at once if something is done; the screen says it beside the button. */
export interface ConsequenceView {
  /** Steps that can start. */
  readonly ready: readonly StepRef[];
  /** Steps that are not needed any more. */
  readonly withdrawn: readonly StepRef[];
  /** Steps behind it that still wait for something else. */
  readonly stillWaiting: readonly StepRef[];
  /** Steps that are done once more. */
  readonly redone: readonly StepRef[];
}

export interface OutcomeView {
  readonly id: string;
  readonly name: string;
  readonly follows: ConsequenceView;
  /** Passes that are left when this outcome opens another; null when it opens none. */
  readonly redosLeft: number | null;
}

/** An earlier or later pass through the step. */
export interface PassView {
  readonly iteration: number;
  readonly key: OccurrenceKey;
  readonly tone: Tone;
  readonly outcome: string | null;
  readonly closedAt: number | null;
  readonly closedBy: readonly PersonView[];
  readonly reason: string | null;
}

export interface StepActions {
  readonly complete: boolean;
  readonly stuck: boolean;
  readonly skip: boolean;
  readonly handOver: boolean;
  readonly retry: boolean;
  readonly reopen: boolean;
  readonly take: boolean;
  /** "Still right" and "Change it". */
  readonly recheck: boolean;
  /** Cannot be done again: what was wrong is put right and said [F3]. */
  readonly amend: boolean;
  /** Not wanted any more. */
  readonly cancel: boolean;
  readonly wait: boolean;
  /** "They answered". */
  readonly reply: boolean;
  /** Get in touch with whom the plan names. */
  readonly contact: boolean;
  readonly pause: boolean;
  readonly resume: boolean;
  /** Of an approval: yes or no. */
  readonly vote: boolean;
  readonly withdrawVote: boolean;
  /** A fallback that nobody has called upon. */
  readonly callUpon: boolean;
  /** Say that one is at it, where others are kept from beginning theirs. */
  readonly begin: boolean;
}

export interface StepView extends StepLine {
  /** Null where nothing keeps it apart from other steps. */
  readonly together: TogetherView | null;
  /** Notes may be left, lines ticked off, and facts that the step writes put right. */
  readonly mayTalk: boolean;
  /** Its place in the plan may be changed, and any fact of the flow. */
  readonly mayPlan: boolean;
  readonly kind: 'step';
  /**
   * Whose step it is, when that is somebody else and it may be done for them [E4]. `byDefault`: they are away
   * and I stand in, or they have no device to do it with. Null: nobody to act for.
   */
  readonly actFor: { readonly person: PersonView; readonly byDefault: boolean } | null;
  readonly availability: 'here' | 'loading' | 'missing';
  readonly stepKind: StepKind;
  /** Null of every other kind of step. */
  readonly approval: ApprovalView | null;
  /** Whom the plan means, where that is no one person. */
  readonly belongsTo:
    | { readonly kind: 'role'; readonly name: string; readonly people: readonly PersonView[] }
    | { readonly kind: 'sameAs'; readonly step: StepRef }
    | null;
  /** Who must not do it, and what they did. */
  readonly notFor: { readonly people: readonly PersonView[]; readonly did: readonly string[] } | null;
  readonly instructions: string | null;
  readonly checklist: readonly { readonly id: string; readonly text: string; readonly ticked: boolean }[];
  readonly startsAfter: readonly StepRef[];
  /** Done for now: open steps for which others have said something meanwhile [F7]. */
  readonly stillToCome: readonly StepRef[];
  readonly unlocks: readonly StepRef[];
  readonly freedAt: number | null;
  readonly backup: PersonView | null;
  readonly conductor: PersonView | null;
  readonly dueRule: DateRule | null;
  readonly ladder: LadderView;
  readonly notes: readonly {
    readonly event: EventId;
    readonly by: PersonView | null;
    readonly at: number;
    readonly text: string;
  }[];
  readonly stuckReason: string | null;
  readonly closedAt: number | null;
  readonly closedBy: readonly PersonView[];
  /** How it may end; empty when done is done. */
  readonly outcomes: readonly OutcomeView[];
  /** How it ended. */
  readonly outcome: string | null;
  /** What it needs to know. */
  readonly reads: readonly FactView[];
  /** What whoever completes it is asked for. */
  readonly writes: readonly FactView[];
  /** What holds it up: missing and required, or disputed and critical. */
  readonly missingFacts: readonly FactView[];
  readonly disputedFacts: readonly FactView[];
  readonly stale: readonly StaleFactView[];
  readonly irreversible: boolean;
  readonly waitingOn: {
    readonly on: string;
    readonly person: PersonView | null;
    readonly since: number;
  } | null;
  readonly replies: StepView['notes'];
  /** Whom the plan gets in touch with here; null: nobody. */
  readonly contact: ContactView | null;
  /** Who could be nudged about it now; null: nobody, or not by this device. */
  readonly nudge: NudgeView | null;
  /** Latest first. */
  readonly nudges: readonly SentNudgeView[];
  /** Softly before it: better done first, and no obstacle. */
  readonly betterAfter: readonly StepRef[];
  /** Names of lists that have to be complete first. */
  readonly openLists: readonly string[];
  /** Open again before it, while it had begun [J8]. */
  readonly ahead: boolean;
  /** Done though it was not needed any more [J9]. */
  readonly surplus: boolean;
  /** Of a completed pass that can be undone, whether or not anything asks for it. */
  readonly undo: UndoLine | null;
  /** Why nothing of it is needed. */
  readonly withdrawnBecause: WithdrawnBecause | null;
  /** It is only wanted if this holds; null: always. */
  readonly onlyIf: ConditionView | null;
  /** Somebody had done the pass before without knowing that it was reopened. */
  readonly offered: {
    readonly by: PersonView | null;
    readonly at: number;
    readonly outcome: string | null;
    readonly outcomeName: string | null;
    readonly note: string | null;
  } | null;
  /** All passes when there are several, first first; else empty. */
  readonly passes: readonly PassView[];
  /** What each way out of being stuck leads to. */
  readonly ifDone: ConsequenceView;
  readonly ifSkipped: ConsequenceView;
  readonly ifCancelled: ConsequenceView;
  readonly runSuspended: boolean;
  readonly conflict: readonly ConflictSideView[];
  readonly overruled: readonly ConflictSideView[];
  /** Steps that would have to be done first; non-empty makes Done an offer, not a refusal. */
  readonly inTheWay: readonly StepRef[];
  /** What else keeps me busy at its times; absent: nothing that is known. */
  readonly clashes?: readonly ClashView[];
  readonly actions: StepActions;
  readonly history: readonly HistoryLine[];
  /** Others who have this step open now, and of those who writes a note. */
  readonly lookers: readonly PersonView[];
  readonly writers: readonly PersonView[];
  /** Everybody a hand-over may go to. */
  readonly people: readonly PersonView[];
}
