/** Whether this device may show notifications, as a signal of the caller's owner. */
import { type Accessor, createSignal, onMount } from 'solid-js';
import { type NotificationState, useDevice } from '../../device.tsx';

export function createNotifications(): {
  /** `undefined` until it is known. */
  readonly state: Accessor<NotificationState | undefined>;
  readonly ask: () => Promise<void>;
} {
  const device = useDevice();
  const [state, setState] = createSignal<NotificationState>();
  onMount(() => void device.notifications().then((notifications) => setState(notifications.state())));
  return {
    state,
    ask: async () => {
      const notifications = await device.notifications();
      setState(await notifications.ask());
    },
  };
}
