/** What one goes to from the first screen is loaded before the finger is there: its code alone, and from this device. */
import { firstScreen } from './when-drawn.ts';

/** The page has nothing to do by then, ms. */
const quietMs = 2000;
/** Between two, so that whoever taps meanwhile waits for one of them at most, ms. */
const apartMs = 200;

/** Returns what ends it. */
export function loadAhead(loads: readonly (() => Promise<unknown>)[]): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      timer = setTimeout(resolve, ms);
    });
  const begin = async (): Promise<void> => {
    // Where it would come over the network it is loaded when it is wanted, and a failure tried again.
    if (navigator.serviceWorker?.controller == null) return;
    await firstScreen();
    await pause(quietMs);
    for (const load of loads) {
      if (ended) return;
      await load().catch(() => undefined);
      await pause(apartMs);
    }
  };
  void begin();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
