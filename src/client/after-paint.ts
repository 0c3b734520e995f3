/** A page that is hidden paints nothing, and is not waited for any longer than this; ms. */
const unseenMs = 500;

/**
 * Runs it once the next frame has been painted, and at once when the page goes before that. Returns what calls it off, or,
 * when it has run, what it returned.
 */
export function afterPaint(run: () => (() => void) | void): () => void {
  let stop: (() => void) | void;
  let timer = setTimeout(begin, unseenMs);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(begin);
  });
  addEventListener('pagehide', begin);
  function halt(): void {
    removeEventListener('pagehide', begin);
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  }
  function begin(): void {
    halt();
    stop = run();
  }
  return () => {
    halt();
    stop?.();
  };
}

export function nextPaint(): Promise<void> {
  return new Promise((resolve) => void afterPaint(resolve));
}
