/**
 * How long a person waits for the first screen on a phone four times slower than this machine.
 *
 * A device opens the app once, so that its service worker keeps the page, and settles; the first-level
 * heading it then shows is the one to wait for. Each run opens the app again in that device, with the
 * page's processor slowed down through the devtools protocol, and stops in the first frame after the
 * heading's. Slowing down does not reach workers, so a trace is read for how busy they were until then,
 * and four times that is added: more than a slow phone would wait, since the page does not wait for all
 * of it.
 */
import type { Page } from '@playwright/test';
import { findBrowsers } from '../support/find-browsers.ts';
import { createOwnProfile } from '../e2e/support/playwright-profile.ts';
import type { Tab } from '../e2e/support/tab.ts';
import { computeWorkerBusyMs, type TraceEvent, traceCategories } from './thread-load.ts';

export interface FirstScreen {
  /** From the navigation's start to the frame after the heading's, on the slowed page, ms. */
  readonly pageMs: number;
  /** Processor time of dedicated workers in that span, not slowed, ms. */
  readonly workerBusyMs: number;
}

const slowdown = 4;
const beginMark = 'bench:begin';
const shownMark = 'bench:shown';

/** `prepare` brings the device to where a person would open the app again. */
export async function measureFirstScreens(
  origin: string,
  runs: number,
  prepare: (tab: Tab) => Promise<void>,
): Promise<readonly FirstScreen[]> {
  const { chromium } = findBrowsers();
  if (chromium === null) throw new Error('Chromium was not found.');
  const profile = createOwnProfile({ engine: 'chromium', executablePath: chromium });
  try {
    const tab = await profile.openTab(origin);
    const { page } = tab;
    if (page === null) throw new Error('Only Chromium can be measured.');
    await prepare(tab);
    const heading = await settle(tab, page);
    await page.addInitScript(watchForHeading, { heading, beginMark, shownMark });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const screens: FirstScreen[] = [];
    for (let run = 0; run < runs; run += 1) screens.push(await measureOnce(page, origin));
    return screens;
  } finally {
    await profile.dispose();
  }
}

/** What a person waits, by the rule above, ms. */
export function firstScreenToMs({ pageMs, workerBusyMs }: FirstScreen): number {
  return pageMs + slowdown * workerBusyMs;
}

async function settle(tab: Tab, page: Page): Promise<string> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await tab.goto('/');
  await page.waitForFunction(() => document.querySelector('h1')?.checkVisibility() === true);
  await page.waitForTimeout(2000);
  return tab.heading();
}

async function measureOnce(page: Page, origin: string): Promise<FirstScreen> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The browser cannot be traced.');
  // What the page before still stores and sends is not this page's work.
  await page.goto('about:blank');
  await page.waitForTimeout(300);
  await browser.startTracing(page, { categories: [...traceCategories] });
  await page.goto(new URL('/', origin).href);
  const pageMs = await page.evaluate(
    (mark) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const [entry] = performance.getEntriesByName(mark);
          if (entry === undefined) setTimeout(look, 20);
          else resolve(entry.startTime);
        };
        look();
      }),
    shownMark,
  );
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return { pageMs, workerBusyMs: computeWorkerBusyMs(trace.traceEvents, beginMark, shownMark) };
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
