/**
 * Asks what an invite is to give, makes it and shows its link, this once. Closing the sheet leaves the invite open;
 * it then stands in the list of invites.
 */
import { createSignal, Match, onMount, Switch, untrack } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { useHousehold } from '../../../client/household.ts';
import type { FailureWords } from '../../../i18n/core/en/failures.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentDone, IntentFailure } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { sayFailure } from '../../say-failure.ts';
import { type ChosenGift, GiftChoice } from './gift-choice.tsx';
import { InviteFacts, type Invited } from './invite-facts.tsx';
import { InviteLink } from './invite-link.tsx';

type Phase =
  | { readonly at: 'asking' }
  | { readonly at: 'making' }
  | { readonly at: 'failed'; readonly failure: IntentFailure }
  | { readonly at: 'made'; readonly invite: NonNullable<IntentDone['invite']> };

export function InviteSheet(props: {
  readonly person: Invited;
  readonly me: Invited | null;
  /** What it gives, where that is settled: it is made at once. */
  readonly gift?: ChosenGift;
  readonly onClose: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const [phase, setPhase] = createSignal<Phase>({ at: 'asking' });
  const [gift, setGift] = createSignal<ChosenGift>(
    untrack(() => props.gift) ?? { gives: { kind: 'edit' }, flow: '' },
  );
  const during = <At extends Phase['at']>(at: At) => {
    const current = phase();
    return current.at === at ? (current as Extract<Phase, { at: At }>) : undefined;
  };

  const make = async (): Promise<void> => {
    setPhase({ at: 'making' });
    const { gives } = gift();
    const result = await household.intent({ kind: 'createInvite', person: props.person.id, gives });
    if (!result.ok) setPhase({ at: 'failed', failure: result.error });
    else if (result.value.invite !== undefined) setPhase({ at: 'made', invite: result.value.invite });
  };
  const choose = (chosen: ChosenGift): void => {
    setGift(chosen);
    void make();
  };
  onMount(() => {
    if (props.gift !== undefined) void make();
  });
  const sayFailed = (failure: IntentFailure): FailureWords =>
    failure.type === 'offline' ? messages.people.offlineToInvite : sayFailure(messages, failure);

  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead
        title={
          props.person.isMe ? messages.people.inviteMyTitle : messages.people.inviteTitle(props.person.name)
        }
        closeLabel={messages.frame.close}
      />
      <Switch>
        <Match when={during('asking')}>
          <GiftChoice person={props.person} onChoose={choose} />
        </Match>
        <Match when={during('making')}>
          <SheetBody>
            <InviteFacts person={props.person} gift={gift()} />
            <Skeleton label={messages.people.making} rows={1} />
          </SheetBody>
        </Match>
        <Match when={during('failed')}>
          {(failed) => {
            const words = () => sayFailed(failed().failure);
            return (
              <>
                <SheetBody>
                  <InviteFacts person={props.person} gift={gift()} />
                  <Notice urgent start={<IconTriangleAlert />} what={words().what} wayOut={words().wayOut} />
                </SheetBody>
                <SheetFoot>
                  <Button kind="ink" grow onClick={() => void make()}>
                    {messages.people.tryAgain}
                  </Button>
                </SheetFoot>
              </>
            );
          }}
        </Match>
        <Match when={during('made')}>
          {(made) => (
            <InviteLink
              person={props.person}
              me={props.me}
              gift={gift()}
              invite={made().invite}
              onTakenBack={props.onClose}
            />
          )}
        </Match>
      </Switch>
    </Sheet>
  );
}
