/**
 * Keeps an element above the keyboard on the screen. Where the page itself does not shrink (iOS), what the keyboard
 * covers is told to the style sheet as `--keyboard`.
 */
import { onCleanup, onMount } from 'solid-js';

export function keepAboveKeyboard(element: () => HTMLElement): void {
  onMount(() => {
    const view = window.visualViewport;
    if (view == null) return;
    const fit = (): void => {
      // Zoomed in, the lower edge is no keyboard.
      const covered = view.scale > 1.01 ? 0 : Math.max(0, innerHeight - view.height - view.offsetTop);
      element().style.setProperty('--keyboard', `${Math.round(covered)}px`);
    };
    view.addEventListener('resize', fit);
    view.addEventListener('scroll', fit);
    onCleanup(() => {
      view.removeEventListener('resize', fit);
      view.removeEventListener('scroll', fit);
    });
  });
}
