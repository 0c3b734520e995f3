/** What the Now screen shows: the one thing that is mine, what needs a nudge, what waits, what comes. */
import type { NoticeView, StaleFactView } from './fact-view.ts';
import type { NudgeView } from './contact-view.ts';
import type { UndoLine } from './undo-line.ts';
import type { PersonView, StepLine, StepRef } from './shared.ts';

export interface HeroView extends StepLine {
  /** The hand-off that freed it; null when nothing came before. */
  readonly freedBy: { readonly step: StepRef; readonly by: PersonView | null; readonly at: number } | null;
  /** Steps that wait for this one directly. */
  readonly waitedOnBy: readonly StepRef[];
}

export interface ComingLine extends StepLine {
  /** Titles of direct predecessors still to happen. */
  readonly waitingFor: readonly string[];
}

/** A step of mine to check again: "Still right" or "Change it". */
export interface CheckLine extends StepLine {
  readonly stale: readonly StaleFactView[];
  readonly irreversible: boolean;
}

/** What somebody else has, and whom it is worth asking. */
export interface NudgeLine extends StepLine {
  /** Null: there is nobody to ask, only something to look at. */
  readonly nudge: NudgeView | null;
  /** When somebody was last asked, milliseconds since 1970. */
  readonly nudgedAt: number | null;
}

export interface NowView {
  readonly kind: 'now';
  readonly me: PersonView | null;
  /** Batons I hold, most urgent first; the first is the card. */
  readonly hero: HeroView | null;
  readonly holding: readonly StepLine[];
  readonly holdingCount: number;
  /** Of a role that I am in, and of nobody in it yet. */
  readonly grabs: readonly StepLine[];
  /** Mine to undo, of flows that were cancelled too; they count as batons I hold. */
  readonly undo: readonly UndoLine[];
  /** Mine to check again; they count as batons I hold. */
  readonly checks: readonly CheckLine[];
  /** What I am told once. */
  readonly notices: readonly NoticeView[];
  /** Late or stuck steps and open checks of others in runs that I conduct, and conflicts. */
  readonly nudge: readonly NudgeLine[];
  /** Others' ready steps that are on time. */
  readonly waiting: readonly StepLine[];
  /** My next steps that are not ready yet, may not begin yet, or are paused. */
  readonly comingUp: readonly ComingLine[];
  /** Open steps that others hold or that come later: "6 you needn't hold in your head". */
  readonly notMineCount: number;
  readonly activeRuns: number;
}
