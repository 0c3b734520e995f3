/** Cross-fades from screen to screen where the browser can, and does it at once; going back and forth stays the browser's own. */
import type { BeforeLeaveEventArgs } from '@solidjs/router';

/** Longer than this until the screen may change, ms: the device has enough to do with changing it. Quick ones take a frame. */
const tooLongMs = 30;
/** Once is enough: it will not become faster while it is used. */
let isSlow = false;

export function moveWithTransition(event: BeforeLeaveEventArgs): void {
  const [, toScreen, ...rest] = typeof event.to === 'string' ? event.to.split('/') : [];
  // A step rises over its flow by itself.
  if (toScreen === 'flows' && rest.length > 1) return;
  const fromScreen = event.from.pathname.split('/')[1];
  const able = 'startViewTransition' in document && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (toScreen === undefined || toScreen === fromScreen || !able || isSlow || event.defaultPrevented) return;
  if (document.visibilityState !== 'visible') return;
  event.preventDefault();
  // Nothing waits for the picture: if it fails or is skipped, the move has happened all the same.
  const asked = performance.now();
  const transition = document.startViewTransition(() => {
    isSlow = performance.now() - asked > tooLongMs;
    event.retry(true);
  });
  transition.finished.catch(() => undefined);
  transition.ready.catch(() => undefined);
}
