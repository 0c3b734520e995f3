/** A quiet offer of the newer version; nothing restarts before it is tapped. */
import { Show } from 'solid-js';
import IconRefresh from '~icons/lucide/refresh-cw';
import { useMessages } from '../i18n/messages-context.tsx';
import { createDeviceState, useDevice } from './device.tsx';
import styles from './update-chip.module.css';

export function UpdateChip() {
  const messages = useMessages();
  const { updates } = useDevice();
  const state = createDeviceState(updates);
  return (
    <div class={styles.place} role="status">
      <Show when={state() !== 'current'}>
        <button type="button" class={styles.chip} onClick={() => updates.apply()}>
          <IconRefresh />
          {messages.pwa.newVersion} <b>{messages.pwa.restart}</b>
        </button>
      </Show>
    </div>
  );
}
