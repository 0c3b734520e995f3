/** What a list says while it has nothing: what it is for, and the one next thing to do. */
import type { JSX } from 'solid-js';
import styles from './empty-state.module.css';

export function EmptyState(props: {
  readonly title: string;
  readonly hint: string;
  readonly picture?: JSX.Element;
  readonly children?: JSX.Element;
}) {
  return (
    <div class={styles.empty}>
      {props.picture}
      <h2 class={styles.title}>{props.title}</h2>
      <p class={styles.hint}>{props.hint}</p>
      <div class={styles.actions}>{props.children}</div>
    </div>
  );
}
