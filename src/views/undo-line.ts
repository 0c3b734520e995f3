/** An undo step as screens show it: what it takes back, whose it is, until when it is free. */
import type { UndoCause, UndoStatus } from '../engine/undo-state.ts';
import type { RunId, StepId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { DueView, PersonView } from './shared.ts';

export interface UndoLine {
  readonly run: RunId;
  readonly runTitle: string;
  readonly step: StepId;
  /** Of the completed pass that it undoes. */
  readonly key: OccurrenceKey;
  /** "Cancel the hotel". */
  readonly title: string;
  /** What it undoes: "Reserve the hotel". */
  readonly undoes: string;
  readonly instructions: string | null;
  readonly status: UndoStatus;
  readonly because: UndoCause | null;
  readonly holder: PersonView | null;
  readonly mine: boolean;
  /** Until then it is free, or possible. */
  readonly cancelBy: DueView | null;
  /** Who did it, declined it, or could not do it, and what they said. */
  readonly by: readonly PersonView[];
  readonly at: number | null;
  readonly text: string | null;
  /** Somebody at this device may say what became of it. */
  readonly canSettle: boolean;
  /** Open, and theirs to give to somebody else. */
  readonly canHandOn: boolean;
}

/** An explicit end: a person called it done, or a step ended the flow. */
export interface EndingView {
  readonly by: PersonView | null;
  readonly at: number;
  readonly reason: string | null;
  /** The title of the step that ended it. */
  readonly step: string | null;
}
