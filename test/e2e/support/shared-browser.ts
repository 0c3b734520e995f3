/**
 * One Chromium or Firefox for the devices of many specs. Starting a browser takes longer than most of what a spec
 * does in it, and a context keeps storage, service workers and permissions to itself just as a browser does.
 * What it cannot be is killed by one device: that takes `test.use({ ownBrowser: true })`.
 */
import type { Browser, BrowserContext } from '@playwright/test';
import type { BrowserProfile } from './browser-profile.ts';
import { launchBrowser, openContext, type PlaywrightProgram } from './playwright-launch.ts';
import { createPlaywrightTab } from './playwright-tab.ts';

export interface SharedBrowser {
  /** For a device whose storage goes with it. */
  createProfile(program: PlaywrightProgram): BrowserProfile;
  close(): Promise<void>;
}

/** Starts with the first tab that is opened, and again should it have crashed. */
export function createSharedBrowser(): SharedBrowser {
  let browser: Promise<Browser> | null = null;

  function start(program: PlaywrightProgram): Promise<Browser> {
    if (browser !== null) return browser;
    const starting = launchBrowser(program);
    browser = starting;
    const forget = (): void => {
      if (browser === starting) browser = null;
    };
    starting.then((started) => started.once('disconnected', forget), forget);
    return starting;
  }

  return {
    createProfile: (program) => {
      let context: BrowserContext | null = null;
      return {
        openTab: async (origin) => {
          context ??= await openContext(await start(program));
          return createPlaywrightTab(await context.newPage(), origin);
        },
        kill: () => Promise.reject(new Error('Others are in this browser: test.use({ ownBrowser: true }).')),
        dispose: async () => {
          await context?.close();
          context = null;
        },
      };
    },
    close: async () => {
      await (await browser)?.close();
    },
  };
}
