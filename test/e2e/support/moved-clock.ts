/**
 * Moves the clock of a spec that runs on `moved-clock-server.ts`, for the page, the household and the relay alike.
 * Pages ask for it when they are loaded, so every device is loaded again.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerProcess } from '../../support/server-process.ts';
import type { Tab } from './tab.ts';

export const clockServer = 'test/e2e/support/moved-clock-server.ts';

/** From now to an hour of the day so many days ahead, milliseconds. */
export function aheadTo(days: number, hour: number): number {
  const then = new Date();
  then.setDate(then.getDate() + days);
  return then.setHours(hour, 0, 0, 0) - Date.now();
}

/** `ahead`: milliseconds, from the real time. */
export async function moveClock(server: ServerProcess, ahead: number, tabs: readonly Tab[]): Promise<void> {
  writeFileSync(join(server.dataFolder, 'release', 'ahead.txt'), String(Math.round(ahead)));
  for (const tab of tabs) await tab.reload();
}
