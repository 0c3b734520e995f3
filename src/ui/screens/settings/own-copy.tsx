/** The household in the settings of a device that is not in it any more, or has lost its keys. */
import { createSignal, Show } from 'solid-js';
import IconHouse from '~icons/lucide/house';
import { standingWords as words } from '../../../i18n/core/en/standing.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import styles from './settings-screen.module.css';
import { StartAnewSheet } from './start-anew-sheet.tsx';

export function OwnCopy() {
  const messages = useMessages();
  const app = useAppView();
  const [asking, setAsking] = createSignal(false);
  const isViewer = (): boolean => app()?.access === 'viewer';
  const name = (): string => app()?.spaceName ?? '';
  return (
    <Section title={messages.settings.household}>
      <div class={styles.inset}>
        <Card>
          <CardRow
            start={<IconHouse />}
            title={name() === '' ? messages.settings.unnamed : name()}
            sub={app()?.access === 'alone' ? words.aloneCopy : words.copy}
            end={
              <Show when={!isViewer()}>
                <Button size={40} onClick={() => setAsking(true)}>
                  {words.anew}
                </Button>
              </Show>
            }
          />
        </Card>
      </div>
      <Show when={asking()}>
        <StartAnewSheet onClose={() => setAsking(false)} />
      </Show>
    </Section>
  );
}
