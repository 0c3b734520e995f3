/** A profile of Chromium or Firefox on disk, opened by Playwright. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, firefox } from '@playwright/test';
import { findProcessesByCommand, killNow } from '../../support/processes.ts';
import type { BrowserProfile } from './browser-profile.ts';
import { createPlaywrightTab } from './playwright-tab.ts';
import { phone } from './tab.ts';

/** No sandbox: the tests may run as root in a container. The rest keeps the browser to this machine. */
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Answers every question for the camera with yes, and has one that sees the film again and again. */
function cameraFlags(film: string): readonly string[] {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
}

export function createPlaywrightProfile(
  engine: 'chromium' | 'firefox',
  executablePath: string,
  /** A film (.y4m) that Chromium's camera sees; without it there is no camera but what the machine has. */
  film?: string,
): BrowserProfile {
  const folder = mkdtempSync(join(tmpdir(), `baton-${engine}-`));
  let context: BrowserContext | null = null;

  function launch(): Promise<BrowserContext> {
    const args = film === undefined ? chromiumFlags : [...chromiumFlags, ...cameraFlags(film)];
    const shared = { executablePath, viewport: phone, locale: 'en-GB', timezoneId: 'Europe/Lisbon' };
    return engine === 'chromium'
      ? chromium.launchPersistentContext(folder, { ...shared, args })
      : firefox.launchPersistentContext(folder, { ...shared, channel: 'moz-firefox' });
  }

  return {
    openTab: async (origin) => {
      const fresh = context === null;
      context ??= await launch();
      const [first] = context.pages();
      return createPlaywrightTab(fresh && first !== undefined ? first : await context.newPage(), origin);
    },
    kill: async () => {
      const ending = context;
      context = null;
      if (ending === null) return;
      const closed = new Promise((resolve) => ending.once('close', resolve));
      killNow(findProcessesByCommand(folder));
      await closed;
    },
    dispose: async () => {
      await context?.close();
      context = null;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
