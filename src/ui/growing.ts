/**
 * How much of a long list stands there: enough for the screen at once, and the rest bit by bit after that was painted,
 * so that nobody waits for the three-hundredth row before the first is to be seen.
 */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';

/** As many as a tall phone shows. */
export const aScreenful = 14;
/** Of what stands below, or beside, what is looked at first. */
export const aFew = 4;
/** Few: whoever taps meanwhile waits for no more than them. */
const atATime = 4;
/** Whatever else is to be drawn comes first, for so long. ms */
const patienceMs = 300;
/** A page that is hidden paints nothing; it goes on all the same. ms */
const unseenMs = 200;

export function createGrowing<Row>(
  rows: Accessor<readonly Row[]>,
  atFirst = aScreenful,
  /** Something lies over it: it grows when that has gone. */
  isCovered: Accessor<boolean> = () => false,
): Accessor<readonly Row[]> {
  const [count, setCount] = createSignal(atFirst);
  const isWhole = createMemo(() => count() >= rows().length);
  createEffect(() => {
    if (count() >= rows().length || isCovered()) return;
    const grow = (): void => void setCount(count() + atATime);
    const unseen = setTimeout(grow, unseenMs);
    let cancel = (): void => undefined;
    const frame = requestAnimationFrame(() => {
      clearTimeout(unseen);
      cancel = whenIdle(grow);
    });
    onCleanup(() => {
      cancelAnimationFrame(frame);
      clearTimeout(unseen);
      cancel();
    });
  });
  // What is there stays there: a list that becomes shorter and longer again does not begin anew.
  return () => (isWhole() ? rows() : rows().slice(0, count()));
}

/** Returns how to call it off. */
function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  }
  const callback = requestIdleCallback(run, { timeout: patienceMs });
  return () => cancelIdleCallback(callback);
}
