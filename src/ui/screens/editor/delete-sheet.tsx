/** Deleting a workflow of one's own: what stays, what would miss it, and a way back for a while. */
import { Show } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { WorkflowId } from '../../../model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { sayFailure } from '../../say-failure.ts';
import styles from './editor.module.css';
import { useEditorWords } from './use-editor-words.ts';

export function DeleteSheet(props: {
  readonly workflow: WorkflowId;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const words = useEditorWords();
  const household = useHousehold();
  const toasts = useToasts();
  const view = createView(() => ({ kind: 'editor' as const, workflow: props.workflow }));
  const naming = () => view()?.namedBy ?? [];
  const remove = async (): Promise<void> => {
    const { workflow, title } = props;
    const result = await household.intent({ kind: 'deleteWorkflow', workflow, deleted: true });
    if (!result.ok) {
      const said = sayFailure(messages, result.error);
      toasts.show({ text: said.what, detail: said.wayOut });
      return;
    }
    toasts.show({
      text: words.removed(title),
      action: {
        label: messages.frame.undo,
        run: () => void household.intent({ kind: 'deleteWorkflow', workflow, deleted: false }),
      },
    });
    props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.removeTitle(props.title)} closeLabel={messages.frame.close} />
      <SheetBody>
        <p class={styles.hint}>
          {words.removeHint} <Show when={view()?.isShipped}>{words.removeShipped}</Show>
        </p>
        <Show when={naming().length > 0}>
          <Notice start={<IconTriangleAlert />} what={words.removeNaming(naming())} />
        </Show>
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow onClick={() => void remove()}>
          {words.removeAction}
        </Button>
        <Button onClick={props.onClose}>{messages.frame.close}</Button>
      </SheetFoot>
    </Sheet>
  );
}
