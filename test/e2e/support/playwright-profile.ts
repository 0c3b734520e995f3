/** A profile of Chromium or Firefox on disk, in a browser of its own that can be killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { findProcessesByCommand, killNow } from '../../support/processes.ts';
import type { BrowserProfile } from './browser-profile.ts';
import { launchInFolder, type PlaywrightProgram } from './playwright-launch.ts';
import { createPlaywrightTab } from './playwright-tab.ts';

export function createOwnProfile(
  program: PlaywrightProgram,
  /** A film (.y4m) that Chromium's camera sees; without it there is no camera but what the machine has. */
  film?: string,
): BrowserProfile {
  const folder = mkdtempSync(join(tmpdir(), `baton-${program.engine}-`));
  let context: BrowserContext | null = null;

  return {
    openTab: async (origin) => {
      const fresh = context === null;
      context ??= await launchInFolder(program, folder, film);
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
