/** Asks for one name: a new person's, the household's, an item's. Stays open until it is given. */
import { createSignal, createUniqueId, untrack } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { FailureNotice } from './failure-notice.tsx';

/** As long as a name may get, characters. */
export const longestName = 60;

export function NameSheet(props: {
  readonly title: string;
  readonly hint?: string;
  readonly label: string;
  readonly action: string;
  readonly name?: string;
  /** An empty name is an answer too. */
  readonly optional?: boolean;
  /** Without blanks around it. Answers whether it worked, or why not where nobody has said it yet. */
  readonly onName: (name: string) => Promise<boolean | IntentFailure>;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const [name, setName] = createSignal(untrack(() => props.name ?? ''));
  const [failure, setFailure] = createSignal<IntentFailure>();
  const [busy, setBusy] = createSignal(false);
  const failureId = createUniqueId();

  const save = async (): Promise<void> => {
    if (busy()) return;
    const wanted = name().trim();
    if (wanted === '' && !props.optional) {
      setFailure({ type: 'emptyName' });
      return;
    }
    setBusy(true);
    const answer = await props.onName(wanted);
    setBusy(false);
    if (answer === true) props.onClose();
    else if (answer !== false) setFailure(answer);
  };

  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={props.title} sub={props.hint} closeLabel={messages.frame.close} />
      <SheetBody>
        <Field
          label={props.label}
          value={name()}
          onInput={(value) => {
            setName(value);
            setFailure(undefined);
          }}
          onEnter={() => void save()}
          enterKeyHint="done"
          maxLength={longestName}
          invalid={failure() !== undefined}
          {...(failure() !== undefined && { describedBy: failureId })}
        />
        <FailureNotice failure={failure()} id={failureId} />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void save()}>
          {props.action}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
