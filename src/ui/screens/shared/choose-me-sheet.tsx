/** Says who holds this device; several people may share one. */
import { createSignal, For, Show } from 'solid-js';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { IntentFailure } from '../../../worker/messages.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { Choice, Choices } from '../../kit/choice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { FailureNotice } from './failure-notice.tsx';

export function ChooseMeSheet(props: { readonly onClose: () => void }) {
  const household = useHousehold();
  const messages = useMessages();
  const toasts = useToasts();
  const view = createView(() => ({ kind: 'people' as const }));
  const [chosen, setChosen] = createSignal<PersonId>();
  const [failure, setFailure] = createSignal<IntentFailure>();
  const [busy, setBusy] = createSignal(false);
  const candidates = () => (view()?.people ?? []).filter((person) => !person.outside);
  const name = () => candidates().find((person) => person.id === chosen())?.name;

  const choose = async (): Promise<void> => {
    const person = chosen();
    if (person === undefined || busy()) return;
    const chosenName = name() ?? messages.states.somebody;
    setBusy(true);
    const result = await household.intent({ kind: 'chooseMe', person });
    setBusy(false);
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    toasts.show({ text: messages.settings.youAre(chosenName) });
    props.onClose();
  };

  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead
        title={messages.settings.switchTitle}
        sub={messages.settings.switchHint}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <Choices legend={messages.settings.switchTitle}>
          <For each={candidates()}>
            {(person) => (
              <Choice
                face={<Avatar face={person} />}
                title={person.name}
                {...(person.isMe && { sub: messages.settings.current })}
                checked={chosen() === person.id}
                disabled={person.isMe}
                onChoose={() => setChosen(person.id)}
              />
            )}
          </For>
        </Choices>
        <FailureNotice failure={failure()} />
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          disabled={chosen() === undefined}
          aria-busy={busy()}
          onClick={() => void choose()}
        >
          <Show when={name()} fallback={messages.settings.beSomebody}>
            {(known) => messages.settings.be(known())}
          </Show>
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
