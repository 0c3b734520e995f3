/** One moment of joining: a large sentence, what it means, and what to do. Focus follows from one to the next. */
import { createRenderEffect, type JSX, onMount, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import styles from './join-page.module.css';

export function JoinPage(props: {
  readonly title: string;
  readonly hint?: string;
  /** It replaced another moment, so a screen reader is taken to it. */
  readonly takesFocus?: boolean;
  /** More may come to be known while it is looked at: what is pressed stays where it is. */
  readonly steady?: boolean;
  /** What there is to know before acting. */
  readonly facts?: JSX.Element;
  readonly children?: JSX.Element;
}) {
  const messages = useMessages();
  let title: HTMLHeadingElement | undefined;
  createRenderEffect(() => {
    document.title = `${messages.join.title} · ${messages.frame.app}`;
  });
  onMount(() => {
    if (props.takesFocus) title?.focus();
  });
  return (
    <div class={styles.page} data-steady={props.steady ?? false}>
      <h1 class={styles.title} ref={title} tabIndex={-1}>
        {props.title}
      </h1>
      <Show when={props.hint}>{(hint) => <p class={styles.hint}>{hint()}</p>}</Show>
      {props.facts}
      <div class={styles.actions}>{props.children}</div>
    </div>
  );
}
