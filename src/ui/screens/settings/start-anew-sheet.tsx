/** Asks before a copy becomes a household of its own: it cannot be put together with the other one again. */
import { createSignal, Show } from 'solid-js';
import IconKey from '~icons/lucide/key-round';
import IconSplit from '~icons/lucide/split';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import IconUsers from '~icons/lucide/users-round';
import { useHousehold } from '../../../client/household.ts';
import { standingWords as words } from '../../../i18n/core/en/standing.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { sayFailure } from '../../say-failure.ts';

export function StartAnewSheet(props: { readonly onClose: () => void }) {
  const household = useHousehold();
  const messages = useMessages();
  const toasts = useToasts();
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<IntentFailure>();

  const start = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const result = await household.intent({ kind: 'startAnew' });
    setBusy(false);
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    toasts.show({ text: words.started });
    props.onClose();
  };

  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.anewTitle} closeLabel={messages.frame.close} />
      <SheetBody>
        <FactList>
          <Fact icon={<IconKey />}>{words.anewFacts.keeps}</Fact>
          <Fact icon={<IconUsers />}>{words.anewFacts.others}</Fact>
          <Fact icon={<IconSplit />}>{words.anewFacts.apart}</Fact>
        </FactList>
        <Show when={failure()}>
          {(what) => {
            const said = () => sayFailure(messages, what());
            return <Notice urgent start={<IconTriangleAlert />} what={said().what} wayOut={said().wayOut} />;
          }}
        </Show>
      </SheetBody>
      <SheetFoot>
        <Button grow onClick={() => props.onClose()}>
          {words.cancel}
        </Button>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void start()}>
          {words.doAnew}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
