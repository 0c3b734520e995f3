/** What the page asks of the worker about flows that are over, the log, files of workflows and calendars. */
import type { WorkflowFileFault } from '../interchange/workflow-file.ts';
import type { FactValue } from '../model/fact.ts';
import type { EventId, FactId, PersonId, RoleId, RunId, WorkflowId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { Result } from '../model/result.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';

export type DailyIntent =
  /** Leads back to before an event of the log, if it still can be. */
  | { readonly kind: 'takeBack'; readonly run: RunId; readonly event: EventId }
  /** Puts a flow that is over out of sight, or brings it back. */
  | { readonly kind: 'archiveRun'; readonly run: RunId; readonly archived: boolean }
  /** A workflow out of a file, as one more of the household's own. */
  | { readonly kind: 'addWorkflow'; readonly text: string }
  /** What keeps me busy, out of a calendar file; it stays on this device. */
  | { readonly kind: 'addCalendar'; readonly name: string; readonly text: string }
  | { readonly kind: 'removeCalendar'; readonly calendar: string };

export interface NamedFile {
  /** What it is about; the page makes a file's name of it. */
  readonly title: string;
  readonly text: string;
}

/** A start like an earlier one. */
export interface AgainPreview {
  readonly workflow: WorkflowId;
  readonly title: string;
  readonly parts: Readonly<
    Record<
      string,
      | { readonly kind: 'person'; readonly person: PersonId }
      | { readonly kind: 'role'; readonly role: RoleId }
    >
  >;
  /** With its dates as far from today as they were from its start. */
  readonly facts: Readonly<Record<FactId, FactValue>>;
  /** By per-item section: names. */
  readonly items: Readonly<Record<string, readonly string[]>>;
}

export interface WorkflowFilePreview {
  readonly definition: WorkflowDefinition;
  readonly problems: readonly WorkflowProblem[];
}

/** Whose or which dates a calendar file holds. */
export type CalendarOf =
  | { readonly kind: 'run'; readonly run: RunId }
  | { readonly kind: 'step'; readonly run: RunId; readonly key: OccurrenceKey }
  | { readonly kind: 'person'; readonly person: PersonId };

/** Part of what the worker answers, see `HouseholdApi`. `null`: it is not here, or there is nothing of it. */
export interface DailyApi {
  previewAgain(run: RunId): Promise<AgainPreview | null>;
  workflowToFile(workflow: WorkflowId): Promise<NamedFile | null>;
  previewWorkflowFile(text: string): Promise<Result<WorkflowFilePreview, WorkflowFileFault>>;
  calendarToFile(of: CalendarOf): Promise<NamedFile | null>;
}
