/** A resting card; `CardRow` is a line in it with an action at the end. */
import { type JSX, Show } from 'solid-js';
import styles from './card.module.css';

export function Card(props: { readonly children: JSX.Element }) {
  return <div class={styles.card}>{props.children}</div>;
}

export function CardRow(props: {
  readonly start: JSX.Element;
  readonly title: JSX.Element;
  readonly sub?: JSX.Element;
  readonly end?: JSX.Element;
}) {
  return (
    <div class={styles.row}>
      <span class={styles.start}>{props.start}</span>
      <div class={styles.text}>
        <p class={styles.title}>{props.title}</p>
        <Show when={props.sub !== undefined}>
          <p class={styles.sub}>{props.sub}</p>
        </Show>
      </div>
      <Show when={props.end !== undefined}>
        <span class={styles.end}>{props.end}</span>
      </Show>
    </div>
  );
}
