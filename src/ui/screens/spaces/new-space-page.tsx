/** Another household beside those that are here. */
import { useNavigate } from '@solidjs/router';
import { createSignal, untrack } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { paths } from '../../routes.ts';
import { sayFailure } from '../../say-failure.ts';
import { longestName } from '../shared/name-sheet.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { useSpacesWords } from './use-spaces-words.ts';

export function NewSpacePage(props: { readonly onClose: () => void }) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useSpacesWords();
  const toasts = useToasts();
  const navigate = useNavigate();
  const app = useAppView();
  const [name, setName] = createSignal('');
  const [myName, setMyName] = createSignal(untrack(() => app()?.me?.name ?? ''));
  const [failure, setFailure] = createSignal<IntentFailure>();
  const [busy, setBusy] = createSignal(false);

  const make = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const result = await household.intent({
      kind: 'createSpace',
      another: true,
      name: name().trim(),
      myName: myName().trim(),
      zone: messages.formats.zone,
    });
    setBusy(false);
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    toasts.show({ text: words.made(name().trim()) });
    props.onClose();
    navigate(paths.now);
  };

  return (
    <>
      <SheetHead title={words.newTitle} sub={words.newHint} closeLabel={messages.frame.close} takesFocus />
      <SheetBody>
        <Field label={words.name} value={name()} onInput={setName} maxLength={longestName} />
        <Field
          label={words.myName}
          value={myName()}
          onInput={(value) => {
            setMyName(value);
            setFailure(undefined);
          }}
          onEnter={() => void make()}
          enterKeyHint="done"
          maxLength={longestName}
          invalid={failure() !== undefined}
        />
        <FailureNotice failure={failure()} say={(what) => sayFailure(messages, what)} />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void make()}>
          {words.make}
        </Button>
      </SheetFoot>
    </>
  );
}
