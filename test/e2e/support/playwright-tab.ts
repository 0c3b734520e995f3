/** A tab of Chromium or Firefox, driven by Playwright. */
import type { Locator, Page } from '@playwright/test';
import { mentions, readFocused, readVisibleText } from './page-text.ts';
import { type Name, patience, type Place, type Role, type Tab } from './tab.ts';
import { waitUntil } from './wait-until.ts';

export function createPlaywrightTab(page: Page, origin: string): Tab {
  page.setDefaultTimeout(patience);
  // All of the app is loaded, perhaps by a server and a browser that have only just started.
  page.setDefaultNavigationTimeout(3 * patience);

  function scope(within: Place | undefined): Page | Locator {
    return within === undefined ? page : page.getByRole(within.role, nameOptions(within.name)).first();
  }
  function find(role: Role, name: Name, within?: Place): Locator {
    return scope(within).getByRole(role, nameOptions(name)).first();
  }
  function findField(label: Name, within?: Place): Locator {
    return scope(within)
      .getByLabel(label, { exact: typeof label === 'string' })
      .filter({ visible: true })
      .first();
  }
  const visibleText = () => page.evaluate(readVisibleText).catch(() => '');
  const explain = async (what: string) => `${what}. The page says: ${await visibleText()}`;

  return {
    page,
    goto: async (address) => void (await page.goto(new URL(address, origin).href)),
    reload: async () => void (await page.reload()),
    path: async () => page.url().slice(origin.length),
    click: async (role, name, within) => {
      const element = find(role, name, within);
      await element.evaluate(bringIntoView);
      await element.click();
    },
    fill: (label, text, within) => findField(label, within).fill(text),
    choose: async (label, option, within) =>
      void (await findField(label, within).selectOption({ label: option })),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    value: (label, within) => findField(label, within).inputValue(),
    texts: async (role, within) => {
      const texts = await scope(within).getByRole(role).filter({ visible: true }).allInnerTexts();
      return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
    },
    heading: async () => {
      const [text = ''] = await page
        .getByRole('heading', { level: 1 })
        .filter({ visible: true })
        .allInnerTexts();
      return text.replaceAll(/\s+/g, ' ').trim();
    },
    isVisible: (role, name, within) => find(role, name, within).isVisible(),
    waitFor: (role, name, within) => find(role, name, within).waitFor({ state: 'visible' }),
    waitForText: (text) =>
      waitUntil(
        async () => mentions(await visibleText(), text),
        () => explain(`“${text}” never showed`),
      ),
    waitForNoText: (text) =>
      waitUntil(
        async () => !mentions(await visibleText(), text),
        () => explain(`“${text}” never went`),
      ),
    focused: () => page.evaluate(readFocused),
    evaluate: <Result, Argument>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ) => page.evaluate(run as (argument: unknown) => Result | Promise<Result>, argument),
    setViewport: (size) => page.setViewportSize(size),
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  };
}

function nameOptions(name: Name | undefined): { name?: Name; exact?: boolean } {
  return name === undefined ? {} : { name, exact: typeof name === 'string' };
}

/** Playwright scrolls just far enough, which may be under a message or a foot; a person scrolls further. */
function bringIntoView(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight * 0.75)
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
}
