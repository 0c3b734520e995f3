/** The answers to an undo step that is open: done, it did not work, not needed, somebody else does it. */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import type { UndoLine } from '../../../views/undo-line.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useUndoCommands } from './undo-commands.ts';
import styles from './undo.module.css';
import { useUndoWords } from './use-undo-words.ts';

const HandUndoSheet = lazy(async () => ({
  default: (await import('./hand-undo-sheet.tsx')).HandUndoSheet,
}));

export function UndoActions(props: { readonly line: UndoLine }) {
  const words = useUndoWords();
  const commands = useUndoCommands(() => props.line);
  const [failing, setFailing] = createSignal(false);
  const [handing, setHanding] = createSignal(false);
  const failed = () => props.line.status === 'failed';
  const title = () => props.line.title;
  return (
    <div class={styles.actions}>
      <Button
        size={40}
        kind={props.line.mine ? 'ink' : 'plain'}
        aria-label={words.doneFor(title())}
        aria-busy={commands.busy()}
        onClick={() => void commands.done()}
      >
        {words.done}
      </Button>
      <Show
        when={failed()}
        fallback={
          <Button size={40} aria-label={words.failedFor(title())} onClick={() => setFailing(true)}>
            {words.failed}
          </Button>
        }
      >
        <Button size={40} aria-label={words.againFor(title())} onClick={() => void commands.again()}>
          {words.again}
        </Button>
      </Show>
      <Button
        size={40}
        kind="ghost"
        aria-label={failed() ? words.leaveFor(title()) : words.notNeededFor(title())}
        onClick={() => void commands.decline()}
      >
        {failed() ? words.leave : words.notNeeded}
      </Button>
      <Show when={props.line.canHandOn}>
        <Button
          size={40}
          kind="ghost"
          aria-haspopup="dialog"
          aria-label={words.handOnFor(title())}
          onClick={() => setHanding(true)}
        >
          {words.handOn}
        </Button>
      </Show>
      <Show when={handing()}>
        <Suspense>
          <HandUndoSheet line={props.line} onClose={() => setHanding(false)} />
        </Suspense>
      </Show>
      <Show when={failing()}>
        <FailSheet line={props.line} onClose={() => setFailing(false)} />
      </Show>
    </div>
  );
}

function FailSheet(props: { readonly line: UndoLine; readonly onClose: () => void }) {
  const messages = useMessages();
  const words = useUndoWords();
  const commands = useUndoCommands(() => props.line);
  const [reason, setReason] = createSignal('');
  const fail = async (): Promise<void> => {
    if (await commands.fail(reason())) props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead
        title={words.failTitle(props.line.title)}
        sub={words.failHint}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <Field label={words.failReason} value={reason()} onInput={setReason} multiline />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={commands.busy()} onClick={() => void fail()}>
          {words.failConfirm}
        </Button>
        <Button onClick={() => props.onClose()}>{words.back}</Button>
      </SheetFoot>
    </Sheet>
  );
}
