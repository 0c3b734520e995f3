/**
 * Who else is at this step: who has it open, and who is writing a note on it. Both stand in lines that are there
 * anyway, so that nothing moves under a finger when somebody comes or goes.
 */
import { Show } from 'solid-js';
import type { PersonView } from '../../../views/shared.ts';
import { AvatarStack } from '../../kit/avatar.tsx';
import { usePresenceWords } from '../shared/use-presence-words.ts';
import styles from './step-presence.module.css';

const namesOf = (people: readonly PersonView[]): readonly string[] => people.map(({ name }) => name);

export function Lookers(props: { readonly people: readonly PersonView[] }) {
  const words = usePresenceWords();
  return (
    <Show when={props.people.length > 0}>
      <span class={styles.lookers}>
        <AvatarStack faces={props.people} size={24} />
        <span>{words.looking(namesOf(props.people))}</span>
      </span>
    </Show>
  );
}

/** Stands there empty, so that a screen reader hears it when somebody begins. */
export function Writers(props: { readonly people: readonly PersonView[] }) {
  const words = usePresenceWords();
  return (
    <span class={styles.writers} role="status">
      {props.people.length > 0 ? words.writing(namesOf(props.people)) : ''}
    </span>
  );
}
