/** One line of a list: something at the start, a title with a second line, something at the end. */
import { type JSX, Show } from 'solid-js';
import { offerActs, type RowActs } from '../row-acts.ts';
import styles from './row.module.css';

export function Row(props: {
  readonly start: JSX.Element;
  readonly title: JSX.Element;
  readonly sub?: JSX.Element;
  readonly end?: JSX.Element;
  /** Where a tap on the row leads. */
  readonly href?: string;
  readonly onOpen?: () => void;
  readonly expanded?: boolean;
  readonly quiet?: boolean;
  /** What swiping over it does. */
  readonly acts?: () => RowActs;
  /** The end holds words or faces only, nothing to press. */
  readonly passiveEnd?: boolean;
}) {
  return (
    <li
      class={styles.row}
      data-lines={props.sub === undefined ? 1 : 2}
      data-quiet={props.quiet ?? false}
      data-swipes={props.acts !== undefined}
      ref={(row) => offerActs(row, () => props.acts?.() ?? {})}
    >
      {props.start}
      <span class={styles.text}>
        <span class={styles.title}>
          <Show when={props.href} fallback={<RowButton {...props} />}>
            {(href) => (
              <a class={styles.open} href={href()} data-stop>
                {props.title}
              </a>
            )}
          </Show>
        </span>
        <Show when={props.sub !== undefined}>
          <span class={styles.sub}>{props.sub}</span>
        </Show>
      </span>
      <Show when={props.end !== undefined}>
        <span class={styles.end} data-passive={props.passiveEnd ?? false}>
          {props.end}
        </span>
      </Show>
    </li>
  );
}

function RowButton(props: {
  readonly title: JSX.Element;
  readonly onOpen?: () => void;
  readonly expanded?: boolean;
}) {
  return (
    <Show when={props.onOpen} fallback={props.title}>
      {(open) => (
        <button
          type="button"
          class={styles.open}
          data-stop
          aria-expanded={props.expanded}
          onClick={() => open()()}
        >
          {props.title}
        </button>
      )}
    </Show>
  );
}
