/** What went wrong: a calm list, each with one suggested way out, and more on request. */
import { createSignal, For, lazy, Show, Suspense } from 'solid-js';
import IconCircleCheck from '~icons/lucide/circle-check';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { AlertLine, AlertPage } from '../../../views/alert-view.ts';
import { useCommands } from '../../commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { paths } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';
import { AlertCard } from './alert-card.tsx';
import { AllowCard } from './allow-card.tsx';
import styles from './alerts.module.css';
import { readAlerts } from './read-alerts.ts';
import { useAlertWords } from './use-alert-words.ts';

const AlertPageSheet = lazy(async () => ({
  default: (await import('./alert-page-sheet.tsx')).AlertPageSheet,
}));

export function AlertsScreen() {
  const messages = useMessages();
  const words = useAlertWords();
  const view = createView(() => ({ kind: 'alerts' as const }));
  const { sendAll } = useCommands();
  const [opened, setOpened] = createSignal<{ readonly line: AlertLine; readonly at: AlertPage }>();
  /** Who does something about it need not be told of it again. */
  const finish = (line: AlertLine): void => {
    setOpened();
    const [first, ...rest] = readAlerts(line);
    if (first !== undefined) void sendAll(line.run, [first, ...rest]);
  };
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
                    <AlertCard line={line} onOpen={(at) => setOpened({ line, at })} />
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
      <Show when={opened()}>
        {(page) => (
          <Suspense>
            <AlertPageSheet
              run={page().line.run}
              at={page().at}
              onClose={() => setOpened()}
              onDone={() => finish(page().line)}
            />
          </Suspense>
        )}
      </Show>
    </div>
  );
}
