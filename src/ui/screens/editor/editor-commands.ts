/** Changing a workflow that is being written: each change is told with a way back. */
import type { Accessor } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { EditOperation } from '../../../model/edit-operation.ts';
import type { EditorView } from '../../../views/editor-view.ts';
import type { Intent, IntentResult } from '../../../worker/messages.ts';
import { useToasts } from '../../kit/toast.tsx';
import { definitionToNames } from '../../names.ts';
import { sayFailure } from '../../say-failure.ts';
import type { PlanSurface } from './plan-surface.ts';

export interface EditorCommands {
  readonly change: (operations: readonly EditOperation[], said?: string) => Promise<boolean>;
  /** `undoable`: it is taken back like a change. */
  readonly send: (intent: Intent, said?: string, undoable?: boolean) => Promise<IntentResult>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

export function useEditorCommands(view: Accessor<EditorView>): EditorCommands {
  const household = useHousehold();
  const messages = useMessages();
  const toasts = useToasts();

  const send: EditorCommands['send'] = async (intent, said, undoable = false) => {
    const result = await household.intent(intent);
    if (!result.ok) {
      const words = sayFailure(messages, result.error, definitionToNames(view().definition));
      toasts.show({ text: words.what, detail: words.wayOut });
    } else if (said !== undefined)
      toasts.show({
        text: said,
        ...(undoable && { action: { label: messages.frame.undo, run: () => void undo() } }),
      });
    return result;
  };
  const undo = async (): Promise<void> => {
    await send({ kind: 'undoEdit', workflow: view().workflow });
    toasts.dismiss();
  };
  const redo = async (): Promise<void> => {
    await send({ kind: 'redoEdit', workflow: view().workflow });
  };
  const change: EditorCommands['change'] = async (operations, said) => {
    const { workflow } = view();
    return (await send({ kind: 'editWorkflow', workflow, operations }, said, true)).ok;
  };
  return { change, send, undo, redo };
}

/** A workflow that is being written, as the pages of a step know it. */
export function editorSurfaceOf(view: EditorView, { change }: EditorCommands): PlanSurface {
  const { definition } = view;
  return {
    of: 'workflow',
    mayChange: view.mayChange,
    steps: definition.steps,
    parts: definition.parts,
    facts: definition.facts,
    sections: definition.sections ?? [],
    people: view.people,
    roles: view.roles,
    workflows: view.others,
    candidatesOf: (step) => view.candidates[step] ?? [],
    change,
  };
}
