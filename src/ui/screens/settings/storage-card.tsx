/** Whether the data may vanish from this device on its own, and what can be done about it. */
import { createSignal, Match, Show, Switch } from 'solid-js';
import IconArchive from '~icons/lucide/archive';
import IconArchiveX from '~icons/lucide/archive-x';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import { createKeptStorage } from './kept-storage.ts';
import styles from './settings-screen.module.css';

export function StorageCard() {
  const messages = useMessages();
  const storage = createKeptStorage();
  const [refused, setRefused] = createSignal(false);
  const ask = async (): Promise<void> => void setRefused(!(await storage.ask()));
  return (
    <Section title={messages.settings.storage}>
      <div class={styles.inset}>
        <Card>
          <Switch>
            <Match when={storage.keeping() === 'kept'}>
              <CardRow
                start={<IconArchive />}
                title={messages.settings.kept}
                sub={messages.settings.keptHint}
              />
            </Match>
            <Match when={storage.keeping() === 'clearable'}>
              <CardRow
                start={<IconArchiveX />}
                title={messages.settings.clearable}
                sub={messages.settings.clearableHint}
              />
              <div class={styles.ask}>
                <Button size={48} wraps onClick={() => void ask()}>
                  {messages.settings.keep}
                </Button>
                <p class={styles.refused} role="status">
                  <Show when={refused()}>{messages.settings.keepRefused}</Show>
                </p>
              </div>
            </Match>
            <Match when={storage.keeping() === 'unknown'}>
              <CardRow
                start={<IconArchive />}
                title={messages.settings.unknown}
                sub={messages.settings.unknownHint}
              />
            </Match>
          </Switch>
        </Card>
      </div>
    </Section>
  );
}
