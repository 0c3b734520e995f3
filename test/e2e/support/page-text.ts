/** What a page says, read the same way in every engine. These functions run in the page. */

/** All visible text, white space made single. */
export function readVisibleText(): string {
  return document.body.innerText.replaceAll(/\s+/g, ' ').trim();
}

/** Label or text of what has the focus. */
export function readFocused(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.innerText : undefined;
  const text = element.getAttribute('aria-label') ?? label ?? (element as HTMLElement).innerText ?? '';
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** For tests of a text against what was looked for: a string is contained, an expression matches. */
export function mentions(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
