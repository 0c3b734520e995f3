/** A titled group of rows. */
import { createUniqueId, type JSX, Show } from 'solid-js';
import styles from './section.module.css';

export function Section(props: {
  readonly title: string;
  readonly aside?: JSX.Element;
  readonly children: JSX.Element;
}) {
  const id = createUniqueId();
  return (
    <section aria-labelledby={id}>
      <div class={styles.head}>
        <h2 class={styles.title} id={id}>
          {props.title}
        </h2>
        <Show when={props.aside !== undefined}>
          <span class={styles.aside}>{props.aside}</span>
        </Show>
      </div>
      {props.children}
    </section>
  );
}
