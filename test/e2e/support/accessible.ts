/** What has to hold on every screen: no rule broken that can be checked by machine, and nothing over its side. */
import { expect, type Page } from '@playwright/test';
import type { Device } from './device.ts';
import { playwrightPage } from './playwright-page.ts';
import type { Screen } from './screens.ts';
import { phone, type Size } from './tab.ts';
import { findViolations, readOverflow, settle } from './violations.ts';

type Scheme = 'light' | 'dark';

const desk: Size = { width: 1440, height: 900 };
/** The narrowest that has to do (WCAG 1.4.10). */
const narrow: Size = { width: 320, height: 640 };

/** Opens each on a phone and looks at it in both themes, narrow, and unless it is a `sheet` on a desk. */
export async function expectAccessible(
  device: Device,
  screens: readonly Screen[],
  kind: 'screen' | 'sheet' = 'screen',
): Promise<void> {
  const page = playwrightPage(device);
  for (const screen of screens) {
    await screen.open(device);
    await expectNoViolation(device, page, screen, ['light', 'dark']);
    await device.setViewport(narrow);
    expect.soft(await device.evaluate(readOverflow), screen.name).toEqual([]);
    // What is dark on a phone is as dark on a desk: both take their colours from one place.
    await device.setViewport(kind === 'sheet' ? phone : desk);
    if (kind === 'screen') await expectNoViolation(device, page, screen, ['light']);
    await device.setViewport(phone);
  }
}

async function expectNoViolation(
  device: Device,
  page: Page,
  screen: Screen,
  schemes: readonly Scheme[],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await device.evaluate(settle);
    // In the dark the same page has other colours, and nothing else: only what looks at them asks again.
    const isLight = colorScheme === 'light';
    const { found, looked } = await findViolations(page, isLight ? 'everything' : 'colour');
    expect(looked, `rules that looked at ${screen.name}`).toBeGreaterThan(isLight ? 10 : 0);
    expect.soft(found, `${screen.name}, ${colorScheme}`).toEqual([]);
  }
}
