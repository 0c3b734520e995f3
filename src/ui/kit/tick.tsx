/** A line to tick off, or one of several to choose. */
import { Show } from 'solid-js';
import styles from './tick.module.css';

export function Tick(props: {
  readonly label: string;
  /** When the label alone does not say what it is. */
  readonly name?: string;
  /** Small, under the label. */
  readonly sub?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  /** What is ticked is over with, and steps back. */
  readonly settles?: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label class={styles.tick} data-settles={props.settles === true ? '' : undefined}>
      <input
        class={styles.box}
        type="checkbox"
        aria-label={props.name}
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class={styles.text}>
        {props.label}
        <Show when={props.sub}>{(sub) => <small>{sub()}</small>}</Show>
      </span>
    </label>
  );
}
