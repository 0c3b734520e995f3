/** A page on a processor four times slower than this machine's: what devtools can do, which does not reach workers. */
import type { Page } from '@playwright/test';

export const slowdown = 4;

/** Answers how to stop. */
export async function slowDown(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return async () => {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await devtools.detach();
  };
}
