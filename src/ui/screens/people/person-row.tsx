/** A person: name, load in words, whether they joined, and a bead for every open step. */
import { Show } from 'solid-js';
import IconPhoneOff from '~icons/lucide/phone-off';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonLine } from '../../../views/people-view.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Beads } from '../../kit/beads.tsx';
import { usePresenceWords } from '../shared/use-presence-words.ts';
import { Load } from './load.tsx';
import styles from './person-row.module.css';

export function PersonRow(props: { readonly person: PersonLine; readonly onOpen: () => void }) {
  const messages = useMessages();
  const presence = usePresenceWords();
  const person = () => props.person;
  return (
    <li class={styles.row}>
      <Avatar face={person()} size={40} />
      <span class={styles.text}>
        <button type="button" class={styles.open} onClick={() => props.onOpen()}>
          {person().name}
          {/* Who began without a name is called You already. */}
          <Show when={person().isMe && person().name !== messages.people.you}>
            <span class={styles.you}>{messages.people.you}</span>
          </Show>
        </button>
        <span class={styles.load}>
          <Load person={person()} />
          <Show when={person().here}>
            <span class={styles.here}>{presence.hereNow}</span>
          </Show>
        </span>
        <Show when={person().outside || !person().joined}>
          <span class={styles.away}>
            <Show when={!person().outside} fallback={messages.people.outside}>
              <IconPhoneOff />
              {messages.people.noPhone}
            </Show>
          </span>
        </Show>
      </span>
      <Beads beads={person().beads} />
    </li>
  );
}
