/** What one person has to do in all flows: what would move if they handed everything over. */
import type { RunId } from '../model/ids.ts';
import type { PersonView, StepLine } from './shared.ts';

export interface HeldLine extends StepLine {
  /** Whom the plan names behind them. */
  readonly backup: PersonView | null;
}

export interface PersonWorkView {
  readonly kind: 'person';
  /** Null: there is nobody of that id. */
  readonly person: PersonView | null;
  /** Open steps that are theirs or will be, in all flows: what is with them first, then by when it is due. */
  readonly steps: readonly HeldLine[];
  /** Approvals that wait for their vote, by when they are due; a vote is handed to nobody. */
  readonly votes: readonly StepLine[];
  /** Flows that they conduct. */
  readonly conducts: readonly { readonly run: RunId; readonly title: string }[];
}
