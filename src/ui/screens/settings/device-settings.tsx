/** What this device can still do for the data: be installed, and promise to keep it. */
import { createSignal, Match, onMount, Show, Switch } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { createDeviceState, useDevice } from '../../device.tsx';
import { Button } from '../../kit/button.tsx';
import { Section } from '../../kit/section.tsx';
import styles from './settings-screen.module.css';

export function DeviceSettings() {
  const messages = useMessages();
  const device = useDevice();
  const install = createDeviceState(device.install);
  const [kept, setKept] = createSignal<boolean | null>(null);
  const [refused, setRefused] = createSignal(false);
  onMount(() => void device.storage.isKept().then(setKept));
  const keep = async (): Promise<void> => {
    const promised = await device.storage.keep();
    setKept(promised);
    setRefused(!promised);
  };
  return (
    <Section title={messages.settings.device}>
      <div class={styles.part}>
        <h3>{messages.settings.install}</h3>
        <Switch fallback={<p>{messages.settings.installElsewhere}</p>}>
          <Match when={install() === 'installed'}>
            <p>{messages.settings.installed}</p>
          </Match>
          <Match when={install() === 'offered'}>
            <p>{messages.settings.installHint}</p>
            <div>
              <Button size={48} onClick={() => void device.install.prompt()}>
                {messages.settings.installAction}
              </Button>
            </div>
          </Match>
          <Match when={install() === 'byHand'}>
            <p>{messages.settings.installByHand}</p>
          </Match>
        </Switch>
        <h3>{messages.settings.storage}</h3>
        <Switch fallback={<p>{messages.settings.keepUnknown}</p>}>
          <Match when={kept() === true}>
            <p>{messages.settings.kept}</p>
          </Match>
          <Match when={kept() === false}>
            <p>{messages.settings.notKept}</p>
            <div>
              <Button size={48} onClick={() => void keep()}>
                {messages.settings.keep}
              </Button>
            </div>
            <Show when={refused()}>
              <p role="status">{messages.settings.keepRefused}</p>
            </Show>
          </Match>
        </Switch>
      </div>
    </Section>
  );
}
