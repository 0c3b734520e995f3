/** What the Flows screen shows: active runs, the workflows to start from, finished runs. */
import type { RunId, WorkflowId } from '../model/ids.ts';
import type { RepeatPattern } from '../model/repeat-pattern.ts';
import type { Schedule } from '../model/schedule.ts';
import type { ScheduleProblem } from './space-snapshot.ts';
import type { PersonView, StepRef, Tone } from './shared.ts';

export interface RunLine {
  readonly run: RunId;
  readonly title: string;
  /** One capsule a step, in rail order. */
  readonly segments: readonly Tone[];
  readonly done: number;
  readonly total: number;
  /** The step that matters most now, mine first, then late or stuck ones; none while it is suspended. */
  readonly focus: { readonly step: StepRef; readonly holder: PersonView | null } | null;
  readonly people: readonly PersonView[];
  /** Latest due instant of an open step; null when none has one. */
  readonly lastDueAt: number | null;
  readonly lateCount: number;
  /** Open undo steps: a cancelled flow that has some is not over for those who have them. */
  readonly undoCount: number;
  readonly status: 'running' | 'suspended' | 'finished' | 'cancelled';
  readonly endedAt: number | null;
  /** Who ended it, or did the last step; absent where nobody is known to have. */
  readonly endedBy?: PersonView;
  /** Put out of sight. */
  readonly archived?: boolean;
  /** Its document is still on its way to this device. */
  readonly loading: boolean;
}

export interface WorkflowLine {
  /** A saved workflow's id, or a shipped template's. */
  readonly id: WorkflowId;
  readonly title: string;
  readonly source: 'template' | 'saved';
  readonly stepCount: number;
  /** How many flows under way its later version would change. */
  readonly offers: number;
  /** Somebody writes it: what is shown here is not all in use. */
  readonly isDraft: boolean;
}

/** A workflow that was never in use. */
export interface WorkflowDraftLine {
  readonly id: WorkflowId;
  readonly title: string;
  readonly stepCount: number;
}

export interface RecurringLine {
  readonly schedule: Schedule;
  readonly pattern: RepeatPattern;
  /** Null: it is not here any more. */
  readonly workflowTitle: string | null;
  readonly conductor: PersonView | null;
  /** The next starts, milliseconds since 1970; null while nobody has worked them out. */
  readonly upcoming: readonly number[] | null;
  /** Whose time has come and that waits for the last run to end. */
  readonly held: number | null;
  /** The latest of its runs that still goes on. */
  readonly running: RunId | null;
  readonly problem: ScheduleProblem | null;
}

export interface FlowsView {
  readonly kind: 'flows';
  readonly active: readonly RunLine[];
  readonly workflows: readonly WorkflowLine[];
  /** Begun, and not in use yet. */
  readonly drafts: readonly WorkflowDraftLine[];
  readonly finished: readonly RunLine[];
  /** What starts by itself, the next first. */
  readonly recurring: readonly RecurringLine[];
}
