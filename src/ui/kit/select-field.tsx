/** A labelled native choice from a list that may be long; looks like a field. */
import type { JSX } from 'solid-js';
import IconChevronDown from '~icons/lucide/chevron-down';
import styles from './field.module.css';

export function SelectField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** `option` and `optgroup` elements; the one that is `value` says `selected` itself. */
  readonly children: JSX.Element;
}) {
  return (
    <label class={`${styles.field} ${styles.choosing}`}>
      <span class={styles.label}>{props.label}</span>
      <select
        class={styles.select}
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        {props.children}
      </select>
      <IconChevronDown />
    </label>
  );
}
