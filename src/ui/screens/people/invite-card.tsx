/** The way in for people who have no device here yet, one button a person. */
import { For, Show } from 'solid-js';
import IconLink from '~icons/lucide/link';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonLine } from '../../../views/people-view.ts';
import { Button } from '../../kit/button.tsx';
import styles from './invite-card.module.css';
import type { Invited } from './invite-facts.tsx';

export function InviteCard(props: {
  /** Who has not joined. */
  readonly people: readonly PersonLine[];
  readonly onInvite: (person: Invited) => void;
}) {
  const messages = useMessages();
  return (
    <section class={styles.card}>
      <span class={styles.picture}>
        <IconLink />
      </span>
      <div class={styles.text}>
        <h2 class={styles.title}>{messages.people.cardTitle}</h2>
        <p class={styles.hint}>
          {props.people.length > 0 ? messages.people.cardHint : messages.people.cardAllIn}
        </p>
      </div>
      <Show when={props.people.length > 0}>
        <div class={styles.actions}>
          <For each={props.people}>
            {(person) => (
              <Button size={48} wraps onClick={() => props.onInvite(person)}>
                {messages.people.invite(person.name)}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </section>
  );
}
