/** Something that a person should know or settle: what it is, a sentence, and what to do. */
import { type JSX, Show } from 'solid-js';
import styles from './matter-card.module.css';

export function MatterCard(props: {
  readonly start: JSX.Element;
  /** Also what the card is called. */
  readonly title: string;
  /** Shown in place of the title, where the card's name has to say more than its heading. */
  readonly heading?: JSX.Element;
  /** Of its heading; 2 where it stands right under the title of a screen. */
  readonly level?: 2 | 3;
  readonly hint?: string;
  /** More paragraphs under the heading. */
  readonly details?: JSX.Element;
  /** Only to know, nothing to settle: smaller, and no landmark. */
  readonly quiet?: boolean;
  readonly children?: JSX.Element;
}) {
  const heading = () => props.heading ?? props.title;
  return (
    // A section that has no name is no landmark.
    <section
      class={styles.card}
      aria-label={props.quiet ? undefined : props.title}
      data-quiet={props.quiet ?? false}
    >
      <header class={styles.head}>
        {props.start}
        <div>
          <Show when={props.level === 2} fallback={<h3>{heading()}</h3>}>
            <h2>{heading()}</h2>
          </Show>
          <Show when={props.hint}>
            <p>{props.hint}</p>
          </Show>
          {props.details}
        </div>
      </header>
      {props.children}
    </section>
  );
}
