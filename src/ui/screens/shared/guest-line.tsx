/** A guest is told whose guest they are and of what, or that the link has ended; nobody else is told anything. */
import { Show } from 'solid-js';
import IconUser from '~icons/lucide/user-round';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import styles from './guest-line.module.css';

export function GuestLine() {
  const messages = useMessages();
  const app = useAppView();
  return (
    <Show when={app()?.guestOf}>
      {(guestOf) => (
        <p class={styles.line}>
          <IconUser />
          <span>
            {app()?.access === 'guest'
              ? messages.frame.guestOf(guestOf().inviter, guestOf().title)
              : messages.frame.guestOver(guestOf().inviter, guestOf().title)}
          </span>
        </p>
      )}
    </Show>
  );
}
