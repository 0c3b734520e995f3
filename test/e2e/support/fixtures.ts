/**
 * What an end-to-end spec is given: a relay in a process of its own and as many devices as it asks for.
 *
 *     test('@three a step done on one phone shows on the other', async ({ newDevice }) => {
 *       const ana = await newDevice('Ana');
 *       await ana.goto('/');
 *     });
 *
 * Every spec runs in Chromium. Those with `@three` in the name, and of those with `@workflow` the day's one, run in
 * Firefox and WebKit too. `@chromium` keeps a spec that needs Chromium's own tools there, whatever was asked for.
 */
import { test as base } from '@playwright/test';
import { type Engine, findBrowsers } from '../../support/find-browsers.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import type { BrowserProfile } from './browser-profile.ts';
import { createDevice, type Device } from './device.ts';
import { createNetworkCable } from './network-cable.ts';
import { createOwnProfile } from './playwright-profile.ts';
import { createSharedBrowser, type SharedBrowser } from './shared-browser.ts';
import { createWebKitProfile } from './webkit-profile.ts';

interface Options {
  /** What serves page and relay, from the repository's root; gets `PORT`, `HOST` and `DATA_DIR`. */
  readonly serverScript: string;
  /** Each device starts a browser whose storage is on disk, so that it can be killed. */
  readonly ownBrowser: boolean;
}

interface WorkerOptions {
  readonly engine: Engine;
  readonly sharedBrowser: SharedBrowser;
}

interface Fixtures {
  readonly server: ServerProcess;
  /** `film`: what the device's camera sees; Chromium only. */
  readonly newDevice: (name: string, film?: string) => Promise<Device>;
}

export const test = base.extend<Fixtures & Options, WorkerOptions>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  serverScript: ['sync-server/main.ts', { option: true }],
  ownBrowser: [false, { option: true }],

  sharedBrowser: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const shared = createSharedBrowser();
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],

  server: async ({ serverScript }, use) => {
    const server = await startServer(serverScript);
    await use(server);
    await server.dispose();
  },

  newDevice: async ({ engine, ownBrowser, sharedBrowser, server }, use, info) => {
    const devices: Device[] = [];
    await use(async (name, film) => {
      const cable = await createNetworkCable(server.port);
      const shared = ownBrowser || film !== undefined ? null : sharedBrowser;
      const device = await createDevice(name, createProfile(engine, shared, film), cable);
      devices.push(device);
      return device;
    });
    if (info.status !== info.expectedStatus) await attachScreens(devices, info);
    await Promise.all(devices.map((device) => device.dispose()));
  },
});

export { expect } from '@playwright/test';

function createProfile(engine: Engine, shared: SharedBrowser | null, film?: string): BrowserProfile {
  const browsers = findBrowsers();
  if (engine === 'webkit') {
    if (browsers.webkit === null) throw new Error('WebKitGTK was not found.');
    return createWebKitProfile(browsers.webkit);
  }
  // Where a whole browser matters (its installing, its camera, its death), a device has one of its own.
  const shell = engine === 'chromium' && shared !== null ? browsers.chromiumShell : null;
  const executablePath = shell ?? browsers[engine];
  if (executablePath === null) throw new Error(`${engine} was not found.`);
  const program = { engine, executablePath };
  return shared?.createProfile(program) ?? createOwnProfile(program, film);
}

/** What each device showed when the spec failed; a device that is gone has nothing to show. */
async function attachScreens(
  devices: readonly Device[],
  info: { attach(name: string, options: { body: Buffer; contentType: string }): Promise<void> },
): Promise<void> {
  for (const device of devices) {
    const body = await device.screenshot().catch(() => null);
    if (body !== null) await info.attach(`${device.name}.png`, { body, contentType: 'image/png' });
  }
}
