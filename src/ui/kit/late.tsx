/** What is said only where something takes long enough to be noticed. */
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';

/** What comes sooner is there at once, ms. */
const noticedMs = 100;

export function Late(props: { readonly children: JSX.Element }) {
  const [isLate, setLate] = createSignal(false);
  onMount(() => {
    const timer = setTimeout(() => setLate(true), noticedMs);
    onCleanup(() => clearTimeout(timer));
  });
  return <Show when={isLate()}>{props.children}</Show>;
}
