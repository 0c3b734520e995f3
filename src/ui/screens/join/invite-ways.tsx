/** The ways to bring an invite here that came elsewhere: paste its link, or scan its code. */
import { createSignal, Show } from 'solid-js';
import IconScan from '~icons/lucide/scan-qr-code';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { Button } from '../../kit/button.tsx';
import styles from './invite-ways.module.css';
import { PasteInvite } from './paste-invite.tsx';
import { ScanSheet } from './scan-sheet.tsx';

export function InviteWays(props: {
  /** A link, or the end of one; where it came from makes no difference from here on. */
  readonly onInvite: (text: string) => void;
}) {
  const messages = useMessages();
  const [scanning, setScanning] = createSignal(false);
  return (
    <div class={styles.ways}>
      <PasteInvite onPaste={props.onInvite} />
      <p class={styles.or}>{messages.join.or}</p>
      <Button aria-haspopup="dialog" onClick={() => setScanning(true)}>
        <IconScan />
        {messages.join.scan}
      </Button>
      <Show when={scanning()}>
        <ScanSheet
          onInvite={(invite) => {
            // Closed first, so that its focus comes back before the next moment takes it.
            setScanning(false);
            props.onInvite(invite);
          }}
          onClose={() => setScanning(false)}
        />
      </Show>
    </div>
  );
}
