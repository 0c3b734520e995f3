/** How this device stands with the others, in words that claim nothing that is not known. */
import { Match, Show, Switch } from 'solid-js';
import IconClock from '~icons/lucide/clock-alert';
import IconCloudCheck from '~icons/lucide/cloud-check';
import IconCloudOff from '~icons/lucide/cloud-off';
import IconInfo from '~icons/lucide/info';
import IconLock from '~icons/lucide/lock-keyhole';
import IconRefresh from '~icons/lucide/refresh-cw';
import IconShieldAlert from '~icons/lucide/shield-alert';
import IconSmartphone from '~icons/lucide/smartphone';
import IconTabs from '~icons/lucide/layers-2';
import { refusalWords } from '../../../i18n/core/en/refusals.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { SyncView } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { useNow } from '../../clock.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import styles from './settings-screen.module.css';

export function SyncCard() {
  const messages = useMessages();
  const app = useAppView();
  const now = useNow();
  return (
    <Show when={app()?.sync}>
      {(sync) => (
        <Section title={messages.settings.sync}>
          <div class={styles.inset}>
            <Card>
              <CardRow
                start={<SyncIcon sync={sync()} />}
                title={messages.settings.syncState(sync())}
                sub={messages.settings.syncHint(sync(), now())}
              />
              <Show when={sync().refusal}>
                {(code) => (
                  <CardRow
                    start={<IconInfo />}
                    title={refusalWords(code()).what}
                    sub={`${refusalWords(code()).wayOut} ${messages.settings.refusalNumber(code())}`}
                  />
                )}
              </Show>
              <Show when={sync().clockOffBy}>
                {(off) => <CardRow start={<IconClock />} title={messages.sync.clock(off())} />}
              </Show>
              <Show when={sync().otherTab}>
                <CardRow start={<IconTabs />} title={messages.settings.otherTab} />
              </Show>
              <CardRow
                start={<IconLock />}
                title={messages.settings.sealed}
                sub={messages.settings.sealedHint}
              />
            </Card>
          </div>
        </Section>
      )}
    </Show>
  );
}

function SyncIcon(props: { readonly sync: SyncView }) {
  return (
    <Switch fallback={<IconCloudCheck />}>
      <Match when={props.sync.state === 'alone' || props.sync.state === 'out'}>
        <IconSmartphone />
      </Match>
      <Match when={props.sync.state === 'offline'}>
        <IconCloudOff />
      </Match>
      <Match when={props.sync.state === 'refused'}>
        <IconShieldAlert />
      </Match>
      <Match when={props.sync.state === 'connecting' || props.sync.pending}>
        <IconRefresh />
      </Match>
    </Switch>
  );
}
