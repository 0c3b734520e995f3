/** What went wrong: a calm list, each with one suggested way out, and more on request. */
import { For, Show } from 'solid-js';
import IconCircleCheck from '~icons/lucide/circle-check';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { paths } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';
import { AlertCard } from './alert-card.tsx';
import { AllowCard } from './allow-card.tsx';
import styles from './alerts.module.css';
import { useAlertWords } from './use-alert-words.ts';

export function AlertsScreen() {
  const messages = useMessages();
  const words = useAlertWords();
  const view = createView(() => ({ kind: 'alerts' as const }));
  return (
    <div class={styles.screen}>
      <PageHead title={words.title} back={{ href: paths.now, label: messages.frame.back }} />
      <Show when={view()} fallback={<Skeleton label={messages.frame.loading} />}>
        {(alerts) => (
          <Show
            when={alerts().lines.length > 0}
            fallback={
              <EmptyState title={words.nothing} hint={words.nothingHint} picture={<IconCircleCheck />} />
            }
          >
            <ul class={styles.list} aria-label={words.headline(alerts().lines.length)}>
              <For each={alerts().lines}>
                {(line) => (
                  <li>
                    <AlertCard line={line} />
                  </li>
                )}
              </For>
            </ul>
            <div class={styles.list}>
              <AllowCard />
            </div>
          </Show>
        )}
      </Show>
    </div>
  );
}
