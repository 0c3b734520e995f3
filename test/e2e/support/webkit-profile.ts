/**
 * A WebKitGTK browser of its own: display, driver and MiniBrowser, as one family of processes.
 *
 * Under automation MiniBrowser keeps its storage in memory, in the process that also does the
 * networking. So a kill here ends the processes that run pages and workers, and the storage stays.
 * The driver gives a session up when it sees a page crash; a page that is stopped, closed and only then
 * killed runs no further line either, and the session lives.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { WebKitPrograms } from '../../support/find-browsers.ts';
import { findFreePort } from '../../support/free-port.ts';
import { findDescendants, killNow } from '../../support/processes.ts';
import type { BrowserProfile } from './browser-profile.ts';
import { patience, phone } from './tab.ts';
import { waitUntil } from './wait-until.ts';
import { isDriverReady, openSession, type WebDriver } from './webdriver.ts';
import { createWebKitTab } from './webkit-tab.ts';

interface Running {
  readonly driver: WebDriver;
  readonly driverProcess: ChildProcess;
  readonly display: ChildProcess;
  /** The window that the browser opened with, until a tab takes it. */
  firstWindow: string | null;
}

export function createWebKitProfile(programs: WebKitPrograms): BrowserProfile {
  const folder = mkdtempSync(join(tmpdir(), 'baton-webkit-'));
  let running: Running | null = null;

  return {
    openTab: async (origin) => {
      running ??= await start(programs, folder);
      const window = running.firstWindow ?? (await running.driver.openWindow());
      running.firstWindow = null;
      const tab = createWebKitTab(running.driver, window, origin);
      await tab.setViewport(phone);
      return tab;
    },
    kill: async () => {
      if (running !== null) running.firstWindow = await crashPages(running);
    },
    dispose: async () => {
      const ending = running;
      running = null;
      if (ending !== null) {
        await ending.driver.quit().catch(() => {});
        killNow(findDescendants(ending.driverProcess.pid ?? 0, ''));
        await Promise.all([end(ending.driverProcess), end(ending.display)]);
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Returns the empty window that is left. Of several tabs, the one used last is the one that crashes. */
async function crashPages({ driver, driverProcess }: Running): Promise<string> {
  const crashing = await driver.currentWindow();
  for (const other of (await driver.windows()).filter((window) => window !== crashing)) {
    await driver.switchTo(other);
    await driver.closeWindow();
    await driver.switchTo(crashing);
  }
  const pages = findDescendants(driverProcess.pid ?? 0, 'WebKitWebProcess');
  for (const pid of pages) process.kill(pid, 'SIGSTOP');
  const empty = await driver.openWindow();
  await driver.closeWindow();
  killNow(pages);
  await driver.switchTo(empty);
  return empty;
}

async function start({ driver, miniBrowser, xvfb }: WebKitPrograms, folder: string): Promise<Running> {
  const screen = ['-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const display = spawn(xvfb, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await readFirstLine(display.stdio[3] as Readable);
  const port = await findFreePort();
  const driverProcess = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${number}`,
      GDK_BACKEND: 'x11',
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CACHE_HOME: folder,
      XDG_CONFIG_HOME: folder,
      LANG: 'C.UTF-8',
      LANGUAGE: 'en_GB',
      TZ: 'Europe/Lisbon',
    },
  });
  const address = `http://127.0.0.1:${port}`;
  await waitUntil(
    () => isDriverReady(address),
    () => 'WebKitWebDriver did not start',
    3 * patience,
  );
  // Without its toolbar, a window can be as narrow as a phone.
  const session = await openSession(address, {
    'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation', '--full-screen'] },
  });
  return { driver: session, driverProcess, display, firstWindow: await session.currentWindow() };
}

function readFirstLine(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    stream.once('end', () => reject(new Error('Xvfb did not start')));
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
