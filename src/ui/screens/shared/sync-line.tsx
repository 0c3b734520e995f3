/** Where what I do is saved, and how fresh it is; never claims more than is known. */
import { Match, Show, Switch } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import IconCloudOff from '~icons/lucide/cloud-off';
import IconRefresh from '~icons/lucide/refresh-cw';
import IconShieldAlert from '~icons/lucide/shield-alert';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { useNow } from '../../clock.tsx';
import styles from './sync-line.module.css';

export function SyncLine() {
  const messages = useMessages();
  const app = useAppView();
  const now = useNow();
  return (
    <Show when={app()?.sync}>
      {(sync) => (
        <>
          <p class={styles.line}>
            <Switch fallback={<IconCheck />}>
              <Match when={sync().state === 'offline'}>
                <IconCloudOff />
              </Match>
              <Match when={sync().state === 'refused'}>
                <IconShieldAlert />
              </Match>
              <Match when={sync().state === 'connecting' || (sync().state === 'live' && sync().pending)}>
                <IconRefresh />
              </Match>
            </Switch>
            {messages.sync.line(sync(), now())}
          </p>
          <Show when={sync().clockOffBy}>
            {(off) => <p class={styles.line}>{messages.sync.clock(off())}</p>}
          </Show>
        </>
      )}
    </Show>
  );
}
