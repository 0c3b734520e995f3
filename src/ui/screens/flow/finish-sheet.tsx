/** Asks before a flow is ended as done although steps are open. */
import { createSignal } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FlowView } from '../../../views/flow-view.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useUndoWords } from '../undo/use-undo-words.ts';

export function FinishSheet(props: { readonly flow: FlowView; readonly onClose: () => void }) {
  const messages = useMessages();
  const words = useUndoWords();
  const { send, busy } = useCommands();
  const [reason, setReason] = createSignal('');
  const open = () => props.flow.total - props.flow.done;
  const finish = async (): Promise<void> => {
    const why = reason().trim();
    const result = await send(
      props.flow.run,
      { kind: 'finishRun', ...(why !== '' && { reason: why }) },
      { said: words.calledDone(props.flow.title) },
    );
    if (result.ok) props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead
        title={words.callDoneTitle(props.flow.title)}
        sub={words.callDoneHint(open())}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <Field label={words.callDoneReason} value={reason()} onInput={setReason} multiline />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void finish()}>
          {words.callDoneConfirm}
        </Button>
        <Button onClick={() => props.onClose()}>{words.keepGoing}</Button>
      </SheetFoot>
    </Sheet>
  );
}
