import { setTimeout as delay } from 'node:timers/promises';
import { patience } from './tab.ts';

/** Asks again and again until the answer is yes; `explain` says what was awaited when it never is. */
export async function waitUntil(
  isSo: () => Promise<boolean>,
  explain: () => string | Promise<string>,
  limit: number = patience,
): Promise<void> {
  const end = Date.now() + limit;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(await explain());
    await delay(50);
  }
}
