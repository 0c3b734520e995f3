/** The link itself, to be scanned or sent, and the way to take it back. */
import { createSignal, onMount, Show, untrack } from 'solid-js';
import IconCopy from '~icons/lucide/copy';
import IconShare from '~icons/lucide/share-2';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentDone } from '../../../worker/messages.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { ReadonlyField, selectAll } from '../../kit/readonly-field.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { paths } from '../../routes.ts';
import { longestName } from '../shared/name-sheet.tsx';
import type { ChosenGift } from './gift-choice.tsx';
import { InviteCode } from './invite-code.tsx';
import { InviteFacts, type Invited } from './invite-facts.tsx';
import { useTakeBack } from './take-back.ts';

export function InviteLink(props: {
  readonly person: Invited;
  readonly me: Invited | null;
  readonly gift: ChosenGift;
  readonly invite: NonNullable<IntentDone['invite']>;
  readonly onTakenBack: () => void;
}) {
  const messages = useMessages();
  const toasts = useToasts();
  const takeBack = useTakeBack();
  const household = useHousehold();
  const { sayFailed } = useCommands();
  const [busy, setBusy] = createSignal(false);
  const [myName, setMyName] = createSignal('');
  // Whoever began without a name is "You" to everybody else as well.
  const nameless = untrack(() => props.me?.name === messages.start.defaultName);
  let field!: HTMLInputElement;
  let copyButton: HTMLButtonElement | undefined;
  const link = (): string => `${location.origin}${paths.join}${props.invite.fragment}`;
  const canShare = typeof navigator.share === 'function';
  onMount(() => copyButton?.focus());

  const saveMyName = async (): Promise<void> => {
    const name = myName().trim();
    if (props.me === null || name === '' || name === props.me.name) return;
    const result = await household.intent({ kind: 'changePerson', person: props.me.id, set: { name } });
    if (!result.ok) sayFailed(result.error);
  };

  const copy = async (): Promise<void> => {
    try {
      // Before anything else, while the browser still counts it as the tap's doing.
      await navigator.clipboard.writeText(link());
      toasts.show({ text: messages.people.copied });
    } catch {
      // Without a secure connection or without leave there is no clipboard; the person's own copy works.
      field.focus();
      selectAll(field);
      toasts.show({ text: messages.people.selected });
    }
    await saveMyName();
  };

  const share = async (): Promise<void> => {
    try {
      const text = props.person.isMe ? {} : { text: messages.people.shareText(props.person.name) };
      await navigator.share({ ...text, url: link() });
    } catch (error) {
      const changedMind = error instanceof Error && error.name === 'AbortError';
      if (!changedMind) toasts.show({ text: messages.people.shareFailed });
    }
    await saveMyName();
  };

  const end = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const gone = await takeBack(props.invite.id);
    setBusy(false);
    if (gone) props.onTakenBack();
  };

  return (
    <>
      <SheetBody>
        <InviteCode person={props.person} link={link()} />
        <InviteFacts person={props.person} gift={props.gift} expiresAt={props.invite.expiresAt} />
        <Show when={nameless}>
          <Field
            label={messages.people.yourName}
            value={myName()}
            onInput={setMyName}
            autocomplete="given-name"
            maxLength={longestName}
          />
        </Show>
        <ReadonlyField
          ref={(element) => {
            field = element;
          }}
          label={messages.people.link}
          value={link()}
        />
      </SheetBody>
      <SheetFoot>
        <Button ref={(element) => (copyButton = element)} kind="ink" grow onClick={() => void copy()}>
          <IconCopy />
          {messages.people.copy}
        </Button>
        <Show when={canShare}>
          <Button grow onClick={() => void share()}>
            <IconShare />
            {messages.people.share}
          </Button>
        </Show>
        <Button kind="ghost" grow aria-busy={busy()} onClick={() => void end()}>
          {messages.people.takeBack}
        </Button>
      </SheetFoot>
    </>
  );
}
