/** What lies lower than one looks first: it comes when the rest has been painted, below it. */
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { afterPaint } from '../../client/after-paint.ts';

export function AfterPaint(props: { readonly children: JSX.Element }) {
  const [isDue, setDue] = createSignal(false);
  onMount(() => onCleanup(afterPaint(() => void setDue(true))));
  return <Show when={isDue()}>{props.children}</Show>;
}
