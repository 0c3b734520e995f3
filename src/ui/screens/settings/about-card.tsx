/** Which Baton this is, and the licences of what it is made of. */
import { For } from 'solid-js';
import IconType from '~icons/lucide/type';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { BatonMark } from '../../kit/baton.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import styles from './settings-screen.module.css';

/** Set by the build, from package.json. */
declare const __BATON_VERSION__: string;

/** Files in `public/licences`; names of typefaces are the same in every language. */
const fonts = [
  { name: 'Bricolage Grotesque', licence: '/licences/bricolage-grotesque-OFL.txt' },
  { name: 'Instrument Sans', licence: '/licences/instrument-sans-OFL.txt' },
] as const;

export function AboutCard() {
  const messages = useMessages();
  return (
    <Section title={messages.settings.about}>
      <div class={styles.inset}>
        <Card>
          <CardRow
            start={<BatonMark />}
            title={messages.settings.app}
            sub={messages.settings.version(__BATON_VERSION__)}
          />
          <For each={fonts}>
            {(font) => (
              <CardRow
                start={<IconType />}
                title={font.name}
                end={
                  <a class={styles.licence} href={font.licence} target="_blank" rel="external noopener">
                    {messages.settings.fontLicence}
                  </a>
                }
              />
            )}
          </For>
        </Card>
      </div>
    </Section>
  );
}
