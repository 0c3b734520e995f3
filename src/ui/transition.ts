/** Cross-fades from screen to screen where the browser can; going back and forth stays the browser's own. */
import type { BeforeLeaveEventArgs } from '@solidjs/router';

export function moveWithTransition(event: BeforeLeaveEventArgs): void {
  const toScreen = typeof event.to === 'string' ? event.to.split('/')[1] : undefined;
  const fromScreen = event.from.pathname.split('/')[1];
  const able = 'startViewTransition' in document && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (toScreen === undefined || toScreen === fromScreen || !able || event.defaultPrevented) return;
  if (document.visibilityState !== 'visible') return;
  event.preventDefault();
  // Nothing waits for the picture: if it fails or is skipped, the move has happened all the same.
  const transition = document.startViewTransition(() => event.retry(true));
  transition.finished.catch(() => undefined);
  transition.ready.catch(() => undefined);
}
