/** In Settings, where there is a keyboard: the single keys can be switched off (WCAG 2.1.4). */
import { createSignal, Show } from 'solid-js';
import IconKeyboard from '~icons/lucide/keyboard';
import IconList from '~icons/lucide/list';
import { shortcutWords as words } from '../../../i18n/core/en/shortcuts.ts';
import { useFinder } from '../../finder.tsx';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import { createMedia } from '../../media.ts';
import { chooseSingleKeys, readSingleKeys } from './single-keys.ts';
import styles from './shortcuts.module.css';

export function KeysCard() {
  const finder = useFinder();
  const hasKeys = createMedia('(any-pointer: fine)');
  const [on, setOn] = createSignal(readSingleKeys());
  const choose = (wanted: boolean): void => {
    chooseSingleKeys(wanted);
    setOn(wanted);
  };
  return (
    <Show when={hasKeys()}>
      <Section title={words.section}>
        <div class={styles.inset}>
          <Card>
            <CardRow
              start={<IconKeyboard />}
              title={words.setting}
              sub={on() ? words.settingHint : words.settingOff}
              end={
                <Button size={40} onClick={() => choose(!on())}>
                  {on() ? words.turnOff : words.turnOn}
                </Button>
              }
            />
            <Show when={finder}>
              {(found) => (
                <CardRow
                  start={<IconList />}
                  title={words.title}
                  sub={words.hint}
                  end={
                    <Button size={40} aria-haspopup="dialog" onClick={() => found().show('keys')}>
                      {words.show}
                    </Button>
                  }
                />
              )}
            </Show>
          </Card>
        </div>
      </Section>
    </Show>
  );
}
