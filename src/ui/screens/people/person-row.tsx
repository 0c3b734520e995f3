/** A person: name, load in words, whether they joined, and a bead for every open step. */
import { Show } from 'solid-js';
import IconPhoneOff from '~icons/lucide/phone-off';
import IconPlane from '~icons/lucide/plane';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonLine } from '../../../views/people-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Beads } from '../../kit/beads.tsx';
import { useAwayWords } from '../shared/use-away-words.ts';
import { usePresenceWords } from '../shared/use-presence-words.ts';
import { Load } from './load.tsx';
import styles from './person-row.module.css';
import { useDetailWords } from './use-detail-words.ts';

export function PersonRow(props: { readonly person: PersonLine; readonly onOpen: () => void }) {
  const messages = useMessages();
  const presence = usePresenceWords();
  const away = useAwayWords();
  const details = useDetailWords();
  const now = useNow();
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
        <Show when={person().awayUntil}>
          {(until) => (
            <span class={styles.away}>
              <IconPlane />
              {away.until(until(), now())}
              <Show when={person().standIn}>{(who) => <>, {away.standsIn(who())}</>}</Show>
            </span>
          )}
        </Show>
        <Show when={person().fullDay}>
          {(day) => <span class={styles.away}>{details.fullDay(day().steps, day().date, now())}</span>}
        </Show>
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
