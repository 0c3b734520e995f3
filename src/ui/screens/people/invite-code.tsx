/** The link as a code, for somebody who stands beside you. Gone with the sheet; the link is kept nowhere. */
import { inviteCodeWords as words } from '../../../i18n/core/en/invite-code.ts';
import { QrCode } from '../../kit/qr-code.tsx';
import styles from './invite-code.module.css';
import type { Invited } from './invite-facts.tsx';

export function InviteCode(props: { readonly person: Invited; readonly link: string }) {
  return (
    <div class={styles.code}>
      <QrCode
        text={props.link}
        label={props.person.isMe ? words.labelForMe : words.label(props.person.name)}
        failed={<p class={styles.hint}>{words.failed}</p>}
      />
      <p class={styles.hint}>{props.person.isMe ? words.hintForMe : words.hint(props.person.name)}</p>
    </div>
  );
}
