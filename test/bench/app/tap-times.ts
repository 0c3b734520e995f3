/**
 * How long from a tap to its painted result, on a phone four times slower than this machine.
 *
 * The clock starts with the click's own time and ends after the frame that paints the result: what was expected is
 * looked for in each frame's callback, and a message posted from there arrives when that frame has been made. The
 * page's processor is slowed down; of the workers, a trace says how busy they were meanwhile, and four times that is
 * added, which counts some of it twice: the page's own clock has waited for them already.
 */
import type { Page } from '@playwright/test';
import { slowdown } from './slow-page.ts';
import { computeWorkerBusyMs, type TraceEvent } from './thread-load.ts';

/** What the screen shows when the tap has had its effect. */
export interface Expected {
  readonly selector: string;
  /** What must be in it somewhere. Without it, anything. */
  readonly text?: string;
  /** What must not be there: the text that it had before. */
  readonly not?: string;
}

/** A tap that was made; what it cost is told by the trace. */
export interface MadeTap {
  readonly kind: string;
  readonly beginMark: string;
  readonly endMark: string;
  /** On the slowed page, workers at full speed, ms. */
  readonly paintedMs: number;
}

export interface TapTime {
  readonly kind: string;
  readonly paintedMs: number;
  /** Processor time of dedicated workers in that span, not slowed, ms. */
  readonly workerBusyMs: number;
}

/** Lets go of what went before: timers of the page and what the worker still stores. */
const restMs = 700;
let taps = 0;

export async function tap(
  page: Page,
  kind: string,
  target: ReturnType<Page['locator']>,
  expected: Expected,
): Promise<MadeTap> {
  await target.waitFor();
  await target.scrollIntoViewIfNeeded();
  await page.waitForTimeout(restMs);
  taps += 1;
  const marks = { beginMark: `tap:${taps}:begin`, endMark: `tap:${taps}:end` };
  await page.evaluate(watchTap, { ...marks, ...expected });
  await press(page, target);
  const paintedMs = await page.evaluate(whenPainted);
  if (paintedMs === null) throw new Error(`Nothing came of a tap: ${kind}`);
  return { kind, ...marks, paintedMs };
}

/** Where it is, as a finger does: who looks for it in the page again, and whether it is hit, takes the page's time. */
async function press(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('What is to be tapped is nowhere.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

export function tapsToTimes(made: readonly MadeTap[], events: readonly TraceEvent[]): readonly TapTime[] {
  return made.map(({ kind, beginMark, endMark, paintedMs }) => {
    return { kind, paintedMs, workerBusyMs: computeWorkerBusyMs(events, beginMark, endMark) };
  });
}

/** What a person waits, by the rule above, ms. */
export function tapToMs({ paintedMs, workerBusyMs }: TapTime): number {
  return paintedMs + slowdown * workerBusyMs;
}

type Watching = typeof globalThis & { benchPainted?: Promise<number | null> };

/** Runs in the page: ready for the next click. */
function watchTap(watched: Expected & { readonly beginMark: string; readonly endMark: string }): void {
  const patienceMs = 20_000;
  const isThere = (): boolean =>
    Array.from(document.querySelectorAll(watched.selector)).some((element) => {
      if (!element.checkVisibility()) return false;
      const text = element.textContent;
      return (
        (watched.text === undefined || text.includes(watched.text)) &&
        (watched.not === undefined || text !== watched.not)
      );
    });
  (globalThis as Watching).benchPainted = new Promise((resolve) => {
    const begin = (click: MouseEvent): void => {
      performance.mark(watched.beginMark);
      const look = (): void => {
        if (performance.now() - click.timeStamp > patienceMs) {
          resolve(null);
          return;
        }
        if (!isThere()) {
          requestAnimationFrame(look);
          return;
        }
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          performance.mark(watched.endMark);
          resolve(performance.now() - click.timeStamp);
        };
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
    addEventListener('click', begin, { capture: true, once: true });
  });
}

/** Runs in the page. */
function whenPainted(): Promise<number | null> {
  return (globalThis as Watching).benchPainted ?? Promise.resolve(null);
}
