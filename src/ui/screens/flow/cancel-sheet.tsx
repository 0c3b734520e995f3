/** Asks before a flow is cancelled, and why. */
import { createSignal, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FlowView } from '../../../views/flow-view.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { UndoPreview } from '../undo/undo-preview.tsx';
import { useUndoWords } from '../undo/use-undo-words.ts';

export function CancelSheet(props: { readonly flow: FlowView; readonly onClose: () => void }) {
  const messages = useMessages();
  const words = useUndoWords();
  const { send, busy } = useCommands();
  const [reason, setReason] = createSignal('');
  const cancel = async (): Promise<void> => {
    const why = reason().trim();
    const result = await send(
      props.flow.run,
      { kind: 'cancelRun', ...(why !== '' && { reason: why }) },
      { said: messages.flow.cancelledToast(props.flow.title) },
    );
    if (result.ok) props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead
        title={messages.flow.cancelTitle(props.flow.title)}
        sub={props.flow.undoIfCancelled.length === 0 ? messages.flow.cancelHint : words.cancelHint}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <Show when={props.flow.undoIfCancelled.length > 0}>
          <UndoPreview lines={props.flow.undoIfCancelled} />
        </Show>
        <Field label={messages.flow.cancelReason} value={reason()} onInput={setReason} multiline />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void cancel()}>
          {messages.flow.cancelConfirm}
        </Button>
        <Button onClick={() => props.onClose()}>{messages.flow.keepGoing}</Button>
      </SheetFoot>
    </Sheet>
  );
}
