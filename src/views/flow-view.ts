/** What one flow shows: its header and the Steps rail. */
import type { WithdrawnBecause } from '../engine/run-state.ts';
import type { Access } from '../model/access.ts';
import type { FollowUpView } from './follow-up-views.ts';
import type { GuestView, SetAsideView } from './guest-views.ts';
import type { EventId, ItemId, RunId, StepId } from '../model/ids.ts';
import type { DateRule } from '../model/workflow.ts';
import type { ItemListView } from './item-views.ts';
import type { FactView, MovedStepView, NoticeView } from './fact-view.ts';
import type { EndingView, UndoLine } from './undo-line.ts';
import type { PersonView, StepLine, StepRef, Tone } from './shared.ts';

/** Where a row's lanes run: indices of lanes, 0 nearest the edge. One SVG slice is drawn a row. */
export interface RailSlice {
  readonly lane: number;
  /** Lanes that come down from above and end in this row's node. */
  readonly in: readonly RailTrack[];
  /** Lanes that leave this row's node downwards. */
  readonly out: readonly RailTrack[];
  /** Lanes that pass by; one on the node's own lane is a strand that goes around it. */
  readonly through: readonly RailTrack[];
}

export interface RailTrack {
  readonly lane: number;
  /** `run` = already happened, `next` = to come, `leg` = the segment that brought the baton to me. */
  readonly kind: 'run' | 'next' | 'leg';
  /** A strand of several, to different steps: lanes beyond those that a phone shows. */
  readonly many?: true;
}

export interface RailRow extends StepLine {
  readonly rail: RailSlice;
  readonly closedAt: number | null;
  readonly closedBy: readonly PersonView[];
  /** Titles of direct predecessors still to happen. */
  readonly waitingFor: readonly string[];
  readonly hasConflict: boolean;
  readonly stuckReason: string | null;
  /** How it ended. */
  readonly outcome: string | null;
  readonly withdrawnBecause: WithdrawnBecause | null;
  /** Done, and taken back since: its effect is gone. */
  readonly isUndone: boolean;
  /** Names of facts that hold it up. */
  readonly missingFacts: readonly string[];
  /** Whom or what outside it waits for. */
  readonly waitingOn: string | null;
  /** Of a step done once an item: whose it is, and its title without their name. */
  readonly inItem: { readonly item: ItemId; readonly name: string; readonly title: string } | null;
  /** The part of the flow that another workflow is, and that the step came with. */
  readonly part: { readonly section: string; readonly name: string } | null;
  /** Names of lists that have to be complete first. */
  readonly openLists: readonly string[];
  /** Shown by the page before it is so; no view says it. */
  readonly isGuess?: true | undefined;
}

/** A fact that changed and has steps to be checked again, whoever they belong to. */
export interface FactCheckView {
  readonly fact: Pick<FactView, 'fact' | 'name' | 'kind' | 'options'>;
  readonly was: FactView['value'];
  readonly now: FactView['value'];
  readonly by: PersonView | null;
  readonly at: number | null;
  readonly checks: readonly StepRef[];
  readonly moved: readonly MovedStepView[];
}

/** Steps that are redone or cancelled together. */
export interface SectionView {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly StepRef[];
  readonly canRedo: boolean;
  readonly canCancel: boolean;
}

export type PlanFlagView = { /** For `acknowledgeAlert`. */ readonly alert: string } & (
  | { readonly kind: 'keptStep'; readonly title: string }
  | { readonly kind: 'cycle'; readonly title: string; readonly from: string }
);

/** A due date that several people set without knowing of each other. */
export interface RivalDueView {
  /** Of the plan, or its place in one item: whose `due` to set, to keep one. */
  readonly step: StepId;
  readonly title: string;
  /** What holds now comes first. */
  readonly sides: readonly DueSideView[];
}

export interface DueSideView {
  readonly event: EventId;
  readonly by: PersonView | null;
  /** When they set it. */
  readonly at: number;
  readonly due: DateRule | null;
  /** Null where it was taken away, or hangs on what is not known yet. */
  readonly when: { readonly at: number; readonly hasTime: boolean } | null;
}

export interface FlowView {
  readonly kind: 'flow';
  readonly run: RunId;
  /** `loading`: known, not on this device yet. `missing`: no such run in this space. */
  readonly availability: 'here' | 'loading' | 'missing';
  readonly title: string;
  readonly status: 'notStarted' | 'running' | 'suspended' | 'finished' | 'cancelled';
  /** What starts when it has ended, and what has. */
  readonly followUps: readonly FollowUpView[];
  /** What it started after, by itself. */
  readonly follows: { readonly run: RunId; readonly title: string } | null;
  readonly facts: readonly FactView[];
  /** "Flight now lands 16:10. Two steps to check again: transfer, dinner." */
  readonly checks: readonly FactCheckView[];
  /** What concerns me and I have not read yet. */
  readonly notices: readonly NoticeView[];
  readonly sections: readonly SectionView[];
  /** Done once for each of several: children, teams. */
  readonly itemLists: readonly ItemListView[];
  readonly conductor: PersonView | null;
  /** What there is to undo, open ones first, last done first; settled ones too. */
  readonly undo: readonly UndoLine[];
  /** What cancelling the flow would ask to be undone, in that order; empty when it is over. */
  readonly undoIfCancelled: readonly UndoLine[];
  /** Who or what ended it explicitly; it may still have something to undo. */
  readonly ending: EndingView | null;
  readonly access: Access;
  /** People with a link to this flow alone. */
  readonly guests: readonly GuestView[];
  /** What they tried that is none of theirs; told to the conductor. */
  /** Changes of the plan that had to give way, for whoever conducts until they have read it. */
  readonly planFlags: readonly PlanFlagView[];
  /** To be settled by whoever may change the plan. */
  readonly rivalDues: readonly RivalDueView[];
  /** How many differences a later version of its workflow has for it. */
  readonly planOffer: number;
  readonly setAside: readonly SetAsideView[];
  readonly rows: readonly RailRow[];
  /** Lanes used at most. */
  readonly lanes: number;
  readonly segments: readonly Tone[];
  readonly done: number;
  readonly total: number;
  readonly people: readonly PersonView[];
  readonly lastDueAt: number | null;
  readonly lateCount: number;
  /** Events kept but not understood: made by a newer version of the app. */
  readonly newerEvents: number;
  /** Entries that could not be read at all; kept in place. */
  readonly damagedEntries: number;
}
