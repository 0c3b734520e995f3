/**
 * Asks again what the network lost. A question that nobody holds open any more does not come back by itself: it is
 * put again after a pause, and at once when the network is back or the page is taken in hand.
 */

const [shortestPause, longestPause] = [2_000, 30_000];

/** `look` answers whether that was the last time. Returns what ends the looking. */
export function keepLooking(look: () => Promise<boolean>): () => void {
  let pause = shortestPause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;
  let isWantedAgain = false;
  let isOver = false;

  const stop = (): void => {
    isOver = true;
    clearTimeout(timer);
    window.removeEventListener('online', lookNow);
    document.removeEventListener('visibilitychange', lookWhenSeen);
  };
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    isLooking = true;
    const isLast = await look();
    isLooking = false;
    if (isOver) return;
    if (isLast) {
      stop();
    } else if (isWantedAgain) {
      isWantedAgain = false;
      void run();
    } else {
      timer = setTimeout(() => void run(), pause);
      pause = Math.min(2 * pause, longestPause);
    }
  };
  function lookNow(): void {
    pause = shortestPause;
    // One under way may have been lost before: what calls for another comes after it.
    if (isLooking) isWantedAgain = true;
    else void run();
  }
  function lookWhenSeen(): void {
    if (document.visibilityState === 'visible') lookNow();
  }

  window.addEventListener('online', lookNow);
  document.addEventListener('visibilitychange', lookWhenSeen);
  void run();
  return stop;
}
