/** Where the caret of a text area is: a line, counted from 1, and a place in the whole text. */
import { createSignal, onCleanup, onMount } from 'solid-js';

export function createCaret(area: () => HTMLTextAreaElement): {
  readonly at: () => number;
  /** After the text was changed by something else than a key. */
  readonly look: () => void;
} {
  const [at, setAt] = createSignal(-1);
  const look = (): void => {
    const element = area();
    setAt(document.activeElement === element ? element.selectionEnd : -1);
  };
  onMount(() => {
    document.addEventListener('selectionchange', look);
    onCleanup(() => document.removeEventListener('selectionchange', look));
  });
  return { at, look };
}
