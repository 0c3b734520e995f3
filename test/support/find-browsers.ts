/** The browsers of this machine that the end-to-end tests can drive. */
import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as playwrightChromium } from '@playwright/test';

export type Engine = 'chromium' | 'firefox' | 'webkit';

export const engines: readonly Engine[] = ['chromium', 'firefox', 'webkit'];

export interface WebKitPrograms {
  readonly driver: string;
  readonly miniBrowser: string;
  /** WebKitGTK has no headless mode: it draws on a display of its own. */
  readonly xvfb: string;
}

/** Paths of what was found; null where there is none. */
export interface Browsers {
  readonly chromium: string | null;
  /** Chromium without what draws its windows: the same pages and storage for two thirds of the work. */
  readonly chromiumShell: string | null;
  readonly firefox: string | null;
  readonly webkit: WebKitPrograms | null;
}

export function findBrowsers(): Browsers {
  return {
    chromium:
      findProgram('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome') ??
      executableOrNull(playwrightChromium.executablePath()),
    chromiumShell: findProgram('chromium-headless-shell', 'chrome-headless-shell'),
    firefox: findProgram('firefox-esr', 'firefox'),
    webkit: findWebKit(),
  };
}

function findWebKit(): WebKitPrograms | null {
  const driver = findProgram('WebKitWebDriver');
  const xvfb = findProgram('Xvfb');
  // Debian and others keep it out of the PATH, in a folder named for the machine and the API's version.
  const miniBrowser =
    globSync('/usr/{lib,libexec}/{*/,}webkit{2,}gtk-*/MiniBrowser').toSorted().at(-1) ?? null;
  return driver && xvfb && miniBrowser ? { driver, miniBrowser, xvfb } : null;
}

function findProgram(...names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of names) {
    for (const folder of folders) {
      const path = executableOrNull(join(folder, name));
      if (path !== null) return path;
    }
  }
  return null;
}

function executableOrNull(path: string): string | null {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return null;
  }
}
