/** Something a person must know: what happened and what to do, in place. */
import { type JSX, Show } from 'solid-js';
import styles from './notice.module.css';

export function Notice(props: {
  readonly start: JSX.Element;
  readonly what: string;
  readonly wayOut?: string;
  /** Announced at once; for what just failed. */
  readonly urgent?: boolean;
  readonly children?: JSX.Element;
}) {
  return (
    <div
      class={styles.notice}
      data-brief={props.wayOut === undefined}
      role={props.urgent ? 'alert' : undefined}
    >
      {props.start}
      <p class={styles.text}>
        <b>{props.what}</b>{' '}
        <Show when={props.wayOut}>
          <span class={styles.way}>{props.wayOut}</span>
        </Show>
      </p>
      {props.children}
    </div>
  );
}
