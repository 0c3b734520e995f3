/**
 * How the page looks: as the system, light or dark. Remembered on this device, and set as soon as this file
 * is loaded, so that the first thing drawn has the right colours.
 */
import { createSignal } from 'solid-js';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'baton.appearance';

function rememberedTheme(): Theme {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    // Storage is blocked.
    return 'system';
  }
}

const [current, setCurrent] = createSignal<Theme>(rememberedTheme());
export const theme = current;

export function chooseTheme(next: Theme): void {
  show(next);
  try {
    if (next === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, next);
  } catch {
    // Storage is blocked: the choice holds as long as the page is open.
  }
}

function show(next: Theme): void {
  setCurrent(next);
  const page = document.documentElement;
  if (next === 'system') delete page.dataset['theme'];
  else page.dataset['theme'] = next;
  tintBrowserBars(next);
}

/** The page names a colour for either scheme; a chosen one holds whatever the system says. */
function tintBrowserBars(next: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = (meta.dataset['scheme'] ??= meta.media.includes('dark') ? 'dark' : 'light');
    const chosen = scheme === next ? 'all' : 'not all';
    meta.media = next === 'system' ? `(prefers-color-scheme: ${scheme})` : chosen;
  }
}

if (current() !== 'system') show(current());
// Another tab chose.
addEventListener('storage', (event) => {
  if (event.key === storageKey || event.key === null) show(rememberedTheme());
});
