/** A word on its state's ground, with an icon that says the same. */
import type { JSX } from 'solid-js';
import styles from './chip.module.css';

export function Chip(props: {
  readonly tone?: 'late' | 'risk' | 'stuck' | 'done' | 'turn' | 'theirs' | 'waiting';
  readonly children: JSX.Element;
}) {
  return (
    <span class={styles.chip} data-tone={props.tone}>
      {props.children}
    </span>
  );
}
