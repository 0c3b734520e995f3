/**
 * How long a person waits for the first screen on a phone four times slower than this machine.
 *
 * The device has opened the app before, so that its service worker keeps the page, and has settled; the
 * first-level heading of Now is the one to wait for. Each run opens the app again in that device, with the
 * page's processor slowed down through the devtools protocol, and stops in the first frame after the
 * heading's. Slowing down does not reach workers, so a trace is read for how busy they were until then,
 * and four times that is added: more than a slow phone would wait, since the page does not wait for all
 * of it.
 */
import type { Page } from '@playwright/test';
import type { LargeDevice } from './large-device.ts';
import { slowdown, slowDown } from './slow-page.ts';
import { computeWorkerBusyMs, traceCategories } from './thread-load.ts';
import { tracePage } from './trace-page.ts';

export interface FirstScreen {
  /** From the navigation's start to the frame after the heading's, on the slowed page, ms. */
  readonly pageMs: number;
  /** Processor time of dedicated workers in that span, not slowed, ms. */
  readonly workerBusyMs: number;
}

const beginMark = 'bench:begin';
const shownMark = 'bench:shown';
/** Within which the worker has begun. */
const beginningMs = 1500;

export async function measureFirstScreens(
  { page, origin, tab }: LargeDevice,
  runs: number,
): Promise<readonly FirstScreen[]> {
  const heading = await tab.heading();
  const watching = await page.addInitScript(watchForHeading, { heading, beginMark, shownMark });
  const speedUp = await slowDown(page);
  const screens: FirstScreen[] = [];
  for (let run = 0; run < runs; run += 1) screens.push(await measureOnce(page, origin));
  await speedUp();
  await watching.dispose();
  return screens;
}

/** What a person waits, by the rule above, ms. */
export function firstScreenToMs({ pageMs, workerBusyMs }: FirstScreen): number {
  return pageMs + slowdown * workerBusyMs;
}

async function measureOnce(page: Page, origin: string): Promise<FirstScreen> {
  // What the page before still stores and sends is not this page's work.
  await page.goto('about:blank');
  await page.waitForTimeout(300);
  const { result: pageMs, events } = await tracePage(page, traceCategories, async () => {
    await page.goto(new URL('/', origin).href);
    const shownAt = await page.evaluate(whenMarked, shownMark);
    // The worker may begin after the screen stands: a trace without one would be a trace that shows nothing.
    await page.waitForTimeout(beginningMs);
    return shownAt;
  });
  return { pageMs, workerBusyMs: computeWorkerBusyMs(events, beginMark, shownMark) };
}

/** Runs in the page. */
function whenMarked(mark: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const [entry] = performance.getEntriesByName(mark);
      if (entry === undefined) setTimeout(look, 20);
      else resolve(entry.startTime);
    };
    look();
  });
}

/** Runs in the page before its own code. */
function watchForHeading(watched: { heading: string; beginMark: string; shownMark: string }): void {
  performance.mark(watched.beginMark);
  const look = () => {
    const text = document.querySelector('h1')?.textContent.replaceAll(/\s+/g, ' ').trim();
    if (text !== watched.heading) {
      requestAnimationFrame(look);
      return;
    }
    // This callback comes before the frame that shows the heading; the next one comes after it.
    requestAnimationFrame(() => performance.mark(watched.shownMark));
  };
  requestAnimationFrame(look);
}
