/** Light, dark or as the system: remembered on this device; `public/appearance.js` sets it before first paint. */
export type Appearance = 'system' | 'light' | 'dark';

const key = 'baton.appearance';

export function readAppearance(): Appearance {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

export function chooseAppearance(appearance: Appearance): void {
  if (appearance === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = appearance;
  tintBrowser();
  try {
    if (appearance === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, appearance);
  } catch {
    // Storage is blocked: it holds until the page is closed.
  }
}

/** The browser's own bars take the paper's colour, whatever was chosen. */
export function tintBrowser(): void {
  // Looked up only where it is wanted: at the start it would style the page before there is anything on it.
  const paper =
    readAppearance() === 'system' ? null : getComputedStyle(document.documentElement).backgroundColor;
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
  for (const meta of metas) {
    meta.dataset['own'] ??= meta.content;
    meta.content = paper ?? meta.dataset['own'];
  }
}
