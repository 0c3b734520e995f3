/** Asks for one name: a new person's, or the household's. Stays open until it is saved. */
import { createSignal, createUniqueId, Show, untrack } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { Intent, IntentDone, IntentFailure } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { sayFailure } from '../../say-failure.ts';

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
  readonly toIntent: (name: string) => Intent;
  readonly onSaved: (name: string, done: IntentDone) => void;
  readonly onClose: () => void;
}) {
  const household = useHousehold();
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
    const result = await household.intent(props.toIntent(wanted));
    setBusy(false);
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    props.onSaved(wanted, result.value);
    props.onClose();
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
        <Show when={failure()}>
          {(what) => {
            const words = () => sayFailure(messages, what());
            return (
              <div id={failureId}>
                <Notice urgent start={<IconTriangleAlert />} what={words().what} wayOut={words().wayOut} />
              </div>
            );
          }}
        </Show>
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void save()}>
          {props.action}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
