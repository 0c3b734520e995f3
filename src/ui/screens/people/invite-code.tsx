/** The link as a code, for somebody who stands beside you. Gone with the sheet; the link is kept nowhere. */
import { useMessages } from '../../../i18n/messages-context.tsx';
import { QrCode } from '../../kit/qr-code.tsx';
import styles from './invite-code.module.css';
import type { Invited } from './invite-facts.tsx';

export function InviteCode(props: { readonly person: Invited; readonly link: string }) {
  const messages = useMessages();
  return (
    <div class={styles.code}>
      <QrCode
        text={props.link}
        label={props.person.isMe ? messages.people.codeForMe : messages.people.code(props.person.name)}
        failed={<p class={styles.hint}>{messages.people.codeFailed}</p>}
      />
      <p class={styles.hint}>
        {props.person.isMe ? messages.people.codeHintForMe : messages.people.codeHint(props.person.name)}
      </p>
    </div>
  );
}
