/** Everything on this device goes, after two taps that mean it. */
import { createSignal, For, Show } from 'solid-js';
import IconHouse from '~icons/lucide/house';
import IconTrash from '~icons/lucide/trash-2';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import IconUsers from '~icons/lucide/users-round';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { SpaceId } from '../../../model/ids.ts';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { Button } from '../../kit/button.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { sayFailure } from '../../say-failure.ts';
import { useHouseholdName } from '../../use-household-name.ts';
import { FailureNotice } from './failure-notice.tsx';
import { useSpacesWords } from './use-spaces-words.ts';

export function EraseSheet(props: { readonly onClose: () => void }) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useSpacesWords();
  const app = useAppView();
  const [sure, setSure] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<IntentFailure>();

  const erase = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    // When it worked, the view says so and the page begins anew.
    const result = await household.intent({ kind: 'eraseDevice' });
    setBusy(false);
    if (!result.ok) setFailure(result.error);
  };

  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.eraseTitle} closeLabel={messages.frame.close} />
      <SheetBody>
        <FactList>
          <Fact icon={<IconTrash />}>{words.eraseGoes}</Fact>
          <For each={app()?.spaces}>{(space) => <SpaceFact space={space.id} />}</For>
          <Fact icon={<IconUsers />}>{words.eraseStays}</Fact>
        </FactList>
        <Show when={sure()}>
          <Notice urgent start={<IconTriangleAlert />} what={words.eraseSure} wayOut="" />
        </Show>
        <FailureNotice failure={failure()} say={(what) => sayFailure(messages, what)} />
      </SheetBody>
      <SheetFoot>
        <Button kind={sure() ? 'ink' : 'plain'} grow onClick={() => props.onClose()}>
          {words.keep}
        </Button>
        <Show
          when={sure()}
          fallback={
            <Button kind="ink" grow onClick={() => setSure(true)}>
              {words.eraseGoOn}
            </Button>
          }
        >
          <Button grow wraps aria-busy={busy()} onClick={() => void erase()}>
            {words.eraseDo}
          </Button>
        </Show>
      </SheetFoot>
    </Sheet>
  );
}

function SpaceFact(props: { readonly space: SpaceId }) {
  const words = useSpacesWords();
  const nameOf = useHouseholdName();
  const view = createView(() => ({ kind: 'leaving' as const, space: props.space }));
  return (
    <Show when={view()}>
      {(leaving) => (
        <Fact icon={<IconHouse />}>{words.eraseLine({ ...leaving(), name: nameOf(props.space) })}</Fact>
      )}
    </Show>
  );
}
