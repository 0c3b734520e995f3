/** What is wrong with a state that is on the screen, in one look at it. */
import type { Page } from '@playwright/test';
import { findViolations, readOverflow, settle } from '../e2e/support/violations.ts';
import { findCutTexts } from './find-cut-texts.ts';
import { findOutOfReach } from './find-out-of-reach.ts';
import { findUnbounded, readGrounds } from './find-unbounded.ts';
import { type Look, lookName, sizes } from './looks.ts';

/** Puts the page into the look; with forced colours resolves to what they took away. */
export async function takeLook(page: Page, { size, colours }: Look): Promise<readonly string[]> {
  await page.setViewportSize(sizes[size]);
  const isForced = colours === 'forced';
  const colorScheme = isForced ? 'light' : colours;
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce', forcedColors: 'none' });
  await page.evaluate(afterTwoFrames);
  await page.evaluate(settle);
  if (!isForced) return [];
  const grounds = await page.evaluate(readGrounds);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.evaluate(settle);
  return page.evaluate(findUnbounded, grounds);
}

export async function findFaults(page: Page, look: Look, withAxe: boolean): Promise<readonly string[]> {
  const over = await page.evaluate(readOverflow);
  const { found } =
    withAxe && look.size in axeSizes && look.colours !== 'forced'
      ? await findViolations(page, look.colours === 'light' ? 'everything' : 'colour')
      : { found: [] };
  return [
    ...over.map((html) => `over the side: ${html}`),
    ...(await page.evaluate(findCutTexts)),
    ...(await page.evaluate(findOutOfReach)).map((html) => `out of reach: ${html}`),
    ...(await page.evaluate(findRestless)).map((what) => `moves by itself: ${what}`),
    ...found,
  ].map((fault) => `${lookName(look)}: ${fault}`);
}

/** What answers a change of size begins to move after it was drawn. */
function afterTwoFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** The others show the same in less room. */
const axeSizes: Readonly<Partial<Record<Look['size'], true>>> = { phone: true, wide: true };

/** Runs in the page, where reduced motion is asked for. */
function findRestless(): readonly string[] {
  return document
    .getAnimations()
    .filter(
      ({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime === Infinity,
    )
    .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? [effect] : []))
    .filter((effect) =>
      effect
        .getKeyframes()
        .some((frame) => ['transform', 'translate', 'rotate', 'scale'].some((name) => name in frame)),
    )
    .map(({ target }) => target?.outerHTML.slice(0, 120) ?? '');
}
