/** An address that leads nowhere. */
import { useMessages } from '../../../i18n/messages-context.tsx';
import { ButtonLink } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { paths } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';
import styles from './not-found-screen.module.css';

export function NotFoundScreen() {
  const messages = useMessages();
  return (
    <div class={styles.screen}>
      <PageHead title={messages.frame.app} />
      <EmptyState title={messages.frame.notHere} hint={messages.frame.notHereHint}>
        <ButtonLink href={paths.now} kind="ink">
          {messages.frame.toNow}
        </ButtonLink>
      </EmptyState>
    </div>
  );
}
