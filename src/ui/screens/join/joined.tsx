/** It worked: who I am now, where, and the way on. */
import { createSignal, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useIsMember } from '../../access.ts';
import { useInviteKindWords } from '../people/use-invite-kind-words.ts';
import { useAppView } from '../../app-view.tsx';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { paths } from '../../routes.ts';
import { ChooseMeSheet } from '../shared/choose-me-sheet.tsx';
import { JoinPage } from './join-page.tsx';

export function Joined() {
  const messages = useMessages();
  const app = useAppView();
  const words = useInviteKindWords();
  const isMember = useIsMember();
  const [choosing, setChoosing] = createSignal(false);
  const name = (): string => app()?.me?.name ?? messages.states.somebody;
  const guestOf = () => app()?.guestOf ?? null;
  const title = (): string => {
    const guest = guestOf();
    if (guest !== null) return words.joinedGuest(guest.inviter, guest.title);
    return messages.join.joined(name(), app()?.spaceName ?? '');
  };
  const hint = (): string => {
    if (guestOf() !== null) return words.joinedGuestHint;
    return app()?.access === 'viewer' ? words.joinedViewHint : messages.join.joinedHint;
  };
  return (
    <JoinPage title={title()} hint={hint()} takesFocus>
      <ButtonLink kind="ink" href={paths.now}>
        {messages.join.toNow}
      </ButtonLink>
      {/* A guest is who the link says, and who only looks is nobody's hand. */}
      <Show when={isMember()}>
        <Button kind="ghost" onClick={() => setChoosing(true)}>
          {messages.join.notMe(name())}
        </Button>
      </Show>
      <Show when={choosing()}>
        <ChooseMeSheet onClose={() => setChoosing(false)} />
      </Show>
    </JoinPage>
  );
}
