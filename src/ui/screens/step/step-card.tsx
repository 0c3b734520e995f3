/** Something about a step that a person should know or settle: what it is, a sentence, and what to do. */
import { type JSX, Show } from 'solid-js';
import styles from './step-card.module.css';

export function StepCard(props: {
  readonly start: JSX.Element;
  readonly title: string;
  readonly hint?: string;
  /** Only to know, nothing to settle: smaller, and no landmark. */
  readonly quiet?: boolean;
  readonly children?: JSX.Element;
}) {
  const content = () => (
    <>
      <header>
        {props.start}
        <div>
          <h3>{props.title}</h3>
          <Show when={props.hint}>
            <p>{props.hint}</p>
          </Show>
        </div>
      </header>
      {props.children}
    </>
  );
  return (
    <Show
      when={!props.quiet}
      fallback={
        <div class={styles.card} data-quiet="true">
          {content()}
        </div>
      }
    >
      <section class={styles.card} aria-label={props.title}>
        {content()}
      </section>
    </Show>
  );
}
