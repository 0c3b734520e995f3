/** Goes through a stage in Chromium, takes pictures of every state and looks for what is wrong with it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import type { BrowserProfile } from '../e2e/support/browser-profile.ts';
import { createDevice, type Device } from '../e2e/support/device.ts';
import { clockServer, moveClock } from '../e2e/support/moved-clock.ts';
import { createNetworkCable } from '../e2e/support/network-cable.ts';
import { openContext } from '../e2e/support/playwright-launch.ts';
import { createPlaywrightTab } from '../e2e/support/playwright-tab.ts';
import { phone } from '../e2e/support/tab.ts';
import { startServer } from '../support/server-process.ts';
import { findFaults, takeLook } from './find-faults.ts';
import { looks, pictureOf, pseudoLooks } from './looks.ts';
import { overMarks, wordsOfWorkflows } from './people-words.ts';
import { findUntranslated, hideMarks, speakPseudo } from './pseudo-locale.ts';
import type { Backstage, DeviceOptions, Stage, State } from './stage.ts';

export interface Result {
  readonly stage: string;
  readonly state: string;
  /** Why there are no pictures of it; null when there are. */
  readonly missing: string | null;
  /** What `findFaults` and, in another language, `findUntranslated` found. */
  readonly faults: readonly string[];
}

/** How all stages are gone through. */
export interface Round {
  readonly browser: Browser;
  /** Where the pictures go. */
  readonly folder: string;
  /** Looks for broken rules of accessibility too. */
  readonly withAxe: boolean;
  /** A build with marked words, for another language; null for the app as it is. */
  readonly marked: string | null;
}

export async function takePictures(
  stage: Stage,
  round: Round,
  tell: (result: Result) => void,
): Promise<void> {
  const { browser, marked } = round;
  mkdirSync(round.folder, { recursive: true });
  const server = await startServer(clockServer, marked === null ? {} : { BUILD: marked });
  const people = [...wordsOfWorkflows()];
  const devices = new Map<string, Device>();
  const open = async (name: string, options: DeviceOptions = {}): Promise<Device> => {
    const cable = await createNetworkCable(server.port);
    const device = await createDevice(
      name,
      createProfile(browser, options, marked === null ? null : people),
      cable,
    );
    devices.set(name, device);
    return device;
  };
  const backstage: Backstage = {
    newDevice: open,
    device: (name) => {
      const found = devices.get(name);
      if (found === undefined) throw new Error(`There is no device called ${name}`);
      return found;
    },
    moveClock: (ahead, tabs) => moveClock(server, ahead, tabs),
  };
  try {
    let device = await open('Ana', stage.device);
    let broken: string | null = null;
    for (const { prepare, states } of stage.acts) {
      try {
        if (broken === null) device = (await prepare?.(device, backstage)) ?? device;
      } catch (error) {
        broken = `its stage was not set: ${firstLine(error)}`;
      }
      for (const state of states) {
        const outcome = broken === null ? await show(device, state, round, people) : { missing: broken };
        tell({ stage: stage.name, state: state.name, faults: [], ...outcome });
      }
    }
  } finally {
    await Promise.all([...devices.values()].map((device) => device.dispose()));
    await server.dispose();
  }
}

async function show(
  device: Device,
  state: State,
  { folder, withAxe, marked }: Round,
  people: readonly string[],
): Promise<Pick<Result, 'missing' | 'faults'>> {
  const { page } = device;
  if (page === null) throw new Error('Only Chromium takes pictures here.');
  const faults: string[] = [];
  try {
    await state.open(device);
    if (marked !== null)
      faults.push(...(await findUntranslated(page, people)).map((text) => `not translated: ${text}`));
    for (const look of marked === null ? looks : pseudoLooks) {
      faults.push(...(await takeLook(page, look)));
      const unspeak = marked === null ? null : await speakPseudo(page);
      writeFileSync(join(folder, pictureOf(state.name, look)), await page.screenshot());
      faults.push(...(await findFaults(page, look, withAxe)));
      await unspeak?.();
    }
    return { missing: null, faults };
  } catch (error) {
    return { missing: firstLine(error), faults };
  } finally {
    await page.emulateMedia({ forcedColors: 'none' });
    await device.setViewport(phone);
  }
}

/** `people`: in a build with marked words, where what is typed is kept. */
function createProfile(
  browser: Browser,
  { before, withoutServiceWorker }: DeviceOptions,
  people: string[] | null,
): BrowserProfile {
  let context: BrowserContext | null = null;
  return {
    openTab: async (origin) => {
      if (context === null) {
        context = await openContext(browser, withoutServiceWorker ? { serviceWorkers: 'block' } : {});
        if (before !== undefined) await context.addInitScript(before);
        if (people !== null) await context.addInitScript({ content: hideMarks });
      }
      const tab = createPlaywrightTab(await context.newPage(), origin);
      return people === null ? tab : overMarks(tab, people);
    },
    kill: () => Promise.reject(new Error('All devices of the gallery are in one browser.')),
    dispose: async () => {
      await context?.close();
      context = null;
    },
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
