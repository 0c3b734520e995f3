/** What this device does for the data: stand on the home screen, and keep from clearing it on its own. */
import { createSignal, lazy, Match, onMount, Show, Suspense, Switch } from 'solid-js';
import IconArchive from '~icons/lucide/archive';
import IconArchiveX from '~icons/lucide/archive-x';
import IconInstall from '~icons/lucide/monitor-down';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { createDeviceState, useDevice } from '../../device.tsx';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import { DeviceRows } from '../spaces/device-rows.tsx';
import styles from './settings-screen.module.css';

const InstallSheet = lazy(async () => ({
  default: (await import('../install/install-sheet.tsx')).InstallSheet,
}));

export function DeviceCard() {
  const messages = useMessages();
  return (
    <Section title={messages.settings.device}>
      <div class={styles.inset}>
        <Card>
          <Storage />
          <Install />
          <DeviceRows />
        </Card>
      </div>
    </Section>
  );
}

/** `unknown`: the browser does not say. */
type Keeping = 'asking' | 'kept' | 'clearable' | 'unknown';

function Storage() {
  const messages = useMessages();
  const { storage } = useDevice();
  const [keeping, setKeeping] = createSignal<Keeping>('asking');
  const [refused, setRefused] = createSignal(false);
  const look = async (): Promise<void> => {
    const kept = await storage.isKept().catch(() => null);
    setKeeping(kept === null ? 'unknown' : kept ? 'kept' : 'clearable');
  };
  onMount(() => void look());
  const ask = async (): Promise<void> => {
    const promised = await storage.keep().catch(() => false);
    setRefused(!promised);
    if (promised) setKeeping('kept');
  };
  return (
    <Switch>
      <Match when={keeping() === 'kept'}>
        <CardRow start={<IconArchive />} title={messages.settings.kept} sub={messages.settings.keptHint} />
      </Match>
      <Match when={keeping() === 'clearable'}>
        <div>
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
        </div>
      </Match>
      <Match when={keeping() === 'unknown'}>
        <CardRow
          start={<IconArchive />}
          title={messages.settings.unknown}
          sub={messages.settings.unknownHint}
        />
      </Match>
    </Switch>
  );
}

function Install() {
  const messages = useMessages();
  const { install } = useDevice();
  const state = createDeviceState(install);
  const [asking, setAsking] = createSignal(false);
  return (
    <>
      <Switch>
        <Match when={state() === 'installed'}>
          <CardRow
            start={<IconInstall />}
            title={messages.settings.installed}
            sub={messages.settings.installedHint}
          />
        </Match>
        <Match when={state() === 'offered' || state() === 'byHand'}>
          <CardRow
            start={<IconInstall />}
            title={messages.settings.installable}
            sub={messages.settings.installHint}
            end={
              <Button size={40} aria-haspopup="dialog" onClick={() => setAsking(true)}>
                {messages.settings.install}
              </Button>
            }
          />
        </Match>
      </Switch>
      <Show when={asking()}>
        <Suspense>
          <InstallSheet onClose={() => setAsking(false)} />
        </Suspense>
      </Show>
    </>
  );
}
