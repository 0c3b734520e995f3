/**
 * All that a newcomer's phone fetches before the first screen can be used: it shows what it has to show, in its own
 * letters, and nothing it asked for is still on its way. The page, its code and style sheets, the worker's code, fonts
 * and icons count, as gzip sends them and without the headers; what the service worker keeps for later does not, nor
 * does what is fetched after that moment.
 *
 * A server between the browser and Baton's counts, since the browser does not tell of what its workers fetch.
 */
import { once } from 'node:events';
import { createServer, request as sendOn } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findBrowsers } from '../../support/find-browsers.ts';
import { launchBrowser, openContext } from '../../e2e/support/playwright-launch.ts';

export interface FetchedFile {
  readonly path: string;
  /** As sent. */
  readonly bytes: number;
}

export interface FirstUse {
  readonly before: readonly FetchedFile[];
  /** By the page and its worker, within some seconds. */
  readonly after: readonly FetchedFile[];
}

/** How long what comes after is watched, ms. */
const watchedMs = 5000;

export async function measureFirstUse(origin: string): Promise<FirstUse> {
  const { chromium } = findBrowsers();
  if (chromium === null) throw new Error('Chromium was not found.');
  const fetched: FetchedFile[] = [];
  const counter = await countBetween(origin, (file) => fetched.push(file));
  const browser = await launchBrowser({ engine: 'chromium', executablePath: chromium });
  try {
    const context = await openContext(browser, { serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(counter.origin);
    await page.getByRole('list').getByRole('link').first().waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    const before = [...fetched];
    await page.waitForTimeout(watchedMs);
    return { before, after: fetched.slice(before.length) };
  } finally {
    await browser.close();
    await counter.close();
  }
}

async function countBetween(origin: string, onFile: (file: FetchedFile) => void) {
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    const headers = { ...incoming.headers, 'accept-encoding': 'gzip' };
    const passed = sendOn(new URL(path, origin), { method: incoming.method, headers }, (answer) => {
      let bytes = 0;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        outgoing.write(chunk);
      });
      answer.on('end', () => {
        onFile({ path, bytes });
        outgoing.end();
      });
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
