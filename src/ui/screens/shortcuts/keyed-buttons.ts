/**
 * Buttons that say which key presses them (`aria-keyshortcuts`). The key presses the button that is meant: the one
 * of the row that has the focus, else of the step beside the page, else the first that the page shows.
 */
import { isShown } from '../../is-shown.ts';

/** All that the page shows, in its order; nothing beneath a dialog. */
export function findKeyedButtons(): readonly HTMLElement[] {
  if (document.querySelector('dialog[open]') !== null) return [];
  return [...document.querySelectorAll<HTMLElement>('main [aria-keyshortcuts]')].filter(isShown);
}

export function findButtonOf(key: string): HTMLElement | undefined {
  const named = findKeyedButtons().filter((button) => button.getAttribute('aria-keyshortcuts') === key);
  const place = document.activeElement?.closest('main li, main article, main aside') ?? null;
  const inPlace = place === null ? undefined : named.find((button) => place.contains(button));
  // The row of the step that stands beside the page; any other one without such a button means no step at all.
  const isElsewhere = place?.matches('li') === true && place.getAttribute('aria-current') !== 'true';
  if (inPlace !== undefined || isElsewhere) return inPlace;
  return named.find((button) => button.closest('aside') !== null) ?? named[0];
}
