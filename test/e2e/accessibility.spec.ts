/** No screen breaks a rule that can be checked by machine, in either theme, on a phone or on a desk. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';
import {
  changedScreens,
  changeHousehold,
  deviceSheets,
  emptyScreens,
  fillHousehold,
  filledScreens,
  type Screen,
} from './support/screens.ts';
import { startTyped } from './support/start-flow.ts';
import { phone, type Size } from './support/tab.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const desk: Size = { width: 1440, height: 900 };
/** The narrowest that has to do (WCAG 1.4.10). */
const narrow: Size = { width: 320, height: 640 };

test('@chromium no violation on a phone and on a desk, and nothing over the side of a narrow screen', async ({
  newDevice,
}) => {
  test.setTimeout(300_000);
  const device = await newDevice('Ana');
  await onEveryScreen(device, async (screen, page) => {
    await expectNoViolation(device, page, screen, ['light', 'dark']);
    await expectNoOverflow(device, screen);
    // What is dark on a phone is as dark on a desk: both take their colours from one place.
    await device.setViewport(desk);
    await expectNoViolation(device, page, screen, ['light']);
    await device.setViewport(phone);
  });
});

test('@chromium no violation on the sheets about households, light and dark', async ({ newDevice }) => {
  test.setTimeout(180_000);
  const device = await newDevice('Ana');
  const { page } = device;
  if (page === null) throw new Error('This needs a browser that Playwright drives.');
  await startTyped(device, ['Buy milk @ana', 'Cook @sam'], 'ana');
  for (const screen of deviceSheets) {
    await screen.open(device);
    await expectNoViolation(device, page, screen, ['light', 'dark']);
    await expectNoOverflow(device, screen);
  }
});

async function expectNoOverflow(device: Device, screen: Screen): Promise<void> {
  await device.setViewport(narrow);
  expect.soft(await device.evaluate(readOverflow), screen.name).toEqual([]);
  await device.setViewport(phone);
}

async function expectNoViolation(
  device: Device,
  page: Page,
  screen: Screen,
  schemes: readonly ('light' | 'dark')[],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await device.evaluate(settle);
    // In the dark the same page has other colours, and nothing else: only what looks at them asks again.
    const axe = new AxeBuilder({ page });
    const isLight = colorScheme === 'light';
    const { violations, passes } = await (isLight
      ? axe.withTags(rules)
      : axe.withRules(['color-contrast', 'link-in-text-block'])
    ).analyze();
    expect(passes.length, `rules that looked at ${screen.name}`).toBeGreaterThan(isLight ? 10 : 0);
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help}. ${html} ${any[0]?.message ?? ''}`),
    );
    expect.soft(found, `${screen.name}, ${colorScheme}`).toEqual([]);
  }
}

async function onEveryScreen(
  device: Device,
  look: (screen: Screen, page: Page) => Promise<void>,
): Promise<void> {
  const { page } = device;
  if (page === null) throw new Error('This needs a browser that Playwright drives.');
  const walk = async (screens: readonly Screen[]): Promise<void> => {
    for (const screen of screens) {
      await screen.open(device);
      await look(screen, page);
    }
  };
  await walk(emptyScreens);
  await fillHousehold(device);
  await walk(filledScreens);
  await changeHousehold(device);
  await walk(changedScreens);
}

/** Colours in the middle of a fade have no contrast of their own. */
async function settle(): Promise<void> {
  await Promise.allSettled(
    document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
      .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) < 2000)
      .map((animation) => animation.finished),
  );
}

/** What a person would have to scroll sideways for. */
function readOverflow(): readonly string[] {
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
