/** The part of the language between page and worker that is about writing workflows of one's own. */
import type { EditOperation } from '../model/edit-operation.ts';
import type { WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';

export type EditorIntent =
  /** A new one, without steps or with those that were typed. It cannot be started before it is put to use. */
  | { readonly kind: 'newWorkflow'; readonly title: string; readonly text?: string }
  /** One change of what is being written; taken back as one. Of a shipped workflow it begins one's own. */
  | {
      readonly kind: 'editWorkflow';
      readonly workflow: WorkflowId;
      readonly operations: readonly EditOperation[];
    }
  /** Takes back, or does again, the latest of this tab's own changes while its editor is open. */
  | { readonly kind: 'undoEdit'; readonly workflow: WorkflowId }
  | { readonly kind: 'redoEdit'; readonly workflow: WorkflowId }
  /** What is written is what starts from now on; refused while something is wrong with it. */
  | { readonly kind: 'publishWorkflow'; readonly workflow: WorkflowId }
  /** What is in use is what is written, again. */
  | { readonly kind: 'discardDraft'; readonly workflow: WorkflowId }
  /** What is written becomes what that version was. `hash`: with the number it names the version. */
  | {
      readonly kind: 'bringBackVersion';
      readonly workflow: WorkflowId;
      readonly number: number;
      readonly hash: string;
    }
  | { readonly kind: 'duplicateWorkflow'; readonly workflow: WorkflowId; readonly title: string }
  /** A shipped one is as it ships again. Runs keep the plan that they have. */
  | { readonly kind: 'deleteWorkflow'; readonly workflow: WorkflowId; readonly deleted: boolean };

/** What the page asks for while a workflow is written. */
export interface EditorApi {
  /**
   * What changed lines change of the workflow that they were written from; what lines cannot say stays. Nothing when
   * they say the same, or hold no step.
   */
  textToOperations(before: WorkflowDefinition, text: string): Promise<readonly EditOperation[]>;
}
