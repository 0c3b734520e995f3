/** How Chromium and Firefox are started and what every device in them is: a phone in Lisbon that speaks English. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  firefox,
} from '@playwright/test';
import { phone } from './tab.ts';

export interface PlaywrightProgram {
  readonly engine: 'chromium' | 'firefox';
  readonly executablePath: string;
}

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

const place = { viewport: phone, locale: 'en-GB', timezoneId: 'Europe/Lisbon' };

function launchOptions(
  { engine, executablePath }: PlaywrightProgram,
  film?: string,
): { readonly executablePath: string; readonly args?: string[]; readonly channel?: string } {
  if (engine === 'firefox') return { executablePath, channel: 'moz-firefox' };
  return {
    executablePath,
    args: film === undefined ? chromiumFlags : [...chromiumFlags, ...cameraFlags(film)],
  };
}

/** A browser that keeps one device's storage in `folder`. `film` as in `createOwnProfile`. */
export function launchInFolder(
  program: PlaywrightProgram,
  folder: string,
  film?: string,
): Promise<BrowserContext> {
  const options = { ...place, ...launchOptions(program, film) };
  const type = program.engine === 'chromium' ? chromium : firefox;
  return type.launchPersistentContext(folder, options);
}

/** A browser for many devices, without storage of its own. */
export function launchBrowser(program: PlaywrightProgram): Promise<Browser> {
  return (program.engine === 'chromium' ? chromium : firefox).launch(launchOptions(program));
}

/** One device in it: its storage lasts as long as it does. */
export function openContext(browser: Browser, more: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ ...place, ...more });
}
