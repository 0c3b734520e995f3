/** Getting in touch as people do it: the page that fills the text in, and where its ways lead. */
import type { Tab } from './tab.ts';

const sheet = { role: 'dialog' } as const;

/** Where the way leads that is pressed; the app that would open is not there. */
export async function follow(tab: Tab, way: string): Promise<string> {
  await tab.waitFor('link', way, sheet);
  const href = await tab.evaluate((name: string) => {
    const link = [...document.querySelectorAll<HTMLAnchorElement>('dialog a')].find(
      (each) => (each.ariaLabel ?? each.innerText.trim()) === name,
    );
    link?.addEventListener('click', (event) => event.preventDefault());
    return link?.getAttribute('href') ?? '';
  }, way);
  await tab.click('link', way, sheet);
  return href;
}

export async function addNumber(tab: Tab, name: string, number: string): Promise<void> {
  await tab.waitForText(`There is no number for ${name} yet.`);
  await tab.click('button', 'Add a number', sheet);
  await tab.fill(`Number of ${name}`, number, sheet);
  await tab.click('button', 'Save', sheet);
  await tab.waitForText(`Saved for ${name}`);
}

/** What the app that opens would show, of `sms:` and `mailto:`. */
export function fieldsOf(href: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    href
      .slice(href.indexOf('?') + 1)
      .split('&')
      .map((pair) => pair.split('=', 2))
      .map(([name = '', value = '']) => [name, decodeURIComponent(value)]),
  );
}

/** In the sheet of a step that gets in touch by mail: it goes out, and nobody knows yet what comes back. */
export async function sendMail(tab: Tab, how: 'Mail it…' | 'Ask again…' = 'Mail it…'): Promise<string> {
  await tab.click('button', how, sheet);
  const mail = await follow(tab, 'Mail');
  await tab.waitFor('dialog', 'Did they answer?');
  return mail;
}
