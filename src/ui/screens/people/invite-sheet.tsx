/** An invite for one person: what it gives, the link, how to pass it on, how to take it back. */
import { createSignal, Match, onMount, Show, Switch } from 'solid-js';
import IconCopy from '~icons/lucide/copy';
import IconShare from '~icons/lucide/share-2';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonView } from '../../../views/shared.ts';
import type { IntentDone, IntentFailure } from '../../../worker/messages.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { paths } from '../../routes.ts';
import { sayFailure } from '../../say-failure.ts';
import styles from './invite-sheet.module.css';

type Invite = NonNullable<IntentDone['invite']>;

export function InviteSheet(props: {
  readonly person: PersonView;
  readonly me: PersonView | null;
  readonly spaceName: string;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const household = useHousehold();
  const toasts = useToasts();
  const now = useNow();
  const { sayFailed } = useCommands();
  const [invite, setInvite] = createSignal<Invite>();
  const [failure, setFailure] = createSignal<IntentFailure>();
  const [myName, setMyName] = createSignal('');
  let shown: HTMLInputElement | undefined;

  const link = () => `${location.origin}${paths.join}${invite()?.fragment ?? ''}`;
  const canShare = 'share' in navigator;
  // Whoever started without a name is "You" to everybody else as well.
  const nameless = () => props.me !== null && props.me.name === messages.start.defaultName;

  const make = async (): Promise<void> => {
    setFailure(undefined);
    const result = await household.intent({ kind: 'createInvite', person: props.person.id });
    if (!result.ok) setFailure(() => result.error);
    else if (result.value.invite !== undefined) setInvite(result.value.invite);
    else props.onClose();
  };
  onMount(() => void make());

  const saveMyName = async (): Promise<void> => {
    const me = props.me;
    const name = myName().trim();
    if (me === null || name === '') return;
    const result = await household.intent({ kind: 'renamePerson', person: me.id, name });
    if (!result.ok) sayFailed(result.error);
  };
  const copy = async (): Promise<void> => {
    await saveMyName();
    try {
      await navigator.clipboard.writeText(link());
      toasts.show({ text: messages.people.copied });
    } catch {
      shown?.select();
      toasts.show({ text: messages.people.copyFailed });
    }
  };
  const share = async (): Promise<void> => {
    await saveMyName();
    try {
      await navigator.share({ text: messages.people.shareText(props.spaceName), url: link() });
    } catch {
      // Closed without choosing: the link stays on screen.
    }
  };
  const takeBack = async (id: string): Promise<void> => {
    const result = await household.intent({ kind: 'revokeInvite', invite: id });
    if (!result.ok) {
      sayFailed(result.error);
      return;
    }
    toasts.show({ text: messages.people.takenBack });
    props.onClose();
  };

  return (
    <Sheet onClose={props.onClose}>
      <SheetHead title={messages.people.inviteTitle(props.person.name)} closeLabel={messages.frame.close} />
      <SheetBody>
        <Switch fallback={<p role="status">{messages.people.making}</p>}>
          <Match when={failure()}>
            {(failed) => {
              const words = () => sayFailure(messages, failed());
              return (
                <Notice urgent start={<IconTriangleAlert />} what={words().what} wayOut={words().wayOut} />
              );
            }}
          </Match>
          <Match when={invite()}>
            {(made) => (
              <>
                <p>{messages.people.inviteGives(props.person.name, props.spaceName)}</p>
                <p class={styles.muted}>{messages.people.inviteExpires(made().expiresAt, now())}</p>
                <Show when={nameless()}>
                  <Field
                    label={messages.people.inviteYourName}
                    value={myName()}
                    maxLength={60}
                    autocomplete="given-name"
                    onInput={setMyName}
                  />
                </Show>
                <label class={styles.link}>
                  <span>{messages.people.inviteLink}</span>
                  <input
                    ref={shown}
                    readonly
                    value={link()}
                    onFocus={(event) => event.currentTarget.select()}
                  />
                </label>
                <div>
                  <Button kind="ghost" size={48} onClick={() => void takeBack(made().id)}>
                    {messages.people.takeBack}
                  </Button>
                </div>
              </>
            )}
          </Match>
        </Switch>
      </SheetBody>
      <SheetFoot>
        <Show
          when={invite()}
          fallback={
            <Show when={failure()}>
              <Button kind="ink" grow onClick={() => void make()}>
                {messages.people.makeAgain}
              </Button>
            </Show>
          }
        >
          <Button kind="ink" grow onClick={() => void copy()}>
            <IconCopy />
            {messages.people.copy}
          </Button>
          <Show when={canShare}>
            <Button grow onClick={() => void share()}>
              <IconShare />
              {messages.people.share}
            </Button>
          </Show>
        </Show>
      </SheetFoot>
    </Sheet>
  );
}
