/** Before a household goes from this device: what goes, who else has it, and what becomes of my steps. */
import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import IconTrash from '~icons/lucide/trash-2';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import IconUnplug from '~icons/lucide/unplug';
import IconUsers from '~icons/lucide/users-round';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { SpaceId } from '../../../model/ids.ts';
import type { IntentFailure, ViewByKind } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { IconBaton } from '../../nav-icons.tsx';
import { paths } from '../../routes.ts';
import { sayFailure } from '../../say-failure.ts';
import { useHouseholdName } from '../../use-household-name.ts';
import { FailureNotice } from './failure-notice.tsx';
import { SaveSheet } from './save-sheet.tsx';
import { useSpacesWords } from './use-spaces-words.ts';

export function LeaveSheet(props: { readonly space: SpaceId; readonly onClose: () => void }) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useSpacesWords();
  const toasts = useToasts();
  const navigate = useNavigate();
  const nameOf = useHouseholdName();
  const view = createView(() => ({ kind: 'leaving' as const, space: props.space }));
  const [saving, setSaving] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<IntentFailure>();

  const leave = async (name: string): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const result = await household.intent({ kind: 'leaveSpace', space: props.space });
    setBusy(false);
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    toasts.show({ text: words.left(name) });
    props.onClose();
    navigate(paths.now);
  };

  return (
    <Sheet place="centre" onClose={props.onClose}>
      <Show when={view()} fallback={<Skeleton label={messages.frame.loading} rows={2} />}>
        {(leaving) => (
          <>
            <SheetHead
              title={words.leave(leaving().name, leaving().access)}
              {...(nameOf(props.space) !== leaving().name && { sub: nameOf(props.space) })}
              closeLabel={messages.frame.close}
              takesFocus
            />
            <SheetBody>
              <WhatGoes leaving={leaving()} />
              <FailureNotice failure={failure()} say={(what) => sayFailure(messages, what)} />
            </SheetBody>
            <SheetFoot>
              <Button
                kind={isOnlyHere(leaving()) ? 'ink' : 'plain'}
                grow
                wraps
                onClick={() => setSaving(true)}
              >
                {words.save}
              </Button>
              <Button
                kind={isOnlyHere(leaving()) ? 'plain' : 'ink'}
                grow
                wraps
                aria-busy={busy()}
                onClick={() => void leave(leaving().name)}
              >
                {words.leaveShort(leaving().access)}
              </Button>
            </SheetFoot>
            <Show when={saving()}>
              <SaveSheet space={props.space} name={leaving().name} onClose={() => setSaving(false)} />
            </Show>
          </>
        )}
      </Show>
    </Sheet>
  );
}

/** Something of it would be gone for good. */
function isOnlyHere(leaving: ViewByKind['leaving']): boolean {
  return leaving.otherDevices === 0 || leaving.pending;
}

function WhatGoes(props: { readonly leaving: ViewByKind['leaving'] }) {
  const words = useSpacesWords();
  const shared = (): boolean => props.leaving.otherDevices > 0;
  const mayTell = (): boolean => props.leaving.access === 'owner' || props.leaving.access === 'editor';
  const pending = () => words.pending(props.leaving);
  return (
    <>
      <Show when={!shared()}>
        <Notice start={<IconTriangleAlert />} what={words.onlyHere.what} wayOut={words.onlyHere.wayOut} />
      </Show>
      <Show when={shared() && props.leaving.pending}>
        <Notice start={<IconTriangleAlert />} what={pending().what} wayOut={pending().wayOut} />
      </Show>
      <Show when={shared() && props.leaving.lastOwner}>
        <Notice start={<IconTriangleAlert />} what={words.lastOwner.what} wayOut={words.lastOwner.wayOut} />
      </Show>
      <FactList>
        <Fact icon={<IconTrash />}>{words.goes(props.leaving)}</Fact>
        <Show when={shared()}>
          <Fact icon={<IconUsers />}>{words.others(props.leaving)}</Fact>
          <Fact icon={<IconBaton />}>{words.steps(props.leaving)}</Fact>
          <Show when={mayTell() && !props.leaving.connected}>
            <Fact icon={<IconUnplug />}>{words.unheard}</Fact>
          </Show>
        </Show>
      </FactList>
    </>
  );
}
