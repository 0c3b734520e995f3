/**
 * A phone in Chromium with the large household on it, opened from its saved file and settled: everything stored, the
 * service worker there, and what it sends to the relay sent.
 */
import type { Page } from '@playwright/test';
import { createOwnProfile } from '../../e2e/support/playwright-profile.ts';
import { startTyped } from '../../e2e/support/start-flow.ts';
import type { Tab } from '../../e2e/support/tab.ts';
import { findBrowsers } from '../../support/find-browsers.ts';
import { makeLargeHousehold, passphrase } from './large-household.ts';

export interface LargeDevice {
  readonly origin: string;
  readonly tab: Tab;
  readonly page: Page;
  /** How long it took to make the household and to open it here, ms. */
  readonly seedingMs: number;
  dispose(): Promise<void>;
}

/** Of 300 steps, six at a time. The first, Ana's, has a list to tick off and asks nothing. */
export const longFlow = 'Three hundred';
export const firstThing = 'Thing 1';
/** What is left to be sent and stored, at leisure, ms. */
const settlingMs = 10_000;
/** How long opening 1,050 runs may take, ms. */
const seedingPatience = 120_000;

export async function openLargeDevice(origin: string): Promise<LargeDevice> {
  const { chromium } = findBrowsers();
  if (chromium === null) throw new Error('Chromium was not found.');
  const profile = createOwnProfile({ engine: 'chromium', executablePath: chromium });
  try {
    const begun = performance.now();
    const { file } = await makeLargeHousehold(Date.now());
    const tab = await profile.openTab(origin);
    const { page } = tab;
    if (page === null) throw new Error('Only Chromium can be measured.');
    await tab.goto('/');
    await tab.click('button', 'Open a saved file');
    const home = { name: 'Home.baton', mimeType: 'application/octet-stream', buffer: Buffer.from(file) };
    await page.getByLabel('Choose a file').setInputFiles(home);
    await tab.fill('Passphrase', passphrase, { role: 'dialog' });
    await tab.click('button', 'Open it', { role: 'dialog' });
    await page.getByText('Home is on this device').first().waitFor({ timeout: seedingPatience });
    await startLongFlow(tab);
    const seedingMs = performance.now() - begun;
    await settle(tab, page);
    return { origin, tab, page, seedingMs, dispose: () => profile.dispose() };
  } catch (reason) {
    await profile.dispose();
    throw reason;
  }
}

async function startLongFlow(tab: Tab): Promise<void> {
  const people = ['Ana', 'Sam', 'Leo', 'Noor'];
  const lines = Array.from({ length: 300 }, (_, index) => {
    const beside = index % 6 === 0 ? '' : '& ';
    return `${beside}Thing ${index + 1} @${people[index % people.length]}`;
  });
  const [first = '', ...others] = lines;
  await startTyped(tab, [`${longFlow}:`, first, '  - One half', '  - The other half', ...others]);
}

/** Until the service worker has the app, and the relay has what this device wrote. Ends on Now. */
async function settle(tab: Tab, page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await tab.goto('/');
  await page.locator('article').first().waitFor({ timeout: seedingPatience });
  await page.waitForTimeout(settlingMs);
}
