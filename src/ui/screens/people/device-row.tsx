/** A device in a list: what it is called, whether it is this one, and when it was last seen. */
import { Match, Switch } from 'solid-js';
import IconComputer from '~icons/lucide/monitor';
import IconPhone from '~icons/lucide/smartphone';
import IconTablet from '~icons/lucide/tablet';
import { deviceWords } from '../../../i18n/core/en/devices.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DeviceLine } from '../../../views/people-view.ts';
import { useNow } from '../../clock.tsx';
import { Row } from '../../kit/row.tsx';
import styles from './devices.module.css';

export function useDeviceWords(): ReturnType<typeof deviceWords> {
  return deviceWords(useMessages().formats);
}

export function DeviceIcon(props: { readonly kind: DeviceLine['kind'] }) {
  return (
    <span class={styles.icon}>
      <Switch fallback={<IconPhone />}>
        <Match when={props.kind === 'computer'}>
          <IconComputer />
        </Match>
        <Match when={props.kind === 'tablet'}>
          <IconTablet />
        </Match>
      </Switch>
    </span>
  );
}

export function DeviceRow(props: { readonly device: DeviceLine; readonly onOpen: () => void }) {
  const words = useDeviceWords();
  const now = useNow();
  return (
    <Row
      start={<DeviceIcon kind={props.device.kind} />}
      title={words.name(props.device)}
      sub={words.facts(props.device, now())}
      onOpen={() => props.onOpen()}
    />
  );
}
