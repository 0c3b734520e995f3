/** It worked: who I am now, where, and the way on. */
import { createSignal, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { paths } from '../../routes.ts';
import { ChooseMeSheet } from '../shared/choose-me-sheet.tsx';
import { JoinPage } from './join-page.tsx';

export function Joined() {
  const messages = useMessages();
  const app = useAppView();
  const [choosing, setChoosing] = createSignal(false);
  const name = (): string => app()?.me?.name ?? messages.states.somebody;
  return (
    <JoinPage
      title={messages.join.joined(name(), app()?.spaceName ?? '')}
      hint={messages.join.joinedHint}
      takesFocus
    >
      <ButtonLink kind="ink" href={paths.now}>
        {messages.join.toNow}
      </ButtonLink>
      <Button kind="ghost" onClick={() => setChoosing(true)}>
        {messages.join.notMe(name())}
      </Button>
      <Show when={choosing()}>
        <ChooseMeSheet onClose={() => setChoosing(false)} />
      </Show>
    </JoinPage>
  );
}
