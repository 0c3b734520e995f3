/** Sees to it that there is a browser to test in, and says aloud which ones are missing. */
import { accessSync, constants } from 'node:fs';
import { type Browsers, engines, findBrowsers } from '../test/support/find-browsers.ts';
import { runStep } from './run-step.ts';

/** Chromium runs every spec, so it is the one that has to be there. */
export function ensureBrowsers(): Browsers {
  if (findBrowsers().chromium === null) getChromium();
  const browsers = findBrowsers();
  for (const engine of engines) {
    if (browsers[engine] === null) {
      console.log(
        `${engine} was not found: no end-to-end spec is run in it (.ci/run installs it on Debian).`,
      );
    }
  }
  return browsers;
}

function getChromium(): void {
  if (process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')) {
    console.log('No Chromium was found: installing the Debian package.');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    runStep({ name: 'package lists', command: ['apt-get', 'update', '-qq'], env });
    const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'] as const;
    if (runStep({ name: 'install chromium', command: [...install], env })) return;
  }
  console.log('No Chromium was found: getting the one that Playwright brings.');
  runStep({ name: 'install chromium', command: ['playwright', 'install', 'chromium'] });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
