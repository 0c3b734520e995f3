/** Baton as an installed app: installable, offline from the first visit on, sealed off from everybody else. */
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { findBrowsers } from '../support/find-browsers.ts';
import { expect, test } from './support/fixtures.ts';
import { playwrightPage } from './support/playwright-page.ts';
import { fillHousehold } from './support/screens.ts';
import { startTyped } from './support/start-flow.ts';

const whenKept = () => navigator.serviceWorker.ready.then(() => true);

test.use({ ownBrowser: true });

test('a page that the back button brings back can still be worked with', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, ['Buy milk @ana', 'Cook @sam'], 'ana');
  await ana.goto('/');
  await ana.waitForText('Buy milk');
  await ana.goto('/settings');
  await ana.waitForText('Appearance');
  await ana.evaluate(() => history.back());
  await ana.waitForText('Buy milk');
  await ana.click('button', 'Done, pass it on');
  await ana.waitForText('You hold no baton');
  await ana.reload();
  await ana.waitForText('You hold no baton');
});

test('@chromium it can be installed', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await ana.evaluate(whenKept);
  const page = playwrightPage(ana);
  const tools = await page.context().newCDPSession(page);
  const manifest = await tools.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  expect(manifest.url).toBe(`${ana.origin}/baton.webmanifest`);
  expect(JSON.parse(manifest.data ?? '{}')).toMatchObject({
    name: 'Baton',
    display: 'standalone',
    share_target: { action: '/share', method: 'POST' },
    file_handlers: [{ action: '/open' }],
    launch_handler: { client_mode: 'auto' },
  });
  expect((await tools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
});

test('@chromium what another app shares waits on the device, and becomes a note', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, ['Buy milk @ana', 'Cook @sam'], 'ana');
  await ana.evaluate(whenKept);
  ana.goOffline();
  const answered = await ana.evaluate(async () => {
    const form = new FormData();
    form.append('title', 'Shop');
    form.append('text', 'Oat milk, two of them');
    // Where it leads is opened below, as the system would.
    return (await fetch('/share', { method: 'POST', body: form, redirect: 'manual' })).type;
  });
  expect(answered).toBe('opaqueredirect');
  await ana.goto('/share');
  await ana.click('button', 'A note on a step');
  await ana.click('button', /Buy milk/, { role: 'dialog', name: 'Which step?' });
  await ana.waitFor('dialog', 'Buy milk');
  await ana.waitForText('Oat milk, two of them');
  await ana.goto('/share');
  await ana.waitForText('Paste what you copied');
});

test('@three after one visit everything works without a network', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await ana.waitForText('What keeps slipping?');
  await ana.evaluate(whenKept);
  ana.goOffline();
  await ana.reload();
  await ana.waitForText('What keeps slipping?');
  // Screens that were never opened online, by their addresses.
  await ana.goto('/new/business-trip');
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText('You hold 1 baton');
  await ana.goto('/flows');
  await ana.click('link', 'Business trip', { role: 'main' });
  await ana.click('link', 'Pack, Not yet');
  await ana.waitForText('Passport');
  await ana.reload();
  await ana.waitForText('Passport');
  for (const [path, text] of [
    ['/log', 'started Business trip'],
    ['/settings', 'Appearance'],
    ['/nothing/here', 'There is nothing at this address'],
  ] as const) {
    await ana.goto(path);
    await ana.waitForText(text);
  }
});

test.describe('when a new version is released', () => {
  test.use({ serverScript: 'test/e2e/support/release-server.ts' });

  test('@chromium a chip offers it, and nothing changes before it is tapped', async ({
    newDevice,
    server,
  }) => {
    const ana = await newDevice('Ana');
    const isSamePage = () => ana.evaluate(() => 'untouched' in globalThis);
    const markPage = () => ana.evaluate(() => Object.assign(globalThis, { untouched: true }) && true);
    await fillHousehold(ana);
    await ana.evaluate(whenKept);
    expect(await ana.isVisible('button', /^New version/)).toBe(false);
    await ana.reload();
    await ana.waitForText('You hold 1 baton');
    expect(await ana.isVisible('button', /^New version/)).toBe(false);

    await server.kill();
    await server.start();
    await ana.reload();
    await markPage();
    await ana.waitFor('button', /^New version/);
    await ana.click('link', /^Flows/);
    await ana.waitForText('Start another');
    expect(await isSamePage()).toBe(true);

    await ana.click('button', /^New version/);
    await expect.poll(() => isSamePage().catch(() => true)).toBe(false);
    await ana.waitForText('Start another');
    await ana.evaluate(whenKept);
    expect(await ana.isVisible('button', /^New version/)).toBe(false);
  });
});

test('@chromium over plain HTTP it says what is missing and how to get it', async ({ server }) => {
  const executablePath = findBrowsers().chromium;
  if (executablePath === null) throw new Error('Chromium was not found.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP baton.test 127.0.0.1'],
  });
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
      const page = await context.newPage();
      await page.goto(`http://baton.test:${server.port}/people`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This address is not secure');
      await expect(page.getByText(`http://baton.test:${server.port} is plain HTTP`)).toBeVisible();
      await expect(page.getByText(`http://localhost:${server.port}`)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await context.close();
    }
  } finally {
    await browser.close();
  }
});
