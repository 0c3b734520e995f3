/** An approval, as the Step sheet and Now show it: who votes, what they said, and what is missing. */
import type { StaleFactView } from './fact-view.ts';
import type { PersonView } from './shared.ts';

export interface VoterView {
  readonly person: PersonView;
  /** Null: none yet, or taken back. */
  readonly vote: 'approve' | 'reject' | null;
  readonly at: number | null;
  readonly note: string | null;
  /** Who gave it in their name. */
  readonly spokenBy: PersonView | null;
  /** What it judged is another now: it counts no more. */
  readonly void: boolean;
  readonly stale: readonly StaleFactView[];
  /** They did a step that this judges, so somebody else has to. */
  readonly barred: boolean;
  /** They have no device, and what they say may be written down for them; null: not by me, or not now. */
  readonly speakFor: { readonly vote: boolean; readonly withdraw: boolean } | null;
}

export interface ApprovalView {
  readonly voters: readonly VoterView[];
  readonly needed: number;
  readonly veto: boolean;
  readonly approvals: number;
  readonly rejections: number;
  /** So few may vote that it cannot be approved as things are. */
  readonly tooFew: boolean;
  /** It was sent back by several votes together, or once too often: somebody has to say what now. */
  readonly awaitsRedo: boolean;
  /** The part of the flow to do again then; null where the plan allows no more rounds. */
  readonly redo: { readonly section: string; readonly name: string } | null;
}
