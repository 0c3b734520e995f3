/** What the page is told of lines that are typed or pasted. */
import type { StepId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import type { RailLayout } from '../views/rail-layout.ts';

export type CaptureIssue =
  /** `line` counts from 1. */
  | { readonly type: 'noMatch'; readonly line: number; readonly reference: string }
  | { readonly type: 'noSteps' };

/** What a line says it waits for, as it was understood. */
export interface CaptureReference {
  readonly line: number;
  /** As typed, white space made single. */
  readonly text: string;
  readonly step: StepId;
  /** What else it may have meant, best match first. */
  readonly others: readonly StepId[];
  /** Another step would have served as well. */
  readonly unsure: boolean;
}

/** A list out of a message or a mail, as lines. */
export interface PastedLines {
  /** In their order; those that are not `kept` are no steps: a greeting, a signature. */
  readonly lines: readonly { readonly text: string; readonly kept: boolean }[];
}

export interface CapturePreview {
  readonly definition: WorkflowDefinition;
  readonly issues: readonly CaptureIssue[];
  /** Which line, counted from 1 as in issues, is which step. */
  readonly lines: readonly { readonly line: number; readonly step: StepId }[];
  readonly references: readonly CaptureReference[];
  /** The rail beside the lines, in their order as far as they can be drawn in it; what stands in is not on it. */
  readonly rail: RailLayout;
}
