/**
 * After the first hand-off it is worth keeping Baton: on the home screen, and its data safe from clearing.
 * Offered once, quietly; gone when both are done or somebody said no.
 */
import { createSignal, lazy, onMount, Show, Suspense } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { createDeviceState, useDevice } from '../../device.tsx';
import { Button } from '../../kit/button.tsx';
import styles from './keep-card.module.css';

const InstallSheet = lazy(async () => ({
  default: (await import('../install/install-sheet.tsx')).InstallSheet,
}));

const key = 'baton.keep-card';

function isDismissed(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
}

export function KeepCard(props: { readonly handedOver: boolean }) {
  const messages = useMessages();
  const device = useDevice();
  const install = createDeviceState(device.install);
  const [kept, setKept] = createSignal<boolean | null>(null);
  const [asking, setAsking] = createSignal(false);
  const [dismissed, setDismissed] = createSignal(isDismissed());
  onMount(() => void device.storage.isKept().then(setKept));

  const canInstall = () => install() === 'offered' || install() === 'byHand';
  const offers = () => props.handedOver && !dismissed() && (canInstall() || kept() === false);
  const dismiss = (): void => {
    setDismissed(true);
    try {
      localStorage.setItem(key, 'no');
    } catch {
      // Storage is blocked: it stays away as long as the page is open.
    }
  };
  return (
    <Show when={offers()}>
      <section class={styles.card} aria-labelledby="keep-card">
        <h2 id="keep-card">{messages.pwa.keepTitle}</h2>
        <p>{canInstall() ? messages.pwa.keepHint : messages.pwa.keepDataHint}</p>
        <div class={styles.actions}>
          <Show when={canInstall()}>
            <Button kind="ink" size={48} aria-haspopup="dialog" onClick={() => setAsking(true)}>
              {messages.pwa.install}
            </Button>
          </Show>
          <Show when={kept() === false}>
            <Button size={48} wraps onClick={() => void device.storage.keep().then(setKept)}>
              {messages.pwa.keepStorage}
            </Button>
          </Show>
          <Button kind="ghost" size={48} onClick={dismiss}>
            {messages.pwa.notNow}
          </Button>
        </div>
        <Show when={asking()}>
          <Suspense>
            <InstallSheet onClose={() => setAsking(false)} />
          </Suspense>
        </Show>
      </section>
    </Show>
  );
}
