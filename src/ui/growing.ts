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
/** Whoever has tapped may tap again, and is not kept waiting for what nobody looks at; unless they scroll towards it. ms */
const afterTapMs = 1000;
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
  const tapped = createTapped(isWhole);
  createEffect(() => {
    if (count() >= rows().length || isCovered()) return;
    const grow = (): void => void setCount(count() + atATime);
    let timer = setTimeout(grow, Math.max(unseenMs, tapped.leftMs()));
    let cancel = (): void => undefined;
    const growSoon = (): void => {
      clearTimeout(timer);
      cancel();
      cancel = whenIdle(grow);
    };
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(growSoon, tapped.leftMs());
    });
    tapped.onForget(growSoon);
    onCleanup(() => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      cancel();
      tapped.onForget(undefined);
    });
  });
  // What is there stays there: a list that becomes shorter and longer again does not begin anew.
  return () => (isWhole() ? rows() : rows().slice(0, count()));
}

/** When the page was tapped last; to scroll makes that forgotten. It is not looked for where `isOver`. */
function createTapped(isOver: Accessor<boolean>) {
  let until = 0;
  let forgotten: (() => void) | undefined;
  const tap = (): void => void (until = performance.now() + afterTapMs);
  const scroll = (): void => {
    if (until === 0) return;
    until = 0;
    forgotten?.();
  };
  createEffect(() => {
    if (isOver()) return;
    const options = { capture: true, passive: true };
    addEventListener('pointerdown', tap, options);
    addEventListener('scroll', scroll, options);
    onCleanup(() => {
      removeEventListener('pointerdown', tap, options);
      removeEventListener('scroll', scroll, options);
    });
  });
  return {
    leftMs: (): number => Math.max(0, until - performance.now()),
    onForget: (run: (() => void) | undefined): void => void (forgotten = run),
  };
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
