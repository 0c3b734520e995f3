/** It did not work: what happened and the way out that fits it. */
import { Match, Switch } from 'solid-js';
import type { FailureWords } from '../../../i18n/core/en/failures.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure } from '../../../worker/messages.ts';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { paths } from '../../routes.ts';
import { sayFailure } from '../../say-failure.ts';
import { InviteWays } from './invite-ways.tsx';
import { JoinPage } from './join-page.tsx';

type WayOut = 'toNow' | 'again' | 'another';

function toWayOut(failure: IntentFailure): WayOut {
  switch (failure.type) {
    case 'alreadyMember':
      return 'toNow';
    case 'offline':
    case 'storageFull':
    case 'storageUnavailable':
      return 'again';
    default:
      return 'another';
  }
}

export function JoinFailed(props: {
  readonly failure: IntentFailure;
  readonly onAgain: () => void;
  readonly onInvite: (text: string) => void;
}) {
  const messages = useMessages();
  const words = (): FailureWords => {
    if (props.failure.type === 'offline') return messages.join.offline;
    return sayFailure(messages, props.failure);
  };
  return (
    <JoinPage title={words().what} hint={words().wayOut} takesFocus>
      <Switch>
        <Match when={toWayOut(props.failure) === 'toNow'}>
          <ButtonLink kind="ink" href={paths.now}>
            {messages.join.toNow}
          </ButtonLink>
        </Match>
        <Match when={toWayOut(props.failure) === 'again'}>
          <Button kind="ink" onClick={() => props.onAgain()}>
            {messages.join.tryAgain}
          </Button>
        </Match>
        <Match when={toWayOut(props.failure) === 'another'}>
          <InviteWays onInvite={props.onInvite} />
        </Match>
      </Switch>
    </JoinPage>
  );
}
