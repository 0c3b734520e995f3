/** What can be found wrong with a screen by machine: rules of accessibility that it breaks, and what is over its side. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const aboutColour = ['color-contrast', 'link-in-text-block'];

/** `colour`: only what looks at colours, for a theme in which nothing else is another. */
export async function findViolations(
  page: Page,
  what: 'everything' | 'colour',
): Promise<{
  readonly found: readonly string[] /** Rules that had something to look at. */;
  readonly looked: number;
}> {
  // There are no frames whose findings another page would have to bring together, and opening one takes longest.
  // Axe is large, and stays in a page until another is loaded; the second look needs none of it again.
  const isLoaded = await page.evaluate(() => 'axe' in globalThis);
  const axe = new AxeBuilder({ page, ...(isLoaded && { axeSource: 'void 0' }) }).setLegacyMode();
  await page.evaluate(setBehindVisibility, 'hidden');
  const { violations, passes } = await (what === 'everything'
    ? axe.withTags(rules)
    : axe.withRules(aboutColour)
  ).analyze();
  await page.evaluate(setBehindVisibility, '');
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}. ${html} ${any[0]?.message ?? ''}`),
  );
  return { found, looked: passes.length };
}

/**
 * What lies behind a sheet that is open. Axe knows nothing of the layer that sheets lie in: it takes what comes later in
 * the page for what lies above them, and says nothing about the colours under it.
 */
function setBehindVisibility(visibility: string): void {
  const open = [...document.querySelectorAll('dialog[open]')].at(-1);
  if (open?.matches(':modal') !== true) return;
  for (let each = open; each.parentElement !== null && each !== document.body; each = each.parentElement)
    for (const beside of each.parentElement.children)
      if (beside !== each && (beside instanceof HTMLElement || beside instanceof SVGElement))
        beside.style.visibility = visibility;
}

/** Colours in the middle of a fade have no contrast of their own. */
export async function settle(): Promise<void> {
  await Promise.allSettled(
    document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
      .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) < 2000)
      .map((animation) => animation.finished),
  );
}

/** What a person would have to scroll sideways for. */
export function readOverflow(): readonly string[] {
  const page = document.documentElement;
  if (page.scrollWidth <= innerWidth && ![...document.querySelectorAll('dialog[open]')].some(isTooWide))
    return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 120));

  function isTooWide(element: Element): boolean {
    return element.scrollWidth > element.clientWidth;
  }
}
