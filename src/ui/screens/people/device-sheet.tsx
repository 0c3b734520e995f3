/** One device: its name, what is known of it, and the way to remove it. */
import { createSignal, Show, untrack } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DeviceLine } from '../../../views/people-view.ts';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { sayFailure } from '../../say-failure.ts';
import { longestName } from '../shared/name-sheet.tsx';
import { DeviceIcon, useDeviceWords } from './device-row.tsx';
import styles from './devices.module.css';

export function DeviceSheet(props: {
  readonly device: DeviceLine;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useDeviceWords();
  const toasts = useToasts();
  const app = useAppView();
  const now = useNow();
  const [name, setName] = createSignal(untrack(() => props.device.name ?? ''));
  const [failure, setFailure] = createSignal<IntentFailure>();
  const [busy, setBusy] = createSignal(false);
  const changed = (): boolean => name().trim() !== (props.device.name ?? '');
  const mayChange = (): boolean => app()?.mayChange ?? false;

  const rename = async (): Promise<void> => {
    if (!changed() || busy()) return;
    setBusy(true);
    const wanted = name().trim();
    const result = await household.intent({ kind: 'renameDevice', device: props.device.id, name: wanted });
    setBusy(false);
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    toasts.show({ text: words.renamed(wanted) });
    props.onClose();
  };

  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead
        before={<DeviceIcon kind={props.device.kind} />}
        title={words.name(props.device)}
        eyebrow={props.device.person?.name ?? words.nobodys}
        sub={words.facts(props.device, now())}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <p class={styles.hint}>{words.joined(props.device.joinedAt, now())}</p>
        <Show when={mayChange()}>
          <Field
            label={words.rename}
            value={name()}
            onInput={(value) => {
              setName(value);
              setFailure(undefined);
            }}
            onEnter={() => void rename()}
            enterKeyHint="done"
            maxLength={longestName}
          />
        </Show>
        <Show when={failure()}>
          {(what) => {
            const said = () => sayFailure(messages, what());
            return <Notice urgent start={<IconTriangleAlert />} what={said().what} wayOut={said().wayOut} />;
          }}
        </Show>
      </SheetBody>
      <Show when={mayChange()}>
        <SheetFoot>
          <Show when={!props.device.isThis}>
            <Button grow wraps onClick={() => props.onRemove()}>
              {words.remove}
            </Button>
          </Show>
          <Show when={changed()}>
            <Button kind="ink" grow aria-busy={busy()} onClick={() => void rename()}>
              {words.save}
            </Button>
          </Show>
        </SheetFoot>
      </Show>
    </Sheet>
  );
}
