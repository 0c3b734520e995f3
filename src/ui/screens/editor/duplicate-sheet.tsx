/** A copy of a workflow under another name, which opens to be changed. */
import { useNavigate } from '@solidjs/router';
import { useHousehold } from '../../../client/household.ts';
import type { WorkflowId } from '../../../model/ids.ts';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useToasts } from '../../kit/toast.tsx';
import { workflowPath } from '../../routes.ts';
import { NameSheet } from '../shared/name-sheet.tsx';
import { useEditorWords } from './use-editor-words.ts';

export function DuplicateSheet(props: {
  readonly workflow: WorkflowId;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const words = useEditorWords();
  const toasts = useToasts();
  const navigate = useNavigate();
  const household = useHousehold();
  const duplicate = async (title: string): Promise<true | IntentFailure> => {
    const made = await household.intent({ kind: 'duplicateWorkflow', workflow: props.workflow, title });
    if (!made.ok) return made.error;
    toasts.show({ text: words.duplicated(title) });
    if (made.value.workflow !== undefined) navigate(workflowPath(made.value.workflow));
    return true;
  };
  return (
    <NameSheet
      title={words.duplicateTitle}
      label={words.name}
      action={words.duplicateAction}
      name={words.copyOf(props.title)}
      onName={duplicate}
      onClose={props.onClose}
    />
  );
}
